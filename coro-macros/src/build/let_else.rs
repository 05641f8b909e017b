//! `let .. else`.
//!
//! What the pattern binds lives on in the enclosing scope, and temporaries end ahead of the `else`: where either yields it is an `if let`, out
//! of whose first branch what is bound is carried by name.

use super::lets::split_type;
use super::stmt::NEVER;
use super::{Builder, Destination};
use crate::flow::patterns;
use crate::ir::{LocalId, Step};
use crate::messages;
use crate::syntax::delimiters;
use proc_macro2::Span;
use syn::{Expr, Local, Pat, Stmt, parse_quote, parse_quote_spanned};

impl Builder<'_> {
    /// `let PATTERN = init else { .. co_yield!(..) .. };`
    pub(super) fn let_else(&mut self, local: &Local, init: &Expr, diverge: &Expr) {
        // The bindings live on in the enclosing scope, so they are carried out of
        // the branch by name.
        let (pattern, _) = split_type(&local.pat);
        let bound = patterns::bound(pattern, &self.body.locals);
        let by_reference = patterns::by_reference(pattern);
        if by_reference {
            return self.diagnostics.at(pattern, messages::LET_ELSE_REFERENCE);
        }
        for id in bound {
            self.step(Step::Declare(id));
        }
        let (inner, assigned) = self.carried(delimiters::of_pattern(pattern.clone()));
        let init = match (&local.pat, super::operators::is_plain_place(init)) {
            // What the pattern leaves stays in the place.
            (Pat::Type(typed), true) => {
                let ty = &typed.ty;
                self.step(Step::Code(parse_quote!(let _: &#ty = &#init;)));
                init.clone()
            }
            (pattern, _) => typed(init.clone(), pattern),
        };
        let init = delimiters::in_head(init);
        let never = self.hidden(NEVER, Span::mixed_site());
        let (never, private) = (self.mention(never), &self.names.private);
        let diverge = ending_in_its_last(diverge);
        // Rust has a type for what never ends, and no place for it here.
        let diverging: Expr = parse_quote_spanned!(Span::mixed_site()=> {
            let #never: #private::ElseHasToDiverge = #diverge;
            match #never {}
        });
        let branch: Expr = parse_quote!(if let #inner = #init { #(#assigned)* } else #diverging);
        self.expression(&branch, Destination::Discard);
    }
}

impl Builder<'_> {
    /// `local` with an `else` that begins with the end of what its `let` extends: the locals from `first` on.
    pub(super) fn released_ahead_of_else(&mut self, local: &Local, first: usize) -> Option<Local> {
        let extended: Vec<LocalId> = self.body.locals.ids().skip(first).collect();
        let has_else = local.init.as_ref()?.diverge.is_some();
        if !has_else || extended.is_empty() {
            return None;
        }
        let mut local = local.clone();
        let (_, diverge) = local.init.as_mut()?.diverge.as_mut()?;
        let private = &self.names.private;
        let released = extended.iter().rev().map(|id| {
            let name = self.mention(*id);
            parse_quote!(#private::core::mem::drop(#name);)
        });
        let released: Vec<Stmt> = released.collect();
        **diverge = match &**diverge {
            Expr::Block(block) if block.label.is_none() => {
                let statements = &block.block.stmts;
                parse_quote!({ #(#released)* #(#statements)* })
            }
            other => parse_quote!({ #(#released)* #other }),
        };
        Some(local)
    }
}

/// The block with its last statement as its value: a statement that never ends has the type of one that does not.
fn ending_in_its_last(block: &Expr) -> Expr {
    let mut block = block.clone();
    if let Expr::Block(block) = &mut block {
        match block.block.stmts.last_mut() {
            Some(Stmt::Expr(_, semicolon)) => *semicolon = None,
            Some(Stmt::Macro(mac)) => mac.semi_token = None,
            _ => {}
        }
    }
    block
}

/// The annotation of a `let` moves onto its initialiser.
fn typed(init: Expr, pattern: &Pat) -> Expr {
    match pattern {
        Pat::Type(typed) => {
            let ty = &typed.ty;
            let value: syn::Ident = syn::Ident::new("value", proc_macro2::Span::mixed_site());
            parse_quote!({ let #value: #ty = #init; #value })
        }
        _ => init,
    }
}
