//! What each local is at each point: live, initialised, moved.
//!
//! In: the simplified graph. Out: [`Flow`], answers by block and by leap. The
//! graph is first read as a finer one of events (`record`): verbatim code
//! contributes its branches and loops, so that a move in one arm of a verbatim
//! `match` is a move on one path. The two analyses (`solve`) see only events.

mod again;
pub(crate) mod base;
pub(crate) mod graph;
mod inits;
mod nested;
pub(crate) mod patterns;
mod record;
mod record_call;
mod record_control;
mod record_expr;
mod record_opaque;
mod record_pattern;
mod scopes;
mod solve;
mod table;
mod typed;

use crate::ir::{BlockId, Body, LeapId, LocalId, PartId};
use graph::{NodeId, Question, Taken, What};
use proc_macro2::Span;
use std::cell::OnceCell;
use std::collections::HashSet;

/// What is known of a local's value at a point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Init {
    /// The point cannot be reached.
    Unreached,
    /// Not assigned, or moved out.
    No,
    /// On some paths.
    Maybe,
    Yes,
    /// It has lost something that was taken by value: the types say whether it is still there.
    Asked(Question),
}

impl Init {
    /// Both may be: the value where two paths meet.
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unreached, init) | (init, Self::Unreached) => init,
            (a, b) if a == b => a,
            _ => Self::Maybe,
        }
    }
}

/// The answers.
pub(crate) struct Flow {
    graph: graph::Graph,
    /// What is mentioned before it is assigned.
    mentioned: table::Table,
    live: table::Table,
    init: inits::Inits,
    given_away: Vec<bool>,
    /// By local, once it is asked for: by block, where it is mentioned next.
    next: Vec<OnceCell<Vec<Option<Span>>>>,
    /// Assignments to immutable locals that may have a value.
    pub(crate) assigned_twice: Vec<(LocalId, Span)>,
    /// Mentions of locals that may have no value yet.
    pub(crate) unassigned: Vec<(LocalId, Span)>,
}

impl Flow {
    /// Whether the value of `local` is needed where `block` begins.
    pub(crate) fn live_at(&self, block: BlockId, local: LocalId) -> bool {
        self.live.contains(self.graph.begin(block).0, local.0)
    }

    /// What is known of `local` where `block` begins.
    pub(crate) fn init_at(&self, block: BlockId, local: LocalId) -> Init {
        self.at(self.graph.begin(block), local)
    }

    /// Whether `local` is mentioned by value anywhere: if it is needed after that, it was
    /// copied, or rustc says that it was moved.
    pub(crate) fn given_away(&self, local: LocalId) -> bool {
        self.given_away[local.0]
    }

    /// Whether the types have to say if `local` was moved.
    pub(crate) fn asks(&self, local: LocalId) -> bool {
        !self.init.questions(local).is_empty()
    }

    /// Whether it may well be moved: it would be read so, or a name of the user's says nothing.
    pub(crate) fn asks_of_a_move(&self, local: LocalId) -> bool {
        let mut questions = self.init.questions(local).iter();
        questions.any(|question| {
            let taken = self.graph.taken(*question);
            taken.moves || matches!(taken.what, What::Method(..) | What::Call(_))
        })
    }

    /// What the types are asked.
    pub(crate) fn taken(&self, question: Question) -> &Taken {
        self.graph.taken(question)
    }

    /// Whether a part of `local` is mentioned by value anywhere.
    pub(crate) fn parted(&self, local: LocalId) -> bool {
        let mut nodes = (0..self.graph.len()).map(NodeId);
        nodes.any(|node| self.graph.event(node) == graph::Event::Part(local))
    }

    /// Where `local` is mentioned next, from the start of `block` on, if that is not
    /// behind a jump back.
    pub(crate) fn next_mention(&self, body: &Body, block: BlockId, local: LocalId) -> Option<Span> {
        let next = self.next[local.0].get_or_init(|| next_mentions(&self.graph, body, local));
        next[block.0]
    }

