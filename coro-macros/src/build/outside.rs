//! Blocks whose value has its type from where it stands.
//!
//! What rustc expects of an argument tells it the types of a closure's parameters. Where the closure is the value of a block that yields,
//! it would pass through a local, of which nothing is expected. If the block declares nothing, that is not needed: its statements
//! run ahead, and the closure stays where the block stands.

use super::Builder;
use crate::syntax::markers;
use syn::{Expr, Stmt};

impl Builder<'_> {
    /// The value of such a block, or nothing if `expr` is none.
    pub(super) fn typed_outside(&mut self, expr: &Expr) -> Option<Expr> {
        let Expr::Block(block) = expr else {
            return None;
        };
        let (last, statements) = block.block.stmts.split_last()?;
        let Stmt::Expr(tail, None) = last else {
            return None;
        };
        let declares = |stmt: &Stmt| matches!(stmt, Stmt::Local(_) | Stmt::Item(_));
        let opaque = |stmt: &Stmt| matches!(stmt, Stmt::Macro(_));
        let inner = block.label.is_some() || !block.attrs.is_empty();
        if inner || statements.iter().any(|s| declares(s) || opaque(s)) || !is_closure(tail) {
            return None;
        }
        self.sequence(statements, std::slice::from_ref(last));
        Some(self.operand(tail))
    }
}

/// Whether it is a closure that does not yield, or one in the call of a function, as in `Box::new(|s| s.len())`.
fn is_closure(expr: &Expr) -> bool {
    match expr {
        Expr::Closure(_) => true,
        Expr::Call(call) => {
            matches!(&*call.func, Expr::Path(_))
                && !markers::suspends(expr)
                && !call.args.is_empty()
                && call.args.iter().all(is_closure)
        }
        Expr::Paren(inner) => is_closure(&inner.expr),
        Expr::Group(inner) => is_closure(&inner.expr),
        _ => false,
    }
}
