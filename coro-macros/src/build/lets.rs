//! `let`s.

use super::holds::may_hold;
use super::stmt::is_control;
use super::{Builder, Destination};
use crate::flow::patterns;
use crate::ir::{Exit, Origin, Step};
use crate::messages;
use crate::syntax::markers::{self, Marker};
use crate::syntax::types;
use syn::{Expr, Local, Pat, Stmt, parse_quote};

impl Builder<'_> {
    pub(super) fn local(&mut self, local: &Local) {
        self.adopt(&local.pat);
        if !local.attrs.is_empty() {
            for id in patterns::bound(&local.pat, &self.body.locals) {
                self.body
                    .locals
                    .get_mut(id)
                    .attributes
                    .clone_from(&local.attrs);
            }
        }
        let Some(init) = &local.init else {
            return self.declaration(local);
        };
        self.note_initialiser(&local.pat, &init.expr);
        let first = self.body.locals.len();
        let extended = self.extended(&local.pat, &init.expr);
        let released = self.released_ahead_of_else(local, first);
        let local = released.as_ref().unwrap_or(local);
        let Some(init) = &local.init else { return };
        if let Some((_, diverge)) = &init.diverge
            && markers::suspends(diverge)
        {
            return self.let_else(local, &extended, diverge);
        }
        if !markers::suspends(&extended) {
            let stmt = self.verbatim_stmt(Stmt::Local(local.clone()));
            let ends = never_bound(&stmt);
            self.code(stmt);
            // No state is left to know of what stands behind it.
            if ends {
                self.exit(Exit::Diverge);
            }
            return;
        }
        if let Some((Marker::Yield, span, call)) = markers::marker_of(&extended)
            && !super::operand::yields_twice(&extended)
        {
            let value = call.args[0].clone();
            self.suspend(&value, span);
            let received = self.received(span);
            if types::is_plain(&self.names.resume) {
                for id in patterns::bound(&local.pat, &self.body.locals) {
                    self.body.locals.get_mut(id).plain = true;
                }
            }
            return self.bind(local, received);
        }
        match &init.diverge {
            Some((_, diverge)) if may_hold(&extended) && !patterns::by_reference(&local.pat) => {
                self.let_else(local, &extended, diverge);
            }
            _ => self.computed(local, &extended),
        }
    }

    /// `let x;` or `let (a, b): T;`.
    fn declaration(&mut self, local: &Local) {
        let (pattern, ty) = split_type(&local.pat);
        if !self.declared(pattern, ty.as_ref()) {
            self.diagnostics.at(&local.pat, messages::DECLARED_PATTERN);
        }
    }

    /// Declares each name of a pattern; says whether that could be done.
    fn declared(&mut self, pattern: &Pat, ty: Option<&syn::Type>) -> bool {
        match (pattern, ty) {
            (Pat::Ident(ident), _) => {
                let Some(id) = self.body.locals.of_ident(&ident.ident) else {
                    return false;
                };
                self.body.locals.get_mut(id).ty = ty.cloned();
                self.step(Step::Declare(id));
                true
            }
            (Pat::Paren(inner), _) => self.declared(&inner.pat, ty),
            (Pat::Tuple(tuple), None) => tuple.elems.iter().all(|part| self.declared(part, None)),
            (Pat::Tuple(tuple), Some(syn::Type::Tuple(types)))
                if tuple.elems.len() == types.elems.len() =>
            {
                let mut parts = tuple.elems.iter().zip(&types.elems);
                parts.all(|(part, ty)| self.declared(part, Some(ty)))
            }
            _ => false,
        }
    }

    /// `let PATTERN = received;` with the annotation and `else` of `local`.
    fn bind(&mut self, local: &Local, value: Expr) {
        let mut local = local.clone();
        let (pattern, ty) = split_type(&local.pat);
        if let (Some(whole), None, Pat::Ident(name)) =
            (self.body.locals.of_expr(&value), ty, pattern)
            && let Some(id) = self.body.locals.of_ident(&name.ident)
        {
            let plain = self.body.locals.get(whole).plain;
            self.body.locals.get_mut(id).plain |= plain;
        }
        let remains = patterns::leaves_remainder(pattern);
        let by_reference = patterns::by_reference(pattern);
        if let Some(init) = &mut local.init {
            // `let _ = ..` drops a value at once, and so does a failed one, ahead of its `else`; a name would keep it.
            let ignored = (remains || init.diverge.is_some()) && !by_reference;
            *init.expr = if ignored && self.is_temporary(&value) {
                parse_quote!({ #value })
            } else {
                value
            };
            if let Some((_, diverge)) = &mut init.diverge {
                **diverge = self.verbatim((**diverge).clone());
            }
        }
        self.code(Stmt::Local(local));
    }

    /// The initialiser yields somewhere inside.
    fn computed(&mut self, local: &Local, init: &Expr) {
        let (pattern, ty) = split_type(&local.pat);
        let plain = match pattern {
            Pat::Ident(ident) if ident.subpat.is_none() && ident.by_ref.is_none() => {
                self.body.locals.of_ident(&ident.ident)
            }
            _ => None,
        };
        let has_else = local
            .init
            .as_ref()
            .is_some_and(|init| init.diverge.is_some());
        match plain {
            Some(id) if !has_else && is_control(init) => {
                self.body.locals.get_mut(id).ty = ty;
                self.step(Step::Declare(id));
                self.expression(init, Destination::Local(id));
            }
            _ => {
                let scope = self.open(false);
                let value = self.operand(init);
                if !self.held.contains(&scope) {
                    self.settle(scope);
                    return self.bind(local, value);
                }
                if matches!(pattern, Pat::Wild(_)) && !has_else {
                    // Nothing takes the value: it was made last, and is dropped first.
                    self.bind(local, value);
                    return self.close(scope);
                }
                let leaves = patterns::leaves_remainder(pattern);
                if leaves && !has_else && !patterns::by_reference(pattern) {
                    return self.taken_inside(local, value, scope);
                }
                // Held temporaries end with the statement; the value outlives them.
                self.scopes.pop();
                let result = self.numbered("value");
                let result = self.hidden(&result, local.let_token.span);
                self.scopes.push(scope);
                self.declare_before(scope, result);
                self.store(value, Destination::Local(result));
                self.close(scope);
                let value = self.mention(result);
                self.bind(local, value);
            }
        }
    }

    /// Declares `id` just before `scope` opens.
    pub(super) fn declare_before(&mut self, scope: crate::ir::ScopeId, id: crate::ir::LocalId) {
        for block in &mut self.body.blocks {
            let open = block
                .steps
                .iter()
                .position(|s| matches!(s, Step::Open(o) if *o == scope));
            if let Some(at) = open {
                block.steps.insert(at, Step::Declare(id));
                return;
            }
        }
    }

    /// What a pattern leaves is dropped ahead of the temporaries that `scope` holds: what it binds is carried out of that.
    fn taken_inside(&mut self, local: &Local, value: Expr, scope: crate::ir::ScopeId) {
        let (pattern, _) = split_type(&local.pat);
        for id in patterns::bound(pattern, &self.body.locals) {
            self.declare_before(scope, id);
        }
        let (inner, assigned) = self.carried(pattern.clone());
        let mut taken = local.clone();
        match &mut taken.pat {
            Pat::Type(typed) => *typed.pat = inner,
            pattern => *pattern = inner,
        }
        self.bind(&taken, value);
        for stmt in assigned {
            self.code(stmt);
        }
        self.close(scope);
    }

    /// A pattern that binds locals of its own, and what gives their values to those that it bound.
    pub(super) fn carried(&mut self, mut pattern: Pat) -> (Pat, Vec<Stmt>) {
        let bound = patterns::bound(&pattern, &self.body.locals);
        patterns::strip_mut(&mut pattern);
        let assigned = bound.into_iter().map(|id| {
            let local = self.body.locals.get(id);
            let (name, span) = (local.name.clone(), local.span);
            let carried = self.body.locals.add(&name, None, Origin::User, span);
            patterns::rename(&mut pattern, &self.body.locals, id, carried);
            let (to, from) = (self.mention(id), self.mention(carried));
            parse_quote!(#to = #from;)
        });
        let assigned = assigned.collect();
        (pattern, assigned)
    }
}

/// `Box::new(..)`.
pub(super) fn is_box(init: &Expr) -> bool {
    matches!(init, Expr::Call(call) if crate::ir::is_called_by(call, ["Box", "new"]))
}

pub(super) fn split_type(pattern: &Pat) -> (&Pat, Option<syn::Type>) {
    match pattern {
        Pat::Type(typed) => (&typed.pat, Some((*typed.ty).clone())),
        other => (other, None),
    }
}

/// Whether a `let` has an initialiser that never gives a value.
fn never_bound(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Local(local) => {
            let init = local.init.as_ref().filter(|init| init.diverge.is_none());
            init.is_some_and(|init| crate::ir::diverges(&init.expr))
        }
        _ => false,
    }
}
