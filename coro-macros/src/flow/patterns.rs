//! What a pattern of tagged locals does.

mod remainder;

pub(crate) use remainder::{
    has_rest, has_wildcard, is_of_copies, is_struct, leaves_in_order, leaves_remainder, left_by,
    may_have_destructor, may_have_destructor_itself, name_rest, names_in_order,
};

use crate::ir::{LocalId, Locals};
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

/// The alternatives of a pattern: itself, if it has none.
pub(crate) fn cases(pattern: &Pat) -> Vec<&Pat> {
    match pattern {
        Pat::Paren(inner) => cases(&inner.pat),
        Pat::Or(or) => or.cases.iter().flat_map(cases).collect(),
        _ => vec![pattern],
    }
}

/// A pattern without the type that a `let` says it has: a `match` takes none.
pub(crate) fn untyped(pattern: &Pat) -> &Pat {
    match pattern {
        Pat::Type(typed) => untyped(&typed.pat),
        other => other,
    }
}
