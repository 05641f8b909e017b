//! Whether an expression has its type from itself, wherever it stands.
//!
//! A question repeats the arguments of a method in a call that expects nothing of them, where `None` has no type, and behind the end of
//! scopes inside of the receiver's, where their locals have none.

use crate::ir::{self, LocalId, Locals};
use syn::{Expr, UnOp, parse_quote};

/// Which locals are known where a question stands.
pub(super) struct Typed<'a> {
    pub(super) locals: &'a Locals,
    pub(super) known: &'a dyn Fn(LocalId) -> bool,
}

impl Typed<'_> {
    pub(super) fn has_own_type(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Lit(_) => true,
            Expr::Path(_) => self.locals.of_expr(expr).is_some_and(self.known),
            Expr::Field(field) => self.has_own_type(&field.base),
            Expr::Cast(cast) => self.has_own_type(&cast.expr),
            Expr::Paren(inner) => self.has_own_type(&inner.expr),
            Expr::Group(inner) => self.has_own_type(&inner.expr),
            Expr::Reference(reference) => self.has_own_type(&reference.expr),
            Expr::Unary(unary) => {
                !matches!(unary.op, UnOp::Deref(_)) && self.has_own_type(&unary.expr)
            }
            Expr::Binary(binary) => {
                self.has_own_type(&binary.left) && self.has_own_type(&binary.right)
            }
            Expr::Call(_) => ir::typed_of(expr).is_some(),
            Expr::Tuple(tuple) => tuple.elems.iter().all(|part| self.has_own_type(part)),
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                let same = ["clone", "len", "as_str", "to_string", "to_owned"];
                same.contains(&name.as_str())
                    && call.args.is_empty()
                    && self.has_own_type(&call.receiver)
            }
            _ => false,
        }
    }
}

/// An argument as a question repeats it. Its type counts: a number is another one, for what takes it in the question is no wider than an `i32`, if
/// nobody says so, and the lint on numbers that are too large would see it.
pub(super) fn repeated(argument: &Expr) -> Expr {
    if let Some((id, _)) = ir::typed_of(argument) {
        return ir::typed_call(id, None);
    }
    match argument {
        Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Int(number),
            ..
        }) => {
            let small = format!("0{}", number.suffix());
            let small = syn::LitInt::new(&small, number.span());
            parse_quote!(#small)
        }
        Expr::Unary(negative) if matches!(negative.op, syn::UnOp::Neg(_)) => {
            let (op, number) = (negative.op, repeated(&negative.expr));
            parse_quote!(#op #number)
        }
        other => other.clone(),
    }
}
