//! What a state keeps, and in which form.
//!
//! In: the flow at the head of a block. Out: what is live there as it is; what only waits for its drop, for the types to say whether it has one; and what may
//! have gone, as an `Option` of that.

use super::{Form, Kept};
use crate::flow::{Flow, Init};
use crate::ir::{BlockId, Body, LocalId, Origin};

pub(super) fn kept(
    body: &Body,
    flow: &Flow,
    block: BlockId,
    order: &[usize],
    divided: &[bool],
) -> Vec<Kept> {
    if block == crate::ir::ENTRY {
        let arguments = body
            .locals
            .ids()
            .filter(|local| body.locals.get(*local).origin == Origin::Argument);
        return arguments
            .map(|local| Kept {
                local,
                form: Form::Live,
            })
            .collect();
    }
    let mut kept: Vec<Kept> = body
        .locals
        .ids()
        .filter(|local| in_scope(body, block, *local))
        .filter_map(|local| {
            let form = match (flow.live_at(block, local), flow.init_at(block, local)) {
                (true, _) => Form::Live,
                _ if body.locals.get(local).plain => return None,
                (false, Init::Yes) => Form::Dead,
                (false, Init::Asked(_)) if !divided[local.0] => Form::Dead,
                (false, Init::Maybe | Init::Asked(_)) => Form::Flagged,
                (false, Init::No | Init::Unreached) => return None,
            };
            Some(Kept { local, form })
        })
        .collect();
    kept.sort_by_key(|kept| order[kept.local.0]);
    kept
}

/// By local: whether something is taken out of it on the way to some of the states that hold it for its drop
/// alone, and not on the way to all of them. The types answer for each way, and a state's field has one type.
/// Or it is assigned again: what came of it is dropped there, if it is there still.
pub(super) fn divided(body: &Body, flow: &Flow, is_state: &[bool]) -> Vec<bool> {
    let mut divided = vec![false; body.locals.len()];
    for local in body.locals.ids().filter(|local| flow.asks(*local)) {
        let held = |block: &BlockId| {
            is_state[block.0] && in_scope(body, *block, local) && !flow.live_at(*block, local)
        };
        let states = body.ids().filter(held);
        let mut ways: Vec<Init> = states.map(|block| flow.init_at(block, local)).collect();
        ways.retain(|init| !matches!(init, Init::No | Init::Unreached));
        ways.dedup();
        divided[local.0] = ways.len() > 1 || flow.assigned_again(local);
    }
    divided
}

pub(super) fn in_scope(body: &Body, block: BlockId, local: LocalId) -> bool {
    body.locals
        .get(local)
        .scope
        .is_some_and(|scope| body.block(block).open.contains(&scope))
}
