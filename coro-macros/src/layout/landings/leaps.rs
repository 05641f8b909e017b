//! The leaps of verbatim code, and whether something may be held around them.

use super::Jump;
use crate::flow::patterns;
use crate::ir::{self, Block, Body, Locals, Step};
use crate::syntax::conditions::has_let;
use syn::visit::{self, Visit};
use syn::{Expr, Pat, Stmt};

/// The leaps of a block, each with the number of steps before it, and whether the code around it may hold something.
pub(super) fn leaps(body: &Body, block: &Block) -> Vec<(Jump, usize, bool)> {
    if body.leaps.is_empty() {
        return Vec::new();
    }
    let mut finder = Finder {
        locals: &body.locals,
        steps: 0,
        holds: false,
        found: Vec::new(),
    };
    for (at, step) in block.steps.iter().enumerate() {
        finder.steps = at;
        if let Step::Code(stmt) = step {
            finder.visit_stmt(stmt);
        }
    }
    finder.steps = block.steps.len();
    for code in block.exit.code() {
        finder.visit_expr(code);
    }
    finder.found
}

/// Leaps of verbatim code, each with whether something may be held around it.
struct Finder<'a> {
    locals: &'a Locals,
    steps: usize,
    holds: bool,
    found: Vec<(Jump, usize, bool)>,
}

impl Finder<'_> {
    fn holding(&mut self, holds: bool, visit: impl FnOnce(&mut Self)) {
        let before = self.holds;
        self.holds |= holds;
        visit(self);
        self.holds = before;
    }

    fn binds(&self, pattern: &Pat) -> bool {
        let mut bound = patterns::bound(pattern, self.locals).into_iter();
        bound.any(|local| !self.locals.get(local).plain)
    }
}

impl<'a> Visit<'a> for Finder<'a> {
    fn visit_block(&mut self, block: &'a syn::Block) {
        let before = self.holds;
        for stmt in &block.stmts {
            self.visit_stmt(stmt);
            if let Stmt::Local(local) = stmt {
                self.holds |= self.binds(&local.pat);
            }
        }
        self.holds = before;
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Call(call) if ir::leap_of(call).is_some() => {
                let leap = ir::leap_of(call).map(Jump::Leap);
                self.found
                    .extend(leap.map(|leap| (leap, self.steps, self.holds)));
            }
            Expr::Closure(_) | Expr::Async(_) => {}
            Expr::Block(_) | Expr::Unsafe(_) | Expr::Loop(_) | Expr::Paren(_) => {
                visit::visit_expr(self, expr);
            }
            Expr::If(branch) => {
                self.visit_expr(&branch.cond);
                self.holding(has_let(&branch.cond), |finder| {
                    finder.visit_block(&branch.then_branch);
                    if let Some((_, otherwise)) = &branch.else_branch {
                        finder.visit_expr(otherwise);
                    }
                });
            }
            Expr::While(cycle) => {
                self.visit_expr(&cycle.cond);
                self.holding(has_let(&cycle.cond), |finder| {
                    finder.visit_block(&cycle.body)
                });
            }
            Expr::Match(matched) => {
                self.visit_expr(&matched.expr);
                let head = !is_simple(&matched.expr);
                for arm in &matched.arms {
                    let holds = head || self.binds(&arm.pat);
                    self.holding(holds, |finder| finder.visit_arm(arm));
                }
            }
            Expr::Assign(assign) if is_simple(&assign.left) => self.visit_expr(&assign.right),
            // Operands, and the iterator of a loop.
            _ => self.holding(true, |finder| visit::visit_expr(finder, expr)),
        }
    }

    fn visit_item(&mut self, _: &'a syn::Item) {}
}

/// A head without temporaries: nothing of what is sent borrows from a local.
fn is_simple(head: &Expr) -> bool {
    match head {
        Expr::Call(call) => ir::is_receive(call),
        Expr::Path(_) | Expr::Lit(_) => true,
        Expr::Field(field) => is_simple(&field.base),
        Expr::Paren(inner) => is_simple(&inner.expr),
        Expr::Reference(reference) => is_simple(&reference.expr),
        _ => false,
    }
}
