//! What is lent through a `&mut` across a yield.
//!
//! In: the graph and its layout. Out: each local that a suspended state keeps beside a `&mut` through
//! which it may borrow: an argument, or a local that can be nothing else (`yielded`). A state cannot hold both. Where the body only
//! mentions fields of the `&mut`, each field gets a reference of its own (`resolve::fields`); what is left then and certain is
//! refused here, in words that lead to `pinned`.

mod called;
mod suspected;
mod yielded;

pub(crate) use called::{Called, called};
pub(crate) use suspected::suspected;
pub(crate) use yielded::{Yielded, yielded};

use crate::bindings::Bindings;
use crate::diagnostics::Diagnostics;
use crate::ir::{Body, LocalId, Locals, Origin};
use crate::layout::{Form, Layout};
use crate::messages::{self, Holder};
use crate::owners::{Borrow, Owner};
use crate::signpost::{self, Borrower, Claim, Kind, Supposed};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, UnOp};

/// A borrow through a `&mut` that is needed beside it.
pub(crate) struct Lent<'a> {
    pub(crate) owner: LocalId,
    holder: LocalId,
    /// The user's expression that borrows.
    init: &'a Expr,
}

/// All borrows through those that are `&mut` that a suspended state keeps beside them.
pub(crate) fn lent<'a>(
    body: &'a Body,
    layout: &Layout,
    bindings: &Bindings<'a>,
    unique: &Yielded<'_>,
) -> Vec<Lent<'a>> {
    let mut found: Vec<Lent<'a>> = Vec::new();
    for state in layout.suspended(body) {
        let live = || state.iter().filter(|kept| kept.form == Form::Live);
        for owner in live().filter(|kept| unique.is_unique(body, kept.local)) {
            for holder in live().map(|kept| kept.local) {
                let known = found.iter().any(|l| l.holder == holder);
                // What is behind a `&mut` stays where it is, and a pointer may be held beside that.
                if !known
                    && !bindings.is_pointer(holder)
                    && let Some((_, init)) = held(body, bindings, holder)
                    && (through(init, bindings, &body.locals) == Some(owner.local)
                        || looks_into(init, owner.local, body))
                {
                    found.push(Lent {
                        owner: owner.local,
                        holder,
                        init,
                    });
                }
            }
        }
    }
    found
}

/// What a local is to the user, and what it is bound to; or, if a pattern binds it to a part by reference, what that looks into.
fn held<'a>(
    body: &'a Body,
    bindings: &Bindings<'a>,
    holder: LocalId,
) -> Option<(Holder<'a>, &'a Expr)> {
    signpost::bound(body, bindings, holder).or_else(|| {
        let (part, local) = (bindings.part(holder)?, body.locals.get(holder));
        let looks = !says_reference(part.pattern) && local.origin != Origin::Hidden;
        looks.then_some((Holder::Local(&local.name), part.of))
    })
}

/// Whether a pattern looks into what the `&mut` that `init` names points to; a name would have taken the `&mut`.
fn looks_into(init: &Expr, owner: LocalId, body: &Body) -> bool {
    body.locals.of_expr(init) == Some(owner) && body.locals.get(owner).unique
}

/// Whether a pattern says `&`, behind which it copies.
fn says_reference(pattern: &syn::Pat) -> bool {
    struct References(bool);
    impl<'ast> syn::visit::Visit<'ast> for References {
        fn visit_pat_reference(&mut self, _: &'ast syn::PatReference) {
            self.0 = true;
        }
    }
    let mut references = References(false);
    syn::visit::Visit::visit_pat(&mut references, pattern);
    references.0
}

