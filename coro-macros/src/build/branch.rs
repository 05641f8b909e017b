//! `if` and `match` that yield inside.

use super::guard::guard_suspends;
use super::{Builder, Destination};
use crate::flow::patterns;
use crate::ir::{BlockId, Exit, LocalId, MatchArm, Origin, Role, ScopeId, Step};
use syn::{Expr, ExprIf, ExprMatch, Pat};

/// What a `match` looks at.
pub(super) struct Head<'a> {
    pub(super) scrutinee: &'a Expr,
    pub(super) span: proc_macro2::Span,
    /// The scope of what patterns leave, if that is not the arm's.
    rests: Option<ScopeId>,
}

/// By what binds a rest: what holds it to the end of the statement.
pub(super) type Rests = Vec<(LocalId, LocalId)>;

impl Builder<'_> {
    pub(super) fn branch(&mut self, branch: &ExprIf, to: Destination) {
        let to = match (to, &branch.else_branch) {
            (Destination::Discard, None) => Destination::Nothing,
            (to, _) => to,
        };
        let after = self.block(Role::After);
        let outer = self.scopes.clone();
        // The head's temporaries end before `else`, as in edition 2024.
        let temporaries = self.open(false);
        let otherwise = self.block(Role::Else);
        let inner = self.enter_condition(&branch.cond, otherwise);
        self.block_into(&branch.then_branch, to);
        if self.current.is_some() {
            self.goto(after);
        }
        self.leave_condition(inner);
        self.scopes.truncate(outer.len() + 1);

        self.current = Some(otherwise);
        self.close(temporaries);
        match &branch.else_branch {
            Some((_, otherwise)) => self.body_of(otherwise, to),
            None => self.unit(to, branch.if_token.span),
        }
        if self.current.is_some() {
            self.goto(after);
        }
        self.scopes = outer;
        self.settle_closed(temporaries);
        self.resume_at(after);
    }

    /// Goes on at `target`, if anything leads there.
    pub(super) fn resume_at(&mut self, target: BlockId) {
        let reached = self.body.leaps.iter().any(|leap| leap.target == target)
            || self
                .body
                .blocks
                .iter()
                .any(|block| block.exit.targets().contains(&target));
        self.current = reached.then_some(target);
    }

    /// `nested`: it is an operand, and the temporaries of its head live as long as the
    /// statement that it is a part of.
    pub(super) fn matched(&mut self, matched: &ExprMatch, to: Destination, nested: bool) {
        if nested && let Some(body) = self.named_head(matched) {
            return self.body_of(&body, to);
        }
        let after = self.block(Role::After);
        let outer = self.scopes.clone();
        let temporaries = (!nested).then(|| self.open(false));
        let patterns: Vec<Pat> = matched.arms.iter().map(|arm| arm.pat.clone()).collect();
        let scrutinee = self.scrutinee(&matched.expr, patterns.iter());
        if self.current.is_some() {
            let guarded = matched.arms.iter().any(guard_suspends);
            let scrutinee = if guarded {
                self.kept_in_place(scrutinee, &matched.arms)
            } else {
                scrutinee
            };
            let head = Head {
                scrutinee: &scrutinee,
                span: matched.match_token.span,
                rests: nested.then(|| self.temporaries()).flatten(),
            };
            self.arms(&head, &matched.arms, to, after, false);
        }
        self.scopes = outer;
        if let Some(temporaries) = temporaries {
            self.settle_closed(temporaries);
        }
        self.resume_at(after);
    }

    /// Matches on the arms up to the first whose guard yields; that one and the
    /// arms after it are tried in turn. `partial`: arms before these were tried.
    fn arms(
        &mut self,
        head: &Head<'_>,
        arms: &[syn::Arm],
        to: Destination,
        after: BlockId,
        partial: bool,
    ) {
        let depth = self.scopes.len();
        let guarded = arms.iter().position(guard_suspends);
        let rest = guarded.map(|_| self.block(Role::Else));
        let taken = guarded.map_or(arms, |at| &arms[..=at]);
        let mut exits: Vec<MatchArm> = taken.iter().map(|arm| self.matched_on(head, arm)).collect();
        let patterns: Vec<(Pat, Rests)> = exits
            .iter()
            .map(|arm| (arm.pattern.clone(), self.declare_rests(head, &arm.pattern)))
            .collect();
        let targets: Vec<BlockId> = exits.iter().map(|arm| arm.target).collect();
        let unreachable = (partial && rest.is_none()).then(|| self.block(Role::Arm));
        let missed = rest.or(unreachable);
        exits.extend(missed.map(|target| MatchArm::unguarded((wild(), target))));
        self.exit(Exit::Match {
            scrutinee: head.scrutinee.clone(),
            arms: exits,
            span: head.span,
        });
        for ((arm, target), (pattern, rests)) in taken.iter().zip(targets).zip(patterns) {
            self.current = Some(target);
            self.open_arm(&pattern, rests);
            if let Some(rest) = rest {
                self.guarded(head, arm, rest);
            }
            self.body_of(&arm.body, to);
            if self.current.is_some() {
                self.goto(after);
            }
            self.scopes.truncate(depth);
        }
        if let Some(block) = unreachable {
            self.unreachable(block);
        }
        if let (Some(rest), Some(at)) = (rest, guarded) {
            self.current = Some(rest);
            self.arms(head, &arms[at + 1..], to, after, true);
        }
    }

    /// What one arm matches on, with a guard that does not yield.
    fn matched_on(&mut self, head: &Head<'_>, arm: &syn::Arm) -> MatchArm {
        let guard = arm.guard.as_ref().filter(|_| !guard_suspends(arm));
        let guard = guard.map(|(_, guard)| self.verbatim((**guard).clone()));
        let target = self.block(Role::Arm);
        let pattern = match self.binds_late(arm) {
            true => patterns::unbound(&arm.pat),
            false => self.taking(head.scrutinee, &arm.pat),
        };
        MatchArm {
            pattern,
            guard,
            target,
        }
    }

    /// A guard that yields is asked in the arm; where it does not pass, `rest` is next.
    fn guarded(&mut self, head: &Head<'_>, arm: &syn::Arm, rest: BlockId) {
        let Some((_, guard)) = arm.guard.as_ref().filter(|_| guard_suspends(arm)) else {
            return;
        };
        let holds = self.block(Role::Then);
        self.condition(guard, holds, rest);
        self.current = Some(holds);
        if self.binds_late(arm) {
            self.bind_late(head, arm);
        }
    }

    /// Declares what holds what `pattern` leaves of a temporary of the statement, if it is matched; of that the first part is dropped first.
    pub(super) fn declare_rests(&mut self, head: &Head<'_>, pattern: &Pat) -> Rests {
        let Some(scope) = head.rests else {
            return Vec::new();
        };
        let bound = patterns::bound(pattern, &self.body.locals).into_iter();
        let hidden = |local: &LocalId| self.body.locals.get(*local).origin == Origin::Hidden;
        let rests: Vec<LocalId> = bound.filter(hidden).collect();
        let held = rests.into_iter().rev().map(|rest| {
            let name = self.numbered("left");
            let held = self.hidden(&name, head.span);
            self.body.locals.get_mut(held).scope = Some(scope);
            self.hold_until(scope);
            self.step(Step::Declare(held));
            (rest, held)
        });
        held.collect()
    }

    /// The scope of an arm, which has what its pattern binds.
    pub(super) fn open_arm(&mut self, pattern: &Pat, rests: Rests) {
        let _bindings = self.open(true);
        self.adopt(pattern);
        for (rest, held) in rests {
            let (rest, held) = (self.mention(rest), self.mention(held));
            self.code(syn::parse_quote!(#held = #rest;));
        }
    }

    /// A pattern that moves parts out of a temporary has to hold the other parts.
    pub(super) fn taking(&mut self, scrutinee: &Expr, pattern: &Pat) -> Pat {
        let owned = super::slots::root(scrutinee).is_none() || self.is_temporary(scrutinee);
        if owned && crate::flow::patterns::by_value(pattern) {
            self.held_pattern(pattern)
        } else {
            pattern.clone()
        }
    }

    /// A branch: a block is taken apart even if it does not yield, so that its
    /// braces are not left around a value.
    fn body_of(&mut self, body: &Expr, to: Destination) {
        match body {
            Expr::Block(block) if block.label.is_none() && block.attrs.is_empty() => {
                self.block_into(&block.block, to);
            }
            other => self.expression(other, to),
        }
    }

    /// What was tried before is all there is.
    pub(super) fn unreachable(&mut self, block: BlockId) {
        let private = self.names.private.clone();
        self.current = Some(block);
        self.code(syn::parse_quote!(#private::core::unreachable!();));
        self.exit(Exit::Diverge);
    }
}

/// `_`
pub(super) fn wild() -> Pat {
    Pat::Wild(syn::PatWild {
        attrs: Vec::new(),
        underscore_token: syn::Token![_](proc_macro2::Span::mixed_site()),
    })
}
