//! The graph of events that the analyses run on.

use super::again::{TakenPart, Touch};
use crate::ir::{BlockId, LeapId, LocalId, ScopeId};
use crate::methods::Standard;
use proc_macro2::{Ident, Span};
use std::collections::{HashMap, HashSet};
use syn::Expr;

/// A point between two events.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct NodeId(pub(crate) usize);

/// What may have been taken out of a local, or with it.
#[derive(Clone)]
pub(crate) enum What {
    /// An expression by value, whose type says whether it was a move.
    Value(Box<Expr>),
    /// What a method of a consuming name is called on, behind a pointer: a box is moved out of, all else stays.
    Behind(Box<Expr>),
    /// What a method takes: by which `self` lookup finds it says whether it was a move. Its arguments have types of their own.
    Method(Ident, Vec<Expr>),
    /// What a method takes whose name is one of iterators or of what is ordered, with so many arguments.
    Standard(Standard, syn::Ident, usize),
    /// What a call of the local with so many arguments takes: whether it can be called again says so.
    Call(usize),
}

/// A part that is left behind.
#[derive(Clone)]
pub(crate) struct Left {
    /// What leaves it: the first local that a pattern binds, or the base of a literal.
    pub(crate) first: LocalId,
    /// All that is left, if it can be named.
    pub(crate) rest: Option<Box<Expr>>,
}

/// A question to the types.
#[derive(Clone)]
pub(crate) struct Taken {
    pub(crate) what: What,
    /// A part is left behind.
    pub(crate) left: Option<Left>,
    /// Parts that stay if all that is bound of them is copied: for each, what is bound, and a reference to it.
    pub(crate) nested: Vec<(Expr, Expr)>,
    /// It is read as a move where the types cannot be asked.
    pub(crate) moves: bool,
}

/// The question whether something was moved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Question(pub(crate) usize);

/// What happens to a local.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Event {
    Nothing,
    /// Its scope begins; it has no value.
    Declare(LocalId),
    /// It gets a value; one it had is dropped.
    Assign(LocalId),
    /// It is mentioned in place.
    Borrow(LocalId),
    /// A part of it is mentioned by value.
    Part(LocalId),
    /// A part of it is mentioned: a closure captures that part alone.
    Project(LocalId),
    /// It is mentioned by value.
    Move(LocalId),
    /// Something is taken out of it by value: it is moved, unless that is a copy.
    Take(LocalId, Question),
    /// The scope ends; what its locals hold is dropped.
    Close(ScopeId),
    /// A block begins: scopes that are not open there have ended on the way.
    Enter(BlockId),
}

impl Event {
    /// The local that code mentions.
    pub(crate) fn mentions(self) -> Option<LocalId> {
        match self {
            Self::Borrow(local)
            | Self::Part(local)
            | Self::Project(local)
            | Self::Move(local)
            | Self::Take(local, _) => Some(local),
            _ => None,
        }
    }
}

/// One node: the state before its event is the node's.
#[derive(Default)]
pub(crate) struct Graph {
    events: Vec<Event>,
    questions: Vec<Taken>,
    /// By block, in their order.
    mentions: Vec<Vec<(LocalId, Span)>>,
    /// Of mentions.
    spans: HashMap<NodeId, Span>,
    /// Of mentions that do not touch all of their local.
    touches: HashMap<NodeId, Touch>,
    /// Mentions of a field that is assigned.
    assigned_parts: HashSet<NodeId>,
    taken_parts: Vec<TakenPart>,
    next: Vec<Vec<NodeId>>,
    /// By block.
    entries: Vec<NodeId>,
    /// By block.
    begins: Vec<NodeId>,
    exits: HashMap<BlockId, NodeId>,
    /// The first of the scopes that blocks close at their ends.
    closing: HashMap<BlockId, NodeId>,
    leaps: HashMap<LeapId, NodeId>,
    /// By block.
    assigned: Vec<Vec<LocalId>>,
    /// Locals that a method of such a name consumes, and may be guards.
    consumed: Vec<(NodeId, LocalId)>,
    given: Vec<(NodeId, LocalId)>,
    truths: Vec<LocalId>,
    /// Locals that a method may consume, which cannot be asked for its arguments have no types of their own.
    untyped: Vec<(NodeId, LocalId)>,
    /// Locals that code may have taken for all that is seen of it.
    doubted: Vec<LocalId>,
    /// Assignments in code, with where they stand.
    assignments: Vec<(NodeId, LocalId, Span)>,
}

impl Graph {
    pub(crate) fn node(&mut self, event: Event) -> NodeId {
        let id = NodeId(self.events.len());
        self.events.push(event);
        self.next.push(Vec::new());
        id
    }

    pub(crate) fn ask(&mut self, taken: Taken) -> Question {
        self.questions.push(taken);
        Question(self.questions.len() - 1)
    }

    pub(crate) fn taken(&self, question: Question) -> &Taken {
        &self.questions[question.0]
    }

    pub(crate) fn note_mention(&mut self, block: BlockId, local: LocalId, span: Span) {
        self.mentions[block.0].push((local, span));
    }

    pub(crate) fn mentioned_in(&self, block: BlockId) -> &[(LocalId, Span)] {
        &self.mentions[block.0]
    }

    pub(crate) fn set_touch(&mut self, node: NodeId, touch: Touch) {
        self.touches.insert(node, touch);
    }

