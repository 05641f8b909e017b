//! Questions about types as they are written.

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{GenericArgument, Lifetime, PathArguments, Type};

/// `ty` without parentheses, and what a `macro_rules!` has matched without its group.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Paren(inner) => ungrouped(&inner.elem),
        Type::Group(inner) => ungrouped(&inner.elem),
        other => other,
    }
}

/// Whether `ty` is spelled `()`.
pub(crate) fn is_unit(ty: &Type) -> bool {
    matches!(ungrouped(ty), Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// Whether `ty` is spelled as the standard library's `Infallible`, or it is `!`.
pub(crate) fn is_infallible(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Path(path) => {
            let mut names = path
                .path
                .segments
                .iter()
                .rev()
                .map(|segment| &segment.ident);
            let last = names.next().is_some_and(|name| name == "Infallible");
            last && names.next().is_none_or(|module| module == "convert")
        }
        Type::Never(_) => true,
        _ => false,
    }
}

/// Whether `ty` is spelled as a type that has nothing to drop.
pub(crate) fn is_plain(ty: &Type) -> bool {
    match ty {
        Type::Reference(_) | Type::Ptr(_) | Type::BareFn(_) | Type::Never(_) => true,
        Type::Path(path) => path.path.get_ident().is_some_and(|name| {
            let name = name.to_string();
            matches!(name.as_str(), "bool" | "char" | "str") || is_number(&name)
        }),
        Type::Tuple(tuple) => tuple.elems.iter().all(is_plain),
        Type::Array(array) => is_plain(&array.elem),
        Type::Group(inner) => is_plain(&inner.elem),
        Type::Paren(inner) => is_plain(&inner.elem),
        _ => false,
    }
}

/// Whether it is the name of a type of numbers.
pub(crate) fn is_number(name: &str) -> bool {
    let widths = ["8", "16", "32", "64", "128", "size"];
    let whole = name.strip_prefix(['u', 'i']);
    whole.is_some_and(|width| widths.contains(&width)) || matches!(name, "f32" | "f64")
}

/// Whether `ty` is spelled as a type of a few words: a number, a string, nothing.
pub(crate) fn is_small(ty: &Type) -> bool {
    match ty {
        Type::Array(_) => false,
        Type::Tuple(tuple) => tuple.elems.len() < 3 && tuple.elems.iter().all(is_small),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| {
            let known = ["String", "Vec", "Box", "Infallible"];
            known.iter().any(|name| last.ident == name)
                || (last.ident == "Option" || last.ident == "Result") && arguments_are_small(last)
                || is_plain(ty)
        }),
        other => is_plain(other),
    }
}

fn arguments_are_small(of: &syn::PathSegment) -> bool {
    let PathArguments::AngleBracketed(of) = &of.arguments else {
        return false;
    };
    let small = |of: &GenericArgument| matches!(of, GenericArgument::Type(of) if is_small(of));
    of.args.iter().all(small)
}

/// Whether `ty` holds an `impl Trait` anywhere.
pub(crate) fn has_impl(ty: &Type) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_type_impl_trait(&mut self, _: &'ast syn::TypeImplTrait) {
            self.0 = true;
        }
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    finder.0
}

/// Whether `ty` is spelled as one that borrows: with a reference or a lifetime.
pub(crate) fn borrows(ty: &Type) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_type_reference(&mut self, _: &'ast syn::TypeReference) {
            self.0 = true;
        }
        fn visit_lifetime(&mut self, _: &'ast Lifetime) {
            self.0 = true;
        }
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    finder.0
}

