//! Whether verbatim code visibly never ends normally.

use crate::ir;
use syn::{Block, Expr, Stmt};

/// Whether evaluating `expr` never yields a value, as far as syntax shows.
pub(super) fn expr(expr: &Expr) -> bool {
    match expr {
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => true,
        Expr::Paren(inner) => self::expr(&inner.expr),
        Expr::Group(inner) => self::expr(&inner.expr),
        Expr::Block(inner) => inner.label.is_none() && block(&inner.block),
        Expr::Unsafe(inner) => block(&inner.block),
        Expr::If(branch) => match &branch.else_branch {
            Some((_, otherwise)) => block(&branch.then_branch) && self::expr(otherwise),
            None => false,
        },
        Expr::Match(matched) => {
            !matched.arms.is_empty() && matched.arms.iter().all(|arm| self::expr(&arm.body))
        }
        Expr::Macro(mac) => is_panic(&mac.mac),
        Expr::Call(call) => ir::leap_of(call).is_some() || ir::is_finish(call),
        _ => false,
    }
}

fn block(block: &Block) -> bool {
    block.stmts.iter().any(|stmt| match stmt {
        Stmt::Expr(inner, _) => expr(inner),
        Stmt::Macro(mac) => is_panic(&mac.mac),
        Stmt::Local(local) => local.init.as_ref().is_some_and(|init| expr(&init.expr)),
        Stmt::Item(_) => false,
    })
}

fn is_panic(mac: &syn::Macro) -> bool {
    mac.path.segments.last().is_some_and(|segment| {
        ["panic", "unreachable", "todo", "unimplemented"]
            .iter()
            .any(|name| segment.ident == name)
    })
}
