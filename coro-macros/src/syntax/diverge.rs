//! Whether code visibly never ends normally, as far as syntax shows.

use super::hidden;
use super::markers::{self, Marker};
use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprCall, ExprLoop, Label, Lifetime, Stmt};

/// Which calls never return.
pub(crate) type Never = fn(&ExprCall) -> bool;

/// Whether evaluating `expr` never gives a value.
pub(crate) fn expr(expr: &Expr, never: Never) -> bool {
    match expr {
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => true,
        Expr::Assign(assign) => self::expr(&assign.right, never),
        Expr::Paren(inner) => self::expr(&inner.expr, never),
        Expr::Group(inner) => self::expr(&inner.expr, never),
        Expr::Block(inner) => inner.label.is_none() && block(&inner.block, never),
        Expr::Unsafe(inner) => block(&inner.block, never),
        Expr::If(branch) => match &branch.else_branch {
            Some((_, otherwise)) => {
                block(&branch.then_branch, never) && self::expr(otherwise, never)
            }
            None => false,
        },
        Expr::Match(matched) => {
            let mut arms = matched.arms.iter();
            arms.all(|arm| self::expr(&arm.body, never))
        }
        Expr::Loop(cycle) => !is_left(cycle),
        Expr::Macro(mac) => is_panic(&mac.mac),
        Expr::Call(call) => {
            // What is raised in a `co_try!` does not leave it.
            let catches = matches!(markers::marker(call), Some((Marker::Try, _)));
            let mut arguments = call.args.iter();
            never(call) || is_exit(call) || !catches && arguments.any(|e| self::expr(e, never))
        }
        // What has an operand that never gives a value.
        Expr::MethodCall(call) => {
            self::expr(&call.receiver, never) || call.args.iter().any(|e| self::expr(e, never))
        }
        Expr::Tuple(tuple) => tuple.elems.iter().any(|e| self::expr(e, never)),
        Expr::Array(array) => array.elems.iter().any(|e| self::expr(e, never)),
        Expr::Reference(inner) => self::expr(&inner.expr, never),
        Expr::Unary(inner) => self::expr(&inner.expr, never),
        Expr::Cast(inner) => self::expr(&inner.expr, never),
        Expr::Try(inner) => self::expr(&inner.expr, never),
        _ => false,
    }
}

/// Whether a block never comes to its end.
pub(crate) fn block(block: &Block, never: Never) -> bool {
    block.stmts.iter().any(|stmt| match stmt {
        Stmt::Expr(inner, _) => expr(inner, never),
        Stmt::Macro(mac) => is_panic(&mac.mac),
        Stmt::Local(local) => {
            let init = local.init.as_ref();
            init.is_some_and(|init| expr(&init.expr, never))
        }
        Stmt::Item(_) => false,
    })
}

/// Whether it is only by a name, or by what macros do not show, that an expression seems to have no value. It is printed so that rustc says if it has.
pub(crate) fn is_guessed(expr: &Expr) -> bool {
    match expr {
        Expr::Loop(cycle) => !is_left(cycle),
        Expr::Macro(mac) => is_panic(&mac.mac),
        Expr::Call(call) => is_exit(call),
        _ => false,
    }
}

/// `std::process::exit(1)` and the like.
fn is_exit(call: &ExprCall) -> bool {
    let Expr::Path(path) = &*call.func else {
        return false;
    };
    let mut names = path.path.segments.iter().rev().map(|s| s.ident.to_string());
    matches!(
        (names.next().as_deref(), names.next().as_deref()),
        (Some("exit" | "abort"), Some("process"))
            | (Some("resume_unwind" | "panic_any"), Some("panic"))
    )
}

/// `panic!` and the like.
pub(crate) fn is_panic(mac: &syn::Macro) -> bool {
    mac.path.segments.last().is_some_and(|segment| {
        ["panic", "unreachable", "todo", "unimplemented"]
            .iter()
            .any(|name| segment.ident == name)
    })
}

/// Whether a `break` leaves the loop, be it that a macro hides it.
fn is_left(cycle: &ExprLoop) -> bool {
    let leaves = leaves(cycle);
    leaves.found || leaves.hidden
}

/// Whether only a macro may hide that the loop ends.
pub(crate) fn hides_its_end(cycle: &ExprLoop) -> bool {
    let leaves = leaves(cycle);
    leaves.hidden && !leaves.found
}

fn leaves(cycle: &ExprLoop) -> Leaves<'_> {
    let label = cycle.label.as_ref().map(|Label { name, .. }| name);
    let mut leaves = Leaves {
        label,
        inner: 0,
        found: false,
        hidden: false,
    };
    leaves.visit_block(&cycle.body);
    leaves
}

struct Leaves<'a> {
    label: Option<&'a Lifetime>,
    /// Loops around the code, inside of the one that is asked about.
    inner: usize,
    found: bool,
    /// A macro may leave it: one of the user's, or what it is given.
    hidden: bool,
}

impl Leaves<'_> {
    fn within(&mut self, visit: impl FnOnce(&mut Self)) {
        self.inner += 1;
        visit(self);
        self.inner -= 1;
    }
}

impl<'ast> Visit<'ast> for Leaves<'_> {
    fn visit_expr_break(&mut self, jump: &'ast syn::ExprBreak) {
        self.found |= match &jump.label {
            Some(label) => self.label == Some(label),
            None => self.inner == 0,
        };
        visit::visit_expr_break(self, jump);
    }
    fn visit_expr_loop(&mut self, cycle: &'ast ExprLoop) {
        self.within(|v| visit::visit_expr_loop(v, cycle));
    }
    fn visit_expr_while(&mut self, cycle: &'ast syn::ExprWhile) {
        self.within(|v| visit::visit_expr_while(v, cycle));
    }
    fn visit_expr_for_loop(&mut self, cycle: &'ast syn::ExprForLoop) {
        self.visit_expr(&cycle.expr);
        self.within(|v| v.visit_block(&cycle.body));
    }
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        let hides = self.inner == 0 && hidden::may_leave(mac);
        self.hidden |= hides || mac.tokens.to_string().contains("break");
    }
    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}
