//! Loops over a local by reference, and delegation to one.
//!
//! `for line in lines.by_ref()`, `for n in &mut numbers`, `yield_from!(&mut sub)` and `yield_from!(sub.by_ref())` borrow from a local for as long as
//! they last, and a coroutine that can be moved cannot hold the borrow. What is borrowed is mostly an
//! iterator or a coroutine itself, to which a reference is as good at any time. So the reference is not kept:
//! each round makes it anew. The types decide (`coro-core/src/by_ref.rs`, `lent` in `delegate/kind.rs`).

use crate::ir::Locals;
use crate::syntax::generated;
use proc_macro2::{Ident, Span};
use syn::{Expr, Path, parse_quote_spanned};

/// Whether the head of a loop is a reference to a local, or, by `by_ref`, to a local or a part of one.
pub(super) fn lends(head: &Expr, locals: &Locals) -> bool {
    match head {
        Expr::Paren(inner) => lends(&inner.expr, locals),
        Expr::MethodCall(call) => {
            let by_ref = call.method == "by_ref" && call.args.is_empty();
            by_ref && is_part(&call.receiver, locals)
        }
        other => lent(other, locals).is_some(),
    }
}

/// `local.field.field`.
fn is_part(place: &Expr, locals: &Locals) -> bool {
    match place {
        Expr::Field(field) => is_part(&field.base, locals),
        other => locals.of_expr(other).is_some(),
    }
}

/// The local that a delegate is a reference to.
pub(super) fn lent(operand: &Expr, locals: &Locals) -> Option<crate::ir::LocalId> {
    match operand {
        Expr::Paren(inner) => lent(&inner.expr, locals),
        Expr::Reference(reference) if reference.mutability.is_some() => {
            locals.of_expr(&reference.expr)
        }
        Expr::MethodCall(call) if call.method == "by_ref" && call.args.is_empty() => {
            locals.of_expr(&call.receiver)
        }
        _ => None,
    }
}

/// What a loop over `head` keeps.
pub(super) fn iterated(private: &Path, head: &Expr, site: Span) -> Expr {
    let name = Ident::new("head", site);
    // Of the user's place, it would be an import to complain of.
    let own = generated::path_at(private, Span::mixed_site());
    let import: syn::Item = parse_quote_spanned!(Span::mixed_site()=>
        use #own::{HeadItself as _, HeadOther as _};
    );
    parse_quote_spanned!(site=> {
        #import
        let #name = #head;
        (&&#private::head_of(&#name)).coro_iterate(#name)
    })
}
