//! The signpost: borrows of a local across a yield that are certain.
//!
//! In: the graph and its layout. Out: an error for each local that holds a borrow of
//! another one where the coroutine is suspended. What can be moved cannot hold both, so rustc would refuse
//! it in words about the enum; here it is refused in words about the body, which
//! lead to `pinned`. A yield of such a borrow is refused too. Only what is certain without types is refused here. What would be certain if a place
//! were of a type that owns is handed on, for its type to be asked; all else is left to rustc.

mod captured;
mod certain;
mod known;
mod parts;

use crate::bindings::Bindings;
use crate::diagnostics::Diagnostics;
use crate::ir::{self, BlockId, Body, Exit, Local, LocalId, Origin, Step};
use crate::layout::{Form, Kept, Layout};
use crate::messages::{self, Holder};
use crate::owners::{Borrow, Owner};
use crate::simplify;
use crate::syntax::types;
pub(crate) use known::Kind;
use known::Known;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::{Expr, Stmt};

/// What is claimed of a borrow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Claim {
    /// It is none from a local, across a yield.
    Apart,
    /// It is none through a `&mut` argument, across a yield beside it.
    Free,
    /// It is none from a local, in what is yielded.
    Given,
}

/// What borrows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Borrower {
    Local(LocalId),
    /// What the block yields.
    Yielded(BlockId),
}

/// A borrow that cannot be if a place is what it is supposed to be.
pub(crate) struct Supposed {
    pub(crate) claim: Claim,
    pub(crate) holder: Borrower,
    /// What it is bound to.
    pub(crate) init: Expr,
    pub(crate) place: Expr,
    pub(crate) kind: Kind,
}

/// What the types have to tell of borrows.
#[derive(Default)]
pub(crate) struct Asked {
    pub(crate) supposed: Vec<Supposed>,
    /// Delegates that a function makes of a `&mut`.
    pub(crate) called: Vec<crate::lent::Called>,
    /// What borrows from a local, or (`None`) may do so, and is not mentioned any more: where it was bound. If it has nothing to drop but memory, it
    /// ends there.
    pub(crate) over: HashMap<LocalId, Option<Expr>>,
}

/// Reports the borrows that are held across a yield; out: those that the types have to tell.
pub(crate) fn check(
    body: &Body,
    layout: &Layout,
    bindings: &Bindings<'_>,
    yields: &syn::Type,
    diagnostics: &mut Diagnostics,
) -> Asked {
    let seen = Known::seen(bindings);
    let mut asked = Asked::default();
    // A borrow that is no part of the type is a mismatch, which rustc words.
    if types::borrows(yields) {
        yielded(body, bindings, (&mut asked, diagnostics));
    }
    lent(body, &seen, diagnostics);
    let mut said = HashSet::new();
    for kept in held(body, layout) {
        let Some((holder, init, (owner, borrow))) = holds(body, &seen, kept.local) else {
            let supposed = KINDS
                .iter()
                .filter_map(|kind| suppose(body, bindings, kept, *kind));
            for (supposed, used) in supposed {
                match used {
                    true => asked.supposed.push(supposed),
                    false => drop(asked.over.insert(kept.local, None)),
                }
            }
            if kept.form == Form::Dead && bindings.may_collect(kept.local) {
                asked.over.insert(kept.local, None);
            }
            continue;
        };
        if !is_used(kept, borrow) {
            asked.over.insert(kept.local, Some(init.clone()));
        } else if said.insert(std::ptr::from_ref(init)) {
            // Of what a pattern binds, the first is as good as all.
            diagnostics.at(&shown(init), across(body, holder, owner));
        }
    }
    // A pointer into it may be used there.
    if body.locals.unsafety {
        asked.over.clear();
    }
    asked
}

/// Tokens of which the first and the last have one hygiene: an error is as long as they are. A name may be that of a temporary.
fn shown(init: &Expr) -> TokenStream {
    let mut tokens: Vec<TokenTree> = init.to_token_stream().into_iter().collect();
    match &mut *tokens {
        [first @ TokenTree::Ident(_), .., last] => {
            first.set_span(last.span().located_at(first.span()));
        }
        [first, .., last] => last.set_span(first.span().located_at(last.span())),
        _ => {}
    }
    tokens.into_iter().collect()
}

/// What may be supposed of a place.
const KINDS: &[Kind] = &[
    Kind::Owner(Owner::Text),
    Kind::Owner(Owner::Collection),
    Kind::Owner(Owner::Optional),
    Kind::Owner(Owner::Cell),
    Kind::Owner(Owner::Lock),
    Kind::Owner(Owner::Iterator),
    Kind::Owner(Owner::Peekable),
    Kind::Anything,
    Kind::Part,
    Kind::Element,
];

/// What a local would hold if a place were of a kind, and whether it is used later.
fn suppose(
    body: &Body,
    bindings: &Bindings<'_>,
    kept: Kept,
    kind: Kind,
) -> Option<(Supposed, bool)> {
    let known = Known::supposing(bindings, kind);
    let (_, init, (owner, borrow)) = holds(body, &known, kept.local)?;
    // The place is mentioned where the holder is bound, and a temporary may have gone by then.
    let scopes = body
        .locals
        .get(owner)
        .scope
        .zip(body.locals.get(kept.local).scope);
    scopes.filter(|(outer, inner)| body.encloses(*outer, *inner))?;
    let supposed = Supposed {
        claim: Claim::Apart,
        holder: Borrower::Local(kept.local),
        init: init.clone(),
        place: known.supposed()?,
        kind,
    };
    Some((supposed, is_used(kept, borrow)))
}

/// A guard is held for its drop too; of anything else only a later mention is a use.
fn is_used(kept: Kept, borrow: Borrow) -> bool {
    kept.form == Form::Live || kept.form == Form::Dead && borrow == Borrow::Guard
}

