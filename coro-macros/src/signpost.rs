//! The signpost: borrows of a local across a yield that are certain.
//!
//! In: the graph and its layout. Out: an error for each local that holds a borrow of
//! another one where the coroutine is suspended. What can be moved cannot hold both, so rustc would refuse
//! it in words about the enum; here it is refused in words about the body, which
//! lead to `pinned`. Only what is certain without types is refused here; all else is left to rustc.

mod bindings;
mod owners;

use crate::diagnostics::Diagnostics;
use crate::ir::{Body, LocalId, Origin};
use crate::layout::{Form, Kept, Layout};
use crate::messages;
use bindings::Bindings;
use owners::Borrow;
use syn::Expr;

/// Reports the borrows that are held across a yield.
pub(crate) fn check(body: &Body, layout: &Layout, diagnostics: &mut Diagnostics) {
    let bindings = Bindings::of(body);
    for Kept { local, form } in held(body, layout) {
        let Some(init) = bindings.once(local) else {
            continue;
        };
        let known = body.locals.get(local);
        let iterates = known.origin == Origin::Hidden;
        let init = if iterates { head(init) } else { Some(init) };
        let found = init.and_then(|init| Some((init, borrowed(init, iterates, &bindings)?)));
        let Some((init, (owner, borrow))) = found else {
            continue;
        };
        // A guard is held for its drop too; of anything else only a later mention is a use.
        if form == Form::Live || form == Form::Dead && borrow == Borrow::Guard {
            let holder = (!iterates).then_some(known.name.as_str());
            let owner = &body.locals.get(owner).name;
            diagnostics.at(init, messages::borrowed_across(holder, owner));
        }
    }
}

/// What the suspended states keep, each local once: as it is, if any keeps it so.
fn held(body: &Body, layout: &Layout) -> Vec<Kept> {
    let suspended = body.ids().filter(|id| body.block(*id).marker.is_some());
    let mut held: Vec<Kept> = suspended
        .flat_map(|id| layout.states[id.0].iter().flatten().copied())
        .collect();
    held.sort_by_key(|kept| (kept.local, kept.form != Form::Live));
    held.dedup_by_key(|kept| kept.local);
    held
}

/// The head of a `for`, as the lowering writes it.
fn head(init: &Expr) -> Option<&Expr> {
    let Expr::Call(call) = init else { return None };
    let Expr::Path(path) = &*call.func else {
        return None;
    };
    let iterate = path.path.segments.last()?.ident == "iterate";
    call.args.first().filter(|_| iterate)
}

/// The local that `init` certainly borrows.
fn borrowed(init: &Expr, iterates: bool, bindings: &Bindings<'_>) -> Option<(LocalId, Borrow)> {
    match init {
        Expr::Paren(inner) => borrowed(&inner.expr, iterates, bindings),
        Expr::Reference(reference) => {
            let (local, whole) = place(&reference.expr, bindings)?;
            // What `&x` iterates over, and where `x[i]` leads, the type decides.
            let certain = whole && !iterates || bindings.owner(local).is_some();
            certain.then_some((local, Borrow::View))
        }
        Expr::MethodCall(_) => chain(init, bindings),
        _ => None,
    }
}

/// The local that a place is a part of, and whether it is all of it.
fn place(expr: &Expr, bindings: &Bindings<'_>) -> Option<(LocalId, bool)> {
    match expr {
        Expr::Paren(inner) => place(&inner.expr, bindings),
        Expr::Path(path) => {
            let local = bindings.local(path.path.get_ident()?)?;
            Some((local, true))
        }
        Expr::Index(index) => Some((place(&index.expr, bindings)?.0, false)),
        _ => None,
    }
}

/// A method that borrows from an owner, and what keeps the borrow.
fn chain(expr: &Expr, bindings: &Bindings<'_>) -> Option<(LocalId, Borrow)> {
    let Expr::MethodCall(call) = expr else {
        return None;
    };
    let name = call.method.to_string();
    if let Expr::Path(path) = &*call.receiver {
        let local = bindings.local(path.path.get_ident()?)?;
        return Some((local, bindings.owner(local)?.lends(&name)?));
    }
    let (local, borrow) = chain(&call.receiver, bindings)?;
    Some((local, borrow.through(&name)?))
}
