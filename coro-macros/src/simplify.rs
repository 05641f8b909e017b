//! The graph in few blocks.
//!
//! In: the graph as built. Out: the same graph in which no block only jumps,
//! every block can be reached, straight lines are one block, and a block that
//! is printed inside another (the target of a branch that nothing else leads
//! to) closes only scopes that it opened itself. What follows such a close is a
//! block of its own, because leaving the arm is what drops the scope's locals.

mod cut;
mod edges;
pub(crate) mod joins;
mod meets;
mod open;
mod waits;

pub(crate) use cut::{ends, open_at};
pub(crate) use edges::{leaps_in, leaps_of, states, successors, written_inside};
pub(crate) use open::{is_open_number, of_open_type, says_its_type};

use crate::flow::Flow;
use crate::ir::{Block, BlockId, Body, ENTRY, Exit, Step};
use crate::syntax::delimiters;
use cut::{closes_outer, cut};
use edges::{leading, leap_targets, predecessors, states_of};
use std::collections::HashMap;
use syn::{Stmt, parse_quote};

/// Simplifies `body` in place. `join`: whether branches that all fall out of their construct without a yield meet in their arm.
/// Out: whether some do.
pub(crate) fn simplify(body: &mut Body, join: bool) -> bool {
    retain_reachable(body);
    merge(body);
    let joined = join && meets::join(body);
    thread(body);
    retain_reachable(body);
    waits::mark(body);
    cut(body);
    thread(body);
    retain_reachable(body);
    meets::part(body);
    order(body);
    joined
}

/// Ends the blocks that control enters and does not leave: an operand at their end diverges, as of `co_yield!(todo!())`. Of what stands behind it
/// no state would know anything. Out: whether there are some.
pub(crate) fn end_diverging(body: &mut Body, flow: &Flow) -> bool {
    let ends = |id: &BlockId| {
        let leads = !body.block(*id).exit.targets().is_empty();
        leads && flow.reached(body, *id) == (true, false)
    };
    let ending: Vec<BlockId> = body.ids().filter(ends).collect();
    for id in &ending {
        let block = &mut body.blocks[id.0];
        let last: Option<Stmt> = match std::mem::replace(&mut block.exit, Exit::Diverge) {
            Exit::Yield { value, .. } => Some(parse_quote!(#value;)),
            Exit::Branch { mut condition, .. } => {
                delimiters::stand_in_head(&mut condition);
                Some(parse_quote!(if #condition {}))
            }
            Exit::Match { mut scrutinee, .. } => {
                delimiters::stand_in_head(&mut scrutinee);
                Some(parse_quote!(match #scrutinee { _ => {} }))
            }
            _ => None,
        };
        block.steps.extend(last.map(Step::Code));
    }
    retain_reachable(body);
    !ending.is_empty()
}

/// Jumps to a block that only jumps go straight to its target.
fn thread(body: &mut Body) {
    let mut forward: HashMap<BlockId, BlockId> = HashMap::new();
    for id in body.ids().skip(1) {
        let block = body.block(id);
        let idle = block
            .steps
            .iter()
            .all(|step| matches!(step, Step::Close(_)));
        // What is written behind branches has to be fallen out to.
        if let (true, Exit::Goto(target), None) = (idle, &block.exit, block.marker)
            && *target != id
            && body.block(*target).joins.is_none()
        {
            forward.insert(id, *target);
        }
    }
    let resolve = |mut id: BlockId| {
        let mut steps = 0;
        while let Some(next) = forward.get(&id) {
            id = *next;
            steps += 1;
            if steps > forward.len() {
                break;
            }
        }
        id
    };
    for block in &mut body.blocks {
        for target in block.exit.targets_mut() {
            *target = resolve(*target);
        }
    }
    for leap in &mut body.leaps {
        leap.target = resolve(leap.target);
    }
}

fn retain_reachable(body: &mut Body) {
    let mut reached = vec![false; body.blocks.len()];
    let mut stack = vec![ENTRY];
    while let Some(id) = stack.pop() {
        if !std::mem::replace(&mut reached[id.0], true) {
            stack.extend(successors(body, id));
        }
    }
    let kept: Vec<BlockId> = body.ids().filter(|id| reached[id.0]).collect();
    renumber(body, &kept);
}

/// Keeps the blocks in `kept`, in that order.
fn renumber(body: &mut Body, kept: &[BlockId]) {
    let new: HashMap<BlockId, BlockId> = kept
        .iter()
        .enumerate()
        .map(|(at, id)| (*id, BlockId(at)))
        .collect();
    let mut old = std::mem::take(&mut body.blocks);
    let take = |id: &BlockId| std::mem::replace(&mut old[id.0], Block::nothing());
    let mut blocks: Vec<Block> = kept.iter().map(take).collect();
    for block in &mut blocks {
        block.joins = block.joins.map(|fork| new[&fork]);
        for target in block.exit.targets_mut() {
            *target = new[target];
        }
    }
    for leap in &mut body.leaps {
        // A leap out of code that cannot be reached leads nowhere.
        leap.target = new.get(&leap.target).copied().unwrap_or(ENTRY);
    }
    body.blocks = blocks;
}

/// Makes one block of two in a straight line. Where only one branch goes on, what
/// follows the branches has one predecessor too; but if another branch has states that say what
/// it has to know, it stays behind them, because types are inferred in the order of the program.
fn merge(body: &mut Body) {
    let mut count = predecessors(body);
    let leaped = leap_targets(body);
    let typing = waits::Typing::of(states_of(body));
    // What only closes what a pattern has bound, and goes on.
    let mut ends = Vec::new();
    for id in body.ids() {
        while let Exit::Goto(target) = body.block(id).exit {
            let (block, next) = (body.block(id), body.block(target));
            let apart =
                !block.surroundings.is(&next.surroundings) || typing.waits(body, id, target);
            if target == id || target == ENTRY || count[target.0] != 1 || leaped[target.0] || apart
            {
                break;
            }
            if joins::closes_binding(body, id) {
                ends.push((id, target));
                break;
            }
            count[target.0] = 0;
            append(body, id, target);
        }
    }
    // Some have become the end of another by now.
    ends.retain(|(id, target)| matches!(body.block(*id).exit, Exit::Goto(to) if to == *target));
    let before = leading(body);
    // The inner before the outer.
    ends.sort_by_key(|(id, _)| body.block(*id).position);
    let mut appended: HashMap<BlockId, BlockId> = HashMap::new();
    for (id, target) in ends {
        let now = |id: BlockId| appended.get(&id).copied().unwrap_or(id);
        let (id, fork) = (now(id), joins::fork(body, &before, id, target).map(now));
        body.blocks[target.0].joins = fork;
        if fork.is_none() {
            append(body, id, target);
            appended.insert(target, id);
            joins::moved(body, target, id);
        }
    }
    retain_reachable(body);
}

fn append(body: &mut Body, id: BlockId, target: BlockId) {
    let next = std::mem::replace(&mut body.blocks[target.0], Block::nothing());
    let block = &mut body.blocks[id.0];
    block.steps.extend(next.steps);
    block.exit = next.exit;
    block.end = next.end;
}

/// The order of the program. Forward edges lead to later blocks, so what builds
/// a state stands before what takes it apart; and what an earlier line says of a
/// type is known where a later line needs it, as in the user's function.
fn order(body: &mut Body) {
    let mut kept: Vec<BlockId> = body.ids().collect();
    kept.sort_by_key(|id| (*id != ENTRY, body.block(*id).position));
    renumber(body, &kept);
}
