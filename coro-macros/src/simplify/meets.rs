//! Branches that meet in their arm.
//!
//! `let n = match word.parse() { Ok(n) => n, Err(_) => { if strict { co_yield!(word.len()); continue; } 0 } }; use(word);` goes on from two
//! branches, and no way from the `match` to what follows leads through a yield. It is one piece in the user's body, and what follows may borrow
//! from the arm's locals; so it is written behind the branches, as where one alone goes on (`joins`).
//!
//! An arm knows of each of its locals whether it has a value. So nothing is joined where branches assign different locals, and if
//! one of them alone moves a local that a later state holds, `compile` does without.

use super::waits::Typing;
use super::{closes_outer, ends, joins, leading, leap_targets, states};
use crate::ir::{BlockId, Body, ENTRY, Exit, LocalId, Step};
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::{Expr, Stmt};

/// Joins what can be; `true`: something is.
pub(super) fn join(body: &mut Body) -> bool {
    let leaped = leap_targets(body);
    let before = leading(body);
    let meets = |next: &BlockId| {
        let ways = &before[next.0];
        let jump = |id: &BlockId| matches!(body.block(*id).exit, Exit::Goto(to) if to == *next);
        ways.len() > 1 && !leaped[next.0] && *next != ENTRY && ways.iter().all(jump)
    };
    let mut meeting: Vec<BlockId> = body.ids().filter(meets).collect();
    if meeting.is_empty() {
        return false;
    }
    // The inner before the outer.
    meeting.sort_by_key(|id| body.block(*id).position);
    let typing = Typing::of(super::states_of(body));
    let mut states = states(body);
    let mut joined = false;
    for next in meeting {
        let fork = fork(body, (&before, &states), (&before[next.0], next), &typing);
        if fork.is_some() {
            body.blocks[next.0].joins = fork;
            states = super::states(body);
            joined = true;
        }
    }
    joined
}

/// What stands behind branches one of which has become an arm of its own since, because it has to wait, is one too: control does not fall out of
/// an arm.
pub(super) fn part(body: &mut Body) {
    if body.blocks.iter().all(|block| block.joins.is_none()) {
        return;
    }
    let before = leading(body);
    while let Some(id) = parted(body, &before) {
        body.blocks[id.0].joins = None;
    }
}

/// A block that a way leads to which is not written inside of its fork.
fn parted(body: &Body, before: &[Vec<BlockId>]) -> Option<BlockId> {
    let states = states(body);
    let falls_out = |way: BlockId, fork: BlockId, id: BlockId| {
        let jumps = matches!(body.block(way).exit, Exit::Goto(to) if to == id);
        jumps && inside_of(body, before, &states, way).contains(&fork)
    };
    body.ids().find(|id| {
        let fork = body.block(*id).joins;
        fork.is_some_and(|fork| {
            let mut ways = before[id.0].iter();
            states[id.0] || !ways.all(|way| falls_out(*way, fork, *id))
        })
    })
}

/// The block behind whose branches `next` can be written, to which all of `ways` lead.
fn fork(
    body: &Body,
    (before, states): (&[Vec<BlockId>], &[bool]),
    (ways, next): (&[BlockId], BlockId),
    typing: &Typing,
) -> Option<BlockId> {
    let chains: Vec<Vec<BlockId>> = ways
        .iter()
        .map(|way| inside_of(body, before, states, *way))
        .collect();
    let common = |id: &&BlockId| chains.iter().all(|chain| chain.contains(id));
    let fork = *chains[0].iter().find(common)?;
    let taken = body.blocks.iter().any(|block| block.joins == Some(fork));
    let inside: Vec<BlockId> = chains.iter().flatten().copied().collect();
    let waits = typing.waits_for_others(body, fork, next, &inside);
    if taken || waits || !joins::goes_on_behind(body, fork, next) {
        return None;
    }
    let mut assigned = Vec::new();
    for chain in &chains {
        let branch: Vec<BlockId> = chain.iter().copied().take_while(|id| *id != fork).collect();
        assigned.push(assigned_in(body, &branch)?);
        let whole = branch.iter().chain([&fork]).all(|id| {
            let block = body.block(*id);
            let cut = closes_outer(body, block).is_some_and(|at| !ends(block, at));
            !cut && block.surroundings.is(&body.block(next).surroundings)
        });
        if !whole {
            return None;
        }
    }
    assigned.dedup();
    (assigned.len() == 1).then_some(fork)
}

/// `way`, and the blocks that it is written inside of, innermost first.
fn inside_of(body: &Body, before: &[Vec<BlockId>], states: &[bool], way: BlockId) -> Vec<BlockId> {
    let mut chain = vec![way];
    let mut at = way;
    loop {
        at = match (body.block(at).joins, &before[at.0][..]) {
            (Some(fork), _) => fork,
            (None, [one]) if !states[at.0] => *one,
            _ => return chain,
        };
        if chain.contains(&at) {
            return chain;
        }
        chain.push(at);
    }
}

/// What the blocks of a branch assign that they do not declare; `None`: it may do so on some paths only.
fn assigned_in(body: &Body, branch: &[BlockId]) -> Option<BTreeSet<LocalId>> {
    let mut assigned = BTreeSet::new();
    for step in branch.iter().flat_map(|id| &body.block(*id).steps) {
        let Step::Code(stmt) = step else { continue };
        let rest = match stmt {
            Stmt::Expr(Expr::Assign(assign), _) => {
                assigned.insert(body.locals.of_expr(&assign.left)?);
                assign.right.to_token_stream()
            }
            other => other.to_token_stream(),
        };
        if !body.locals.assigned_in(rest).is_empty() {
            return None;
        }
    }
    Some(assigned)
}
