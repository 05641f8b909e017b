//! `if` and `match` that yield inside.

use super::guard::guard_suspends;
use super::{Builder, Destination};
use crate::flow::patterns;
use crate::ir::{BlockId, Exit, LocalId, MatchArm, Origin, Role, ScopeId, Step};
use crate::syntax::conditions::has_let;
use crate::syntax::markers;
use syn::{BinOp, Expr, ExprIf, ExprMatch, Pat};

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
        let after = self.block(Role::After);
        let outer = self.scopes.clone();
        // The head's temporaries end before `else`, as in edition 2024.
        let temporaries = self.open(false);
        let otherwise = self.block(Role::Else);
        let _bindings = self.open(true);
        self.adopt_condition(&branch.cond);
        let then = self.block(Role::Then);
        self.head_condition(&branch.cond, then, otherwise);

        self.current = Some(then);
        self.block_into(&branch.then_branch, to);
        if self.current.is_some() {
            self.goto(after);
        }
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

    /// The condition of a construct that has opened a scope for its temporaries
    /// and one for its bindings: what is not bound belongs to the former.
    pub(super) fn head_condition(&mut self, condition: &Expr, then: BlockId, otherwise: BlockId) {
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
            Expr::Unary(unary)
                if matches!(unary.op, syn::UnOp::Not(_)) && markers::suspends(condition) =>
            {
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
        *lowered.pat = self.taking(&lowered.expr, &matched.pat);
        self.adopt(&lowered.pat);
        Expr::Let(lowered)
    }

    /// What the patterns of a condition bind belongs to the innermost scope.
    pub(super) fn adopt_condition(&mut self, condition: &Expr) {
        match condition {
            Expr::Let(matched) => self.adopt(&matched.pat),
            Expr::Binary(binary) => {
                self.adopt_condition(&binary.left);
                self.adopt_condition(&binary.right);
            }
            Expr::Paren(inner) => self.adopt_condition(&inner.expr),
            _ => {}
        }
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
                self.kept_in_place(scrutinee)
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
        let mut exits = Vec::new();
        for arm in taken {
            let guard = arm.guard.as_ref().filter(|_| !guard_suspends(arm));
            let guard = guard.map(|(_, guard)| self.verbatim((**guard).clone()));
            let target = self.block(Role::Arm);
            let pattern = match self.binds_late(arm) {
                true => patterns::unbound(&arm.pat),
                false => self.taking(head.scrutinee, &arm.pat),
            };
            exits.push(MatchArm {
                pattern,
                guard,
                target,
            });
        }
        let patterns: Vec<(Pat, Rests)> = exits
            .iter()
            .map(|arm| (arm.pattern.clone(), self.declare_rests(head, &arm.pattern)))
            .collect();
        let targets: Vec<BlockId> = exits.iter().map(|arm| arm.target).collect();
        let unreachable = (partial && rest.is_none()).then(|| self.block(Role::Arm));
        let missed = rest.or(unreachable);
        exits.extend(missed.map(|target| MatchArm {
            pattern: syn::Pat::Wild(syn::PatWild {
                attrs: Vec::new(),
                underscore_token: syn::Token![_](proc_macro2::Span::mixed_site()),
            }),
            guard: None,
            target,
        }));
        self.exit(Exit::Match {
            scrutinee: head.scrutinee.clone(),
            arms: exits,
            span: head.span,
        });
        for ((arm, target), (pattern, rests)) in taken.iter().zip(targets).zip(patterns) {
            self.current = Some(target);
            self.open_arm(&pattern, rests);
            if let (Some((_, guard)), true, Some(rest)) = (&arm.guard, guard_suspends(arm), rest) {
                let holds = self.block(Role::Then);
                self.condition(guard, holds, rest);
                self.current = Some(holds);
                if self.binds_late(arm) {
                    self.bind_late(head, arm);
                }
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

/// Whether a chain must be taken apart: a part yields, or a pattern's head may
/// hold temporaries.
fn splits(condition: &Expr) -> bool {
    markers::suspends(condition) || has_let(condition)
}
