//! Where a jump hands its locals over.
//!
//! A jump leaves scopes, and in Rust what they hold is dropped on the way: a guard that borrows from what the next state
//! keeps has to let go before that is moved. So a jump out of scopes that may hold something breaks out of them, and
//! its state is built behind them, where it *lands*. One that leaves nothing of the kind is written in place.
//!
//! ```text
//! 'leap: { let guard = cell.lock(); if guard.done() { break 'leap } .. }
//! at = State::Loop { cell }; continue 'machine
//! ```
//!
//! In: the arm of a state, its edges, its braces. Out: by place in it, the jumps that land behind all that follows. It is
//! ahead of the outermost scope that the jump closes: what the next state keeps is declared before that.

mod leaps;

use super::{Conversion, Kept, Layout};
use crate::flow::{Flow, Init, patterns};
use crate::ir::{BlockId, Body, Exit, LeapId, LocalId, Locals, ScopeId, Step};
use crate::simplify;
use std::collections::HashMap;
use syn::Stmt;
use syn::visit::{self, Visit};

/// What leaves an arm for another state.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Jump {
    /// Verbatim code.
    Leap(LeapId),
    /// The end of a block, for the second.
    End(BlockId, BlockId),
}

/// What follows is inside of a block that jumps break out of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Place {
    /// All of an arm.
    Arm(BlockId),
    /// What is behind so many steps of a block.
    Behind(BlockId, usize),
}

#[derive(Default)]
pub(crate) struct Landings {
    places: HashMap<Place, Vec<Jump>>,
    /// Each with the one that stands for all that do the same.
    landing: HashMap<Jump, Jump>,
}

impl Landings {
    /// The jumps that land behind what follows `place`.
    pub(crate) fn at(&self, place: Place) -> &[Jump] {
        self.places.get(&place).map_or(&[], Vec::as_slice)
    }

    /// `None`: it is written in place. Else: the jump that lands for it.
    pub(crate) fn of(&self, jump: Jump) -> Option<Jump> {
        self.landing.get(&jump).copied()
    }

    fn land(&mut self, place: Place, jump: Jump, same: impl Fn(Jump) -> bool) {
        let jumps = self.places.entry(place).or_default();
        let known = jumps.iter().copied().find(|other| same(*other));
        if known.is_none() {
            jumps.push(jump);
        }
        self.landing.insert(jump, known.unwrap_or(jump));
    }
}

/// The jumps of an arm that land.
pub(super) fn look(layout: &Layout, arm: &Arm<'_>, landings: &mut Landings) {
    let body = arm.body;
    let edge = |jump| -> (BlockId, &[Conversion]) {
        match jump {
            Jump::Leap(leap) => (body.leaps[leap.0].target, layout.leap(leap)),
            Jump::End(block, target) => (target, layout.edge(block, target)),
        }
    };
    for block in arm.blocks {
        let leaps = leaps::leaps(body, body.block(*block));
        let ends = ends(body, *block, arm.states).map(|(jump, steps)| (jump, steps, false));
        for (jump, steps, holds) in leaps.into_iter().chain(ends) {
            let (target, conversions) = edge(jump);
            let closing = arm.closing(*block, steps, target);
            // What closes with a brace has let go.
            let braced =
                |scope: &ScopeId| matches!(jump, Jump::End(..)) && layout.is_brace(*block, *scope);
            let open: Vec<ScopeId> = closing.iter().copied().filter(|s| !braced(s)).collect();
            if holds || arm.hold(jump, &open) {
                let place = arm.place(*block, steps, closing.first().copied());
                let place = arm.behind_kept(place, (*block, steps), (target, conversions));
                landings.land(place, jump, |other| edge(other) == (target, conversions));
            }
        }
    }
}

/// The ends of a block that are states, each with the number of steps before it and before the scopes that it closes.
fn ends<'a>(
    body: &'a Body,
    id: BlockId,
    states: &'a [Option<Vec<Kept>>],
) -> impl Iterator<Item = (Jump, usize)> {
    let block = body.block(id);
    let all = block.steps.len();
    let closes = (0..all).find(|at| simplify::ends(block, *at));
    let stays = matches!(block.exit, Exit::Yield { .. } | Exit::Delegate { .. });
    let mut targets = block.exit.targets();
    targets.retain(|target| !stays && states[target.0].is_some());
    let jumps = targets.into_iter().map(move |target| Jump::End(id, target));
    jumps.map(move |jump| (jump, closes.unwrap_or(all)))
}

