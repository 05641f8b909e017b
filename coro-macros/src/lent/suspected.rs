//! What may be lent through a `&mut`, for all that is seen.
//!
//! In: the graph and its layout. Out: the `&mut` that a suspended state keeps beside what a function or a method of one's own has
//! made of a part of it: `for line in self.lexer.lines() { co_yield!(line); self.count += 1; }`. Whether that borrows the types know alone. Each field
//! gets a reference of its own either way (`resolve::fields`), where that is possible; nothing is refused for it.

use super::held;
use crate::bindings::Bindings;
use crate::ir::{Body, LocalId};
use crate::layout::{Form, Layout};
use syn::Expr;

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
        let owners = live().map(|kept| body.locals.get(kept.local)).zip(live());
        let owners = owners.filter(|(known, _)| known.unique && !known.divided);
        for owner in owners.map(|(_, kept)| kept.local) {
            let lends = |holder: LocalId| {
                let known = body.locals.get(holder);
                let made = Made {
                    body,
                    bindings,
                    owner,
                };
                !(known.plain && known.owned)
                    && held(body, bindings, holder)
                        .is_some_and(|(_, init)| made.may_borrow(init, DEPTH))
            };
            if live().any(|kept| lends(kept.local)) {
                found.push(owner);
            }
        }
    }
    found
}

/// What is made of a part of `owner`.
struct Made<'a, 'b> {
    body: &'a Body,
    bindings: &'b Bindings<'a>,
    owner: LocalId,
}

impl Made<'_, '_> {
    /// Whether a value may borrow from the owner.
    fn may_borrow(&self, value: &Expr, depth: usize) -> bool {
        let inside = |e: &Expr| self.may_borrow(e, depth);
        match value {
            Expr::Paren(inner) => inside(&inner.expr),
            Expr::Group(inner) => inside(&inner.expr),
            Expr::Try(question) => inside(&question.expr),
            Expr::Reference(reference) => self.is_part(&reference.expr) || inside(&reference.expr),
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                let lent = self.is_part(&call.receiver) || inside(&call.receiver);
                !gives_its_own(&name, &call.receiver) && (lent || call.args.iter().any(inside))
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

    /// Whether a place is in a field of the owner.
    fn is_part(&self, place: &Expr) -> bool {
        match place {
            Expr::Paren(inner) => self.is_part(&inner.expr),
            Expr::Index(index) => self.is_part(&index.expr),
            Expr::Unary(unary) => self.is_part(&unary.expr),
            Expr::Field(field) => {
                self.body.locals.of_expr(&field.base) == Some(self.owner)
                    || self.is_part(&field.base)
            }
            _ => false,
        }
    }
}

/// Whether what a method of such a name gives certainly borrows nothing of its receiver.
fn gives_its_own(name: &str, receiver: &Expr) -> bool {
    let prefixes = [
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
    let names = [
        "len",
        "count",
        "capacity",
        "sum",
        "product",
        "take",
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
    let picks = [
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
    prefixes.iter().any(|prefix| name.starts_with(prefix))
        || names.contains(&name)
        || picks.contains(&name) && is_of_its_own(receiver)
}

/// Whether what a chain of methods gives, or the items of that, certainly borrow nothing.
fn is_of_its_own(chain: &Expr) -> bool {
    let Expr::MethodCall(call) = chain else {
        return false;
    };
    let name = call.method.to_string();
    let copies = [
        "copied",
        "cloned",
        "bytes",
        "chars",
        "map",
        "drain",
        "get_or_insert_default",
    ];
    copies.contains(&name.as_str())
        || gives_its_own(&name, &call.receiver)
        || is_of_its_own(&call.receiver)
}
