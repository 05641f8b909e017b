//! Conditions of `if` and `while`.

use syn::Expr;

/// Whether a condition has a `let`: then it is a chain, which cannot stand elsewhere, binds, and keeps the temporaries of heads.
pub(crate) fn has_let(condition: &Expr) -> bool {
    match condition {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        Expr::Paren(inner) => has_let(&inner.expr),
        _ => false,
    }
}
