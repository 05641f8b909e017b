//! Which scopes are braces in their arm.
//!
//! Leaving an arm drops its locals, so a scope that closes where the arm ends needs no brace, unless one of its locals
//! may borrow from what the arm hands on: `let mut guard = cell.borrow_mut(); *guard += n;` at the end of a
//! loop has let go of `cell` before the next round takes it.

use super::order::declared_in;
use crate::ir::{BlockId, Body, Exit, ScopeId, Step};
use crate::simplify;
use std::collections::HashSet;

/// The scopes that close within an arm, with the block in which they do.
pub(super) fn braces(body: &Body, is_state: &[bool]) -> HashSet<(BlockId, ScopeId)> {
    let mut braces = HashSet::new();
    for id in body.ids() {
        let block = body.block(id);
        let opened = |scope: ScopeId| {
            let here = |step: &Step| matches!(step, Step::Open(opened) if *opened == scope);
            is_state[id.0] || block.steps.iter().any(here)
        };
        for (at, step) in block.steps.iter().enumerate() {
            if let Step::Close(scope) = step
                && (!simplify::ends(block, at)
                    || opened(*scope)
                        && matches!(block.exit, Exit::Goto(_))
                        && holds(body, id, *scope))
            {
                braces.insert((id, *scope));
            }
        }
    }
    braces
}

/// Whether a scope has a local of this block that may be there when it closes, and may have something to drop.
fn holds(body: &Body, block: BlockId, scope: ScopeId) -> bool {
    declared_in(body, block).into_iter().any(|local| {
        let known = body.locals.get(local);
        known.scope == Some(scope) && !known.plain
    })
}
