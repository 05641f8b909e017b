//! What has to be revised in a body for its states to hold what they keep.
//!
//! In: a layout. Out: the locals for which something is done in the resolved body, and the graph is built again (`compile.rs`).

use super::{Form, Layout};
use crate::flow::Flow;
use crate::ir::{BlockId, Body, LocalId, Origin};

impl Layout {
    /// Locals that lose a part by value and are held as a whole after that.
    pub(crate) fn partial(&self, body: &Body, flow: &Flow) -> Vec<LocalId> {
        let mut partial = flow.partial(|block, local| self.keeps(block, local));
        partial.retain(|local| {
            let known = body.locals.get(*local);
            // A hidden one is of the lowering's making, which is not done again.
            !known.parted && !known.plain && known.origin != Origin::Hidden
        });
        partial
    }

    /// Locals and temporaries that a method may have taken, which cannot be asked yet, and that are held after that, be it for what replaces them.
    pub(crate) fn untyped(&self, body: &Body, flow: &Flow) -> Vec<LocalId> {
        let mut untyped = flow.untyped(|block, local| self.keeps(block, local));
        untyped.retain(|local| !body.locals.remembers(*local));
        untyped
    }

    /// What leaves a part of a local behind that is held after that, by the first local that it binds: those of the
    /// first `named`, the user's, for which nothing has been done yet. Behind the second, other parts are mentioned.
    pub(crate) fn left(&self, body: &Body, flow: &Flow, named: usize) -> [Vec<LocalId>; 2] {
        let left = self.taken.values().filter_map(|taken| taken.left.as_ref());
        let left = left.map(|left| left.first);
        let live = |block: BlockId, local: LocalId| {
            let state = self.states[block.0].iter().flatten();
            let mut kept = state.filter(|kept| kept.form == Form::Live);
            kept.any(|kept| kept.local == local)
        };
        let open = |local: &LocalId| local.0 < named && !body.locals.get(*local).lifted;
        let sorted = |locals: Vec<LocalId>| {
            let mut locals: Vec<LocalId> = locals.into_iter().filter(open).collect();
            locals.sort();
            locals
        };
        let left = sorted(left.collect());
        let mut live = sorted(flow.leaves(live));
        live.retain(|local| !left.contains(local));
        [left, live]
    }
}
