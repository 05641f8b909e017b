//! Expressions.
//!
//! `expression` sends the value of an expression to a destination; `operand`
//! gives an expression without a yield that has the same value where it stands.
//! Operands before a yield are evaluated before it (`capture`); what Rust keeps to
//! the end of the statement is named (`temporaries`, `head`).

use super::slots::{Use, slots};
use super::stmt::is_control;
use super::{Builder, Destination, Stands};
use crate::ir::{Exit, ScopeId, Step};
use crate::messages;
use crate::syntax::markers::{self, Marker};
use crate::syntax::types;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, parse_quote};

impl Builder<'_> {
    /// Evaluates `expr` and sends its value to `to`.
    pub(super) fn expression(&mut self, expr: &Expr, to: Destination) {
        let stands = std::mem::take(&mut self.stands);
        if self.current.is_none() {
            return;
        }
        if !markers::suspends(expr) {
            return self.plain(expr, to);
        }
        match expr {
            Expr::Paren(inner) => {
                self.stands = stands;
                self.expression(&inner.expr, to);
            }
            Expr::Group(inner) => {
                self.stands = stands;
                self.expression(&inner.expr, to);
            }
            Expr::Block(block) => self.labelled_block(block, to),
            Expr::Unsafe(block) => self.unsafe_block(block, to),
            Expr::If(_) | Expr::Match(_) if only_head_suspends(expr) => {
                self.with_temporaries(expr, to, stands);
            }
            Expr::ForLoop(cycle) if only_head_suspends(expr) => {
                self.with_temporaries(expr, Destination::Discard, stands);
                self.unit(to, cycle.for_token.span);
            }
            Expr::If(branch) => self.branch(branch, to),
            Expr::Match(matched) => self.matched(matched, to, stands == Stands::Operand),
            Expr::Loop(cycle) => self.endless(cycle, to),
            Expr::While(cycle) => self.conditional(cycle, to),
            Expr::ForLoop(cycle) => self.for_each(cycle, to),
            Expr::Return(jump) => match &jump.expr {
                Some(operand) => self.expression(operand, Destination::Return),
                None => self.store(parse_quote!(()), Destination::Return),
            },
            Expr::Break(jump) => self.break_out(jump),
            Expr::Call(_) if yields_twice(expr) => {
                let scope = self.open(false);
                self.marker(expr, to);
                self.leave(scope);
            }
            Expr::Call(_) if markers::marker_of(expr).is_some() => self.marker(expr, to),
            _ => self.with_temporaries(expr, to, stands),
        }
    }

    /// [`Builder::expression`] for one with which its temporaries end.
    pub(super) fn at_end(&mut self, expr: &Expr, to: Destination) {
        self.stands = Stands::End;
        self.expression(expr, to);
    }

    fn plain(&mut self, expr: &Expr, to: Destination) {
        if let (Expr::Return(jump), Destination::Return) = (expr, to) {
            let unit: Expr = parse_quote!(());
            let value = self.verbatim(jump.expr.as_deref().unwrap_or(&unit).clone());
            return self.store(value, to);
        }
        let value = self.verbatim(expr.clone());
        if crate::ir::diverges(&value) {
            // No value comes out, so there is nothing to put anywhere.
            self.code(syn::Stmt::Expr(value, Some(Default::default())));
            return self.exit(Exit::Diverge);
        }
        self.store(value, to);
    }

    fn marker(&mut self, expr: &Expr, to: Destination) {
        let Some((marker, span, call)) = markers::marker_of(expr) else {
            return;
        };
        match (marker, call.args.first()) {
            (Marker::Yield, Some(value)) => self.yielded(value, span, to),
            (Marker::YieldFrom, Some(sub)) => self.delegate(sub, call.args.get(1), span, to),
            (Marker::Try, Some(Expr::Block(block))) => self.region_into(&block.block, span, to),
            (Marker::Try, _) => self.diagnostics.span(span, messages::TRY_BLOCK),
            (Marker::Raise, Some(operand)) => {
                let operand = self.operand(operand);
                let raised = self.raised(&operand, span);
                self.code(syn::Stmt::Expr(raised, Some(Default::default())));
                self.exit(Exit::Diverge);
            }
            // They are operands of `&`, and so go through `operand`.
            (Marker::Extend, _) => {}
            // It did its work by being there; the others have operands.
            (Marker::Split | Marker::Yield | Marker::YieldFrom | Marker::Raise, _) => {}
        }
    }

    /// An expression statement: its temporaries end with it.
    fn with_temporaries(&mut self, expr: &Expr, to: Destination, stands: Stands) {
        let scope = self.open(false);
        self.ending = (stands == Stands::End).then_some(scope);
        let value = self.operand(expr);
        if self.current.is_none() {
            self.scopes.pop();
            return;
        }
        self.store(value, to);
        self.leave(scope);
    }

    /// Ends the scope of a statement's temporaries.
    pub(super) fn leave(&mut self, scope: ScopeId) {
        if self.current.is_some() {
            self.settle(scope);
        } else {
            self.scopes.pop();
        }
    }

    /// An expression without a yield that has the value of `expr`.
    pub(super) fn operand(&mut self, expr: &Expr) -> Expr {
        if self.current.is_none() {
            return parse_quote!(());
        }
        if !markers::suspends(expr) {
            let value = self.verbatim(expr.clone());
            return value;
        }
        if let Some((Marker::Yield, span, call)) = markers::marker_of(expr) {
            let value = call.args[0].clone();
            self.suspend(&value, span);
            return self.sent(span);
        }
        if let Some((Marker::Extend, _, call)) = markers::marker_of(expr) {
            return self.extension(call);
        }
        if let Some(value) = self.typed_outside(expr) {
            return value;
        }
        if is_control(expr) || is_jumping(expr) {
            return self.through_temporary(expr, None);
        }
        match expr {
            Expr::Paren(inner) => self.operand(&inner.expr),
            Expr::Group(inner) => self.operand(&inner.expr),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Assign(assign) => self.assignment(assign),
            Expr::Let(condition) => self.let_condition(condition),
            _ => self.composed(expr),
        }
    }

    /// The sent value of a yield in operand position.
    fn sent(&mut self, span: Span) -> Expr {
        let received = self.received(span);
        let local = self.hidden("sent", span);
        self.body.locals.get_mut(local).plain = types::is_plain(&self.names.resume);
        let tag = self.mention(local);
        self.code(parse_quote!(let mut #tag = #received;));
        self.operands.push(local);
        tag
    }

    /// An operand of a known type: what is assigned to it in branches is coerced.
    pub(super) fn operand_of_type(&mut self, expr: &Expr, ty: &syn::Type) -> Expr {
        let apart = markers::suspends(expr) && markers::marker_of(expr).is_none();
        if apart && self.current.is_some() && is_control(expr) {
            return self.through_temporary(expr, Some(ty.clone()));
        }
        self.operand(expr)
    }

    pub(super) fn through_temporary(&mut self, expr: &Expr, ty: Option<syn::Type>) -> Expr {
        let name = self.numbered("value");
        let value = self.hidden(&name, expr.span());
        self.body.locals.get_mut(value).ty = ty;
        self.step(Step::Declare(value));
        self.stands = Stands::Operand;
        self.expression(expr, Destination::Local(value));
        self.operands.push(value);
        self.mention(value)
    }

    /// Every other expression: its operands in order, then itself.
    fn composed(&mut self, expr: &Expr) -> Expr {
        let mut lowered = expr.clone();
        if let Expr::If(branch) = &mut lowered
            && !matches!(&*branch.cond, Expr::Let(_))
        {
            *branch.cond = self.decided(&branch.cond);
            return self.verbatim(lowered);
        }
        if let Expr::Field(field) = expr
            && let Some(part) = self.part_of_tuple(field)
        {
            return part;
        }
        let Some(slots) = slots(&mut lowered) else {
            self.diagnostics.at(expr, messages::UNSUPPORTED_POSITION);
            return parse_quote!(());
        };
        let mut operands: Vec<(Expr, Use)> = slots
            .iter()
            .map(|(slot, kind)| ((**slot).clone(), *kind))
            .collect();
        self.operands(&mut operands);
        if self.current.is_none() {
            return parse_quote!(());
        }
        let matches = match expr {
            Expr::Match(_) => true,
            Expr::If(branch) => matches!(&*branch.cond, Expr::Let(_)),
            _ => false,
        };
        for ((slot, _), (operand, _)) in slots.into_iter().zip(operands) {
            // A temporary is matched on as a value, not in place.
            *slot = if matches && self.is_temporary(&operand) {
                let site = proc_macro2::Span::mixed_site().located_at(operand.span());
                syn::parse_quote_spanned!(site=> { #operand })
            } else {
                operand
            };
        }
        // What remains of `expr` does not yield.
        self.verbatim(lowered)
    }

    /// Lowers operands that are evaluated one after the other.
    pub(super) fn operands(&mut self, operands: &mut [(Expr, Use)]) {
        let last = operands
            .iter()
            .rposition(|(operand, _)| markers::suspends(operand));
        let ends = self.begins_to_end();
        for at in 0..operands.len() {
            let (mut operand, kind) = operands[at].clone();
            if last.is_some_and(|last| at < last) && !markers::suspends(&operand) {
                self.split(&mut operand);
            }
            let lowered = match kind {
                Use::Place | Use::Base | Use::Compared if markers::suspends(&operand) => {
                    self.place(&operand)
                }
                _ => self.operand(&operand),
            };
            if last.is_some_and(|last| at < last) && crate::ir::diverges(&lowered) {
                // What stands behind it is never evaluated.
                self.code(syn::Stmt::Expr(lowered, Some(Default::default())));
                return self.exit(Exit::Diverge);
            }
            let captured = match last {
                Some(last) if at < last => {
                    let later = &operands[at + 1..=last];
                    let later: Vec<Expr> = later.iter().map(|(e, _)| e.clone()).collect();
                    self.capture(lowered, kind, &later)
                }
                _ => lowered,
            };
            if ends {
                self.stand_in_order();
            }
            operands[at].0 = captured;
        }
    }
}

/// Whether only the head of an `if`, `match` or `for` yields: the rest stays verbatim. What a
/// `for` iterates over may then borrow what was sent, for both live in one arm.
pub(super) fn only_head_suspends(expr: &Expr) -> bool {
    match expr {
        Expr::ForLoop(cycle) => !markers::block_suspends(&cycle.body),
        Expr::Match(matched) => !matched.arms.iter().any(|arm| {
            markers::suspends(&arm.body)
                || arm
                    .guard
                    .as_ref()
                    .is_some_and(|(_, guard)| markers::suspends(guard))
        }),
        Expr::If(branch) => {
            !short_circuits(&branch.cond)
                && !super::holds::holds_before_else(branch)
                && !markers::block_suspends(&branch.then_branch)
                && !branch
                    .else_branch
                    .as_ref()
                    .is_some_and(|(_, e)| markers::suspends(e))
        }
        _ => false,
    }
}

/// A yield whose operand yields: what that one keeps outlives both.
pub(super) fn yields_twice(expr: &Expr) -> bool {
    matches!(markers::marker_of(expr), Some((Marker::Yield, _, call)) if markers::suspends(&call.args[0]))
}

/// A condition that is taken apart into branches.
pub(super) fn short_circuits(condition: &Expr) -> bool {
    match condition {
        Expr::Binary(binary) => matches!(binary.op, BinOp::And(_) | BinOp::Or(_)),
        Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Not(_)) && short_circuits(&unary.expr),
        Expr::Paren(inner) => short_circuits(&inner.expr),
        _ => false,
    }
}

fn is_jumping(expr: &Expr) -> bool {
    match expr {
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) | Expr::While(_) => true,
        Expr::ForLoop(_) => !only_head_suspends(expr),
        _ => matches!(markers::marker_of(expr), Some((Marker::Raise, _, _))),
    }
}
