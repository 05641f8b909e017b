//! How each arm goes on: its edges, what it assigns, where its jumps land.

use super::edges::Edges;
use super::kept::in_scope;
use super::landings::{self, Arm, Landings};
use super::order::declared_in;
use super::replaced::Replaced;
use super::{Form, Kept, Layout};
use crate::flow::Flow;
use crate::ir::{BlockId, Body, LocalId};
use crate::simplify;
use std::collections::HashSet;

/// The arms, one after the other, and what is found in them.
pub(super) struct Arms<'a> {
    pub(super) body: &'a Body,
    pub(super) flow: &'a Flow,
    pub(super) is_state: &'a [bool],
    pub(super) states: &'a [Option<Vec<Kept>>],
    pub(super) order: &'a [usize],
    pub(super) edges: Edges<'a>,
    pub(super) replaced: Replaced,
    pub(super) landings: Landings,
}

impl Arms<'_> {
    /// Lays out the arm of `root`.
    pub(super) fn look(&mut self, layout: &mut Layout, root: BlockId) {
        let (body, flow) = (self.body, self.flow);
        let arm = simplify::written_inside(body, root, self.is_state);
        let assigned = arm.iter().flat_map(|block| flow.assigned(*block));
        layout.assigned.insert(root, assigned.copied().collect());
        for block in &arm {
            layout.roots[block.0] = root;
            let exits = self.edges.leaving(root, *block);
            layout.exits.insert(*block, exits);
            for leap in simplify::leaps_of(body, *block) {
                let leaps = self.edges.leaping(root, *block, leap);
                layout.leaps.insert(leap, leaps);
                layout.leap_roots.insert(leap, root);
            }
        }
        let kept = self.states[root.0].as_deref().unwrap_or_default();
        self.replaced.look((body, flow), root, kept, self.is_state);
        let arm = Arm {
            body,
            flow,
            root,
            blocks: &arm,
            kept: kept.iter().map(|kept| kept.local).collect(),
            states: self.states,
            behind: &layout.behind,
        };
        landings::look(layout, &arm, &mut self.landings);
        let anew = anew(body, flow, root, arm.blocks, self.states, self.order);
        // Be it that a panic does.
        if anew.iter().any(|local| !body.locals.get(*local).plain) {
            layout.drops_anew.insert(root);
        }
        layout.anew.insert(root, anew);
    }
}

/// What the arm assigns although nothing bound it there.
fn anew(
    body: &Body,
    flow: &Flow,
    root: BlockId,
    arm: &[BlockId],
    states: &[Option<Vec<Kept>>],
    order: &[usize],
) -> Vec<LocalId> {
    let kept = states[root.0].as_deref().unwrap_or_default();
    // No name from before is meant where the arm declares it itself.
    let declared: HashSet<LocalId> = arm
        .iter()
        .flat_map(|block| declared_in(body, *block))
        .collect();
    let mut anew: Vec<LocalId> = arm
        .iter()
        .flat_map(|block| flow.assigned(*block))
        .copied()
        .filter(|local| in_scope(body, root, *local))
        .filter(|local| {
            !kept
                .iter()
                .any(|kept| kept.local == *local && kept.form != Form::Flagged)
        })
        .filter(|local| !declared.contains(local))
        .collect();
    anew.sort_by_key(|local| order[local.0]);
    anew.dedup();
    anew
}
