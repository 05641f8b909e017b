//! Whether an expression has its type from itself, wherever it stands.
//!
//! A question repeats the arguments of a method in a call that expects nothing of them, where `None` has no type, and behind the end of
//! scopes, where other locals have none.

use syn::{Expr, UnOp};

pub(super) fn has_own_type(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Cast(cast) => has_own_type(&cast.expr),
        Expr::Paren(inner) => has_own_type(&inner.expr),
        Expr::Group(inner) => has_own_type(&inner.expr),
        Expr::Reference(reference) => has_own_type(&reference.expr),
        Expr::Unary(unary) => !matches!(unary.op, UnOp::Deref(_)) && has_own_type(&unary.expr),
        Expr::Binary(binary) => has_own_type(&binary.left) && has_own_type(&binary.right),
        Expr::Tuple(tuple) => tuple.elems.iter().all(has_own_type),
        _ => false,
    }
}
