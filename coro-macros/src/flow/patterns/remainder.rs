//! What a pattern leaves of what it matches.

use super::{cases, untyped};
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Pat, PatIdent};

/// Whether `pattern` leaves a part of a value behind that may have to be
/// dropped: a wildcard, a rest, a `ref` binding.
pub(crate) fn leaves_remainder(pattern: &Pat) -> bool {
    match pattern {
        Pat::Wild(_) | Pat::Rest(_) => true,
        Pat::Ident(ident) => {
            let name = ident.ident.to_string();
            // A variant without parts, or a constant, that has been imported.
            ident.by_ref.is_some()
                || name.starts_with(char::is_uppercase) && name != "None"
                || ident
                    .subpat
                    .as_ref()
                    .is_some_and(|(_, inner)| leaves_remainder(inner))
        }
        Pat::Or(or) => or.cases.iter().any(leaves_remainder),
        Pat::Paren(paren) => leaves_remainder(&paren.pat),
        Pat::Slice(slice) => slice.elems.iter().any(leaves_remainder),
        Pat::Struct(structure) => {
            structure.rest.is_some()
                || structure
                    .fields
                    .iter()
                    .any(|field| leaves_remainder(&field.pat))
        }
        Pat::Tuple(tuple) => tuple.elems.iter().any(leaves_remainder),
        Pat::TupleStruct(tuple) => tuple.elems.iter().any(leaves_remainder),
        Pat::Type(typed) => leaves_remainder(&typed.pat),
        Pat::Macro(_) => true,
        // A variant without parts.
        Pat::Path(path) => path.path.segments.len() > 1,
        _ => false,
    }
}

/// Whether the pattern is one of numbers, characters or text: what matches it is a copy.
pub(crate) fn is_of_copies(pattern: &Pat) -> bool {
    match pattern {
        Pat::Lit(_) | Pat::Range(_) => true,
        Pat::Ident(ident) => ident
            .subpat
            .as_ref()
            .is_some_and(|(_, inner)| is_of_copies(inner)),
        Pat::Or(or) => or.cases.iter().any(is_of_copies),
        Pat::Paren(paren) => is_of_copies(&paren.pat),
        _ => false,
    }
}

/// Whether the pattern is one of a struct, as far as its path shows: a variant is named behind its enum.
pub(crate) fn is_struct(pattern: &Pat) -> bool {
    let path = match pattern {
        Pat::Struct(structure) => &structure.path,
        Pat::TupleStruct(structure) => &structure.path,
        Pat::Paren(inner) => return is_struct(&inner.pat),
        _ => return false,
    };
    path.get_ident().is_some() && !is_of_standard(path)
}

/// A variant of `Option` or `Result`: these have no destructor.
fn is_of_standard(path: &syn::Path) -> bool {
    let name = path.segments.last();
    let known = ["Some", "Ok", "Err"];
    name.is_some_and(|name| known.iter().any(|known| name.ident == known))
}

/// Whether the pattern takes apart what may have a destructor, and what of it is not bound stays: a struct, or a variant of no `Option` and no `Result`.
pub(crate) fn may_have_destructor(pattern: &Pat) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_pat(&mut self, pattern: &'ast Pat) {
            self.0 |= may_have_destructor_itself(pattern);
            if !matches!(pattern, Pat::Reference(_)) {
                visit::visit_pat(self, pattern);
            }
        }
    }
    let mut finder = Finder(false);
    finder.visit_pat(pattern);
    finder.0
}

/// The same of the pattern without its parts.
pub(crate) fn may_have_destructor_itself(pattern: &Pat) -> bool {
    match pattern {
        Pat::Struct(_) => true,
        Pat::TupleStruct(variant) => !is_of_standard(&variant.path),
        // A variant without parts, or a constant.
        Pat::Path(path) => path.path.segments.len() > 1,
        _ => false,
    }
}