/// Reports those that certainly borrow; out: those of which the types have to tell.
pub(crate) fn check(
    body: &Body,
    bindings: &Bindings<'_>,
    lent: &[Lent<'_>],
    diagnostics: &mut Diagnostics,
) -> Vec<Supposed> {
    let borrows = |lent: &&Lent<'_>| certain(lent.init) || looks_into(lent.init, lent.owner, body);
    let (certain, others): (Vec<&Lent<'_>>, Vec<_>) = lent.iter().partition(borrows);
    let mut said = Vec::new();
    for lent in certain {
        // Of what a pattern binds, the first is as good as all.
        if said.iter().any(|init| std::ptr::eq(*init, lent.init)) {
            continue;
        }
        said.push(lent.init);
        if let Some((holder, _)) = held(body, bindings, lent.holder) {
            let owner = body.locals.get(lent.owner);
            let message = messages::lent_across(holder, owner.called());
            match owner.origin {
                Origin::Argument => diagnostics.at(lent.init, message),
                // The rest of what stands for a field is not the user's.
                _ => diagnostics.span(mentioned(lent, &body.locals), message),
            }
        }
    }
    let supposed = others.into_iter().filter_map(|lent| {
        // What is a part of what the argument's place lends is owned there, if anywhere.
        let whole = part_of(lent.init, bindings, &body.locals);
        let (place, kind) = whole.and_then(lender).or_else(|| lender(lent.init))?;
        Some(Supposed {
            claim: Claim::Free,
            holder: Borrower::Local(lent.holder),
            init: lent.init.clone(),
            place: place.clone(),
            kind,
        })
    });
    supposed.collect()
}

/// The place that `init` borrows from if it owns what it lends, and what it would lend.
fn lender(init: &Expr) -> Option<(&Expr, Kind)> {
    match init {
        Expr::Paren(inner) => lender(&inner.expr),
        Expr::Reference(reference) => match &*reference.expr {
            Expr::Index(index) => Some((&index.expr, Kind::Anything)),
            _ => None,
        },
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            let owners = [Owner::Collection, Owner::Text];
            match owners
                .into_iter()
                .find(|owner| owner.lends(&name).is_some())
            {
                Some(owner) => Some((&call.receiver, Kind::Owner(owner))),
                None => {
                    lends(init)?;
                    lender(&call.receiver)
                }
            }
        }
        _ => None,
    }
}

/// Where the argument, or its field, is written.
fn mentioned(lent: &Lent<'_>, locals: &Locals) -> Span {
    fn find(tokens: TokenStream, locals: &Locals, local: LocalId) -> Option<Span> {
        tokens.into_iter().find_map(|token| match token {
            TokenTree::Ident(name) if locals.of_ident(&name) == Some(local) => Some(name.span()),
            TokenTree::Group(group) => find(group.stream(), locals, local),
            _ => None,
        })
    }
    let found = find(lent.init.to_token_stream(), locals, lent.owner);
    found.unwrap_or_else(|| lent.init.span())
}

/// What a local is bound to that `init` only hands on.
fn handed<'a>(init: &'a Expr, bindings: &Bindings<'a>, locals: &Locals) -> &'a Expr {
    let bound = locals.of_expr(init).and_then(|local| bindings.once(local));
    bound.unwrap_or(init)
}

/// The argument through which `init` may borrow, be it by a part that a pattern has bound: `if let Some(left) = &mut self.left`.
fn through(init: &Expr, bindings: &Bindings<'_>, locals: &Locals) -> Option<LocalId> {
    match part_of(init, bindings, locals) {
        Some(whole) => borrows(whole, locals),
        None => borrows(handed(init, bindings, locals), locals),
    }
}

/// What the local through which `init` may borrow is bound to a part of.
fn part_of<'a>(init: &'a Expr, bindings: &Bindings<'a>, locals: &Locals) -> Option<&'a Expr> {
    let local = borrows(handed(init, bindings, locals), locals)?;
    let part = bindings.part(local).filter(|_| !locals.get(local).unique);
    part.map(|part| part.of)
}

/// The local through which `init` may borrow.
fn borrows(init: &Expr, locals: &Locals) -> Option<LocalId> {
    match init {
        Expr::Paren(inner) => borrows(&inner.expr, locals),
        Expr::Reference(reference) => root(&reference.expr, locals),
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            let owners = [Owner::Collection, Owner::Text];
            match owners.iter().any(|owner| owner.lends(&name).is_some()) {
                true => root(&call.receiver, locals),
                false => borrows(&call.receiver, locals),
            }
        }
        _ => None,
    }
}

/// The local that a place is a part of.
fn root(place: &Expr, locals: &Locals) -> Option<LocalId> {
    match place {
        Expr::Paren(inner) => root(&inner.expr, locals),
        Expr::Field(field) => root(&field.base, locals),
        Expr::Index(index) => root(&index.expr, locals),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => root(&unary.expr, locals),
        other => locals.of_expr(other),
    }
}

/// Whether what `init` gives holds on to the argument whatever the types are: a shared reference behind
/// the argument could be copied out of it.
fn certain(init: &Expr) -> bool {
    match init {
        Expr::Paren(inner) => certain(&inner.expr),
        Expr::Reference(reference) => reference.mutability.is_some() || direct(&reference.expr),
        Expr::MethodCall(_) => lends(init).is_some_and(|(_, unique)| unique),
        _ => false,
    }
}

/// How a chain of methods borrows, and whether through a `&mut`.
fn lends(init: &Expr) -> Option<(Borrow, bool)> {
    match init {
        Expr::Paren(inner) => lends(&inner.expr),
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            let owners = [Owner::Collection, Owner::Text];
            match owners.iter().find_map(|owner| owner.lends(&name)) {
                Some(borrow) => Some((borrow, name.ends_with("_mut") || name == "drain")),
                None => {
                    let (borrow, unique) = lends(&call.receiver)?;
                    Some((borrow.through(&name)?, unique))
                }
            }
        }
        _ => None,
    }
}

/// A field of the argument itself, or what a field's own reference leads to.
fn direct(place: &Expr) -> bool {
    match place {
        Expr::Paren(inner) => direct(&inner.expr),
        Expr::Field(field) => matches!(&*field.base, Expr::Path(_)),
        Expr::Unary(unary) => matches!(&*unary.expr, Expr::Path(_)),
        _ => false,
    }
}