    /// Whether control comes to the beginning of `block`, and to its end.
    pub(crate) fn reached(&self, body: &Body, block: BlockId) -> (bool, bool) {
        let Some(local) = body.locals.ids().next() else {
            return (true, true);
        };
        let (begin, end) = (self.init_at(block, local), self.init_leaving(block, local));
        (begin != Init::Unreached, end != Init::Unreached)
    }

    /// What is known of `local` where control leaves `block`.
    pub(crate) fn init_leaving(&self, block: BlockId, local: LocalId) -> Init {
        self.at(self.graph.exit(block), local)
    }

    /// Parts that may be mentioned after they have been taken.
    pub(crate) fn again(&self) -> HashSet<PartId> {
        again::again(&self.graph)
    }

    /// What is known of `local` where `block` ends, before that closes scopes.
    pub(crate) fn init_closing(&self, block: BlockId, local: LocalId) -> Init {
        self.at(self.graph.closing(block), local)
    }

    /// What is known of `local` at a leap.
    pub(crate) fn init_leaping(&self, leap: LeapId, local: LocalId) -> Init {
        match self.graph.leap(leap) {
            Some(node) => self.at(node, local),
            None => Init::Unreached,
        }
    }

    /// Locals that lose a part by value and reach a block for which `held` holds afterwards.
    pub(crate) fn partial(&self, held: impl Fn(BlockId, LocalId) -> bool) -> Vec<LocalId> {
        let mut partial = Vec::new();
        for node in (0..self.graph.len()).map(NodeId) {
            if let graph::Event::Part(local) = self.graph.event(node)
                && !partial.contains(&local)
                && self.reaches(node, |block| held(block, local))
            {
                partial.push(local);
            }
        }
        partial
    }

    /// What leaves a part of a local behind that is needed after that, and reaches a block for which `held` holds of it; by the
    /// first that it binds. A base is no pattern.
    pub(crate) fn leaves(&self, held: impl Fn(BlockId, LocalId) -> bool) -> Vec<LocalId> {
        let mut leaves = Vec::new();
        for node in (0..self.graph.len()).map(NodeId) {
            if let graph::Event::Take(local, question) = self.graph.event(node)
                && let Some(left) = &self.graph.taken(question).left
                && left.first != local
                && let [after] = self.graph.next(node)
                && self.live.contains(after.0, local.0)
                && self.reaches(node, |block| held(block, local))
            {
                leaves.push(left.first);
            }
        }
        leaves
    }

    /// Locals that a method consumes by its name, if they are no guards, and that would be held by a block for which `held`
    /// holds if they were. One that is needed after that is held as it is.
    pub(crate) fn guards(&self, held: impl Fn(BlockId, LocalId) -> bool) -> Vec<LocalId> {
        let consumed = self.graph.consumed().iter();
        let consumed = consumed.filter(|(node, local)| {
            !self.needed_behind(*node, *local) && self.reaches(*node, |id| held(id, *local))
        });
        consumed.map(|(_, local)| *local).collect()
    }

    /// Locals of which the types cannot be asked whether a method takes them, for want of those of its arguments, and that
    /// reach a block for which `held` holds.
    pub(crate) fn untyped(&self, held: impl Fn(BlockId, LocalId) -> bool) -> Vec<LocalId> {
        let untyped = self.graph.untyped().iter();
        let over = untyped.filter(|(node, local)| {
            !self.is_mentioned_behind(*node, *local) && self.reaches(*node, |id| held(id, *local))
        });
        over.map(|(_, local)| *local).collect()
    }

    /// Whether `local` is needed after the mention by value that follows `node`.
    fn needed_behind(&self, node: NodeId, local: LocalId) -> bool {
        let moves = |next: &&NodeId| self.graph.event(**next) == graph::Event::Move(local);
        let mut moves = self.graph.next(node).iter().filter(moves);
        moves.any(|moved| {
            let behind = self.graph.next(*moved);
            behind
                .iter()
                .any(|next| self.live.contains(next.0, local.0))
        })
    }

