//! What each local is bound to.

use crate::flow::patterns;
use crate::ir::{self, Body, Exit, LocalId, Locals, Origin};
use crate::owners::{self, Owner};
use crate::syntax::operators::destructures;
use crate::syntax::types;
use proc_macro2::Ident;
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::visit::{self, Visit};
use syn::{Expr, Pat, Type};

/// What a local is bound to.
enum Binding<'a> {
    Once(&'a Expr),
    /// More than once, or so that its type is not that of the expression.
    Unclear,
}

/// A local that a pattern binds.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    pub(crate) pattern: &'a Pat,
    pub(crate) of: &'a Expr,
}

/// The bindings of all locals of a body.
pub(crate) struct Bindings<'a> {
    locals: &'a Locals,
    bound: HashMap<LocalId, Binding<'a>>,
    /// By patterns, each local by one; `None` if by several.
    parts: HashMap<LocalId, Option<Part<'a>>>,
    /// Those to whose type what is bound may be coerced: a reference.
    coerced: HashSet<LocalId>,
    /// Raw pointers, as their types say.
    pointers: HashSet<LocalId>,
    /// What is owned by the type in a `let`.
    written: HashMap<LocalId, Owner>,
    /// By the type in a `let`: a shared pointer to what.
    shared: HashMap<LocalId, Owner>,
    /// What is collected into the type in a `let` is borrowed, if its items are.
    collects: HashSet<LocalId>,
    /// References are a part of the type in a `let`.
    refers: HashSet<LocalId>,
    sent: Option<Owner>,
}

impl<'a> Bindings<'a> {
    pub(crate) fn of(body: &'a Body) -> Self {
        let mut bindings = Self {
            locals: &body.locals,
            bound: HashMap::new(),
            parts: HashMap::new(),
            coerced: HashSet::new(),
            pointers: HashSet::new(),
            written: HashMap::new(),
            shared: HashMap::new(),
            collects: HashSet::new(),
            refers: HashSet::new(),
            sent: body.sent,
        };
        for block in &body.blocks {
            for code in block.code() {
                code.visit(&mut bindings);
            }
            if let Exit::Match {
                scrutinee, arms, ..
            } = &block.exit
            {
                for arm in arms {
                    bindings.take_apart(&arm.pattern, scrutinee);
                }
            }
        }
        bindings
    }

