//! The drop scopes that are open where the graph is built.

use super::Builder;
use crate::ir::{ScopeId, Step};

impl Builder<'_> {
    /// Opens a scope. `binding`: it holds what the pattern before it binds.
    pub(super) fn open(&mut self, binding: bool) -> ScopeId {
        let id = ScopeId(self.body.scopes.len());
        let parent = self.scopes.last().copied();
        let given = false;
        self.body.scopes.push(crate::ir::Scope {
            binding,
            given,
            parent,
        });
        self.scopes.push(id);
        self.step(Step::Open(id));
        id
    }

    pub(super) fn close(&mut self, scope: ScopeId) {
        let closed = self.scopes.pop();
        debug_assert_eq!(closed, Some(scope));
        self.step(Step::Close(scope));
    }

    /// Ends a scope of temporaries: closed if one is held to its end, otherwise
    /// as if it had never been.
    pub(super) fn settle(&mut self, scope: ScopeId) {
        if self.held.contains(&scope) {
            self.close(scope);
            return;
        }
        self.scopes.pop();
        self.dissolve(scope);
    }

    /// [`Builder::settle`] for a scope whose steps are written already.
    pub(super) fn settle_closed(&mut self, scope: ScopeId) {
        if !self.held.contains(&scope) {
            self.dissolve(scope);
        }
    }

    /// Removes every trace of `scope`; its locals move one scope out.
    pub(super) fn dissolve(&mut self, scope: ScopeId) {
        let outer = self.temporaries();
        for id in self.body.locals.ids() {
            if self.body.locals.get(id).scope == Some(scope) {
                self.body.locals.get_mut(id).scope = outer;
            }
        }
        for block in &mut self.body.blocks {
            block.open.retain(|open| *open != scope);
            block
                .steps
                .retain(|step| !matches!(step, Step::Open(s) | Step::Close(s) if *s == scope));
        }
    }

    /// The scope that temporaries belong to here.
    pub(super) fn temporaries(&self) -> Option<ScopeId> {
        match self.home {
            Some((scope, depth)) if self.scopes.len() == depth => Some(scope),
            _ => self.scopes.last().copied(),
        }
    }
}
