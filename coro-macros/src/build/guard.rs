//! Guards that yield.
//!
//! A pattern binds nothing by value before its guard has passed: where it does not pass, the next arms match on the whole
//! scrutinee. So an arm whose guard yields and does not mention what the pattern binds is matched on
//! without its bindings, and once more with them when the guard has passed; nothing has changed the
//! scrutinee in between, for a guard cannot. What a guard mentions has to be bound ahead of it, and is a copy.

use super::Builder;
use super::branch::{Head, wild};
use crate::flow::patterns;
use crate::ir::{Exit, MatchArm, Role};
use crate::syntax::markers;
use quote::ToTokens;
use syn::{Arm, Expr};

impl Builder<'_> {
    /// A scrutinee that is looked at again after a guard has yielded: the place is the same then, whatever its indices are by then.
    pub(super) fn kept_in_place(&mut self, scrutinee: Expr, arms: &[Arm]) -> Expr {
        let guards = arms.iter().filter_map(|arm| arm.guard.as_ref());
        let guards: Vec<Expr> = guards.map(|(_, guard)| (**guard).clone()).collect();
        match super::slots::root(&scrutinee) {
            Some(_) => self.capture_indices(scrutinee, &guards),
            None => self.held(scrutinee),
        }
    }

    /// Whether the arm binds after its guard.
    pub(super) fn binds_late(&self, arm: &Arm) -> bool {
        let Some((_, guard)) = &arm.guard else {
            return false;
        };
        let bound = patterns::bound(&arm.pat, &self.body.locals);
        // In format strings too.
        let said = self.body.locals.spelled_in(guard.to_token_stream());
        let mentioned = said.iter().any(|local| bound.contains(local));
        guard_suspends(arm) && !bound.is_empty() && !mentioned
    }

    /// The guard has passed: binds what the pattern does.
    pub(super) fn bind_late(&mut self, head: &Head<'_>, arm: &Arm) {
        let pattern = self.taking(head.scrutinee, &arm.pat);
        let rests = self.declare_rests(head, &pattern);
        let (bound, missed) = (self.block(Role::Arm), self.block(Role::Arm));
        let arms = [(pattern.clone(), bound), (wild(), missed)];
        self.exit(Exit::Match {
            scrutinee: head.scrutinee.clone(),
            arms: arms.map(MatchArm::unguarded).into(),
            span: head.span,
        });
        self.unreachable(missed);
        self.current = Some(bound);
        self.open_arm(&pattern, rests);
    }
}

pub(super) fn guard_suspends(arm: &Arm) -> bool {
    arm.guard
        .as_ref()
        .is_some_and(|(_, guard)| markers::suspends(guard))
}
