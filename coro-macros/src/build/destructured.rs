//! Assignments that take a value apart: `(a, b) = value`.
//!
//! By the language they are a `let` of names of their own, and an assignment of each to its place: the temporaries of the value end in
//! between. Where there may be some, beside a yield, that is what is built.

use super::Builder;
use super::holds::may_hold;
use crate::syntax::markers;
use crate::syntax::operators::destructures;
use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned;
use syn::{Expr, FieldValue, Pat, Stmt, parse_quote};

impl Builder<'_> {
    /// The assignments behind the `let`; `None` if no temporary may be held.
    pub(super) fn destructured(&mut self, assign: &syn::ExprAssign) -> Option<Expr> {
        let value = &assign.right;
        if !destructures(&assign.left) || !markers::suspends(value) || !may_hold(value) {
            return None;
        }
        let mut assigned = Vec::new();
        let pattern = self.taking_to(&assign.left, &mut assigned)?;
        let Stmt::Local(bound) = parse_quote!(let #pattern = #value;) else {
            return None;
        };
        self.local(&bound);
        Some(parse_quote!({ #(#assigned)* }))
    }

    /// The pattern that an assignee is, and what is assigned to the places in it.
    fn taking_to(&mut self, left: &Expr, assigned: &mut Vec<Stmt>) -> Option<Pat> {
        let mut all = |parts: Vec<&Expr>| -> Option<Vec<Pat>> {
            let parts = parts.into_iter();
            parts.map(|part| self.taking_to(part, assigned)).collect()
        };
        Some(match left {
            Expr::Infer(_) => parse_quote!(_),
            Expr::Range(range) if range.start.is_none() && range.end.is_none() => parse_quote!(..),
            Expr::Tuple(tuple) => {
                let parts = all(tuple.elems.iter().collect())?;
                match parts.as_slice() {
                    [only] if !matches!(only, Pat::Rest(_)) => parse_quote!((#only,)),
                    parts => parse_quote!((#(#parts),*)),
                }
            }
            Expr::Array(array) => {
                let parts = all(array.elems.iter().collect())?;
                parse_quote!([#(#parts),*])
            }
            Expr::Call(call) => {
                let (made, parts) = (&call.func, all(call.args.iter().collect())?);
                parse_quote!(#made(#(#parts),*))
            }
            Expr::Struct(made) if made.rest.is_none() => {
                let fields = made.fields.iter();
                let fields: Option<Vec<TokenStream>> = fields
                    .map(|field| self.taking_field(field, assigned))
                    .collect();
                let (path, fields, rest) = (&made.path, fields?, made.dot2_token);
                parse_quote!(#path { #(#fields,)* #rest })
            }
            Expr::Paren(inner) => self.taking_to(&inner.expr, assigned)?,
            place => {
                let local = self.numbered("part");
                let local = self.hidden(&local, place.span());
                let (name, place) = (self.mention(local), self.verbatim(place.clone()));
                assigned.push(parse_quote!(#place = #name;));
                parse_quote!(#name)
            }
        })
    }

    fn taking_field(
        &mut self,
        field: &FieldValue,
        assigned: &mut Vec<Stmt>,
    ) -> Option<TokenStream> {
        let (member, pattern) = (&field.member, self.taking_to(&field.expr, assigned)?);
        Some(quote!(#member: #pattern))
    }
}
