//! `let`s.

use super::holds::may_hold;
use super::stmt::{NEVER, is_control};
use super::{Builder, Destination};
use crate::flow::patterns;
use crate::ir::{Exit, Origin, Step};
use crate::messages;
use crate::owners::{self, Owner};
use crate::syntax::markers::{self, Marker};
use crate::syntax::operators::is_comparison;
use crate::syntax::{delimiters, types};
use proc_macro2::Span;
use syn::{Expr, Local, Pat, Stmt, parse_quote, parse_quote_spanned};

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
        if let Some((_, diverge)) = &init.diverge
            && markers::suspends(diverge)
        {
            return self.let_else(local, &init.expr, diverge);
        }
        let extended = self.extended(&local.pat, &init.expr);
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

    /// What the initialiser says of the type: a closure (whose captures are known
    /// late), or something that has nothing to drop.
    fn note_initialiser(&mut self, pattern: &Pat, init: &Expr) {
        for (pattern, value) in patterns::in_tuple(pattern, init).into_iter().flatten() {
            self.note_initialiser(pattern, value);
        }
        let (Pat::Ident(ident), ty) = split_type(pattern) else {
            return;
        };
        let Some(id) = self.body.locals.of_ident(&ident.ident) else {
            return;
        };
        let closure = self.closure_of(init);
        let known = self.body.locals.get_mut(id);
        known.closure = closure.or(known.closure);
        known.guard = owners::is_guard(init);
        known.standard = known.guard || Owner::made_by(init).is_some();
        let number = counts(init);
        known.owned = number || is_box(init) || matches!(init, Expr::Struct(_) | Expr::Tuple(_));
        known.reread |=
            matches!(init, Expr::Reference(reference) if reference.mutability.is_some());
        known.plain = number
            || matches!(init, Expr::Reference(_) | Expr::Lit(_))
            || ty.as_ref().is_some_and(types::is_plain);
        known.ty = ty.or(known.ty.take());
    }

    /// The closure that an initialiser shows: its parameters, and whether it says `move`.
    fn closure_of(&self, init: &Expr) -> Option<(usize, bool)> {
        match init {
            Expr::Closure(closure) => Some((closure.inputs.len(), closure.capture.is_some())),
            // Its captures are known late, too; it is kept for what it holds, as one that moves is.
            Expr::Async(_) => Some((0, true)),
            Expr::Paren(inner) => self.closure_of(&inner.expr),
            Expr::Block(block) => match block.block.stmts.last()? {
                Stmt::Expr(tail, None) => self.closure_of(tail),
                _ => None,
            },
            Expr::Path(_) => {
                let local = self.body.locals.of_expr(init)?;
                self.body.locals.get(local).closure
            }
            _ => None,
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
    fn carried(&mut self, mut pattern: Pat) -> (Pat, Vec<Stmt>) {
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

    /// `let PATTERN = init else { .. co_yield!(..) .. };`
    fn let_else(&mut self, local: &Local, init: &Expr, diverge: &Expr) {
        // The bindings live on in the enclosing scope, so they are carried out of
        // the branch by name.
        let (pattern, _) = split_type(&local.pat);
        let bound = patterns::bound(pattern, &self.body.locals);
        let by_reference = patterns::by_reference(pattern);
        if by_reference {
            return self.diagnostics.at(pattern, messages::LET_ELSE_REFERENCE);
        }
        for id in bound {
            self.step(Step::Declare(id));
        }
        let (inner, assigned) = self.carried(delimiters::of_pattern(pattern.clone()));
        let init = match (&local.pat, super::operators::is_plain_place(init)) {
            // What the pattern leaves stays in the place.
            (Pat::Type(typed), true) => {
                let ty = &typed.ty;
                self.step(Step::Code(parse_quote!(let _: &#ty = &#init;)));
                init.clone()
            }
            (pattern, _) => typed(init.clone(), pattern),
        };
        let never = self.hidden(NEVER, Span::mixed_site());
        let (never, private) = (self.mention(never), &self.names.private);
        let diverge = ending_in_its_last(diverge);
        // Rust has a type for what never ends, and no place for it here.
        let diverging: Expr = parse_quote_spanned!(Span::mixed_site()=> {
            let #never: #private::ElseHasToDiverge = #diverge;
            match #never {}
        });
        let branch: Expr = parse_quote!(if let #inner = #init { #(#assigned)* } else #diverging);
        self.expression(&branch, Destination::Discard);
    }
}

/// `Box::new(..)`.
pub(super) fn is_box(init: &Expr) -> bool {
    matches!(init, Expr::Call(call) if matches!(&*call.func, Expr::Path(path)
        if path.path.segments.iter().rev().map(|s| s.ident.to_string()).take(2).eq(["new", "Box"])))
}

/// The block with its last statement as its value: a statement that never ends has the type of one that does not.
fn ending_in_its_last(block: &Expr) -> Expr {
    let mut block = block.clone();
    if let Expr::Block(block) = &mut block {
        match block.block.stmts.last_mut() {
            Some(Stmt::Expr(_, semicolon)) => *semicolon = None,
            Some(Stmt::Macro(mac)) => mac.semi_token = None,
            _ => {}
        }
    }
    block
}

/// The annotation of a `let` moves onto its initialiser.
fn typed(init: Expr, pattern: &Pat) -> Expr {
    match pattern {
        Pat::Type(typed) => {
            let ty = &typed.ty;
            let value: syn::Ident = syn::Ident::new("value", proc_macro2::Span::mixed_site());
            parse_quote!({ let #value: #ty = #init; #value })
        }
        _ => init,
    }
}

fn split_type(pattern: &Pat) -> (&Pat, Option<syn::Type>) {
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

/// Whether an initialiser is a number or a truth value, whatever it is made of.
fn counts(init: &Expr) -> bool {
    match init {
        Expr::Paren(inner) => counts(&inner.expr),
        Expr::Cast(cast) => {
            types::is_plain(&cast.ty) && !matches!(&*cast.ty, syn::Type::Reference(_))
        }
        Expr::Binary(binary) => {
            is_comparison(binary.op) || matches!(binary.op, syn::BinOp::And(_) | syn::BinOp::Or(_))
        }
        _ => false,
    }
}
