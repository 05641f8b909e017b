//! The two analyses: liveness backward, initialisation forward.
//!
//! A mention by value of a local that is mentioned again before it is assigned
//! must be a copy, or the program would not be valid: it leaves the local
//! initialised. So mentions are solved first, initialisation with them, and
//! then what is needed, where an assignment needs the old value it drops.

use super::Init;
use super::graph::{Event, Graph, NodeId};
use super::inits::Inits;
use super::scopes::Ended;
use super::table::{Row, Table};
use crate::ir::{Body, LocalId, Origin};
use proc_macro2::Span;

/// For each node and local: what is known before the node's event.
pub(super) fn init(graph: &Graph, body: &Body, ended: &Ended, mentioned: &Table) -> Inits {
    let mut inits = Inits::of(graph, body.locals.len());
    let over = ended.map(|locals| inits.over(locals));
    let entry = graph.entry(crate::ir::ENTRY);
    let mut after = inits.table.nothing();
    for local in body.locals.ids() {
        let init = match body.locals.get(local).origin {
            Origin::Argument => Init::Yes,
            _ => Init::No,
        };
        inits.set(&mut after, local, init);
    }
    inits.table.join(entry.0, &after);
    let mut work = vec![entry];
    let mut visited = vec![false; graph.len()];
    while let Some(node) = work.pop() {
        visited[node.0] = true;
        inits.table.read(node.0, &mut after);
        let event = graph.event(node);
        let next = graph.next(node);
        let copied = match event {
            Event::Move(local) | Event::Take(local, _) => {
                next.iter().any(|next| mentioned.contains(next.0, local.0))
            }
            _ => false,
        };
        if let Some(over) = over.after(event) {
            over.apply(&mut after);
        } else if !copied {
            inits.apply(event, &mut after);
        }
        for next in next {
            if inits.table.join(next.0, &after) || !visited[next.0] {
                work.push(*next);
            }
        }
    }
    inits
}

/// For each node and local: whether it is mentioned before it is assigned.
pub(super) fn mentioned(graph: &Graph, body: &Body, ended: &Ended) -> Table {
    backward(graph, body, ended, |_, _| false)
}

/// For each node and local: whether the value before the node's event is needed.
///
/// An assignment needs the value that it drops, where there is one for certain; one
/// that may be there is kept aside (`Form::Flagged`) and dropped by the arm.
pub(super) fn live(graph: &Graph, body: &Body, ended: &Ended, init: &Inits) -> Table {
    backward(graph, body, ended, |node, local| {
        init.at(node, local) == Init::Yes
    })
}

/// `replaces`: whether the assignment at a node needs the value it replaces.
fn backward(
    graph: &Graph,
    body: &Body,
    ended: &Ended,
    replaces: impl Fn(NodeId, LocalId) -> bool,
) -> Table {
    let before = graph.predecessors();
    let mut state = Table::new(graph.len(), body.locals.len());
    let mut needed = state.nothing();
    let mut work: Vec<NodeId> = (0..graph.len()).map(NodeId).collect();
    while let Some(node) = work.pop() {
        needed.clear();
        for next in graph.next(node) {
            state.add_to(next.0, &mut needed);
        }
        match graph.event(node) {
            Event::Assign(local) => needed.set(local.0, replaces(node, local)),
            event => need(event, &mut needed, ended),
        }
        // What is needed only grows.
        if state.join(node.0, &needed) {
            work.extend(&before[node.0]);
        }
    }
    state
}

fn need(event: Event, needed: &mut Row, ended: &Ended) {
    match event {
        Event::Nothing | Event::Assign(_) => {}
        Event::Declare(local) => needed.set(local.0, false),
        Event::Borrow(local)
        | Event::Project(local)
        | Event::Part(local)
        | Event::Move(local)
        | Event::Take(local, _) => needed.set(local.0, true),
        Event::Close(_) | Event::Enter(_) => {
            if let Some(ended) = ended.after(event) {
                needed.remove(ended);
            }
        }
    }
}

/// Assignments to immutable locals that may have been assigned before.
pub(super) fn assigned_twice(graph: &Graph, body: &Body, ended: &Ended) -> Vec<(LocalId, Span)> {
    let once = |local: LocalId| {
        let known = body.locals.get(local);
        !known.mutable() && known.scope.is_some()
    };
    let mut assignments = graph.assignments().iter();
    // Most bodies assign to none of these.
    if !assignments.any(|(_, local, _)| once(*local)) {
        return Vec::new();
    }
    let arguments = body.locals.ids().filter(|local| {
        let known = body.locals.get(*local);
        known.origin == Origin::Argument
    });
    let assigned = forward(graph, body, ended, arguments, true);
    let twice = |(node, local, _): &&(NodeId, LocalId, Span)| {
        once(*local) && assigned.contains(node.0, local.0)
    };
    graph
        .assignments()
        .iter()
        .filter(twice)
        .map(|(_, local, span)| (*local, *span))
        .collect()
}

/// Mentions of locals that may not have been assigned since their declaration: rustc would not know them, for no state holds
/// them.
pub(super) fn unassigned(graph: &Graph, body: &Body, ended: &Ended) -> Vec<(LocalId, Span)> {
    let kept = |local: LocalId| {
        let known = body.locals.get(local);
        known.origin == Origin::User && known.scope.is_some()
    };
    let nodes = || (0..graph.len()).map(NodeId);
    let deferred = |node: NodeId| match graph.event(node) {
        Event::Declare(local) if kept(local) => {
            let assigned = |next: &NodeId| graph.event(*next) == Event::Assign(local);
            !graph.next(node).iter().all(assigned)
        }
        _ => false,
    };
    if !nodes().any(deferred) {
        return Vec::new();
    }
    let unassigned = forward(graph, body, ended, std::iter::empty(), false);
    let mut found: Vec<(LocalId, Span)> = Vec::new();
    for node in nodes() {
        if let Some(local) = graph.event(node).mentions()
            && kept(local)
            && unassigned.contains(node.0, local.0)
            && let Some(span) = graph.span(node)
            && !found.iter().any(|(other, _)| *other == local)
        {
            found.push((local, span));
        }
    }
    found
}

/// By node: the locals of which it holds on some way there that they are assigned, or that they are declared only. It holds of `first` at
/// the start.
fn forward(
    graph: &Graph,
    body: &Body,
    ended: &Ended,
    first: impl Iterator<Item = LocalId>,
    assigned: bool,
) -> Table {
    let mut holds = Table::new(graph.len(), body.locals.len());
    let mut after = holds.nothing();
    first.for_each(|local| after.set(local.0, true));
    holds.join(graph.entry(crate::ir::ENTRY).0, &after);
    let mut work: Vec<NodeId> = (0..graph.len()).rev().map(NodeId).collect();
    while let Some(node) = work.pop() {
        holds.read(node.0, &mut after);
        match graph.event(node) {
            Event::Declare(local) => after.set(local.0, !assigned),
            Event::Assign(local) => after.set(local.0, assigned),
            event => {
                if let Some(ended) = ended.after(event) {
                    after.remove(ended);
                }
            }
        }
        for next in graph.next(node) {
            if holds.join(next.0, &after) {
                work.push(*next);
            }
        }
    }
    holds
}