    /// `None`: all of the local.
    pub(crate) fn touch(&self, node: NodeId) -> Option<&Touch> {
        self.touches.get(&node)
    }

    pub(super) fn set_assigns_part(&mut self, node: NodeId) {
        self.assigned_parts.insert(node);
    }

    pub(super) fn assigns_part(&self, node: NodeId) -> bool {
        self.assigned_parts.contains(&node)
    }

    pub(super) fn take_part(&mut self, part: TakenPart) {
        self.taken_parts.push(part);
    }

    pub(super) fn taken_parts(&self) -> &[TakenPart] {
        &self.taken_parts
    }

    pub(crate) fn set_span(&mut self, node: NodeId, span: Span) {
        self.spans.insert(node, span);
    }

    pub(crate) fn span(&self, node: NodeId) -> Option<Span> {
        self.spans.get(&node).copied()
    }

    pub(crate) fn link(&mut self, from: NodeId, to: NodeId) {
        if !self.next[from.0].contains(&to) {
            self.next[from.0].push(to);
        }
    }

    pub(crate) fn event(&self, node: NodeId) -> Event {
        self.events[node.0]
    }

    pub(crate) fn next(&self, node: NodeId) -> &[NodeId] {
        &self.next[node.0]
    }

    pub(crate) fn predecessors(&self) -> Vec<Vec<NodeId>> {
        let mut before = vec![Vec::new(); self.len()];
        for node in (0..self.len()).map(NodeId) {
            for next in self.next(node) {
                before[next.0].push(node);
            }
        }
        before
    }

    pub(crate) fn len(&self) -> usize {
        self.events.len()
    }

    /// The nodes at the head of the next block.
    pub(crate) fn head(&mut self, entry: NodeId, begin: NodeId) {
        self.entries.push(entry);
        self.begins.push(begin);
        self.mentions.push(Vec::new());
        self.assigned.push(Vec::new());
    }

    pub(crate) fn entry(&self, block: BlockId) -> NodeId {
        self.entries[block.0]
    }

    /// The node after [`Event::Enter`].
    pub(crate) fn begin(&self, block: BlockId) -> NodeId {
        self.begins[block.0]
    }

    pub(crate) fn set_exit(&mut self, block: BlockId, node: NodeId) {
        self.exits.insert(block, node);
    }

    pub(crate) fn exit(&self, block: BlockId) -> NodeId {
        self.exits[&block]
    }

    /// What comes next closes the scopes that `block` leaves.
    pub(crate) fn set_closing(&mut self, block: BlockId) {
        let next = NodeId(self.events.len());
        self.closing.entry(block).or_insert(next);
    }

    pub(crate) fn closing(&self, block: BlockId) -> NodeId {
        let exit = || self.exit(block);
        self.closing.get(&block).copied().unwrap_or_else(exit)
    }

    pub(crate) fn set_leap(&mut self, leap: LeapId, node: NodeId) {
        self.leaps.insert(leap, node);
    }

    /// `None`: the leap stands in code that cannot be reached.
    pub(crate) fn leap(&self, leap: LeapId) -> Option<NodeId> {
        self.leaps.get(&leap).copied()
    }

    pub(crate) fn set_assigned(&mut self, block: BlockId, local: LocalId) {
        self.assigned[block.0].push(local);
    }

    /// What the code of `block` assigns without declaring it.
    pub(crate) fn assigned(&self, block: BlockId) -> &[LocalId] {
        &self.assigned[block.0]
    }

    pub(crate) fn note_given(&mut self, node: NodeId, local: LocalId) {
        self.given.push((node, local));
    }

    /// Where locals are moved, unless they are copied, with no name of a method that says so.
    pub(crate) fn given(&self) -> &[(NodeId, LocalId)] {
        &self.given
    }

    pub(crate) fn note_truth(&mut self, local: LocalId) {
        self.truths.push(local);
    }

    /// Whether a local stands as a truth value somewhere.
    pub(crate) fn is_truth(&self, local: LocalId) -> bool {
        self.truths.contains(&local)
    }

    pub(crate) fn note_consumed(&mut self, node: NodeId, local: LocalId) {
        self.consumed.push((node, local));
    }

    pub(crate) fn consumed(&self) -> &[(NodeId, LocalId)] {
        &self.consumed
    }

    pub(crate) fn note_untyped(&mut self, node: NodeId, local: LocalId) {
        self.untyped.push((node, local));
    }

    pub(crate) fn untyped(&self) -> &[(NodeId, LocalId)] {
        &self.untyped
    }

    pub(crate) fn note_doubted(&mut self, local: LocalId) {
        self.doubted.push(local);
    }

    pub(crate) fn doubted(&self) -> &[LocalId] {
        &self.doubted
    }

    pub(crate) fn note_assignment(&mut self, node: NodeId, local: LocalId, span: Span) {
        self.assignments.push((node, local, span));
    }

    pub(crate) fn assignments(&self) -> &[(NodeId, LocalId, Span)] {
        &self.assignments
    }

    /// Whether `local` is read or assigned anywhere.
    pub(crate) fn mentions(&self, local: LocalId) -> bool {
        self.assignments
            .iter()
            .any(|(_, assigned, _)| *assigned == local)
            || self
                .events
                .iter()
                .any(|event| event.mentions() == Some(local))
    }
}
