//! Conditions: chains, patterns, and what yields in them.

use super::operand::short_circuits;
use super::{Builder, Destination};
use crate::ir::{BlockId, Exit, Origin, Role, ScopeId};
use crate::syntax::conditions::{has_let, lets};
use crate::syntax::markers;
use syn::{BinOp, Expr};

impl Builder<'_> {
    /// The condition of a construct that has opened a scope for its temporaries: goes on where it holds. In a chain each head stands in the
    /// scope of what those before it bind; out: the scopes of their temporaries.
    pub(super) fn enter_condition(&mut self, condition: &Expr, otherwise: BlockId) -> Vec<ScopeId> {
        let mut inner = Vec::new();
        let (first, rest) = parts(condition);
        self.enter_part(first, otherwise);
        for part in rest {
            if has_let(part) {
                inner.push(self.open(false));
                self.enter_part(part, otherwise);
            } else {
                let then = self.block(Role::Then);
                self.condition(part, then, otherwise);
                self.current = Some(then);
            }
        }
        inner
    }

    fn enter_part(&mut self, part: &Expr, otherwise: BlockId) {
        let _bindings = self.open(true);
        self.adopt_condition(part);
        let then = self.block(Role::Then);
        self.head_condition(part, then, otherwise);
        self.current = Some(then);
    }

    /// What [`Self::enter_condition`] opened is left.
    pub(super) fn leave_condition(&mut self, inner: Vec<ScopeId>) {
        for temporaries in inner.into_iter().rev() {
            let depth = self.scopes.iter().position(|scope| *scope == temporaries);
            self.scopes.truncate(depth.unwrap_or(self.scopes.len()));
            self.settle_closed(temporaries);
        }
    }

    /// A part of it: what is not bound belongs to the scope of its temporaries.
    fn head_condition(&mut self, condition: &Expr, then: BlockId, otherwise: BlockId) {
        let depth = self.scopes.len();
        let outer = self.home.replace((self.scopes[depth - 2], depth));
        self.condition(condition, then, otherwise);
        self.home = outer;
    }

    /// Sends control to `then` or `otherwise`.
    pub(super) fn condition(&mut self, condition: &Expr, then: BlockId, otherwise: BlockId) {
        match condition {
            Expr::Paren(inner) if !has_let(&inner.expr) => {
                self.condition(&inner.expr, then, otherwise);
            }
            Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) && splits(condition) => {
                let middle = self.block(Role::Then);
                self.condition(&binary.left, middle, otherwise);
                self.current = Some(middle);
                self.condition(&binary.right, then, otherwise);
            }
            Expr::Binary(binary)
                if matches!(binary.op, BinOp::Or(_)) && markers::suspends(condition) =>
            {
                let middle = self.block(Role::Else);
                self.condition(&binary.left, then, middle);
                self.current = Some(middle);
                self.condition(&binary.right, then, otherwise);
            }
            // What has an own `!` is no condition.
            Expr::Unary(unary) if short_circuits(condition) && markers::suspends(condition) => {
                self.condition(&unary.expr, otherwise, then);
            }
            Expr::Let(matched) => {
                let lowered = self.let_condition(matched);
                self.exit(Exit::Branch {
                    condition: lowered,
                    then,
                    otherwise,
                });
            }
            _ if markers::suspends(condition) => {
                self.computed_condition(condition, then, otherwise)
            }
            _ => {
                let condition = self.verbatim(condition.clone());
                self.exit(Exit::Branch {
                    condition,
                    then,
                    otherwise,
                });
            }
        }
    }

    fn computed_condition(&mut self, condition: &Expr, then: BlockId, otherwise: BlockId) {
        let condition = self.decided(condition);
        self.exit(Exit::Branch {
            condition,
            then,
            otherwise,
        });
    }

    /// A condition that yields: its temporaries end before either branch begins.
    pub(super) fn decided(&mut self, condition: &Expr) -> Expr {
        let scope = self.open(false);
        self.ending = Some(scope);
        let value = self.operand(condition);
        if !self.held.contains(&scope) {
            self.settle(scope);
            return value;
        }
        self.scopes.pop();
        let decided = self.numbered("condition");
        let decided = self.hidden(&decided, proc_macro2::Span::call_site());
        self.scopes.push(scope);
        self.declare_before(scope, decided);
        self.store(value, Destination::Local(decided));
        self.close(scope);
        self.mention(decided)
    }

    pub(super) fn let_condition(&mut self, matched: &syn::ExprLet) -> Expr {
        let mut lowered = matched.clone();
        // Temporaries of the head outlive what the pattern binds.
        let outer = self.home;
        self.home = match self.scopes.as_slice() {
            [.., home, bindings] if self.body.scopes[bindings.0].binding => {
                Some((*home, self.scopes.len()))
            }
            _ => None,
        };
        *lowered.expr = self.scrutinee(&matched.expr, std::iter::once(&*matched.pat));
        self.home = outer;
        self.ends_with_head(&lowered.expr);
        *lowered.pat = self.taking(&lowered.expr, &matched.pat);
        self.adopt(&lowered.pat);
        Expr::Let(lowered)
    }

    /// A temporary that is matched on itself: where the pattern does not match, all of it is left, and ends with the head's others.
    fn ends_with_head(&mut self, scrutinee: &Expr) {
        let local = self.body.locals.of_expr(scrutinee);
        let known = local.map(|local| self.body.locals.get(local));
        let hidden = known.filter(|known| known.origin == Origin::Hidden && !known.plain);
        if let Some(scope) = hidden.and_then(|known| known.scope) {
            self.hold_until(scope);
        }
    }

    /// What the patterns of a condition bind belongs to the innermost scope.
    fn adopt_condition(&mut self, condition: &Expr) {
        for matched in lets(condition) {
            self.adopt(&matched.pat);
        }
    }
}

/// The parts of a chain that binds something, the first by itself; any other condition is one.
fn parts(condition: &Expr) -> (&Expr, Vec<&Expr>) {
    match condition {
        Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) && has_let(condition) => {
            let (first, mut rest) = parts(&binary.left);
            let (next, last) = parts(&binary.right);
            rest.push(next);
            rest.extend(last);
            (first, rest)
        }
        _ => (condition, Vec::new()),
    }
}

/// Whether a chain must be taken apart: a part yields, or a pattern's head may
/// hold temporaries.
fn splits(condition: &Expr) -> bool {
    markers::suspends(condition) || has_let(condition)
}
