//! What the forms of patterns and their scrutinees allow.

use crate::flow::patterns;
use crate::resolve::is_constant;
use syn::visit::{self, Visit};
use syn::{Expr, Pat, PatIdent};

/// The local that a place is, or that is dereferenced there.
pub(super) fn pointed(place: &Expr) -> Option<&Expr> {
    match place {
        Expr::Path(_) => Some(place),
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => pointed(&unary.expr),
        Expr::Paren(inner) => pointed(&inner.expr),
        _ => None,
    }
}

/// A name, or what that points to.
pub(super) fn is_named(expr: &Expr) -> bool {
    pointed(expr).is_some()
}

/// Whether each `_` of a pattern can be given a name.
pub(super) fn can_be_named(pattern: &Pat) -> bool {
    struct Or(bool);
    impl<'a> Visit<'a> for Or {
        fn visit_pat_or(&mut self, or: &'a syn::PatOr) {
            self.0 &= !or.cases.iter().any(patterns::leaves_remainder);
        }
    }
    let mut finder = Or(true);
    finder.visit_pat(pattern);
    finder.0
}

pub(super) fn bindings(pattern: &Pat) -> Vec<&PatIdent> {
    struct Bindings<'a>(Vec<&'a PatIdent>);
    impl<'a> Visit<'a> for Bindings<'a> {
        fn visit_pat_ident(&mut self, ident: &'a PatIdent) {
            if !is_constant(ident) {
                self.0.push(ident);
            }
            visit::visit_pat_ident(self, ident);
        }
        fn visit_expr(&mut self, _: &'a Expr) {}
    }
    let mut bindings = Bindings(Vec::new());
    bindings.visit_pat(pattern);
    bindings.0
}

/// Whether the pattern means the same behind a `&mut`: it says neither `ref` nor `&`, and binds no value and a part of it.
pub(super) fn is_simple(pattern: &Pat) -> bool {
    struct Finder(bool);
    impl<'a> Visit<'a> for Finder {
        fn visit_pat_reference(&mut self, _: &'a syn::PatReference) {
            self.0 = false;
        }
        fn visit_macro(&mut self, _: &'a syn::Macro) {
            self.0 = false;
        }
    }
    let mut finder = Finder(true);
    finder.visit_pat(pattern);
    let plain = |ident: &&PatIdent| ident.by_ref.is_none() && ident.subpat.is_none();
    finder.0 && bindings(pattern).iter().all(plain)
}

pub(super) fn without_mut(pattern: &Pat) -> Pat {
    let mut pattern = pattern.clone();
    patterns::strip_mut(&mut pattern);
    pattern
}

/// Whether evaluating `head` leaves nothing behind but its value.
pub(super) fn makes_only_a_value(head: &Expr) -> bool {
    match head {
        Expr::Path(_) | Expr::Lit(_) => true,
        Expr::Paren(inner) => makes_only_a_value(&inner.expr),
        Expr::Field(field) => makes_only_a_value(&field.base) && is_read(&field.base),
        Expr::Reference(reference) => {
            is_read(&reference.expr) && makes_only_a_value(&reference.expr)
        }
        Expr::Index(index) => {
            is_read(&index.expr)
                && makes_only_a_value(&index.expr)
                && makes_only_a_value(&index.index)
        }
        Expr::Unary(unary) => makes_only_a_value(&unary.expr),
        Expr::Binary(binary) => {
            makes_only_a_value(&binary.left) && makes_only_a_value(&binary.right)
        }
        Expr::Try(question) => makes_only_a_value(&question.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().all(makes_only_a_value),
        Expr::Struct(literal) => {
            let parts = literal.fields.iter().map(|field| &field.expr);
            parts.chain(literal.rest.as_deref()).all(makes_only_a_value)
        }
        Expr::Call(call) => {
            matches!(&*call.func, Expr::Path(_)) && call.args.iter().all(makes_only_a_value)
        }
        Expr::MethodCall(call) => {
            is_read(&call.receiver)
                && makes_only_a_value(&call.receiver)
                && call.args.iter().all(makes_only_a_value)
        }
        _ => false,
    }
}

/// Whether a place needs no temporary to be read.
fn is_read(place: &Expr) -> bool {
    match place {
        Expr::Path(_) | Expr::Field(_) | Expr::Index(_) | Expr::Lit(_) => true,
        Expr::Paren(inner) => is_read(&inner.expr),
        Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Deref(_)),
        _ => false,
    }
}
