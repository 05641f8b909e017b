//! What is written behind its branches.
//!
//! `let word = match line.split_once(' ') { Some((word, _)) => word, None => { co_yield!(1); continue } }; use(word);` goes on
//! from one arm alone, and `word` may borrow from a local, so what follows must not be an arm of its own. It is written
//! as in the user's body: the branch ends, control falls out of the braces, all others have jumped away.

use crate::ir::{Block, BlockId, Body, Exit, ScopeId, Step};
use std::collections::{HashMap, HashSet};

/// Whether `branch` closes what the pattern before it has bound.
pub(super) fn closes_binding(body: &Body, branch: BlockId) -> bool {
    let binding = |step: &Step| matches!(step, Step::Close(scope) if body.scopes[scope.0].binding);
    body.block(branch).steps.iter().any(binding)
}

/// The block behind whose branches `next` can be written, to which `branch` alone goes: so much is open behind them as
/// before. `before`: what leads to each block.
pub(super) fn fork(
    body: &Body,
    before: &[Vec<BlockId>],
    branch: BlockId,
    next: BlockId,
) -> Option<BlockId> {
    let mut first = branch;
    while let Some(fork) = body.block(first).joins {
        first = fork;
    }
    let [fork] = before[first.0][..] else {
        return None;
    };
    goes_on_behind(body, fork, next).then_some(fork)
}

/// Whether `next` can be written behind the branches of `fork`: so much is open there as before.
pub(super) fn goes_on_behind(body: &Body, fork: BlockId, next: BlockId) -> bool {
    let block = body.block(fork);
    let forks = matches!(block.exit, Exit::Branch { .. } | Exit::Match { .. });
    let open = super::open_at(block, block.steps.len());
    let behind = &body.block(next).open;
    let own = |scope: &ScopeId| body.scopes[scope.0].binding || opens(block, *scope);
    let same = behind.iter().all(|scope| open.contains(scope))
        && open
            .iter()
            .all(|scope| behind.contains(scope) || own(scope));
    forks && same
}

fn opens(block: &Block, scope: ScopeId) -> bool {
    let mut steps = block.steps.iter();
    steps.any(|step| matches!(step, Step::Open(opened) if *opened == scope))
}

/// The scopes that a fork opens and that close with its branches, innermost first.
pub(crate) fn around(body: &Body, fork: BlockId, next: BlockId) -> Vec<ScopeId> {
    let (block, behind) = (body.block(fork), body.block(next));
    let open = super::open_at(block, block.steps.len()).into_iter().rev();
    open.filter(|scope| !behind.open.contains(scope) && !body.scopes[scope.0].binding)
        .collect()
}

/// The branches of block `from` are now those of block `to`.
pub(super) fn moved(body: &mut Body, from: BlockId, to: BlockId) {
    for block in &mut body.blocks {
        if block.joins == Some(from) {
            block.joins = Some(to);
        }
    }
}

/// By block: what is written behind its branches.
pub(crate) fn behind(body: &Body) -> HashMap<BlockId, BlockId> {
    let joined = |id: BlockId| Some((body.block(id).joins?, id));
    body.ids().filter_map(joined).collect()
}

/// The blocks in branches that something is written behind: they have to jump where they would fall out.
pub(crate) fn before(
    body: &Body,
    is_state: &[bool],
    behind: &HashMap<BlockId, BlockId>,
) -> HashSet<BlockId> {
    let mut inside = HashSet::new();
    for (fork, next) in behind {
        let mut seen = HashSet::new();
        let mut stack = vec![*fork];
        while let Some(id) = stack.pop() {
            if id != *next && seen.insert(id) {
                let targets = body.block(id).exit.targets();
                stack.extend(targets.into_iter().filter(|target| !is_state[target.0]));
            }
        }
        inside.extend(seen);
    }
    inside
}
