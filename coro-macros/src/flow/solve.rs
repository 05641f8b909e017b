//! The two analyses: liveness backward, initialisation forward.
//!
//! A mention by value of a local that is mentioned again before it is assigned
//! must be a copy, or the program would not be valid: it leaves the local
//! initialised. So mentions are solved first, initialisation with them, and
//! then what is needed, where an assignment needs the old value it drops.

use super::Init;
use super::graph::{Event, Graph, NodeId};
use crate::ir::{Body, LocalId, Origin, ScopeId, Step};
use proc_macro2::Span;

/// For each node and local: what is known before the node's event.
pub(super) fn init(graph: &Graph, body: &Body, mentioned: &[Vec<bool>]) -> Vec<Vec<Init>> {
    let mut state = vec![vec![Init::Unreached; body.locals.len()]; graph.len()];
    let entry = graph.entry(crate::ir::ENTRY);
    for local in body.locals.ids() {
        state[entry.0][local.0] = match body.locals.get(local).origin {
            Origin::Argument => Init::Yes,
            _ => Init::No,
        };
    }
    let mut work = vec![entry];
    let mut visited = vec![false; graph.len()];
    while let Some(node) = work.pop() {
        visited[node.0] = true;
        let mut after = state[node.0].clone();
        let copied = match graph.event(node) {
            Event::Move(local) | Event::Take(local, _) => graph
                .next(node)
                .iter()
                .any(|next| mentioned[next.0][local.0]),
            _ => false,
        };
        if !copied {
            apply(graph.event(node), &mut after, body);
        }
        for next in graph.next(node) {
            let mut changed = !visited[next.0];
            for (known, new) in state[next.0].iter_mut().zip(&after) {
                let joined = known.join(*new);
                changed |= joined != *known;
                *known = joined;
            }
            if changed {
                work.push(*next);
            }
        }
    }
    state
}

fn apply(event: Event, state: &mut [Init], body: &Body) {
    match event {
        Event::Nothing | Event::Borrow(_) | Event::Project(_) | Event::Part(_) => {}
        Event::Declare(local) | Event::Move(local) => state[local.0] = Init::No,
        Event::Take(local, question) => state[local.0] = Init::Asked(question),
        Event::Assign(local) => state[local.0] = Init::Yes,
        Event::Close(_) | Event::Enter(_) => {
            for local in ended(event, body) {
                state[local.0] = Init::No;
            }
        }
    }
}

/// For each node and local: whether it is mentioned before it is assigned.
pub(super) fn mentioned(graph: &Graph, body: &Body) -> Vec<Vec<bool>> {
    backward(graph, body, |_, _| false)
}

/// For each node and local: whether the value before the node's event is needed.
///
/// An assignment needs the value that it drops, where there is one for certain; one
/// that may be there is kept aside (`Form::Flagged`) and dropped by the arm.
pub(super) fn live(graph: &Graph, body: &Body, init: &[Vec<Init>]) -> Vec<Vec<bool>> {
    backward(graph, body, |node, local| {
        init[node.0][local.0] == Init::Yes
    })
}

/// `replaces`: whether the assignment at a node needs the value it replaces.
fn backward(
    graph: &Graph,
    body: &Body,
    replaces: impl Fn(NodeId, LocalId) -> bool,
) -> Vec<Vec<bool>> {
    let before = graph.predecessors();
    let mut state = vec![vec![false; body.locals.len()]; graph.len()];
    let mut work: Vec<NodeId> = (0..graph.len()).map(NodeId).collect();
    while let Some(node) = work.pop() {
        let mut needed = vec![false; body.locals.len()];
        for next in graph.next(node) {
            for (needed, next) in needed.iter_mut().zip(&state[next.0]) {
                *needed |= next;
            }
        }
        match graph.event(node) {
            Event::Assign(local) => needed[local.0] = replaces(node, local),
            event => need(event, &mut needed, body),
        }
        if needed != state[node.0] {
            state[node.0] = needed;
            work.extend(&before[node.0]);
        }
    }
    state
}

fn need(event: Event, needed: &mut [bool], body: &Body) {
    match event {
        Event::Nothing | Event::Assign(_) => {}
        Event::Declare(local) => needed[local.0] = false,
        Event::Borrow(local)
        | Event::Project(local)
        | Event::Part(local)
        | Event::Move(local)
        | Event::Take(local, _) => needed[local.0] = true,
        Event::Close(_) | Event::Enter(_) => {
            for local in ended(event, body) {
                needed[local.0] = false;
            }
        }
    }
}

/// The locals whose scope is over after `event`.
fn ended(event: Event, body: &Body) -> Vec<LocalId> {
    let over = |scope: ScopeId| match event {
        Event::Close(closed) => closed == scope,
        // What a pattern binds on the way in belongs to a scope that the block opens.
        Event::Enter(block) => {
            let block = body.block(block);
            let binds = |step: &Step| matches!(step, Step::Open(open) if *open == scope);
            // Only arms are entered with bindings; a loop head binds on its way out.
            let binds = body.scopes[scope.0].binding
                && block.role == crate::ir::Role::Arm
                && block.steps.iter().any(binds);
            !binds && !block.open.contains(&scope)
        }
        _ => false,
    };
    body.locals
        .ids()
        .filter(|local| body.locals.get(*local).scope.is_some_and(over))
        .collect()
}

/// Assignments to immutable locals that may have been assigned before.
pub(super) fn assigned_twice(graph: &Graph, body: &Body) -> Vec<(LocalId, Span)> {
    let mut assigned = vec![vec![false; body.locals.len()]; graph.len()];
    let entry = graph.entry(crate::ir::ENTRY);
    for local in body.locals.ids() {
        assigned[entry.0][local.0] = body.locals.get(local).origin == Origin::Argument;
    }
    let mut work: Vec<NodeId> = (0..graph.len()).rev().map(NodeId).collect();
    while let Some(node) = work.pop() {
        let mut after = assigned[node.0].clone();
        match graph.event(node) {
            Event::Declare(local) => after[local.0] = false,
            Event::Assign(local) => after[local.0] = true,
            event @ (Event::Close(_) | Event::Enter(_)) => {
                ended(event, body)
                    .into_iter()
                    .for_each(|local| after[local.0] = false);
            }
            Event::Nothing
            | Event::Borrow(_)
            | Event::Project(_)
            | Event::Part(_)
            | Event::Move(_)
            | Event::Take(..) => {}
        }
        for next in graph.next(node) {
            let known = &mut assigned[next.0];
            let mut changed = false;
            for (known, new) in known.iter_mut().zip(&after) {
                changed |= *new && !*known;
                *known |= *new;
            }
            if changed {
                work.push(*next);
            }
        }
    }
    let twice = |(node, local, _): &&(NodeId, LocalId, Span)| {
        let known = body.locals.get(*local);
        !known.mutable() && known.scope.is_some() && assigned[node.0][local.0]
    };
    graph
        .assignments()
        .iter()
        .filter(twice)
        .map(|(_, local, span)| (*local, *span))
        .collect()
}
