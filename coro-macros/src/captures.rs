//! Closures that hold nothing but references.
//!
//! In: the graph. Out: its locals, those marked plain that are closures which certainly capture by
//! reference. Such a closure has nothing to drop, so it is forgotten after its last call, and what it
//! borrows may be mentioned again, as in plain Rust. Certain is a mention of a local that has
//! nothing to drop, in a place, or by a method that is known to leave its owner where it is.

use crate::bindings::Bindings;
use crate::ir::{Body, LocalId, Locals};
use crate::syntax::macros;
use crate::syntax::operators::is_compound;
use std::collections::HashSet;
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure};

/// Marks the closures that have nothing to drop.
pub(crate) fn mark_plain(body: &mut Body) {
    let bindings = Bindings::of(body);
    let plain: Vec<LocalId> = body
        .locals
        .ids()
        .filter(|local| match bindings.once(*local) {
            Some(Expr::Closure(closure)) => borrows_only(closure, &body.locals, &bindings),
            _ => false,
        })
        .collect();
    for local in plain {
        body.locals.get_mut(local).plain = true;
    }
}

fn borrows_only(closure: &ExprClosure, locals: &Locals, bindings: &Bindings<'_>) -> bool {
    if closure.capture.is_some() {
        return false;
    }
    let mut own = Own(locals, HashSet::new());
    own.visit_expr_closure(closure);
    let mut captured = Captured {
        locals,
        bindings,
        own: own.1,
        certain: true,
    };
    captured.visit_expr(&closure.body);
    captured.certain
}

/// What a closure binds itself.
struct Own<'a>(&'a Locals, HashSet<LocalId>);

impl<'ast> Visit<'ast> for Own<'_> {
    fn visit_pat_ident(&mut self, bound: &'ast syn::PatIdent) {
        self.1.extend(self.0.of_ident(&bound.ident));
        visit::visit_pat_ident(self, bound);
    }
}

struct Captured<'a> {
    locals: &'a Locals,
    bindings: &'a Bindings<'a>,
    own: HashSet<LocalId>,
    certain: bool,
}

impl Captured<'_> {
    /// The local of the closure's surroundings that `expr` is.
    fn outer(&self, expr: &Expr) -> Option<LocalId> {
        let local = self.locals.of_expr(expr)?;
        (!self.own.contains(&local)).then_some(local)
    }

    /// Visits a place: what it is a part of is captured by reference.
    fn place(&mut self, place: &Expr) {
        match place {
            _ if self.outer(place).is_some() => {}
            Expr::Index(index) => {
                self.place(&index.expr);
                self.visit_expr(&index.index);
            }
            Expr::Paren(inner) => self.place(&inner.expr),
            _ => self.visit_expr(place),
        }
    }
}

impl<'ast> Visit<'ast> for Captured<'_> {
    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let local = self.outer(&Expr::Path(path.clone()));
        self.certain &= local.is_none_or(|local| self.locals.get(local).plain);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let method = call.method.to_string();
        let stays = self.outer(&call.receiver).is_some_and(|local| {
            let owner = self.bindings.owner(local);
            owner.is_some_and(|owner| owner.stays(&method).is_some())
        });
        if !stays {
            self.visit_expr(&call.receiver);
        }
        for argument in &call.args {
            self.visit_expr(argument);
        }
    }

    fn visit_expr_reference(&mut self, reference: &'ast syn::ExprReference) {
        self.place(&reference.expr);
    }

    fn visit_expr_index(&mut self, index: &'ast syn::ExprIndex) {
        self.place(&index.expr);
        self.visit_expr(&index.index);
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.place(&assign.left);
        self.visit_expr(&assign.right);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if is_compound(binary.op) {
            self.place(&binary.left);
        } else {
            self.visit_expr(&binary.left);
        }
        self.visit_expr(&binary.right);
    }

    fn visit_expr_closure(&mut self, closure: &'ast ExprClosure) {
        self.certain &= closure.capture.is_none();
        visit::visit_expr_closure(self, closure);
    }

    fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {
        self.certain = false;
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        match macros::evaluated(mac).filter(|_| macros::formats(mac)) {
            Some(operands) => {
                for (operand, _) in &operands {
                    Captured::place(self, operand);
                }
            }
            None => {
                let mentioned = self.locals.mentioned_in(mac.tokens.clone());
                self.certain &= mentioned.iter().all(|local| self.own.contains(local));
            }
        }
    }
}