/// A local that certainly borrows from another: what it is to the user, its expression, and from which it borrows how.
fn holds<'a, 'b: 'a>(
    body: &'a Body,
    known: &Known<'_, 'b>,
    local: LocalId,
) -> Option<(Holder<'a>, &'b Expr, (LocalId, Borrow))> {
    let bindings = known.bindings;
    if let Some((holder, init)) = bound(body, bindings, local) {
        if let Some(borrows) = certain::collected(init, known).filter(|_| bindings.collects(local))
        {
            return Some((holder, init, borrows));
        }
        let iterates = matches!(holder, Holder::Loop | Holder::Delegation);
        let borrows = certain::borrowed(init, iterates, known)?;
        let settled = !bindings.is_coerced(local) || certain::is_settled(borrows, known);
        return settled.then_some((holder, init, borrows));
    }
    let user = body.locals.get(local);
    let part = bindings.part(local)?;
    let borrows = parts::part(local, part, known)?;
    (user.origin != Origin::Hidden).then_some((Holder::Local(&user.name), part.of, borrows))
}

fn across(body: &Body, holder: Holder<'_>, owner: LocalId) -> String {
    let owner = body.locals.get(owner);
    if owner.origin == Origin::Hidden {
        return messages::borrows_a_temporary(holder);
    }
    let argument = owner.origin == Origin::Argument;
    messages::borrowed_across(holder, &owner.name, argument)
}

/// Reports delegates that would iterate over a reference to an owner, or borrow from a temporary.
fn lent(body: &Body, known: &Known<'_, '_>, diagnostics: &mut Diagnostics) {
    for block in &body.blocks {
        for step in &block.steps {
            if let Step::Code(Stmt::Local(local)) = step
                && let Some(operand) = local.init.as_ref().and_then(|init| operand(&init.expr))
                && certain::of_a_temporary(operand).is_some()
            {
                diagnostics.at(operand, messages::borrows_a_temporary(Holder::Delegation));
            }
            if let Step::Code(Stmt::Expr(Expr::Call(call), _)) = step
                && let Some(operand) = ir::lent_delegate(call).and_then(operand)
                && let Some((owner, _)) = certain::borrowed(operand, true, known)
            {
                diagnostics.at(operand, across(body, Holder::Delegation, owner));
            }
        }
    }
}

/// What a local is to the user, and the user's expression that it is bound to.
pub(crate) fn bound<'a, 'b: 'a>(
    body: &'a Body,
    bindings: &Bindings<'b>,
    local: LocalId,
) -> Option<(Holder<'a>, &'b Expr)> {
    holder(body.locals.get(local), bindings.once(local)?)
}

/// What a local is to the user that is bound to `init`, and the user's part of `init`.
fn holder<'a, 'b>(local: &'a Local, init: &'b Expr) -> Option<(Holder<'a>, &'b Expr)> {
    if local.origin != Origin::Hidden {
        return Some((Holder::Local(&local.name), init));
    }
    let cycle = head(init).map(|head| (Holder::Loop, head));
    let delegate = || Some((Holder::Delegation, operand(init)?));
    // What is certain of another is only that a guard is one.
    cycle.or_else(delegate).or(Some((Holder::Temporary, init)))
}

/// Reports yields of a borrow, which leaves the coroutine while what it borrows from stays.
fn yielded(
    body: &Body,
    bindings: &Bindings<'_>,
    (asked, diagnostics): (&mut Asked, &mut Diagnostics),
) {
    for id in body.ids() {
        let Exit::Yield { value, .. } = &body.block(id).exit else {
            continue;
        };
        if let Some(owner) = certain::leaves(value, &Known::seen(bindings)) {
            let owner = &body.locals.get(owner).name;
            diagnostics.at(value, messages::yields_a_borrow(owner));
            continue;
        }
        for kind in KINDS
            .iter()
            .filter(|kind| !matches!(kind, Kind::Part | Kind::Element))
        {
            let known = Known::supposing(bindings, *kind);
            let owner = certain::leaves(value, &known);
            let scope = owner.and_then(|owner| body.locals.get(owner).scope);
            let open = simplify::open_at(body.block(id), body.block(id).steps.len());
            if scope.is_some_and(|scope| open.contains(&scope))
                && let Some(place) = known.supposed()
            {
                asked.supposed.push(Supposed {
                    claim: Claim::Given,
                    holder: Borrower::Yielded(id),
                    init: value.clone(),
                    place,
                    kind: *kind,
                });
            }
        }
    }
}

/// What the suspended states keep, each local once: as it is, if any keeps it so.
fn held(body: &Body, layout: &Layout) -> Vec<Kept> {
    let mut held: Vec<Kept> = layout.suspended(body).flatten().copied().collect();
    held.sort_by_key(|kept| (kept.local, kept.form != Form::Live));
    held.dedup_by_key(|kept| kept.local);
    held
}

/// The head of a `for`, as the lowering writes it: an argument, or a block that first imports how to ask for its type.
fn head(init: &Expr) -> Option<&Expr> {
    if let Expr::Block(block) = init
        && let [Stmt::Item(_), Stmt::Local(head), ..] = &*block.block.stmts
    {
        return Some(&head.init.as_ref()?.expr);
    }
    let Expr::Call(call) = init else { return None };
    ir::iterated(call)
}

/// The operand of a `yield_from!`, as the lowering writes it.
fn operand(init: &Expr) -> Option<&Expr> {
    let Expr::Block(block) = init else {
        return None;
    };
    let Stmt::Local(operand) = block.block.stmts.first()? else {
        return None;
    };
    Some(&operand.init.as_ref()?.expr)
}