    fn reaches(&self, from: NodeId, target: impl Fn(BlockId) -> bool) -> bool {
        let mut seen = vec![false; self.graph.len()];
        let mut stack = vec![from];
        while let Some(node) = stack.pop() {
            for next in self.graph.next(node) {
                if std::mem::replace(&mut seen[next.0], true) {
                    continue;
                }
                if let graph::Event::Enter(block) = self.graph.event(*next)
                    && target(block)
                {
                    return true;
                }
                stack.push(*next);
            }
        }
        false
    }

    /// Whether `local` is certainly copied where it is mentioned by value: it is a truth value, or somewhere it is mentioned again.
    pub(crate) fn is_copied(&self, local: LocalId) -> bool {
        let mut given = self.graph.given().iter();
        let again = |node: &NodeId| self.is_mentioned_behind(*node, local);
        self.graph.is_truth(local) || given.any(|(node, given)| *given == local && again(node))
    }

    /// Whether `local` is mentioned behind the event of `node` before it is assigned.
    fn is_mentioned_behind(&self, node: NodeId, local: LocalId) -> bool {
        let mut next = self.graph.next(node).iter();
        next.any(|next| self.mentioned.contains(next.0, local.0))
    }

    /// Locals that a macro or a method may have taken, of which nothing is seen.
    pub(crate) fn doubted(&self) -> &[LocalId] {
        self.graph.doubted()
    }

    /// Whether any code mentions `local` other than to declare it.
    pub(crate) fn mentions(&self, local: LocalId) -> bool {
        self.graph.mentions(local)
    }

    /// Whether code assigns `local` other than where it is declared.
    pub(crate) fn assigned_again(&self, local: LocalId) -> bool {
        let mut assignments = self.graph.assignments().iter();
        assignments.any(|(_, assigned, _)| *assigned == local)
    }

    /// What the code of `block` assigns without having declared it.
    pub(crate) fn assigned(&self, block: BlockId) -> &[LocalId] {
        self.graph.assigned(block)
    }

    fn at(&self, node: NodeId, local: LocalId) -> Init {
        self.init.at(node, local)
    }
}

/// Analyses `body`.
pub(crate) fn analyse(body: &Body) -> Flow {
    let graph = record::record(body);
    let ended = scopes::Ended::of(body);
    let mentioned = solve::mentioned(&graph, body, &ended);
    let init = solve::init(&graph, body, &ended, &mentioned);
    let live = solve::live(&graph, body, &ended, &init);
    let assigned_twice = solve::assigned_twice(&graph, body, &ended);
    let unassigned = solve::unassigned(&graph, body, &ended);
    let mut given_away = vec![false; body.locals.len()];
    for node in (0..graph.len()).map(NodeId) {
        match graph.event(node) {
            graph::Event::Move(local) => given_away[local.0] = true,
            graph::Event::Take(local, question) => {
                given_away[local.0] |= matches!(graph.taken(question).what, What::Value(_));
            }
            _ => {}
        }
    }
    Flow {
        graph,
        mentioned,
        live,
        init,
        given_away,
        next: vec![OnceCell::new(); body.locals.len()],
        assigned_twice,
        unassigned,
    }
}

/// By block: where a local is mentioned next. Blocks stand in the order of the
/// program, so one walk from the last to the first sees every forward path.
fn next_mentions(graph: &graph::Graph, body: &Body, local: LocalId) -> Vec<Option<Span>> {
    let mut next = vec![None; body.blocks.len()];
    let ids: Vec<BlockId> = body.ids().collect();
    for id in ids.into_iter().rev() {
        let mut here = graph.mentioned_in(id).iter();
        let here = here.find(|(mentioned, _)| *mentioned == local);
        next[id.0] = here.map(|(_, span)| *span).or_else(|| {
            let targets = body.block(id).exit.targets().into_iter();
            let mut ahead = targets.filter(|target| *target > id);
            ahead.find_map(|target| next[target.0])
        });
    }
    next
}
