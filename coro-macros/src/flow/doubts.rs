//! Mentions of which only types say whether they take their local.
//!
//! `b.finish()` may take `b` or look at it, `f()` may be a call that cannot be repeated. They are read as what leaves the local where it is; where it would then be held although
//! nothing mentions it any more, its arm asks the types (`coro_core::doubt`), if the mention is certain to have
//! come: on every path since the local got its value.

use super::graph::{Event, Graph, NodeId};
use crate::ir::LocalId;
use crate::methods;
use proc_macro2::Ident;
use std::collections::HashSet;
use syn::ExprMethodCall;

/// A mention in doubt.
#[derive(Clone)]
pub(crate) enum Doubt {
    /// A method without arguments, by a name that no convention speaks of.
    Method(Ident),
    /// A call of the local, with so many arguments.
    Call(usize),
}

impl Doubt {
    /// The doubt that a method call on a local is, if it can be asked about again: it has no arguments, which would
    /// have to fit whatever lookup finds.
    pub(super) fn of_method(call: &ExprMethodCall) -> Option<Self> {
        let bare = call.args.is_empty() && call.turbofish.is_none();
        let asks = bare && !methods::borrows(&call.method.to_string());
        asks.then(|| Self::Method(call.method.clone()))
    }

    /// Two of one key are one question.
    fn key(&self) -> String {
        match self {
            Self::Method(method) => method.to_string(),
            Self::Call(arguments) => arguments.to_string(),
        }
    }
}

/// The doubts of a graph.
#[derive(Default)]
pub(super) struct Doubts {
    all: Vec<(NodeId, LocalId, Doubt)>,
}

impl Doubts {
    pub(super) fn note(&mut self, node: NodeId, local: LocalId, doubt: Doubt) {
        self.all.push((node, local, doubt));
    }

    /// What is in doubt about `local` at `point`, and certain to have come.
    pub(super) fn at(&self, graph: &Graph, point: NodeId, local: LocalId) -> Vec<Doubt> {
        let of_local = || self.all.iter().filter(|(_, of, _)| *of == local);
        if of_local().next().is_none() {
            return Vec::new();
        }
        let before = graph.predecessors();
        let mut asked = HashSet::new();
        let mut found = Vec::new();
        for (_, _, doubt) in of_local() {
            let key = doubt.key();
            let same: HashSet<NodeId> = of_local()
                .filter(|(_, _, other)| other.key() == key)
                .map(|(node, _, _)| *node)
                .collect();
            if asked.insert(key) && certain(graph, &before, point, local, &same) {
                found.push(doubt.clone());
            }
        }
        found
    }
}

/// Whether every way to `point` from where `local` got its value comes by one of `nodes`.
fn certain(
    graph: &Graph,
    before: &[Vec<NodeId>],
    point: NodeId,
    local: LocalId,
    nodes: &HashSet<NodeId>,
) -> bool {
    if nodes.contains(&point) {
        return true;
    }
    let mut seen = HashSet::new();
    let mut stack = vec![point];
    while let Some(at) = stack.pop() {
        if before[at.0].is_empty() {
            return false;
        }
        for node in &before[at.0] {
            match graph.event(*node) {
                _ if nodes.contains(node) => {}
                Event::Assign(assigned) | Event::Declare(assigned) if assigned == local => {
                    return false;
                }
                _ if seen.insert(*node) => stack.push(*node),
                _ => {}
            }
        }
    }
    true
}
