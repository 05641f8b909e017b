//! How what an arm has becomes what a target keeps.

use super::open::Place;
use super::{Conversion, Form, Kept};
use crate::flow::graph::{Question, Taken};
use crate::flow::{Flow, Init};
use crate::ir::{BlockId, Body, LeapId, LocalId};
use crate::simplify;
use std::collections::HashMap;

pub(super) struct Edges<'a> {
    pub(super) body: &'a Body,
    pub(super) flow: &'a Flow,
    pub(super) states: &'a [Option<Vec<Kept>>],
    pub(super) unclear: Vec<LocalId>,
    pub(super) spent: HashMap<(BlockId, LocalId), proc_macro2::Span>,
    pub(super) taken: HashMap<Question, Taken>,
    /// Where the types say what becomes of a local.
    pub(super) probed: Vec<Place>,
}

/// What is known of a local where an arm goes on to another state.
struct Known {
    init: Init,
    /// Whether its block may have assigned it by then.
    assigned: bool,
}

/// Whether code of `block` that is no later than `leap` assigns the local.
fn assigned_ahead(body: &Body, block: BlockId, leap: LeapId, local: LocalId) -> bool {
    for code in body.block(block).code() {
        if body.locals.assigned_in(code.tokens()).contains(&local) {
            return true;
        }
        if simplify::leaps_in(code).contains(&leap) {
            return false;
        }
    }
    false
}

impl Edges<'_> {
    pub(super) fn leaving(
        &mut self,
        root: BlockId,
        block: BlockId,
    ) -> HashMap<BlockId, Vec<Conversion>> {
        let mut edges = HashMap::new();
        for target in self.body.block(block).exit.targets() {
            if self.states[target.0].is_some() {
                let flow = self.flow;
                let known = |local| Known {
                    init: flow.init_leaving(block, local),
                    assigned: flow.assigned(block).contains(&local),
                };
                let edge = self.convert((root, block, target), known);
                self.probe(&edge, (block, target), true);
                edges.insert(target, edge);
            }
        }
        edges
    }

    pub(super) fn leaping(
        &mut self,
        root: BlockId,
        block: BlockId,
        leap: LeapId,
    ) -> Vec<Conversion> {
        let (body, flow) = (self.body, self.flow);
        let target = body.leaps[leap.0].target;
        let known = |local| Known {
            init: flow.init_leaping(leap, local),
            assigned: flow.assigned(block).contains(&local)
                && assigned_ahead(body, block, leap, local),
        };
        let edge = self.convert((root, block, target), known);
        self.probe(&edge, (block, target), false);
        edge
    }

    /// Notes where the types have to say what an edge keeps: where `block` ends, or in the middle of it.
    fn probe(&mut self, edge: &[Conversion], (block, target): (BlockId, BlockId), ends: bool) {
        let kept = self.states[target.0].iter().flatten();
        let probed = kept
            .zip(edge)
            .filter(|(_, how)| matches!(how, Conversion::Probe(_) | Conversion::ProbeSome(_)));
        let places = probed.map(|(kept, _)| Place {
            local: kept.local,
            block,
            ends,
        });
        self.probed.extend(places);
    }

    /// Whether the arm of `root` may have assigned the local on the way to `block`.
    fn assigned_on_the_way(&self, root: BlockId, block: BlockId, local: LocalId) -> bool {
        let mut way = vec![block];
        let mut at = 0;
        while let Some(&block) = way.get(at) {
            at += 1;
            let leads = |from: &BlockId| self.body.block(*from).exit.targets().contains(&block);
            let before = self.body.ids().filter(|from| block != root && leads(from));
            let new: Vec<BlockId> = before.filter(|from| !way.contains(from)).collect();
            if new
                .iter()
                .any(|from| self.flow.assigned(*from).contains(&local))
            {
                return true;
            }
            way.extend(new);
        }
        false
    }

    fn convert(
        &mut self,
        (root, block, target): (BlockId, BlockId, BlockId),
        known: impl Fn(LocalId) -> Known,
    ) -> Vec<Conversion> {
        let arrived = self.states[root.0].clone().unwrap_or_default();
        let wanted = self.states[target.0].clone().unwrap_or_default();
        wanted
            .iter()
            .map(|kept| {
                let form = arrived
                    .iter()
                    .find(|a| a.local == kept.local)
                    .map(|a| a.form);
                let Known { init, assigned } = known(kept.local);
                if kept.form == Form::Live
                    && (matches!(init, Init::No | Init::Maybe | Init::Asked(_))
                        || self.flow.given_away(kept.local))
                    && let Some(span) = self.flow.next_mention(self.body, target, kept.local)
                {
                    self.spent.insert((target, kept.local), span);
                }
                // It may have come with a value; if it has one for certain, or had one for something to be
                // taken out of it here, it was assigned in this arm.
                let asked = || {
                    matches!(init, Init::Asked(_)) && init != self.flow.init_at(root, kept.local)
                };
                // Or it was, and moved on some paths.
                let replaced = || {
                    form == Some(Form::Flagged)
                        && init == Init::Maybe
                        && (assigned || self.assigned_on_the_way(root, block, kept.local))
                };
                let anew = init == Init::Yes || asked() || replaced();
                let form = form.filter(|form| !(*form == Form::Flagged && anew));
                self.conversion(*kept, form, init)
            })
            .collect()
    }

    /// What the types have to say.
    fn question(&mut self, init: Init) -> Option<Question> {
        let Init::Asked(question) = init else {
            return None;
        };
        let taken = || self.flow.taken(question).clone();
        self.taken.entry(question).or_insert_with(taken);
        Some(question)
    }

    fn conversion(&mut self, kept: Kept, arrived: Option<Form>, init: Init) -> Conversion {
        match (kept.form, arrived, init) {
            (Form::Live, _, _) => Conversion::Same,
            (_, _, Init::Unreached) => Conversion::Same,
            // What came may have been replaced, and that moved.
            (Form::Flagged, _, Init::No) => Conversion::None,
            (Form::Dead, Some(Form::Dead), _) | (Form::Flagged, Some(Form::Flagged), _) => {
                Conversion::Same
            }
            (Form::Dead, _, init) => Conversion::Probe(self.question(init)),
            (Form::Flagged, Some(Form::Dead), _) => Conversion::Some,
            (Form::Flagged, _, Init::Yes | Init::Asked(_)) => {
                Conversion::ProbeSome(self.question(init))
            }
            (Form::Flagged, _, Init::Maybe) => {
                self.unclear.push(kept.local);
                Conversion::None
            }
        }
    }
}
