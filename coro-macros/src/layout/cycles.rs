//! Arms that lead back to their own state.
//!
//! In: the layout. Out: the states whose arm is a loop of its own. `for x in items { if wanted(x) { co_yield!(x); } }` goes back to the
//! head of its loop for each item that is not wanted: all that the state keeps is there, so nothing is made of it, and LLVM sees a
//! loop in place of a way through the table of states.

use super::landings::Jump;
use super::{Conversion, Layout};
use crate::ir::{BlockId, Body, Role};
use crate::simplify;
use std::collections::HashSet;

/// The states whose arm begins again at its end, on some way.
pub(crate) fn repeating(body: &Body, layout: &Layout) -> HashSet<BlockId> {
    let states = body.ids().filter(|id| layout.states[id.0].is_some());
    let may = states.filter(|root| may_repeat(body, layout, *root));
    may.filter(|root| returns(body, layout, *root)).collect()
}

/// Whether the arm binds what its state keeps once: the pattern does.
fn may_repeat(body: &Body, layout: &Layout, root: BlockId) -> bool {
    let delegates = body.block(root).role == Role::Delegate;
    !layout.binds_again(body, root) && !body.is_resumed(root) && !delegates
}

impl Layout {
    /// Whether an arm may bind what its pattern has bound once more, in the order in which that is dropped.
    pub(crate) fn binds_again(&self, body: &Body, root: BlockId) -> bool {
        let mut open = body.block(root).open.iter();
        let seen = self.states[root.0].iter().flatten().any(|kept| {
            let slot = self.in_place.get(&kept.local);
            slot.is_some_and(|slot| !slot.inert)
        });
        let braced = open.any(|scope| self.is_brace(root, *scope));
        braced || seen || self.drops_anew.contains(&root)
    }
}

/// Whether some way leads back to the state, with all that it keeps as it is.
fn returns(body: &Body, layout: &Layout, root: BlockId) -> bool {
    let mut arm = body.ids().filter(|block| layout.roots[block.0] == root);
    arm.any(|block| {
        let mut targets = body.block(block).exit.targets().into_iter();
        let mut leaps = simplify::leaps_of(body, block).into_iter();
        targets.any(|target| target == root && is_same(layout.edge(block, root)))
            || leaps.any(|leap| body.leaps[leap.0].target == root && is_same(layout.leap(leap)))
    })
}

fn is_same(edge: &[Conversion]) -> bool {
    edge.iter().all(|made| *made == Conversion::Same)
}

impl Layout {
    /// Whether a jump begins the arm again that it is in.
    pub(crate) fn repeats(&self, body: &Body, jump: Jump) -> bool {
        let (root, target, edge) = match jump {
            Jump::End(block, target) => {
                let root = self.roots[block.0];
                (Some(root), target, self.edge(block, target))
            }
            Jump::Leap(leap) => {
                let root = self.leap_roots.get(&leap).copied();
                (root, body.leaps[leap.0].target, self.leap(leap))
            }
        };
        root == Some(target) && self.repeating.contains(&target) && is_same(edge)
    }
}
