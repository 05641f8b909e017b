//! What a pattern of tagged locals does.

use crate::ir::{LocalId, Locals};
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Pat, PatIdent};

/// The locals that `pattern` binds, in order, each once.
pub(crate) fn bound(pattern: &Pat, locals: &Locals) -> Vec<LocalId> {
    struct Bound<'a>(&'a Locals, Vec<LocalId>);
    impl<'ast> Visit<'ast> for Bound<'_> {
        fn visit_pat_ident(&mut self, ident: &'ast PatIdent) {
            if let Some(id) = self.0.of_ident(&ident.ident)
                && !self.1.contains(&id)
            {
                self.1.push(id);
            }
            visit::visit_pat_ident(self, ident);
        }
        fn visit_expr(&mut self, _: &'ast Expr) {}
    }
    let mut found = Bound(locals, Vec::new());
    found.visit_pat(pattern);
    found.1
}

/// The parts of a pattern for a tuple that is written out, each with its value. What `..` stands for is left out.
pub(crate) fn in_tuple<'a>(pattern: &'a Pat, value: &'a Expr) -> Option<Vec<(&'a Pat, &'a Expr)>> {
    let (Pat::Tuple(pattern), Expr::Tuple(value)) = (pattern, value) else {
        return None;
    };
    let (parts, values) = (&pattern.elems, &value.elems);
    let rest = parts.iter().position(|part| matches!(part, Pat::Rest(_)));
    let ahead = rest.unwrap_or(parts.len());
    let behind = rest.map_or(0, |rest| parts.len() - rest - 1);
    let fits = match rest {
        Some(_) => ahead + behind <= values.len(),
        None => ahead == values.len(),
    };
    let last = values.len().saturating_sub(behind);
    let first = parts.iter().take(ahead).zip(values);
    let pairs = first.chain(parts.iter().skip(ahead + 1).zip(values.iter().skip(last)));
    fits.then(|| pairs.collect())
}

/// Whether something is bound `ref`.
pub(crate) fn by_reference(pattern: &Pat) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_pat_ident(&mut self, ident: &'ast PatIdent) {
            self.0 |= ident.by_ref.is_some();
            visit::visit_pat_ident(self, ident);
        }
    }
    let mut finder = Finder(false);
    finder.visit_pat(pattern);
    finder.0
}

/// Whether something is bound by value, as far as the pattern shows.
pub(crate) fn by_value(pattern: &Pat) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_pat_ident(&mut self, ident: &'ast PatIdent) {
            self.0 |= ident.by_ref.is_none() && !crate::resolve::is_constant(ident);
            visit::visit_pat_ident(self, ident);
        }
        // What is behind a reference is copied, not moved.
        fn visit_pat_reference(&mut self, _: &'ast syn::PatReference) {}
    }
    let mut finder = Finder(false);
    finder.visit_pat(pattern);
    finder.0
}

/// Spells the binding of `from` as `to`.
pub(crate) fn rename(pattern: &mut Pat, locals: &Locals, from: LocalId, to: LocalId) {
    struct Rename<'a>(&'a Locals, LocalId, LocalId);
    impl VisitMut for Rename<'_> {
        fn visit_pat_ident_mut(&mut self, ident: &mut PatIdent) {
            if self.0.of_ident(&ident.ident) == Some(self.1) {
                ident.ident = self.0.tag(self.2, ident.ident.span());
            }
            visit_mut::visit_pat_ident_mut(self, ident);
        }
    }
    Rename(locals, from, to).visit_pat_mut(pattern);
}

/// Takes the `mut` from what a pattern binds by value.
pub(crate) fn strip_mut(pattern: &mut Pat) {
    struct Strip;
    impl VisitMut for Strip {
        fn visit_pat_ident_mut(&mut self, ident: &mut PatIdent) {
            ident.mutability = ident.mutability.filter(|_| ident.by_ref.is_some());
            visit_mut::visit_pat_ident_mut(self, ident);
        }
    }
    Strip.visit_pat_mut(pattern);
}

/// `pattern` without what it binds: it matches the same values.
pub(crate) fn unbound(pattern: &Pat) -> Pat {
    struct Unbind;
    impl VisitMut for Unbind {
        fn visit_pat_mut(&mut self, pattern: &mut Pat) {
            // `a @ b` binds twice.
            while let Pat::Ident(ident) = pattern
                && !crate::resolve::is_constant(ident)
            {
                *pattern = match ident.subpat.take() {
                    Some((_, inner)) => *inner,
                    None => Pat::Wild(syn::PatWild {
                        attrs: Vec::new(),
                        underscore_token: syn::Token![_](ident.ident.span()),
                    }),
                };
            }
            visit_mut::visit_pat_mut(self, pattern);
            if let Pat::Struct(structure) = pattern
                && structure.rest.is_some()
            {
                // `..` says as much.
                let fields = std::mem::take(&mut structure.fields).into_iter();
                let said = fields.filter(|field| !matches!(&*field.pat, Pat::Wild(_)));
                structure.fields = said.collect();
                if !structure.fields.is_empty() {
                    structure.fields.push_punct(Default::default());
                }
            }
        }
        fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
    }
    let mut pattern = pattern.clone();
    Unbind.visit_pat_mut(&mut pattern);
    pattern
}

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

/// The alternatives of a pattern: itself, if it has none.
pub(crate) fn cases(pattern: &Pat) -> Vec<&Pat> {
    match pattern {
        Pat::Paren(inner) => cases(&inner.pat),
        Pat::Or(or) => or.cases.iter().flat_map(cases).collect(),
        _ => vec![pattern],
    }
}

/// All that `pattern` leaves of `place`, as an expression where no code runs: if it can be named.
pub(crate) fn left_by(place: &syn::Expr, pattern: &Pat) -> Option<syn::Expr> {
    let cases = cases(pattern);
    let each = cases.iter().map(|case| left_by_case(place, case));
    let each = each.collect::<Option<Vec<_>>>()?;
    Some(syn::parse_quote!((#(#each,)*)))
}

/// A pattern without the type that a `let` says it has: a `match` takes none.
pub(crate) fn untyped(pattern: &Pat) -> &Pat {
    match pattern {
        Pat::Type(typed) => untyped(&typed.pat),
        other => other,
    }
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
