//! Parts of a value that a pattern takes apart, beside others that it moves.
//!
//! `let (text, Guard(n)) = pair;` moves `text` and copies `n`: what it was copied out of stays in `pair`, and is dropped at the end of its scope, if it has a
//! destructor. Whether it has is for the types to say. In: a pattern. Out: each such part, and the pattern with a reference in its place.

use super::patterns;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::cell::Cell;
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Pat, Token, parse_quote};

pub(super) struct Nested {
    pub(super) part: Pat,
    /// The pattern, in which only this part is bound, as `left`.
    pub(super) reference: Pat,
}

/// The parts of `pattern` for which `is` holds.
pub(super) fn nested(pattern: &Pat, is: impl Fn(&Pat) -> bool) -> Vec<Nested> {
    let mut parts = Vec::new();
    loop {
        let mut reference = pattern.clone();
        let mut finder = Parts {
            is: &is,
            at: parts.len(),
            found: None,
        };
        finder.visit_pat_mut(&mut reference);
        let Some(part) = finder.found else {
            return parts;
        };
        let reference = unbound_but_left(&reference);
        parts.push(Nested { part, reference });
    }
}

/// What a destructuring assignment does with a value, as a pattern.
pub(super) fn assignee(left: &Expr) -> Option<Pat> {
    match left {
        Expr::Infer(_) | Expr::Tuple(_) | Expr::Array(_) | Expr::Call(_) | Expr::Struct(_) => {
            part_of_assignee(left, &Cell::new(0))
        }
        Expr::Paren(inner) => assignee(&inner.expr),
        _ => None,
    }
}

/// `places`: how many of another kind than names come before it. Each has a name of its own.
fn part_of_assignee(part: &Expr, places: &Cell<usize>) -> Option<Pat> {
    let parts = |parts: &Punctuated<Expr, Token![,]>| {
        let parts = parts.iter().map(|part| part_of_assignee(part, places));
        parts.collect::<Option<Vec<Pat>>>()
    };
    Some(match part {
        Expr::Infer(_) => parse_quote!(_),
        Expr::Range(_) => parse_quote!(..),
        Expr::Path(path) => {
            let name = path.path.get_ident()?;
            parse_quote!(#name)
        }
        Expr::Tuple(tuple) => {
            let parts = parts(&tuple.elems)?;
            parse_quote!((#(#parts,)*))
        }
        Expr::Array(array) => {
            let parts = parts(&array.elems)?;
            parse_quote!([#(#parts),*])
        }
        Expr::Call(call) => {
            let Expr::Path(path) = &*call.func else {
                return None;
            };
            let parts = parts(&call.args)?;
            parse_quote!(#path(#(#parts),*))
        }
        Expr::Struct(structure) => {
            let (path, rest) = (&structure.path, structure.dot2_token);
            let fields = structure.fields.iter().map(|field| {
                let (member, part) = (&field.member, part_of_assignee(&field.expr, places)?);
                Some(quote!(#member: #part))
            });
            let fields = fields.collect::<Option<Vec<TokenStream>>>()?;
            parse_quote!(#path { #(#fields,)* #rest })
        }
        Expr::Paren(inner) => part_of_assignee(&inner.expr, places)?,
        // A place of another kind: a name stands for it.
        _ => {
            let name = format_ident!("place{}", places.replace(places.get() + 1));
            parse_quote!(#name)
        }
    })
}

/// What a name is bound to is taken whole, behind a reference is nothing to move, and alternatives have to bind alike.
fn is_whole(pattern: &Pat) -> bool {
    matches!(pattern, Pat::Reference(_) | Pat::Or(_) | Pat::Ident(_))
}

/// Puts `left` in the place of one part. By value, for behind a reference `ref` cannot be said; nothing of it runs.
struct Parts<'a, F> {
    is: &'a F,
    /// How many come before it.
    at: usize,
    found: Option<Pat>,
}

impl<F: Fn(&Pat) -> bool> VisitMut for Parts<'_, F> {
    fn visit_pat_mut(&mut self, pattern: &mut Pat) {
        if self.found.is_some() || is_whole(pattern) {
            return;
        }
        if (self.is)(pattern) {
            if self.at == 0 {
                self.found = Some(std::mem::replace(pattern, parse_quote!(left)));
                return;
            }
            self.at -= 1;
        }
        visit_mut::visit_pat_mut(self, pattern);
    }

    fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
}

/// `pattern` without what it binds, but `left`.
fn unbound_but_left(pattern: &Pat) -> Pat {
    struct Unbind;
    impl VisitMut for Unbind {
        fn visit_pat_mut(&mut self, pattern: &mut Pat) {
            match pattern {
                Pat::Ident(ident) if ident.ident == "left" => {}
                Pat::Ident(_) => *pattern = patterns::unbound(pattern),
                _ => visit_mut::visit_pat_mut(self, pattern),
            }
        }
        fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
    }
    let mut pattern = pattern.clone();
    Unbind.visit_pat_mut(&mut pattern);
    pattern
}
