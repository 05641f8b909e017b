//! How what an arm has becomes what a target keeps.

use super::open::Place;
use super::{Conversion, Form, Kept};
use crate::flow::graph::{Question, Taken};
use crate::flow::{Flow, Init};
use crate::ir::{BlockId, Body, LeapId, LocalId};
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
                let init = |local| flow.init_leaving(block, local);
                let edge = self.convert((root, block, target), init);
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
        let flow = self.flow;
        let target = self.body.leaps[leap.0].target;
        let init = |local| flow.init_leaping(leap, local);
        let edge = self.convert((root, block, target), init);
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

    /// Whether the arm of `root` may have assigned the local on the way to the end of `block`.
    fn assigned_on_the_way(&self, root: BlockId, block: BlockId, local: LocalId) -> bool {
        let mut way = vec![block];
        let mut at = 0;
        while let Some(&block) = way.get(at) {
            at += 1;
            if self.flow.assigned(block).contains(&local) {
                return true;
            }
            let leads = |from: &BlockId| self.body.block(*from).exit.targets().contains(&block);
            let before = self.body.ids().filter(|from| block != root && leads(from));
            let new: Vec<BlockId> = before.filter(|from| !way.contains(from)).collect();
            way.extend(new);
        }
        false
    }

    fn convert(
        &mut self,
        (root, block, target): (BlockId, BlockId, BlockId),
        init: impl Fn(LocalId) -> Init,
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
                let init = init(kept.local);
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
                        && self.assigned_on_the_way(root, block, kept.local)
                };
                let assigned = init == Init::Yes || asked() || replaced();
                let form = form.filter(|form| !(*form == Form::Flagged && assigned));
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
