//! A block that is printed inside another closes only scopes that it opened itself: it is cut where it would close others.

use super::{joins, states};
use crate::ir::{Block, BlockId, Body, Exit, Role, Step};

/// Splits inner blocks where they close a scope that they did not open.
pub(super) fn cut(body: &mut Body) {
    // What is cut off is a state: it is jumped to.
    let states = states(body);
    let inner: Vec<BlockId> = body.ids().filter(|id| !states[id.0]).collect();
    for id in inner.into_iter().rev() {
        split(body, id);
    }
}

fn split(body: &mut Body, id: BlockId) {
    let block = body.block(id);
    let Some(at) = closes_outer(body, block) else {
        return;
    };
    if ends(block, at) {
        return;
    }
    let rest = block.steps[at..].to_vec();
    let mut open = open_at(block, at);
    let closed = rest
        .iter()
        .take_while(|step| matches!(step, Step::Close(_)))
        .count();
    for step in &rest[..closed] {
        if let Step::Close(scope) = step {
            open.retain(|known| known != scope);
        }
    }
    let after = Block {
        role: Role::After,
        steps: rest[closed..].to_vec(),
        exit: block.exit.clone(),
        open,
        marker: None,
        surroundings: block.surroundings.clone(),
        waits: false,
        joins: None,
        position: (block.end.0, block.end.1 + 1),
        end: (block.end.0, block.end.1 + 1),
    };
    let target = BlockId(body.blocks.len());
    body.blocks.push(after);
    joins::moved(body, id, target);
    let block = &mut body.blocks[id.0];
    block.steps.truncate(at);
    block.exit = Exit::Goto(target);
}

/// Whether nothing happens from step `at` on but scopes closing and a jump.
pub(crate) fn ends(block: &Block, at: usize) -> bool {
    let idle = block.steps[at..]
        .iter()
        .all(|step| matches!(step, Step::Close(_)));
    let leaves = match &block.exit {
        Exit::Goto(_) | Exit::Diverge => true,
        Exit::Return(value, _) => crate::ir::is_unit(value),
        _ => false,
    };
    idle && leaves
}

/// Where a block first closes a scope that it did not open.
pub(super) fn closes_outer(body: &Body, block: &Block) -> Option<usize> {
    let mut opened = Vec::new();
    block.steps.iter().position(|step| match step {
        Step::Open(scope) if !body.scopes[scope.0].binding => {
            opened.push(*scope);
            false
        }
        Step::Close(scope) => !opened.contains(scope),
        _ => false,
    })
}

/// The scopes that are open before step `at`.
pub(crate) fn open_at(block: &Block, at: usize) -> Vec<crate::ir::ScopeId> {
    let mut open = block.open.clone();
    for step in &block.steps[..at] {
        match step {
            Step::Open(scope) => open.push(*scope),
            Step::Close(scope) => open.retain(|known| known != scope),
            _ => {}
        }
    }
    open
}
