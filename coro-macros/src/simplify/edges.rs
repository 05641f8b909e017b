//! What leads where in a graph, and which blocks are states.

use super::open_at;
use crate::ir::{Block, BlockId, Body, Code, ENTRY, Exit, LeapId, ScopeId};

/// All successors of a block, leaps of its code included, in program order.
pub(crate) fn successors(body: &Body, id: BlockId) -> Vec<BlockId> {
    let mut out: Vec<BlockId> = leaps_of(body, id)
        .into_iter()
        .map(|leap| body.leaps[leap.0].target)
        .collect();
    out.extend(body.block(id).exit.targets());
    out
}

/// The leaps in the code of a block.
pub(crate) fn leaps_of(body: &Body, id: BlockId) -> Vec<LeapId> {
    // Asked many times for each block, and most bodies have none.
    match body.leaps.is_empty() {
        true => Vec::new(),
        false => body
            .block(id)
            .code()
            .into_iter()
            .flat_map(leaps_in)
            .collect(),
    }
}

/// The leaps in some code.
pub(crate) fn leaps_in(code: Code<'_>) -> Vec<LeapId> {
    use syn::visit::{self, Visit};
    struct Leaps(Vec<LeapId>);
    impl<'ast> Visit<'ast> for Leaps {
        fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
            self.0.extend(crate::ir::leap_of(call));
            visit::visit_expr_call(self, call);
        }
    }
    let mut leaps = Leaps(Vec::new());
    code.visit(&mut leaps);
    leaps.0
}

/// How many ways lead to each block; a suspension counts as a state of its own.
pub(super) fn predecessors(body: &Body) -> Vec<usize> {
    leading(body).iter().map(Vec::len).collect()
}

/// Whether each block is a state: an arm of its own.
pub(crate) fn states(body: &Body) -> Vec<bool> {
    let mut state = states_of(body);
    for id in body.ids() {
        if let Exit::Goto(target) = body.block(id).exit
            && body.block(target).joins.is_none()
        {
            // A jump is a jump: what could be merged has been.
            state[target.0] = true;
        }
    }
    state
}

/// [`states`] before straight lines are one block.
pub(super) fn states_of(body: &Body) -> Vec<bool> {
    let count = predecessors(body).into_iter();
    let mut state: Vec<bool> = count
        .zip(&body.blocks)
        .map(|(count, block)| count > 1 && block.joins.is_none() || block.waits)
        .collect();
    state[ENTRY.0] = true;
    for id in body.ids() {
        let block = body.block(id);
        for leap in leaps_of(body, id) {
            state[body.leaps[leap.0].target.0] = true;
        }
        match &block.exit {
            Exit::Yield { resume, .. } | Exit::Delegate { resume, .. } => state[resume.0] = true,
            Exit::Branch {
                then, otherwise, ..
            } => {
                let open = open_at(block, block.steps.len());
                state[then.0] |= !contains(body.block(*then), &open);
                // What the condition binds is not bound where it fails.
                let bound = |s: &ScopeId| !body.scopes[s.0].binding || block.open.contains(s);
                let open: Vec<ScopeId> = open.into_iter().filter(bound).collect();
                state[otherwise.0] |= !contains(body.block(*otherwise), &open);
            }
            Exit::Match { arms, .. } => {
                let open = open_at(block, block.steps.len());
                for arm in arms {
                    state[arm.target.0] |= !contains(body.block(arm.target), &open);
                }
            }
            _ => {}
        }
    }
    state
}

fn contains(block: &Block, open: &[ScopeId]) -> bool {
    open.iter().all(|scope| block.open.contains(scope))
}

/// By block: what leads to it.
pub(super) fn leading(body: &Body) -> Vec<Vec<BlockId>> {
    let mut before = vec![Vec::new(); body.blocks.len()];
    for id in body.ids() {
        for target in successors(body, id) {
            before[target.0].push(id);
        }
    }
    before
}

/// A block, and the blocks that are written inside it.
pub(crate) fn written_inside(body: &Body, block: BlockId, is_state: &[bool]) -> Vec<BlockId> {
    let mut inside = vec![block];
    let mut at = 0;
    while at < inside.len() {
        for target in body.block(inside[at]).exit.targets() {
            if !is_state[target.0] && !inside.contains(&target) {
                inside.push(target);
            }
        }
        at += 1;
    }
    inside
}

/// By block: whether code leaps to it.
pub(super) fn leap_targets(body: &Body) -> Vec<bool> {
    let mut targets = vec![false; body.blocks.len()];
    for id in body.ids() {
        for leap in leaps_of(body, id) {
            targets[body.leaps[leap.0].target.0] = true;
        }
    }
    targets
}
