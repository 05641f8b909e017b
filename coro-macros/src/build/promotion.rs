//! What rustc makes static where it is borrowed.

use super::Builder;
use crate::ir::Step;
use crate::syntax::generated;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Stmt, parse_quote_spanned};

impl Builder<'_> {
    /// What looks like a constant is none if it has a destructor: rustc does not make that static.
    pub(super) fn promoted(&mut self, value: &Expr) {
        let site = Span::mixed_site().located_at(value.span());
        let private = generated::path_at(&self.names.private, site);
        let claim: Stmt = match value {
            Expr::Path(_) => parse_quote_spanned!(site=> #private::named(|| &#value);),
            _ => parse_quote_spanned!(site=> #private::promoted(|| #value);),
        };
        // A `let` claims it of its whole initialiser, and an operand of a part.
        let made = self.current.map(|current| &self.body.block(current).steps);
        let claimed = |step: &Step| matches!(step, Step::Code(code) if *code == claim);
        if !made.is_some_and(|steps| steps.iter().any(claimed)) {
            self.code(claim);
        }
    }
}

/// What `expr` borrows and rustc makes static.
pub(super) fn borrowed_constant(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Reference(reference) if reference.mutability.is_none() => {
            Some(&*reference.expr).filter(|value| !is_local(value) && is_constant(value))
        }
        Expr::Paren(inner) => borrowed_constant(&inner.expr),
        _ => None,
    }
}

/// What rustc makes static, or has nothing to drop.
pub(super) fn is_constant(value: &Expr) -> bool {
    let parts: Vec<&Expr> = match value {
        Expr::Lit(_) | Expr::Const(_) => return true,
        Expr::Path(_) => return !is_local(value),
        Expr::Array(array) => array.elems.iter().collect(),
        Expr::Tuple(tuple) => tuple.elems.iter().collect(),
        Expr::Struct(structure) if structure.rest.is_none() => {
            structure.fields.iter().map(|f| &f.expr).collect()
        }
        Expr::Call(call) if constructs(call) => call.args.iter().collect(),
        Expr::Binary(binary) => vec![&binary.left, &binary.right],
        Expr::Unary(unary) => vec![&unary.expr],
        Expr::Cast(cast) => vec![&cast.expr],
        Expr::Repeat(repeat) => vec![&repeat.expr],
        Expr::Reference(reference) => vec![&reference.expr],
        Expr::Paren(inner) => vec![&inner.expr],
        Expr::Group(inner) => vec![&inner.expr],
        _ => return false,
    };
    parts.into_iter().all(is_constant)
}

/// A local, by the tag that it has here.
pub(super) fn is_local(value: &Expr) -> bool {
    match value {
        Expr::Path(path) => {
            let name = path.path.get_ident();
            name.is_some_and(|name| name.to_string().starts_with("__l"))
        }
        Expr::Paren(inner) => is_local(&inner.expr),
        Expr::Group(inner) => is_local(&inner.expr),
        _ => false,
    }
}

/// Whether a call is that of a tuple struct or a variant, as its name shows.
pub(super) fn constructs(call: &syn::ExprCall) -> bool {
    let name = crate::ir::called_name(call);
    name.is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// A literal, a number that is computed from some, or an array of them: nothing of it has a destructor.
pub(super) fn is_literal(value: &Expr) -> bool {
    match value {
        Expr::Lit(_) => true,
        Expr::Unary(unary) => is_literal(&unary.expr),
        Expr::Binary(binary) => is_literal(&binary.left) && is_literal(&binary.right),
        Expr::Paren(inner) => is_literal(&inner.expr),
        Expr::Array(array) => array.elems.iter().all(is_literal),
        _ => false,
    }
}

/// Whether a path has the name of a constant or a static.
pub(super) fn is_in_capitals(path: &Expr) -> bool {
    let Expr::Path(path) = path else {
        return false;
    };
    let last = path.path.segments.last();
    let capitals =
        |name: String| name.starts_with(char::is_uppercase) && !name.contains(char::is_lowercase);
    last.is_some_and(|last| capitals(last.ident.to_string()))
}
