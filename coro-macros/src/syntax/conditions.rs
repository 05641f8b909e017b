//! Conditions of `if` and `while`.

use syn::{Expr, ExprLet};

/// What a condition matches, in order.
pub(crate) fn lets(condition: &Expr) -> Vec<&ExprLet> {
    match condition {
        Expr::Let(matched) => vec![matched],
        Expr::Binary(chain) => [lets(&chain.left), lets(&chain.right)].concat(),
        Expr::Paren(inner) => lets(&inner.expr),
        _ => Vec::new(),
    }
}

/// Whether a condition has a `let`: then it is a chain, which cannot stand elsewhere, binds, and keeps the temporaries of heads.
pub(crate) fn has_let(condition: &Expr) -> bool {
    match condition {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        Expr::Paren(inner) => has_let(&inner.expr),
        _ => false,
    }
}