    /// The pattern by which the local is bound, if that is one.
    pub(crate) fn part(&self, local: LocalId) -> Option<Part<'a>> {
        let part = self.parts.get(&local).copied().flatten();
        part.filter(|_| !self.bound.contains_key(&local))
    }

    /// What a pattern binds.
    fn take_apart(&mut self, pattern: &'a Pat, of: &'a Expr) {
        for local in patterns::bound(pattern, self.locals) {
            let part = match self.parts.contains_key(&local) {
                false => Some(Part { pattern, of }),
                true => None,
            };
            self.parts.insert(local, part);
        }
    }

    /// What a `let` binds: of a tuple that is written out, each name is bound to its part.
    fn bind_each(&mut self, pattern: &'a Pat, init: &'a Expr) {
        if let Some(parts) = patterns::in_tuple(pattern, init) {
            for (pattern, part) in parts {
                self.bind_each(pattern, part);
            }
            return;
        }
        match pattern {
            Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                if let Some(local) = self.locals.of_ident(&name.ident) {
                    self.bind(local, init);
                }
            }
            _ => self.take_apart(pattern, init),
        }
    }

    /// What the local is bound to, if that is one thing.
    pub(crate) fn once(&self, local: LocalId) -> Option<&'a Expr> {
        match self.bound.get(&local) {
            Some(Binding::Once(init)) => Some(init),
            _ => None,
        }
    }

    /// A local by its tag; none of the lowering's own.
    pub(crate) fn local(&self, tag: &Ident) -> Option<LocalId> {
        let local = self.locals.of_ident(tag)?;
        (self.locals.get(local).origin != Origin::Hidden).then_some(local)
    }

    /// The same, or a temporary.
    pub(crate) fn place(&self, tag: &Ident) -> Option<LocalId> {
        let local = self.locals.of_ident(tag)?;
        let hidden = self.locals.get(local).origin == Origin::Hidden;
        (!hidden || self.once(local).is_some()).then_some(local)
    }

    /// The same; the lowering's own too.
    pub(crate) fn named(&self, tag: &Ident) -> Option<LocalId> {
        self.locals.of_ident(tag)
    }

    /// Whether the local is certainly no reference.
    pub(crate) fn is_value(&self, local: LocalId) -> bool {
        let made = matches!(
            self.once(local),
            Some(Expr::Tuple(_) | Expr::Struct(_) | Expr::Lit(_))
        );
        made || self.locals.get(local).owned || self.owner(local).is_some()
    }

    /// Whether references may be in the local, for all that its type says.
    pub(crate) fn may_hold_references(&self, local: LocalId) -> bool {
        let ty = self.locals.get(local).ty.as_ref();
        !ty.is_some_and(types::is_of_values)
    }

    /// Whether the local is certainly a number, or another value that is copied.
    pub(crate) fn is_number(&self, local: LocalId) -> bool {
        let literal = matches!(self.once(local), Some(Expr::Lit(_)));
        let known = self.locals.get(local);
        self.is_in_graph(local) && (literal || known.plain && known.owned)
    }

    /// Whether the local may own what is borrowed from it: its type is not seen, or has parts.
    pub(crate) fn may_own(&self, local: LocalId) -> bool {
        let known = self.locals.get(local);
        let reference = |ty: &Type| matches!(ty, Type::Reference(_));
        let refers = known.plain && !known.owned || known.ty.as_ref().is_some_and(reference);
        let made = matches!(self.once(local), Some(Expr::Reference(_) | Expr::Lit(_)));
        self.is_in_graph(local) && !refers && !made
    }

    /// The locals that a format string names.
    pub(crate) fn named_by(&self, literal: &syn::ExprLit) -> Vec<LocalId> {
        let text = literal.to_token_stream().to_string();
        self.locals.named_by(&text)
    }

    /// Whether what the local is bound to may be coerced to another type.
    pub(crate) fn is_coerced(&self, local: LocalId) -> bool {
        self.coerced.contains(&local)
    }

    /// Whether the local is a raw pointer: what it points to is borrowed for all that the user knows, and not for rustc.
    pub(crate) fn is_pointer(&self, local: LocalId) -> bool {
        self.pointers.contains(&local)
    }

    /// Whether the local is one of the graph, and not of verbatim code or a closure.
    pub(crate) fn is_in_graph(&self, local: LocalId) -> bool {
        self.locals.get(local).scope.is_some()
    }

    /// What the local owns, as its type or its initialiser shows.
    pub(crate) fn owner(&self, local: LocalId) -> Option<Owner> {
        let written = self.written.get(&local).copied();
        written.or(self.locals.get(local).owner).or_else(|| {
            let init = self.once(local)?;
            Owner::shown_by(init).or_else(|| self.sent.filter(|_| ir::is_received(init)))
        })
    }

    /// What is behind a local that is a shared pointer.
    pub(crate) fn shared(&self, local: LocalId) -> Option<Owner> {
        let written = self.shared.get(&local).copied();
        written
            .or(self.locals.get(local).shared)
            .or_else(|| Owner::shared_by(self.once(local)?))
    }

    /// Whether the type in the `let` of a local takes in what is collected as it is.
    pub(crate) fn collects(&self, local: LocalId) -> bool {
        self.collects.contains(&local)
    }

    /// Whether the local may hold borrows in a collection that is filled later.
    pub(crate) fn may_collect(&self, local: LocalId) -> bool {
        let empty = || matches!(self.once(local), Some(Expr::Call(_) | Expr::Macro(_)));
        self.refers.contains(&local) || self.owner(local) == Some(Owner::Collection) && empty()
    }

    fn bind(&mut self, local: LocalId, init: &'a Expr) {
        let again = self.bound.contains_key(&local);
        let binding = if again {
            Binding::Unclear
        } else {
            Binding::Once(init)
        };
        self.bound.insert(local, binding);
    }

    /// What the type in its `let` says of a local; `whole`: the name is bound to the value, and not to a reference to it.
    fn typed(&mut self, local: LocalId, ty: &Type, whole: bool) {
        if let Some(owner) = Owner::of_type(ty).filter(|_| whole) {
            self.written.insert(local, owner);
        }
        // What becomes a pointer points where the reference does.
        let set = match ty {
            Type::Ptr(_) => &mut self.pointers,
            _ => &mut self.coerced,
        };
        set.insert(local);
        if owners::collects_borrows(ty) {
            self.collects.insert(local);
        }
        if types::borrows(ty) {
            self.refers.insert(local);
        }
        if let Some(owner) = Owner::shared_type(ty) {
            self.shared.insert(local, owner);
        }
    }
}

