//! What a head keeps alive.
//!
//! The temporaries of a `match` scrutinee, an `if let`, `while let` or `for`
//! head live to the end of the construct. When its body yields, the arm is left
//! and they would end early; so each is given a name here and is held like any
//! other local: receivers of methods that borrow, and what `&` points to.

use super::operand::root;
use super::{Builder, Destination};
use crate::methods;
use crate::syntax::markers;
use syn::{Expr, parse_quote};

impl Builder<'_> {
    /// `expr` as the head of a construct that yields, its temporaries named.
    pub(super) fn head(&mut self, expr: &Expr) -> Expr {
        let expr = if markers::suspends(expr) {
            self.operand(expr)
        } else {
            self.verbatim(expr.clone())
        };
        self.hold(expr)
    }

    fn hold(&mut self, expr: Expr) -> Expr {
        if !keeps(&expr) {
            return expr;
        }
        match expr {
            Expr::MethodCall(mut call) => {
                let consumed = methods::consumes(&call.method.to_string(), call.args.len());
                let mut parts = vec![((*call.receiver).clone(), !consumed)];
                parts.extend(call.args.iter().map(|a| (a.clone(), false)));
                let mut held = self.hold_all(parts).into_iter();
                if let Some(receiver) = held.next() {
                    *call.receiver = receiver;
                }
                call.args = held.collect();
                Expr::MethodCall(call)
            }
            Expr::Call(mut call) => {
                let parts = call.args.iter().map(|a| (a.clone(), false)).collect();
                call.args = self.hold_all(parts).into_iter().collect();
                Expr::Call(call)
            }
            Expr::Tuple(mut tuple) => {
                let parts = tuple.elems.iter().map(|a| (a.clone(), false)).collect();
                tuple.elems = self.hold_all(parts).into_iter().collect();
                if tuple.elems.len() == 1 {
                    tuple.elems.push_punct(Default::default());
                }
                Expr::Tuple(tuple)
            }
            Expr::Reference(mut reference) => {
                *reference.expr = self.hold_place(*reference.expr);
                Expr::Reference(reference)
            }
            Expr::Unary(mut unary) => {
                *unary.expr = self.hold_place(*unary.expr);
                Expr::Unary(unary)
            }
            Expr::Field(mut field) => {
                *field.base = self.hold_place(*field.base);
                Expr::Field(field)
            }
            Expr::Index(mut index) => {
                *index.expr = self.hold_place(*index.expr);
                Expr::Index(index)
            }
            Expr::Try(mut question) => {
                *question.expr = self.hold(*question.expr);
                Expr::Try(question)
            }
            Expr::Paren(inner) => self.hold(*inner.expr),
            other => other,
        }
    }

    /// Holds operands in their order; `true`: the operand is borrowed.
    fn hold_all(&mut self, parts: Vec<(Expr, bool)>) -> Vec<Expr> {
        let needs = |part: &(Expr, bool)| (part.1 && temporary(&part.0)) || keeps(&part.0);
        let last = parts.iter().rposition(needs);
        let count = parts.len();
        let mut out = Vec::with_capacity(count);
        for (at, (part, borrowed)) in parts.into_iter().enumerate() {
            let place = root(&part).is_some();
            let value = if borrowed { self.hold_place(part) } else { self.hold(part) };
            let early = last.is_some_and(|last| at < last) && !place && !matches!(value, Expr::Lit(_) | Expr::Closure(_));
            out.push(if early && root(&value).is_none() { self.temporary(value) } else { value });
        }
        out
    }

    /// `expr` read in place: a temporary there gets a name.
    fn hold_place(&mut self, expr: Expr) -> Expr {
        let expr = self.hold(expr);
        if temporary(&expr) { self.held(expr) } else { expr }
    }

    /// A scrutinee: a value that some pattern does not take whole is held.
    pub(super) fn scrutinee<'p>(
        &mut self,
        expr: &Expr,
        patterns: impl Iterator<Item = &'p syn::Pat>,
    ) -> Expr {
        let value = self.head(expr);
        let remains = patterns.into_iter().any(crate::flow::patterns::leaves_remainder);
        if remains && self.is_temporary(&value) {
            self.hold_scope();
        }
        if remains && temporary(&value) && !is_plain(&value) {
            self.held(value)
        } else {
            value
        }
    }

    /// The value `()` of a construct that has no other.
    pub(super) fn unit(&mut self, to: Destination) {
        if to != Destination::Discard && self.current.is_some() {
            self.store(parse_quote!(()), to);
        }
    }
}

/// Whether holding `expr` gives a name to anything in it.
fn keeps(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => {
            let consumed = methods::consumes(&call.method.to_string(), call.args.len());
            (!consumed && temporary(&call.receiver))
                || keeps(&call.receiver)
                || call.args.iter().any(keeps)
        }
        Expr::Call(call) => {
            crate::ir::leap_of(call).is_none()
                && !crate::ir::is_finish(call)
                && call.args.iter().any(keeps)
        }
        Expr::Tuple(tuple) => tuple.elems.iter().any(keeps),
        Expr::Reference(reference) => temporary(&reference.expr) || keeps(&reference.expr),
        Expr::Unary(unary) => {
            matches!(unary.op, syn::UnOp::Deref(_)) && (temporary(&unary.expr) || keeps(&unary.expr))
        }
        Expr::Field(field) => temporary(&field.base) || keeps(&field.base),
        Expr::Index(index) => temporary(&index.expr) || keeps(&index.expr),
        Expr::Try(question) => keeps(&question.expr),
        Expr::Paren(inner) => keeps(&inner.expr),
        _ => false,
    }
}

/// Whether `expr` makes a value that may have something to drop.
fn temporary(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => {
            !(methods::views(&call.method.to_string()) && !temporary(&call.receiver))
        }
        Expr::Call(_) | Expr::Macro(_) | Expr::Struct(_) | Expr::Array(_) | Expr::Tuple(_) => true,
        Expr::Try(_) | Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Await(_) => true,
        Expr::Paren(inner) => temporary(&inner.expr),
        Expr::Group(inner) => temporary(&inner.expr),
        _ => false,
    }
}

/// A view or a number, made by a method of such a name.
fn is_plain(expr: &Expr) -> bool {
    matches!(expr, Expr::MethodCall(call) if methods::views(&call.method.to_string()))
        || matches!(expr, Expr::Tuple(tuple) if tuple.elems.iter().all(|e| !temporary(e)))
}
