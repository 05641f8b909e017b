//! Blocks and statements.

use super::head::unit_at;
use super::out_of_branches::out_of_branches;
use super::{Builder, Destination};
use crate::ir::{Role, Surroundings};
use crate::messages;
use crate::syntax::markers::{self, Marker};
use crate::syntax::{hidden, macros};
use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Block, Expr, MacroDelimiter, Stmt, parse_quote_spanned};

/// What holds the value of an `else` that never ends.
pub(super) const NEVER: &str = "never";

impl Builder<'_> {
    /// Takes a block apart; its value goes to `to`.
    pub(super) fn block_into(&mut self, block: &Block, to: Destination) {
        let imports = self.imports(block);
        if imports.is_empty() {
            return self.scoped(block, to);
        }
        let mut surroundings = self.surroundings.clone();
        surroundings.imports.push(imports);
        self.standing_in(surroundings, |this| this.scoped(block, to));
    }

    fn scoped(&mut self, block: &Block, to: Destination) {
        let scope = self.open(false);
        self.items(block);
        self.statements(block, to);
        if self.current.is_some() {
            self.close(scope);
        } else {
            self.scopes.pop();
        }
    }

    /// Builds what stands in something: it has blocks of its own, of which each is printed in that.
    pub(super) fn standing_in(
        &mut self,
        surroundings: Surroundings,
        build: impl FnOnce(&mut Self),
    ) {
        let outer = std::mem::replace(&mut self.surroundings, surroundings);
        let inside = self.block(Role::Then);
        self.goto(inside);
        self.current = Some(inside);
        build(self);
        self.surroundings = outer;
        if self.current.is_some() {
            let after = self.block(Role::After);
            self.goto(after);
            self.current = Some(after);
        }
    }

    fn statements(&mut self, block: &Block, to: Destination) {
        let (tail, statements) = match block.stmts.split_last() {
            Some((Stmt::Expr(tail, None), statements)) => (Some(tail), statements),
            Some((Stmt::Macro(mac), statements)) if mac.semi_token.is_none() => {
                return self.macro_tail(mac, statements, to);
            }
            Some((Stmt::Macro(mac), statements))
                if !to.ignores() && hidden::may_leave(&mac.mac) =>
            {
                return self.macro_tail(mac, statements, to);
            }
            _ => (None, block.stmts.as_slice()),
        };
        self.sequence(statements, &block.stmts[statements.len()..]);
        match tail {
            Some(tail) => self.at_end(tail, to),
            None => self.nothing(block, to),
        }
    }

    /// Statements in a row. The first that control never comes to is left out, with
    /// all behind it; rustc reports it at its place (see `emit`).
    pub(super) fn sequence(&mut self, statements: &[Stmt], tail: &[Stmt]) {
        let mut before: Option<&Stmt> = None;
        for (at, stmt) in statements.iter().enumerate() {
            if let (None, Some(before)) = (self.current, before)
                && !matches!(stmt, Stmt::Item(_))
            {
                self.leave_out(before, &statements[at..]);
                return;
            }
            let reached = self.current.is_some();
            match stmt {
                Stmt::Local(local) => {
                    let behind = statements[at + 1..].iter().chain(tail);
                    let said = out_of_branches(local, behind);
                    let (claimed, pinned) = said.map_or((None, None), |s| (s.claimed, s.pinned));
                    if let Some(pin) = pinned {
                        self.diagnostics.at(&pin, messages::PINNED_IN_PLACE);
                    }
                    self.local(claimed.as_ref().unwrap_or(local));
                }
                _ => self.statement(stmt),
            }
            before = reached.then_some(stmt);
        }
    }

    /// Control never comes to these statements, for the one before them never ends.
    pub(super) fn leave_out(&mut self, before: &Stmt, behind: &[Stmt]) {
        let Some(first) = behind.first() else {
            return;
        };
        let spans = (before.span(), first.span());
        self.body.unreachable.push(spans);
        for stmt in behind {
            let mentioned = self.body.locals.spelled_in(stmt.to_token_stream());
            self.body.left_out.extend(mentioned);
        }
    }

    /// A block that ends in `panic!()` or `vec![..]` without a semicolon. One with braces is a statement, whose expansion may be several; and so is one with
    /// a semicolon, as `bail!(..);`, of which the block is of any type if it leaves the function.
    fn macro_tail(&mut self, mac: &syn::StmtMacro, statements: &[Stmt], to: Destination) {
        self.sequence(statements, &[Stmt::Macro(mac.clone())]);
        let tail = Expr::Macro(syn::ExprMacro {
            attrs: mac.attrs.clone(),
            mac: mac.mac.clone(),
        });
        let several = matches!(mac.mac.delimiter, MacroDelimiter::Brace(_))
            && macros::evaluated(&mac.mac).is_none()
            && !crate::ir::diverges(&tail);
        match several || mac.semi_token.is_some() {
            true => {
                let site = Span::mixed_site().located_at(mac.span());
                self.at_end(&parse_quote_spanned!(site=> { #mac }), to);
            }
            false => self.at_end(&tail, to),
        }
    }

    /// A block without a tail has the value `()`.
    fn nothing(&mut self, block: &Block, to: Destination) {
        if to.ignores() || self.current.is_none() {
            return;
        }
        self.store(unit_at(block.brace_token.span.close()), to);
    }

    /// `expr;`: the values of branches have a type, and end behind what is bound there.
    fn ignored(&mut self, expr: &Expr) {
        if !is_control(expr) || !markers::suspends(expr) || !super::ignored::is_named(expr) {
            return self.expression(expr, Destination::Discard);
        }
        let scope = self.open(false);
        let value = self.through_temporary(expr, None);
        let private = self.names.private.clone();
        self.code(syn::parse_quote!(#private::core::mem::drop(#value);));
        self.leave(scope);
    }

    pub(super) fn statement(&mut self, stmt: &Stmt) {
        match stmt {
            // Most were moved to the head of the body when the block began.
            Stmt::Item(item) => self.item(item),
            Stmt::Local(local) => self.local(local),
            Stmt::Expr(expr, None) => self.expression(expr, Destination::Nothing),
            Stmt::Expr(expr, Some(_)) => self.ignored(expr),
            Stmt::Macro(mac) => {
                let verbatim = self.verbatim_stmt(stmt.clone());
                self.code(verbatim);
                let expr = Expr::Macro(syn::ExprMacro {
                    attrs: Vec::new(),
                    mac: mac.mac.clone(),
                });
                if crate::ir::diverges(&expr) {
                    self.exit(crate::ir::Exit::Diverge);
                }
            }
        }
    }
}

/// Whether the value of `expr` comes out of more than one place.
pub(super) fn is_control(expr: &Expr) -> bool {
    match expr {
        Expr::If(_) | Expr::Match(_) => !super::operand::only_head_suspends(expr),
        Expr::Block(_) | Expr::Loop(_) | Expr::Unsafe(_) => true,
        Expr::Paren(inner) => is_control(&inner.expr),
        Expr::Group(inner) => is_control(&inner.expr),
        Expr::Call(_) => matches!(
            markers::marker_of(expr),
            Some((Marker::YieldFrom | Marker::Try, _, _))
        ),
        _ => false,
    }
}
