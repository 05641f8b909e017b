//! What the initialiser of a `let` says of the local.

use super::Builder;
use super::lets::{is_box, split_type};
use crate::flow::patterns;
use crate::owners::{self, Owner};
use crate::syntax::operators::is_comparison;
use crate::syntax::types;
use syn::{Expr, Pat, Stmt};

impl Builder<'_> {
    /// What the initialiser says of the type: a closure (whose captures are known
    /// late), or something that has nothing to drop.
    pub(super) fn note_initialiser(&mut self, pattern: &Pat, init: &Expr) {
        for (pattern, value) in patterns::in_tuple(pattern, init).into_iter().flatten() {
            self.note_initialiser(pattern, value);
        }
        let (Pat::Ident(ident), ty) = split_type(pattern) else {
            return;
        };
        let Some(id) = self.body.locals.of_ident(&ident.ident) else {
            return;
        };
        let closure = self.closure_of(init);
        let known = self.body.locals.get_mut(id);
        known.closure = closure.or(known.closure);
        known.guard = owners::is_guard(init);
        // What `read()?` gives is mostly of one's own.
        known.standard =
            known.guard && !matches!(init, Expr::Try(_)) || Owner::made_by(init).is_some();
        let number = counts(init);
        known.owned = number || is_box(init) || matches!(init, Expr::Struct(_) | Expr::Tuple(_));
        known.reread |=
            matches!(init, Expr::Reference(reference) if reference.mutability.is_some());
        known.plain = number
            || matches!(init, Expr::Reference(_) | Expr::Lit(_))
            || ty.as_ref().is_some_and(types::is_plain);
        known.ty = ty.or(known.ty.take());
    }

    /// The closure that an initialiser shows: its parameters, and whether it says `move`.
    fn closure_of(&self, init: &Expr) -> Option<(usize, bool)> {
        match init {
            Expr::Closure(closure) => Some((closure.inputs.len(), closure.capture.is_some())),
            // Its captures are known late, too; it is kept for what it holds, as one that moves is.
            Expr::Async(_) => Some((0, true)),
            Expr::Paren(inner) => self.closure_of(&inner.expr),
            Expr::Block(block) => match block.block.stmts.last()? {
                Stmt::Expr(tail, None) => self.closure_of(tail),
                _ => None,
            },
            Expr::Path(_) => {
                let local = self.body.locals.of_expr(init)?;
                self.body.locals.get(local).closure
            }
            _ => None,
        }
    }
}

/// Whether an initialiser is a number or a truth value, whatever it is made of.
fn counts(init: &Expr) -> bool {
    match init {
        Expr::Paren(inner) => counts(&inner.expr),
        Expr::Cast(cast) => {
            types::is_plain(&cast.ty) && !matches!(&*cast.ty, syn::Type::Reference(_))
        }
        Expr::Binary(binary) => {
            is_comparison(binary.op) || matches!(binary.op, syn::BinOp::And(_) | syn::BinOp::Or(_))
        }
        _ => false,
    }
}
