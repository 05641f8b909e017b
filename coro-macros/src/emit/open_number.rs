//! Numbers whose type is open where they begin.
//!
//! A local that no state keeps is declared anew in each arm that assigns it, and rustc sees as many locals. `let mut n = !0;` in one
//! and `n = 5u8;` in another are of two types then, and of one in the user's function. So the arms say of such a local that it is alike
//! in all of them: the step's head has a type for it, which they tie theirs to.
//!
//! Numbers only: any other type is known from what a local is assigned, or rustc asks for it. And a type in the step's head is
//! alive in all arms: of a borrow it would ask that what is borrowed from is, too.

use super::Emitter;
use crate::ir::{Block, Body, LocalId};
use crate::layout::Layout;
use crate::simplify;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote_spanned};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{BinOp, Block as Braces, Expr, Pat, Stmt, UnOp};

/// The locals that more than one arm declares, and that a number without a type is assigned to.
pub(super) fn find(body: &Body, layout: &Layout) -> BTreeSet<LocalId> {
    let anew = layout.anew.values().flatten().copied();
    let untyped = |local: &LocalId| body.locals.get(*local).ty.is_none();
    let among: BTreeSet<LocalId> = anew.filter(untyped).collect();
    let mut found = Found {
        body,
        among,
        open: BTreeSet::new(),
    };
    if found.among.is_empty() {
        return found.open;
    }
    for code in body.blocks.iter().flat_map(Block::code) {
        code.visit(&mut found);
    }
    found.open
}

struct Found<'a> {
    body: &'a Body,
    among: BTreeSet<LocalId>,
    open: BTreeSet<LocalId>,
}

impl Found<'_> {
    fn assigned(&mut self, local: Option<LocalId>, value: &Expr) {
        self.open
            .extend(local.filter(|local| self.among.contains(local) && is_open(value)));
    }
}

impl<'ast> Visit<'ast> for Found<'_> {
    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let (Pat::Ident(bound), Some(init)) = (&local.pat, &local.init) {
            self.assigned(self.body.locals.of_ident(&bound.ident), &init.expr);
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.assigned(self.body.locals.of_expr(&assign.left), &assign.right);
        visit::visit_expr_assign(self, assign);
    }
}

/// Whether the value may be a number whose type comes from elsewhere.
fn is_open(value: &Expr) -> bool {
    match value {
        Expr::Lit(literal) => simplify::is_open_number(literal),
        Expr::Unary(unary) => !matches!(unary.op, UnOp::Deref(_)) && is_open(&unary.expr),
        Expr::Binary(binary) => {
            let shifted = matches!(binary.op, BinOp::Shl(_) | BinOp::Shr(_));
            is_open(&binary.left) && (shifted || is_open(&binary.right))
        }
        Expr::Paren(inner) => is_open(&inner.expr),
        Expr::Group(inner) => is_open(&inner.expr),
        Expr::Block(block) => ends_open(&block.block),
        Expr::If(branch) => {
            let otherwise = branch.else_branch.as_ref();
            ends_open(&branch.then_branch) || otherwise.is_some_and(|(_, value)| is_open(value))
        }
        Expr::Match(matched) => {
            let mut values = matched.arms.iter().map(|arm| &*arm.body);
            values.any(is_open)
        }
        _ => false,
    }
}

fn ends_open(block: &Braces) -> bool {
    matches!(block.stmts.last(), Some(Stmt::Expr(value, None)) if is_open(value))
}

impl Emitter<'_> {
    /// The types of such locals, for all arms.
    pub(super) fn open_numbers(&self) -> TokenStream {
        let (private, site) = (self.private, Span::mixed_site());
        let kinds = self.open_numbers.iter().map(|local| {
            let kind = kind_of(*local);
            quote_spanned!(site=> let #kind = #private::typed();)
        });
        kinds.collect()
    }

    /// Says in an arm that `local`, declared right before, is of that type.
    pub(super) fn tied(&self, local: LocalId) -> TokenStream {
        if !self.open_numbers.contains(&local) {
            return TokenStream::new();
        }
        let (private, name, kind) = (self.private, self.local(local), kind_of(local));
        // A type that does not fit is an error at the user's name.
        let site = Span::mixed_site().located_at(name.span());
        quote_spanned!(site=> #private::alike!(#name, #kind.value());)
    }
}

fn kind_of(local: LocalId) -> Ident {
    format_ident!("number{}", local.0, span = Span::mixed_site())
}
