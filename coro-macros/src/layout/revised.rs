//! What has to be revised in a body for its states to hold what they keep.
//!
//! In: a layout. Out: the locals for which something is done in the resolved body, and the graph is built again (`compile.rs`).

use super::{Form, Kept, Layout};
use crate::flow::Flow;
use crate::ir::{BlockId, Body, LocalId, Origin, Step};
use syn::{Pat, Stmt};

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

    /// Locals that are held beside an operand that they were moved to, for they are read again.
    pub(crate) fn reread(&self, body: &Body) -> Vec<LocalId> {
        let mut operands = Vec::new();
        for step in body.blocks.iter().flat_map(|block| &block.steps) {
            if let Step::Code(Stmt::Local(made)) = step
                && let (Pat::Ident(name), Some(init)) = (&made.pat, &made.init)
                && let Some(operand) = body.locals.of_ident(&name.ident)
                && let Some(local) = body.locals.of_expr(&init.expr)
            {
                let known = body.locals.get(local);
                let hidden = body.locals.get(operand).origin == Origin::Hidden;
                if hidden && !known.plain && !known.reread && known.origin != Origin::Hidden {
                    operands.push((operand, local));
                }
            }
        }
        operands.retain(|(operand, local)| {
            self.states.iter().flatten().any(|state| {
                let live = |kept: &Kept| kept.local == *local && kept.form == Form::Live;
                state.iter().any(live) && state.iter().any(|kept| kept.local == *operand)
            })
        });
        operands.into_iter().map(|(_, local)| local).collect()
    }

    /// Locals and temporaries that a method may have taken, which cannot be asked yet, and that are held after that, be it for what replaces them.
    pub(crate) fn untyped(&self, body: &Body, flow: &Flow) -> Vec<LocalId> {
        let mut untyped = flow.untyped(|block, local| self.keeps(block, local));
        untyped.retain(|local| !body.locals.remembers(*local));
        untyped
    }

    /// What may have been taken unseen ends there, if its drop cannot be seen. A pointer into it may be used in unsafe code.
    pub(crate) fn end_doubted(&mut self, body: &Body, flow: &Flow) {
        if body.locals.unsafety {
            return;
        }
        let over = &mut self.borrows.over;
        for kept in self.states.iter().flatten().flatten() {
            if kept.form != Form::Live && flow.doubted().contains(&kept.local) {
                over.entry(kept.local).or_insert(None);
            }
        }
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