/// Whether the type is of the standard library's alone, and has no references in it. Another name may be that of a reference.
pub(crate) fn is_of_values(ty: &Type) -> bool {
    let made = [
        "Option", "Result", "Vec", "VecDeque", "Box", "BTreeMap", "BTreeSet", "HashMap", "HashSet",
    ];
    match ty {
        Type::Tuple(tuple) => tuple.elems.iter().all(is_of_values),
        Type::Array(array) => is_of_values(&array.elem),
        Type::Paren(inner) => is_of_values(&inner.elem),
        Type::Group(inner) => is_of_values(&inner.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| match &last.arguments {
            PathArguments::None => last.ident == "String" || is_plain(ty),
            PathArguments::AngleBracketed(of) => {
                let of_values = |of: &GenericArgument| matches!(of, GenericArgument::Type(of) if is_of_values(of));
                made.iter().any(|name| last.ident == name) && of.args.iter().all(of_values)
            }
            PathArguments::Parenthesized(_) => false,
        }),
        _ => false,
    }
}

/// Whether a `&mut` is part of the type.
pub(crate) fn borrows_uniquely(ty: &Type) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_type_reference(&mut self, reference: &'ast syn::TypeReference) {
            self.0 |= reference.mutability.is_some();
            visit::visit_type_reference(self, reference);
        }
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    finder.0
}

/// The first mention in `ty` of a lifetime for which `is` holds.
pub(crate) fn mentions(ty: &Type, is: impl Fn(&Lifetime) -> bool) -> Option<Span> {
    struct Finder<F>(F, Option<Span>);
    impl<'ast, F: Fn(&Lifetime) -> bool> Visit<'ast> for Finder<F> {
        fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
            if (self.0)(lifetime) {
                self.1.get_or_insert(lifetime.apostrophe);
            }
        }
    }
    let mut finder = Finder(is, None);
    finder.visit_type(ty);
    finder.1
}

/// `ty` with `impl Trait` replaced by `_`, for annotations inside the body.
pub(crate) fn inside(ty: &Type) -> Type {
    struct Replace;
    impl VisitMut for Replace {
        fn visit_type_mut(&mut self, ty: &mut Type) {
            if matches!(ty, Type::ImplTrait(_)) {
                *ty = syn::parse_quote!(_);
            } else {
                visit_mut::visit_type_mut(self, ty);
            }
        }
    }
    let mut ty = ty.clone();
    Replace.visit_type_mut(&mut ty);
    ty
}

/// Names the elided lifetimes of `ty`; says whether there was one.
pub(crate) fn name_elided(ty: &mut Type, name: &Lifetime) -> bool {
    struct Namer<'a>(&'a Lifetime, bool);
    impl VisitMut for Namer<'_> {
        fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
            if reference.lifetime.is_none() {
                reference.lifetime = Some(self.0.clone());
                self.1 = true;
            }
            visit_mut::visit_type_reference_mut(self, reference);
        }
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            if lifetime.ident == "_" {
                *lifetime = self.0.clone();
                self.1 = true;
            }
        }
        // `Fn(&str)` binds its own elided lifetimes.
        fn visit_parenthesized_generic_arguments_mut(
            &mut self,
            _: &mut syn::ParenthesizedGenericArguments,
        ) {
        }
        fn visit_type_bare_fn_mut(&mut self, _: &mut syn::TypeBareFn) {}
    }
    let mut namer = Namer(name, false);
    namer.visit_type_mut(ty);
    namer.1
}

/// Replaces each lifetime for which `is` holds by `'_`.
pub(crate) fn elide(ty: &mut Type, is: impl Fn(&Lifetime) -> bool) {
    struct Elide<F>(F);
    impl<F: Fn(&Lifetime) -> bool> VisitMut for Elide<F> {
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            if (self.0)(lifetime) {
                *lifetime = Lifetime::new("'_", lifetime.apostrophe);
            }
        }
    }
    Elide(is).visit_type_mut(ty);
}

/// Whether an `impl Trait` is one of an iterator.
pub(crate) fn iterates(bounds: &syn::TypeImplTrait) -> bool {
    bounds.bounds.iter().any(|bound| match bound {
        syn::TypeParamBound::Trait(bound) => {
            let last = bound.path.segments.last();
            last.is_some_and(|name| {
                ["Iterator", "DoubleEndedIterator", "ExactSizeIterator"]
                    .iter()
                    .any(|iterator| name.ident == iterator)
            })
        }
        _ => false,
    })
}
