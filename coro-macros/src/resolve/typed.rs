//! Types of arguments that a question has to repeat.
//!
//! In: the resolved body and locals that a method may take which no convention speaks of. By which receiver lookup finds it is asked
//! where control does not come to, in a call with the same arguments. Out: the body in which those that have no type of their own there, as
//! `None`, or are not repeated, as a call, are remembered by it (`coro_core::typed`).

use super::Resolved;
use crate::ir::{LocalId, Locals, typed_call, typed_of};
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Item, UnOp};

/// `temporaries`: whether a method may take one of those, too.
pub(crate) fn remember(resolved: &mut Resolved, taken: &[LocalId], temporaries: bool) {
    let Resolved { body, locals, .. } = resolved;
    for local in taken {
        locals.get_mut(*local).typed = true;
    }
    locals.temporaries_typed |= temporaries;
    let mut remember = Remember {
        locals,
        taken,
        temporaries,
    };
    remember.visit_block_mut(body);
}

struct Remember<'a> {
    locals: &'a mut Locals,
    taken: &'a [LocalId],
    temporaries: bool,
}

impl Remember<'_> {
    fn takes(&self, receiver: &Expr) -> bool {
        match self.locals.of_expr(receiver) {
            Some(local) => self.taken.contains(&local),
            None => self.temporaries && !stays(receiver),
        }
    }

    /// A literal has its type, and a closure gets its own from what is expected of it.
    fn is_left(argument: &Expr) -> bool {
        match argument {
            Expr::Lit(_) | Expr::Closure(_) => true,
            Expr::Paren(inner) => Self::is_left(&inner.expr),
            _ => typed_of(argument).is_some(),
        }
    }
}

/// Whether a receiver stays where it is.
fn stays(receiver: &Expr) -> bool {
    match receiver {
        Expr::Path(_) | Expr::Index(_) => true,
        Expr::Field(field) => stays(&field.base),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)),
        Expr::Paren(inner) => stays(&inner.expr),
        _ => false,
    }
}

impl VisitMut for Remember<'_> {
    fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
        visit_mut::visit_expr_method_call_mut(self, call);
        if self.takes(&call.receiver) {
            for argument in call.args.iter_mut().filter(|e| !Self::is_left(e)) {
                *argument = typed_call(self.locals.typed(), Some(argument.clone()));
            }
        }
    }

    /// Another body.
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
    fn visit_item_mut(&mut self, _: &mut Item) {}
}
