//! What may be lent through a `&mut`, for all that is seen.
//!
//! In: the graph and its layout. Out: the `&mut` that a suspended state keeps beside what a function or a method of one's own has
//! made of a part of it: `for line in self.lexer.lines() { co_yield!(line); self.count += 1; }`. Whether that borrows the types know alone. Each field
//! gets a reference of its own either way (`resolve::fields`), where that is possible; nothing is refused for it.

use super::{held, root};
use crate::bindings::Bindings;
use crate::ir::{Body, LocalId};
use crate::layout::{Form, Layout};
use syn::{Expr, ExprMethodCall, Type};

/// How many locals are looked behind, of which each is bound to what is made of the next.
const DEPTH: usize = 3;

/// Those through which something may be lent that is kept beside them.
pub(crate) fn suspected<'a>(
    body: &'a Body,
    layout: &Layout,
    bindings: &Bindings<'a>,
) -> Vec<LocalId> {
    let mut found = Vec::new();
    for state in layout.suspended(body) {
        let live = || state.iter().filter(|kept| kept.form == Form::Live);
        let whole = |local: &LocalId| {
            let known = body.locals.get(*local);
            known.unique && !known.divided && !known.ty.as_ref().is_some_and(lends_a_guard)
        };
        for owner in live().map(|kept| kept.local).filter(whole) {
            let made = Made {
                body,
                bindings,
                owner,
            };
            if live().any(|kept| made.may_be_held(kept.local)) {
                found.push(owner);
            }
        }
    }
    found
}

/// Whether a type is a `&mut` of what points to what has the fields: two of those would be got at through it at once.
fn lends_a_guard(ty: &Type) -> bool {
    let guards = [
        "RefMut",
        "MutexGuard",
        "RwLockWriteGuard",
        "Pin",
        "ManuallyDrop",
    ];
    let Type::Reference(reference) = ty else {
        return false;
    };
    let Type::Path(path) = &*reference.elem else {
        return false;
    };
    let last = path.path.segments.last();
    last.is_some_and(|last| guards.iter().any(|guard| last.ident == guard))
}

/// What is made of a part of `owner`.
struct Made<'a, 'b> {
    body: &'a Body,
    bindings: &'b Bindings<'a>,
    owner: LocalId,
}

impl Made<'_, '_> {
    /// Whether a local may borrow from the owner: a number does not.
    fn may_be_held(&self, holder: LocalId) -> bool {
        let known = self.body.locals.get(holder);
        let bound = held(self.body, self.bindings, holder);
        let number = known.plain && known.owned;
        !number && bound.is_some_and(|(_, init)| self.may_borrow(init, DEPTH))
    }

    /// Whether a value may borrow from the owner.
    fn may_borrow(&self, value: &Expr, depth: usize) -> bool {
        let inside = |e: &Expr| self.may_borrow(e, depth);
        match value {
            Expr::Paren(inner) => inside(&inner.expr),
            Expr::Group(inner) => inside(&inner.expr),
            Expr::Try(question) => inside(&question.expr),
            Expr::Reference(reference) => self.is_part(&reference.expr) || inside(&reference.expr),
            Expr::MethodCall(call) => {
                let lent = self.is_part(&call.receiver) || inside(&call.receiver);
                !gives_its_own(call) && (lent || call.args.iter().any(inside))
            }
            Expr::Call(call) => {
                let takes = crate::ir::called_name(call)
                    .is_some_and(|name| ["take", "replace", "swap", "drop"].contains(&&*name));
                !takes && call.args.iter().any(inside)
            }
            Expr::Tuple(tuple) => tuple.elems.iter().any(inside),
            Expr::Struct(made) => made.fields.iter().any(|field| inside(&field.expr)),
            Expr::Path(_) if depth > 0 => {
                let local = self.body.locals.of_expr(value);
                let bound = local.and_then(|local| self.bindings.once(local));
                bound.is_some_and(|bound| self.may_borrow(bound, depth - 1))
            }
            _ => false,
        }
    }

    /// Whether a place is a part of the owner.
    fn is_part(&self, place: &Expr) -> bool {
        let locals = &self.body.locals;
        root(place, locals) == Some(self.owner) && locals.of_expr(place).is_none()
    }
}

/// Names of methods of which what they give is their own begin so.
const OWN_PREFIXES: &[&str] = &[
    "is_",
    "has_",
    "to_",
    "into_",
    "pop",
    "remove",
    "contains",
    "checked_",
    "wrapping_",
    "starts_",
    "ends_",
];

/// Such names.
const OWN_NAMES: &[&str] = &[
    "len",
    "count",
    "capacity",
    "sum",
    "product",
    "replace",
    "clone",
    "push",
    "insert",
    "any",
    "all",
    "position",
    "cmp",
    "eq",
    "parse",
    "clear",
    "truncate",
    "abs",
    "pow",
    "swap_remove",
    "dequeue",
];

/// What these give is what there is in the receiver.
const PICKS: &[&str] = &[
    "collect",
    "max",
    "min",
    "next",
    "next_back",
    "last",
    "nth",
    "find",
    "fold",
    "reduce",
    "max_by",
    "min_by",
    "max_by_key",
    "min_by_key",
    "unwrap",
    "unwrap_or",
    "unwrap_or_default",
    "expect",
    "copied",
    "cloned",
];

/// Whether what a method gives borrows nothing of its receiver, by its name.
fn gives_its_own(call: &ExprMethodCall) -> bool {
    let name = call.method.to_string();
    // An iterator's takes a number.
    let taken = name == "take" && call.args.is_empty();
    taken
        || OWN_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || OWN_NAMES.contains(&&*name)
        || PICKS.contains(&&*name) && is_of_its_own(&call.receiver)
}

/// The same of a chain of methods, or of the items of what it gives.
fn is_of_its_own(chain: &Expr) -> bool {
    let Expr::MethodCall(call) = chain else {
        return false;
    };
    let name = call.method.to_string();
    let copies = ["copied", "cloned", "bytes", "chars", "map", "drain"];
    copies.contains(&name.as_str()) || gives_its_own(call) || is_of_its_own(&call.receiver)
}