/// Whether the type in a `let` is that of the initialiser, and coerces nothing: `let b: [u8; 64] = [0; 64]`.
fn is_made_as_typed(local: &syn::Local) -> bool {
    match (&local.pat, &local.init) {
        (Pat::Type(typed), Some(init)) => {
            let owner = Owner::of_type(&typed.ty);
            owner.is_some() && owner == Owner::made_by(&init.expr)
        }
        _ => false,
    }
}

impl<'a> Visit<'a> for Bindings<'a> {
    fn visit_local(&mut self, local: &'a syn::Local) {
        visit::visit_local(self, local);
        let (pattern, keeps_type) = match &local.pat {
            Pat::Type(typed) => (
                &*typed.pat,
                matches!(&*typed.ty, Type::Reference(_) | Type::Ptr(_)),
            ),
            pattern => (pattern, true),
        };
        let collected = |init: &syn::LocalInit| matches!(&*init.expr, Expr::MethodCall(call) if call.method == "collect");
        let keeps_type =
            keeps_type || is_made_as_typed(local) || local.init.as_ref().is_some_and(collected);
        let Pat::Ident(name) = pattern else {
            if let (Some(init), true) = (&local.init, keeps_type) {
                self.bind_each(&local.pat, &init.expr);
            }
            return;
        };
        let Some(id) = self.locals.of_ident(&name.ident) else {
            return;
        };
        let into = local
            .init
            .as_ref()
            .and_then(|init| owners::collected_into(&init.expr));
        if into.is_some_and(owners::collects_borrows) {
            self.collects.insert(id);
        }
        if let Pat::Type(typed) = &local.pat {
            self.typed(id, &typed.ty, name.by_ref.is_none());
        }
        match &local.init {
            Some(init) if keeps_type && name.by_ref.is_none() && init.diverge.is_none() => {
                self.bind(id, &init.expr)
            }
            Some(_) => drop(self.bound.insert(id, Binding::Unclear)),
            None => {}
        }
        if let (Some(init), Some(_)) = (&local.init, name.by_ref) {
            self.bound.remove(&id);
            self.take_apart(pattern, &init.expr);
        }
    }

    fn visit_expr_let(&mut self, condition: &'a syn::ExprLet) {
        visit::visit_expr_let(self, condition);
        self.take_apart(&condition.pat, &condition.expr);
    }

    fn visit_expr_assign(&mut self, assign: &'a syn::ExprAssign) {
        visit::visit_expr_assign(self, assign);
        if let Expr::Path(path) = &*assign.left
            && let Some(local) = path.path.get_ident().and_then(|i| self.locals.of_ident(i))
        {
            self.bind(local, &assign.right);
        } else if destructures(&assign.left) {
            for local in self.locals.mentioned_in(assign.left.to_token_stream()) {
                self.bound.insert(local, Binding::Unclear);
            }
        }
    }

    fn visit_macro(&mut self, mac: &'a syn::Macro) {
        for local in self.locals.assigned_in(mac.tokens.clone()) {
            self.bound.insert(local, Binding::Unclear);
        }
    }
}
