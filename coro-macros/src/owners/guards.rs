//! Guards of cells and locks, by the names of the methods that make them.

use crate::methods;
use syn::Expr;

/// Whether a temporary may be a guard: what a function gives, or a method of which no name says otherwise.
pub(crate) fn may_be_guard(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => may_be_guard(&inner.expr),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => path.path.segments.last().is_some_and(|last| {
                let name = last.ident.to_string();
                name.starts_with(|c: char| c.is_lowercase()) && !name.starts_with("__")
            }),
            _ => true,
        },
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            let gives = ["unwrap", "expect", "unwrap_or_else", "borrow", "borrow_mut"];
            let known = methods::consumes(&name, call.args.len())
                || methods::borrows(&name)
                || methods::views(&name);
            gives.contains(&name.as_str()) || !known
        }
        Expr::Try(_) => true,
        _ => false,
    }
}

/// Whether an initialiser is a guard of a cell or a lock, by the names of the methods.
pub(crate) fn is_guard(init: &Expr) -> bool {
    match init {
        Expr::Paren(inner) => is_guard(&inner.expr),
        Expr::Try(question) => locks(&question.expr),
        Expr::MethodCall(call) => {
            called(init, &["borrow", "borrow_mut"])
                || called(init, &["unwrap", "expect"]) && locks(&call.receiver)
        }
        _ => false,
    }
}

/// Whether it is a guard that may not be had, by the name of the method: one of a lock, or of a cell that is borrowed otherwise.
pub(crate) fn locks(expr: &Expr) -> bool {
    let names = [
        "lock",
        "read",
        "write",
        "try_lock",
        "try_read",
        "try_write",
        "try_borrow",
        "try_borrow_mut",
    ];
    called(expr, &names)
}

fn called(expr: &Expr, names: &[&str]) -> bool {
    match expr {
        Expr::MethodCall(call) if call.args.len() <= 1 => {
            names.iter().any(|name| call.method == name)
        }
        _ => false,
    }
}
