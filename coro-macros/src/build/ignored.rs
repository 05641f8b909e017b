//! Values of branches that nobody takes.
//!
//! By their form alone: `{ let guard = lock(); co_yield!(1); made() };` drops `guard` first, and then what was made. The values of all branches are of
//! one type, which may be what says of what type a number is. So they have a name.

use super::stmt::is_control;
use crate::ir::is_unit;
use crate::syntax::markers;
use crate::syntax::operators::is_compound;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Stmt};

/// Whether the value of `expr` gets a name: it comes out of several branches, or out of a block that has locals.
pub(super) fn is_named(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => is_named(&inner.expr),
        Expr::Block(block) if block.label.is_none() => is_named_in(&block.block),
        Expr::Unsafe(block) => is_named_in(&block.block),
        branches => gives_a_value(branches),
    }
}

fn is_named_in(block: &Block) -> bool {
    let Some(Stmt::Expr(tail, None)) = block.stmts.last() else {
        return false;
    };
    let mut locals = block
        .stmts
        .iter()
        .filter(|stmt| matches!(stmt, Stmt::Local(_)));
    match is_control(tail) {
        true => is_named(tail),
        false => gives_a_value(tail) && locals.next().is_some(),
    }
}

/// Whether a value may come out of `expr` that is not `()`.
fn gives_a_value(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => gives_a_value(&inner.expr),
        Expr::Block(block) => {
            of_block(&block.block) || block.label.is_some() && breaks(&block.block)
        }
        Expr::Unsafe(block) => of_block(&block.block),
        Expr::Loop(cycle) => breaks(&cycle.body),
        Expr::If(branch) => {
            let otherwise = branch.else_branch.as_ref();
            otherwise.is_some_and(|(_, otherwise)| {
                of_block(&branch.then_branch) || gives_a_value(otherwise)
            })
        }
        Expr::Match(matched) => matched.arms.iter().any(|arm| gives_a_value(&arm.body)),
        Expr::Assign(_) | Expr::While(_) | Expr::ForLoop(_) | Expr::Macro(_) => false,
        Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => false,
        Expr::Binary(binary) => !is_compound(binary.op),
        value => !is_unit(value) && markers::marker_of(value).is_none(),
    }
}

fn of_block(block: &Block) -> bool {
    match block.stmts.last() {
        Some(Stmt::Expr(tail, None)) => gives_a_value(tail),
        _ => false,
    }
}

/// Whether a `break` has a value.
fn breaks(block: &Block) -> bool {
    struct Breaks(bool);
    impl<'ast> Visit<'ast> for Breaks {
        fn visit_expr_break(&mut self, jump: &'ast syn::ExprBreak) {
            self.0 |= jump.expr.as_deref().is_some_and(gives_a_value);
            visit::visit_expr_break(self, jump);
        }
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
        fn visit_item(&mut self, _: &'ast syn::Item) {}
    }
    let mut found = Breaks(false);
    found.visit_block(block);
    found.0
}
