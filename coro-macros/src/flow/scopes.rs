//! Which locals' scopes are over after an event, looked up.

use super::graph::Event;
use super::table::{Row, Table};
use crate::ir::{BlockId, Body, Role, ScopeId, Step};

/// By event that ends scopes: the locals of those, or what is made of them.
pub(super) struct Ended<T = Row> {
    by_scope: Vec<T>,
    by_block: Vec<T>,
}

impl Ended {
    pub(super) fn of(body: &Body) -> Self {
        let nothing = Table::new(0, body.locals.len()).nothing();
        let mut by_scope = vec![nothing.clone(); body.scopes.len()];
        let mut all = nothing;
        for local in body.locals.ids() {
            if let Some(scope) = body.locals.get(local).scope {
                by_scope[scope.0].set(local.0, true);
                all.set(local.0, true);
            }
        }
        let by_block = body.ids().map(|block| {
            let mut over = all.clone();
            for scope in &body.block(block).open {
                over.remove(&by_scope[scope.0]);
            }
            for scope in bound_by(body, block) {
                over.remove(&by_scope[scope.0]);
            }
            over
        });
        let by_block = by_block.collect();
        Self { by_scope, by_block }
    }

    /// Makes something of each once, instead of at each event.
    pub(super) fn map<T>(&self, make: impl Fn(&Row) -> T) -> Ended<T> {
        Ended {
            by_scope: self.by_scope.iter().map(&make).collect(),
            by_block: self.by_block.iter().map(&make).collect(),
        }
    }
}

impl<T> Ended<T> {
    /// The locals whose scope is over after `event`.
    pub(super) fn after(&self, event: Event) -> Option<&T> {
        match event {
            Event::Close(scope) => Some(&self.by_scope[scope.0]),
            Event::Enter(block) => Some(&self.by_block[block.0]),
            _ => None,
        }
    }
}

/// What a pattern binds on the way in belongs to a scope that the block opens. Only arms are entered with bindings; a
/// loop head binds on its way out.
fn bound_by(body: &Body, block: BlockId) -> impl Iterator<Item = ScopeId> {
    let block = body.block(block);
    let steps = block.steps.iter().filter(|_| block.role == Role::Arm);
    steps.filter_map(|step| match step {
        Step::Open(scope) if body.scopes[scope.0].binding => Some(*scope),
        _ => None,
    })
}