/// The arm of a state.
pub(super) struct Arm<'a> {
    pub(super) body: &'a Body,
    pub(super) flow: &'a Flow,
    pub(super) root: BlockId,
    pub(super) blocks: &'a [BlockId],
    /// What its state keeps.
    pub(super) kept: Vec<LocalId>,
    /// By block: what its state keeps.
    pub(super) states: &'a [Option<Vec<Kept>>],
    /// By block: what the arm goes on with behind its branches.
    pub(super) behind: &'a HashMap<BlockId, BlockId>,
}

impl Arm<'_> {
    /// The scopes that a jump behind so many steps of `block` leaves, outermost first.
    fn closing(&self, block: BlockId, steps: usize, target: BlockId) -> Vec<ScopeId> {
        let behind = &self.body.block(target).open;
        let open = simplify::open_at(self.body.block(block), steps).into_iter();
        open.filter(|scope| !behind.contains(scope)).collect()
    }

    /// Whether a local of these scopes may be there that has come to be in this arm. What a state has kept borrows from nothing that it
    /// keeps, nor does what an iterator gives.
    fn hold(&self, jump: Jump, closing: &[ScopeId]) -> bool {
        let init = |local| match jump {
            Jump::Leap(leap) => self.flow.init_leaping(leap, local),
            Jump::End(block, _) => self.flow.init_closing(block, local),
        };
        self.body.locals.ids().any(|local| {
            let known = self.body.locals.get(local);
            let left = known
                .scope
                .is_some_and(|scope| closing.contains(&scope) && !self.body.scopes[scope.0].given);
            left && !known.plain && !self.kept.contains(&local) && init(local) != Init::No
        })
    }

    /// Ahead of all that is declared in `outermost`, for a jump behind so many steps of `block`.
    fn place(&self, block: BlockId, steps: usize, outermost: Option<ScopeId>) -> Place {
        let Some(scope) = outermost else {
            return Place::Behind(block, steps);
        };
        let (mut inside, steps_before) = (block, steps);
        while !self.opens(inside, scope) {
            match self.parent(inside) {
                Some(parent) => inside = parent,
                None => return Place::Arm(self.root),
            }
        }
        let mut steps = self.body.block(inside).steps.iter();
        let opens = |step: &Step| matches!(step, Step::Open(opened) if *opened == scope);
        match (self.parent(inside), steps.position(opens)) {
            // What a pattern binds on the way in is there before its scope is opened.
            (Some(parent), _) if self.binds_on_the_way(parent, inside, scope) => {
                Place::Behind(parent, self.body.block(parent).steps.len())
            }
            (_, Some(at)) => self.behind_outer((inside, at), (block, steps_before), scope),
            (Some(parent), None) => Place::Behind(parent, self.body.block(parent).steps.len()),
            (None, None) => Place::Arm(self.root),
        }
    }

    /// Behind what is declared for scopes around `scope`, which opens at the first place, on the way to the jump: temporaries of a
    /// condition outlive what it binds.
    fn behind_outer(
        &self,
        (mut block, mut at): (BlockId, usize),
        (jumps, before): (BlockId, usize),
        scope: ScopeId,
    ) -> Place {
        loop {
            let (behind, free) = self.behind_outer_in(block, at, scope);
            if block == jumps {
                return Place::Behind(block, behind.min(before));
            }
            match self.next_to(block, jumps) {
                Some(next) if free && !self.binds_on_the_way(block, next, scope) => {
                    (block, at) = (next, 0);
                }
                _ => return Place::Behind(block, behind),
            }
        }
    }

    /// Behind what the next state keeps, if that is declared further in: the value of an operand may belong to a scope around the one that it is
    /// written in. What is declared there is then dropped behind the jump, and still ahead of what the state drops.
    fn behind_kept(
        &self,
        place: Place,
        (jumps, before): (BlockId, usize),
        (target, conversions): (BlockId, &[Conversion]),
    ) -> Place {
        let kept = self.states[target.0].iter().flatten().zip(conversions);
        let made = kept.filter(|(_, made)| **made != Conversion::None);
        let made: Vec<LocalId> = made.map(|(kept, _)| kept.local).collect();
        let (outer, at) = match place {
            Place::Arm(root) => (root, 0),
            Place::Behind(block, at) => (block, at),
        };
        let mut inside = jumps;
        let mut until = before;
        loop {
            let from = if inside == outer { at } else { 0 };
            let steps = &self.body.block(inside).steps[from..until.max(from)];
            let keeps = |step: &Step| {
                let declared = declared(step, &self.body.locals);
                declared.iter().any(|local| made.contains(local))
            };
            if let Some(last) = steps.iter().rposition(keeps) {
                return Place::Behind(inside, from + last + 1);
            }
            match self.parent(inside) {
                Some(parent) if inside != outer => {
                    (inside, until) = (parent, self.body.block(parent).steps.len());
                }
                _ => return place,
            }
        }
    }

    /// The same in one block, and whether it declares nothing in `scope`.
    fn behind_outer_in(&self, block: BlockId, at: usize, scope: ScopeId) -> (usize, bool) {
        let mut behind = at;
        for (index, step) in self.body.block(block).steps.iter().enumerate().skip(at) {
            let declared = declared(step, &self.body.locals);
            if declared.iter().any(|local| self.is_in(*local, scope)) {
                return (behind, false);
            }
            if !declared.is_empty() {
                behind = index + 1;
            }
        }
        (behind, true)
    }

    fn is_in(&self, local: LocalId, scope: ScopeId) -> bool {
        let declared = self.body.locals.get(local).scope;
        declared.is_some_and(|declared| self.body.encloses(scope, declared))
    }

    /// The block in `block` that leads to `inner`.
    fn next_to(&self, block: BlockId, inner: BlockId) -> Option<BlockId> {
        let mut next = inner;
        loop {
            match self.parent(next)? {
                parent if parent == block => return Some(next),
                parent => next = parent,
            }
        }
    }

    /// Whether the end of `block` binds what is in `scope`, on the way to `next`.
    fn binds_on_the_way(&self, block: BlockId, next: BlockId, scope: ScopeId) -> bool {
        let mut bound = Vec::new();
        match &self.body.block(block).exit {
            Exit::Branch { condition, .. } => {
                let mut lets = Lets(&self.body.locals, &mut bound);
                lets.visit_expr(condition);
            }
            Exit::Match { arms, .. } | Exit::Delegate { arms, .. } => {
                for arm in arms.iter().filter(|arm| arm.target == next) {
                    bound.extend(patterns::bound(&arm.pattern, &self.body.locals));
                }
            }
            _ => {}
        }
        bound.into_iter().any(|local| self.is_in(local, scope))
    }

    /// Whether `scope` is not open yet where `block` comes from.
    fn opens(&self, block: BlockId, scope: ScopeId) -> bool {
        let open = |block: BlockId| {
            let block = self.body.block(block);
            simplify::open_at(block, block.steps.len()).contains(&scope)
        };
        match self.parent(block) {
            Some(parent) => !open(parent),
            None => !self.body.block(block).open.contains(&scope),
        }
    }

    /// The block that another is written in.
    fn parent(&self, block: BlockId) -> Option<BlockId> {
        if block == self.root {
            return None;
        }
        let into = |parent: &&BlockId| {
            let written = self.body.block(**parent).exit.targets();
            self.behind.get(*parent) == Some(&block) || written.contains(&block)
        };
        self.blocks.iter().find(into).copied()
    }
}

/// What the patterns of a condition bind.
struct Lets<'a>(&'a Locals, &'a mut Vec<LocalId>);

impl<'a> Visit<'a> for Lets<'_> {
    fn visit_expr_let(&mut self, condition: &'a syn::ExprLet) {
        self.1.extend(patterns::bound(&condition.pat, self.0));
        visit::visit_expr_let(self, condition);
    }
}

/// What a step declares.
fn declared(step: &Step, locals: &Locals) -> Vec<LocalId> {
    match step {
        Step::Declare(local) => vec![*local],
        Step::Code(Stmt::Local(local)) => patterns::bound(&local.pat, locals),
        _ => Vec::new(),
    }
}
