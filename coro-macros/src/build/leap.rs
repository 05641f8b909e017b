//! Jumps out of verbatim code.
//!
//! In: code that does not yield. Out: the same code in which `break` and
//! `continue` of a construct that was taken apart, and `co_raise!`, are leaps.
//! `return` and `?` stay as written until the arm is printed.

use super::head::unit_at;
use super::{Builder, Destination, FrameKind};
use crate::ir::{self, BlockId, LocalId};
use crate::messages;
use crate::syntax::markers::{self, Marker};
use crate::syntax::{diverge, generated};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Lifetime, Stmt, parse_quote};

/// A leap as far as a jump in user code says: what it assigns, where it goes.
struct Target {
    after: BlockId,
    value: Option<Destination>,
}

impl Builder<'_> {
    /// `expr` with its leaps marked.
    pub(super) fn verbatim(&mut self, mut expr: Expr) -> Expr {
        Leaper::new(self).visit_expr_mut(&mut expr);
        expr
    }

    /// [`Builder::verbatim`] for a statement.
    pub(super) fn verbatim_stmt(&mut self, mut stmt: Stmt) -> Stmt {
        Leaper::new(self).visit_stmt_mut(&mut stmt);
        stmt
    }

    /// The leap of a `break`, or an error at its label.
    fn break_target(&mut self, label: Option<&Lifetime>) -> Option<Target> {
        let frame = self.frames.iter().rev().find(|frame| match label {
            Some(label) => frame.label.as_deref() == Some(&label.ident.to_string()),
            None => matches!(frame.kind, FrameKind::Loop { .. } | FrameKind::Cycle { .. }),
        })?;
        match frame.kind {
            FrameKind::Loop { after, value, .. } | FrameKind::Block { after, value } => {
                Some(Target {
                    after,
                    value: Some(value),
                })
            }
            FrameKind::Cycle { after, .. } => Some(Target { after, value: None }),
            FrameKind::Region { .. } => None,
        }
    }

    fn continue_target(&self, label: Option<&Lifetime>) -> Option<BlockId> {
        self.frames.iter().rev().find_map(|frame| match frame.kind {
            FrameKind::Loop { head, .. } | FrameKind::Cycle { head, .. } => match label {
                Some(label) if frame.label.as_deref() != Some(&label.ident.to_string()) => None,
                _ => Some(head),
            },
            _ => None,
        })
    }

    fn jump(&mut self, target: BlockId) -> Expr {
        let id = self.leap(ir::Leap { target });
        ir::leap_call(id, &[])
    }

    /// A `break` of a construct that was taken apart, as verbatim code.
    fn broken(&mut self, jump: &syn::ExprBreak) -> Option<Expr> {
        let Target { after, value } = self.break_target(jump.label.as_ref())?;
        self.check_value(jump, value);
        if value == Some(Destination::Return) {
            let nothing = || Box::new(unit_at(jump.break_token.span));
            let operand = jump.expr.clone().unwrap_or_else(nothing);
            return Some(parse_quote!(return #operand));
        }
        let leap = self.jump(after);
        let operand = jump.expr.as_deref();
        Some(match (value, operand) {
            (Some(Destination::Local(id)), operand) => {
                let local = self.mention(id);
                let unit = unit_at(jump.break_token.span);
                let operand = operand.unwrap_or(&unit);
                parse_quote!({ #local = #operand; #leap })
            }
            (_, Some(operand)) => parse_quote!({ #operand; #leap }),
            (_, None) => leap,
        })
    }

    /// `co_raise!(x)` as verbatim code.
    pub(super) fn raised(&mut self, operand: &Expr, marker: proc_macro2::Span) -> Expr {
        let site = proc_macro2::Span::mixed_site().located_at(marker);
        let private = generated::path_at(&self.names.private, site);
        let interrupt: Expr =
            syn::parse_quote_spanned!(site=> #private::core::convert::Into::into(#operand));
        self.raise_interrupt(&interrupt)
    }

    /// Raises a value of type `Interrupt`, as verbatim code that diverges.
    pub(super) fn raise_interrupt(&mut self, interrupt: &Expr) -> Expr {
        let private = self.names.private.clone();
        match self.region() {
            Some((outcome, after)) => {
                let outcome = self.mention(outcome);
                let leap = self.jump(after);
                parse_quote!({
                    #outcome = #private::Err(#interrupt);
                    #leap
                })
            }
            None => {
                let throws = &self.names.throws;
                ir::finish_call(&parse_quote!(#private::Err(
                    #private::raise::<_, #throws>(#interrupt)
                )))
            }
        }
    }

    /// The innermost region: where it keeps its outcome and where it ends.
    pub(super) fn region(&self) -> Option<(LocalId, BlockId)> {
        self.frames.iter().rev().find_map(|frame| match frame.kind {
            FrameKind::Region { outcome, after } => Some((outcome, after)),
            _ => None,
        })
    }

    /// A jump at the level of blocks, with a value that may yield.
    pub(super) fn break_out(&mut self, jump: &syn::ExprBreak) {
        let Some(Target { after, value }) = self.break_target(jump.label.as_ref()) else {
            return self.unresolved(jump.label.as_ref(), &jump.break_token);
        };
        self.check_value(jump, value);
        match (&jump.expr, value) {
            (Some(operand), Some(to)) => self.expression(operand, to),
            (Some(operand), None) => self.expression(operand, Destination::Discard),
            (None, Some(to)) if !to.ignores() => {
                self.store(unit_at(jump.break_token.span), to);
            }
            (None, _) => {}
        }
        if self.current.is_some() {
            self.goto(after);
        }
    }

    /// Only a `loop` and a block have a value.
    fn check_value(&mut self, jump: &syn::ExprBreak, value: Option<Destination>) {
        if let (Some(operand), None) = (&jump.expr, value) {
            self.diagnostics.at(operand, messages::BREAK_WITH_VALUE);
        }
    }

    fn unresolved(&mut self, label: Option<&Lifetime>, token: &impl quote::ToTokens) {
        match label {
            Some(label) => self.diagnostics.at(label, messages::UNKNOWN_LABEL),
            None => self.diagnostics.at(token, messages::JUMP_OUTSIDE_LOOP),
        }
    }
}

pub(super) struct Leaper<'a, 'b> {
    pub(super) builder: &'a mut Builder<'b>,
    /// Labels of verbatim constructs; `None`: a loop without one.
    labels: Vec<Option<String>>,
    loops: usize,
}

impl<'a, 'b> Leaper<'a, 'b> {
    fn new(builder: &'a mut Builder<'b>) -> Self {
        Self {
            builder,
            labels: Vec::new(),
            loops: 0,
        }
    }

    /// Whether a jump stays in the code.
    pub(super) fn stays(&self, label: Option<&Lifetime>) -> bool {
        match label {
            Some(label) => {
                let name = label.ident.to_string();
                self.labels
                    .iter()
                    .any(|l| l.as_deref() == Some(name.as_str()))
            }
            None => self.loops > 0,
        }
    }

    fn labelled(&mut self, label: Option<&syn::Label>, cycle: bool, visit: impl FnOnce(&mut Self)) {
        self.labels
            .push(label.map(|label| label.name.ident.to_string()));
        self.loops += usize::from(cycle);
        visit(self);
        self.loops -= usize::from(cycle);
        self.labels.pop();
    }

    /// What control never comes to is left out, for it may mention what is not there any more: rustc reports it at its place.
    fn cut(&mut self, block: &mut syn::Block) {
        let Some(last) = block.stmts.iter().position(never_ends) else {
            return;
        };
        let locals = &self.builder.body.locals;
        let behind = &block.stmts[last + 1..];
        let mut mentioned = behind
            .iter()
            .flat_map(|stmt| locals.spelled_in(stmt.to_token_stream()));
        if !mentioned.any(|local| locals.get(local).scope.is_some()) {
            return;
        }
        let (items, cut): (Vec<Stmt>, Vec<Stmt>) = block
            .stmts
            .drain(last + 1..)
            .partition(|stmt| matches!(stmt, Stmt::Item(_)));
        block.stmts.extend(items);
        self.builder.leave_out(&block.stmts[last], &cut);
        if let Some(value) = value_of(&block.stmts[last])
            && diverge::is_guessed(&value)
        {
            // It is for rustc to say that it never ends.
            let private = &self.builder.names.private;
            block.stmts[last] = parse_quote! {
                #[allow(clippy::diverging_sub_expression)]
                let _: #private::NeverEnds = #value;
            };
        }
    }

    fn jumps(&mut self, expr: &mut Expr) {
        let replaced = match expr {
            Expr::Break(jump) if !self.stays(jump.label.as_ref()) => {
                let broken = self.builder.broken(jump);
                if broken.is_none() {
                    self.builder
                        .unresolved(jump.label.as_ref(), &jump.break_token);
                }
                broken
            }
            Expr::Continue(jump) if !self.stays(jump.label.as_ref()) => {
                let head = self.builder.continue_target(jump.label.as_ref());
                if head.is_none() {
                    self.builder
                        .unresolved(jump.label.as_ref(), &jump.continue_token);
                }
                head.map(|head| self.builder.jump(head))
            }
            Expr::Call(call) => match markers::marker(call) {
                Some((Marker::Raise, marker)) => {
                    Some(self.builder.raised(&call.args[0].clone(), marker))
                }
                _ => None,
            },
            _ => None,
        };
        if let Some(replaced) = replaced {
            *expr = replaced;
        }
    }
}

impl VisitMut for Leaper<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => return,
            Expr::Macro(mac) => {
                if let Some(bound) = self.opened(&mac.mac) {
                    *expr = bound;
                    self.visit_expr_mut(expr);
                }
                return;
            }
            Expr::Loop(cycle) => {
                let label = cycle.label.clone();
                self.labelled(label.as_ref(), true, |v| visit_mut::visit_expr_mut(v, expr));
            }
            Expr::While(cycle) => {
                let label = cycle.label.clone();
                self.labelled(label.as_ref(), true, |v| visit_mut::visit_expr_mut(v, expr));
            }
            Expr::ForLoop(cycle) => {
                self.visit_expr_mut(&mut cycle.expr);
                let label = cycle.label.clone();
                self.labelled(label.as_ref(), true, |v| v.visit_block_mut(&mut cycle.body));
            }
            Expr::Block(block) if block.label.is_some() => {
                let label = block.label.clone();
                self.labelled(label.as_ref(), false, |v| {
                    visit_mut::visit_expr_mut(v, expr)
                });
            }
            _ => visit_mut::visit_expr_mut(self, expr),
        }
        self.jumps(expr);
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(mac) = stmt
            && let Some(bound) = self.opened(&mac.mac)
        {
            *stmt = Stmt::Expr(bound, mac.semi_token);
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        visit_mut::visit_block_mut(self, block);
        self.cut(block);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Whether control never comes behind a statement.
fn never_ends(stmt: &Stmt) -> bool {
    value_of(stmt).is_some_and(|value| ir::diverges(&value))
}

/// The value of a statement that is an expression.
fn value_of(stmt: &Stmt) -> Option<Expr> {
    match stmt {
        Stmt::Expr(expr, _) => Some(expr.clone()),
        Stmt::Macro(mac) => {
            let (attrs, mac) = (Vec::new(), mac.mac.clone());
            Some(Expr::Macro(syn::ExprMacro { attrs, mac }))
        }
        Stmt::Local(_) | Stmt::Item(_) => None,
    }
}
