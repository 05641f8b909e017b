//! Heads of constructs that are values without a name: with one.

use super::Hold;
use super::forms::{is_named, makes_only_a_value};
use super::wholes::Shape;
use crate::ir::Origin;
use proc_macro2::{Ident, Span};
use syn::{Expr, parse_quote};

impl Hold<'_> {
    /// A local for a value that has none.
    pub(super) fn named(&mut self, span: Span) -> (Ident, Expr) {
        let span = Span::mixed_site().located_at(span);
        let local = self.locals.add("whole", None, Origin::User, span);
        self.locals.get_mut(local).head = true;
        self.wholes.found.insert(local, Shape::Unknown);
        let tag = self.locals.tag(local, span);
        (tag.clone(), parse_quote!(#tag))
    }

    /// A construct whose head is a value that has no name: with one.
    pub(super) fn with_name(&mut self, expr: &Expr) -> Option<Expr> {
        match expr {
            Expr::Match(matched) if !is_named(&matched.expr) => {
                let site = matched.arms.iter().any(|arm| self.is_site(&arm.pat));
                let (name, whole) = self.named(site.then_some(matched.match_token.span)?);
                let (head, mut inner) = (&matched.expr, matched.clone());
                *inner.expr = whole;
                Some(parse_quote!(match #head { #name => #inner }))
            }
            Expr::If(branch) if branch.else_branch.is_none() => {
                let (head, condition) = self.head(&branch.cond)?;
                let (name, whole) = self.named(branch.if_token.span);
                let (mut inner, mut condition) = (branch.clone(), condition);
                *condition.expr = whole;
                *inner.cond = Expr::Let(condition);
                Some(parse_quote!(match #head { #name => #inner }))
            }
            // A value that does not match is dropped before `else`.
            Expr::If(branch) => {
                let (head, condition) = self.head(&branch.cond)?;
                let (_, otherwise) = branch.else_branch.as_ref()?;
                if !makes_only_a_value(&head) {
                    return None;
                }
                let (name, whole) = self.named(branch.if_token.span);
                let (pattern, then) = (&condition.pat, &branch.then_branch);
                Some(parse_quote!(match #head {
                    #name => if let #pattern = #whole #then else { { let _ = { #whole }; } #otherwise }
                }))
            }
            Expr::While(cycle) => {
                let (head, condition) = self.head(&cycle.cond)?;
                let (name, whole) = self.named(cycle.while_token.span);
                let (pattern, body) = (&condition.pat, &cycle.body);
                let (label, attributes) = (&cycle.label, &cycle.attrs);
                Some(parse_quote!(#(#attributes)* #label loop {
                    match #head { #name => if let #pattern = #whole #body else { break } }
                }))
            }
            _ => None,
        }
    }

    fn head(&self, condition: &Expr) -> Option<(Expr, syn::ExprLet)> {
        let Expr::Let(matched) = condition else {
            return None;
        };
        let site = self.is_site(&matched.pat) && !is_named(&matched.expr);
        site.then(|| ((*matched.expr).clone(), matched.clone()))
    }
}