/// Gives a name to each `_` that leaves a part of the value behind. The
/// alternatives of an or-pattern would have to bind alike, and behind a
/// reference nothing is owned: they stay.
pub(crate) fn name_rest(pattern: &mut Pat, fresh: &mut dyn FnMut() -> proc_macro2::Ident) {
    match pattern {
        Pat::Wild(_) => {
            *pattern = Pat::Ident(PatIdent {
                attrs: Vec::new(),
                by_ref: None,
                mutability: None,
                ident: fresh(),
                subpat: None,
            });
        }
        Pat::Paren(paren) => name_rest(&mut paren.pat, fresh),
        Pat::Slice(slice) => slice.elems.iter_mut().for_each(|p| name_rest(p, fresh)),
        Pat::Struct(structure) => {
            structure
                .fields
                .iter_mut()
                .for_each(|f| name_rest(&mut f.pat, fresh));
        }
        Pat::Tuple(tuple) => tuple.elems.iter_mut().for_each(|p| name_rest(p, fresh)),
        Pat::TupleStruct(tuple) => tuple.elems.iter_mut().for_each(|p| name_rest(p, fresh)),
        Pat::Type(typed) => name_rest(&mut typed.pat, fresh),
        _ => {}
    }
}

/// Whether what the pattern leaves is dropped in the order in which it stands there: fields are, and those of a struct are
/// declared elsewhere.
pub(crate) fn leaves_in_order(pattern: &Pat) -> bool {
    struct Structs(bool);
    impl<'ast> Visit<'ast> for Structs {
        fn visit_pat_struct(&mut self, structure: &'ast syn::PatStruct) {
            let fields = structure.fields.iter();
            self.0 &= fields.filter(|f| leaves_remainder(&f.pat)).count() < 2;
            visit::visit_pat_struct(self, structure);
        }
    }
    let mut structs = Structs(true);
    structs.visit_pat(pattern);
    structs.0
}

/// The same of a pattern in which what would be left is called by `names`.
pub(crate) fn names_in_order(pattern: &Pat, names: &[proc_macro2::Ident]) -> bool {
    struct Unname<'a>(&'a [proc_macro2::Ident]);
    impl VisitMut for Unname<'_> {
        fn visit_pat_mut(&mut self, pattern: &mut Pat) {
            match pattern {
                Pat::Ident(ident) if self.0.contains(&ident.ident) => {
                    *pattern = syn::parse_quote!(_);
                }
                _ => visit_mut::visit_pat_mut(self, pattern),
            }
        }
    }
    let mut pattern = pattern.clone();
    Unname(names).visit_pat_mut(&mut pattern);
    leaves_in_order(&pattern)
}

/// Whether the pattern leaves a part behind that has a place of its own: a `_`.
pub(crate) fn has_wildcard(pattern: &Pat) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        // What `a @ P` looks into it takes whole.
        fn visit_pat_ident(&mut self, ident: &'ast PatIdent) {
            if ident.by_ref.is_some() {
                visit::visit_pat_ident(self, ident);
            }
        }
        fn visit_pat_wild(&mut self, _: &'ast syn::PatWild) {
            self.0 = true;
        }
        fn visit_pat_reference(&mut self, _: &'ast syn::PatReference) {}
    }
    let mut finder = Finder(false);
    finder.visit_pat(pattern);
    finder.0
}

/// Whether the pattern has a `..`.
pub(crate) fn has_rest(pattern: &Pat) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        // What `a @ P` looks into it takes whole.
        fn visit_pat_ident(&mut self, ident: &'ast PatIdent) {
            if ident.by_ref.is_some() {
                visit::visit_pat_ident(self, ident);
            }
        }
        fn visit_pat_rest(&mut self, _: &'ast syn::PatRest) {
            self.0 = true;
        }
        fn visit_pat_struct(&mut self, structure: &'ast syn::PatStruct) {
            self.0 |= structure.rest.is_some();
            visit::visit_pat_struct(self, structure);
        }
    }
    let mut finder = Finder(false);
    finder.visit_pat(pattern);
    finder.0
}

/// All that `pattern` leaves of `place`, as an expression where no code runs: if it can be named.
pub(crate) fn left_by(place: &syn::Expr, pattern: &Pat) -> Option<syn::Expr> {
    let cases = cases(pattern);
    let each = cases.iter().map(|case| left_by_case(place, case));
    let each = each.collect::<Option<Vec<_>>>()?;
    Some(syn::parse_quote!((#(#each,)*)))
}

fn left_by_case(place: &syn::Expr, pattern: &Pat) -> Option<syn::Expr> {
    let (mut named, mut names) = (untyped(pattern).clone(), Vec::new());
    name_rest(&mut named, &mut || {
        let name = quote::format_ident!("left{}", names.len(), span = Span::mixed_site());
        names.push(name.clone());
        name
    });
    let all = !leaves_remainder(&named);
    all.then(|| syn::parse_quote!(match #place { #named => (#(#names,)*), _ => loop {} }))
}
