//! Operands that are evaluated ahead of a later yield.
//!
//! In: an operand and those after it that yield. Out: an expression with the
//! same value where it stands: values go to hidden temporaries, places stay
//! where they are, unless a later operand changes them.

use super::Builder;
use super::slots::{Use, root};
use crate::syntax::operators::is_compound;
use quote::ToTokens;
use syn::Expr;

impl Builder<'_> {
    /// Evaluates `operand` here, ahead of the yields in `later`.
    pub(super) fn capture(&mut self, operand: Expr, kind: Use, later: &[Expr]) -> Expr {
        if is_stable(&operand) {
            return operand;
        }
        match kind {
            Use::Value => {
                if let Expr::Reference(reference) = &operand {
                    if reference.mutability.is_none() && self.is_constant(&reference.expr) {
                        return operand;
                    }
                    let place = self.capture((*reference.expr).clone(), Use::Place, later);
                    let mut reference = reference.clone();
                    *reference.expr = place;
                    return Expr::Reference(reference);
                }
                if let Expr::Closure(closure) = &operand
                    && closure.capture.is_none()
                    && !self.captures_changed(&operand, later)
                {
                    return operand;
                }
                let operand = self.hold(operand);
                self.temporary(operand)
            }
            Use::Place | Use::Compared => match root(&operand) {
                Some(root) if is_settled(&root, kind, later) => {
                    self.capture_indices(operand, later)
                }
                Some(_) => {
                    let operand = self.hold(operand);
                    self.temporary(operand)
                }
                None => self.held(operand),
            },
        }
    }

    /// Whether a later operand writes to what a closure captures.
    fn captures_changed(&self, closure: &Expr, later: &[Expr]) -> bool {
        let text = closure.to_token_stream().to_string();
        text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
            .filter(|word| self.body.locals.of_tag(word).is_some())
            .any(|tag| changes(tag, later))
    }

    /// The indices of a place are values.
    fn capture_indices(&mut self, place: Expr, later: &[Expr]) -> Expr {
        match place {
            Expr::Index(mut index) => {
                *index.expr = self.capture_indices(*index.expr, later);
                *index.index = self.capture(*index.index, Use::Value, later);
                Expr::Index(index)
            }
            Expr::Field(mut field) => {
                *field.base = self.capture_indices(*field.base, later);
                Expr::Field(field)
            }
            other => other,
        }
    }

    /// A place expression that yields inside.
    pub(super) fn place(&mut self, expr: &Expr) -> Expr {
        let lowered = self.operand(expr);
        match root(&lowered) {
            Some(root) => {
                if self.is_of_statement(&root) {
                    self.hold_scope();
                }
                lowered
            }
            None => self.held(lowered),
        }
    }
}

/// Nothing that happens in between can change the value.
fn is_stable(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Path(path) => !path
            .path
            .get_ident()
            .is_some_and(|ident| ident.to_string().starts_with("__l")),
        Expr::Paren(inner) => is_stable(&inner.expr),
        Expr::Group(inner) => is_stable(&inner.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_stable),
        _ => false,
    }
}

/// Whether any of `later` may write to the local called `root`.
fn changes(root_name: &str, later: &[Expr]) -> bool {
    use syn::visit::{self, Visit};
    struct Writes<'a>(&'a str, bool);
    impl<'ast> Visit<'ast> for Writes<'_> {
        fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
            self.1 |= assign.left.to_token_stream().to_string().contains(self.0);
            visit::visit_expr_assign(self, assign);
        }
        fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
            self.1 |= is_compound(binary.op) && root(&binary.left).as_deref() == Some(self.0);
            visit::visit_expr_binary(self, binary);
        }
        fn visit_expr_reference(&mut self, reference: &'ast syn::ExprReference) {
            self.1 |=
                reference.mutability.is_some() && root(&reference.expr).as_deref() == Some(self.0);
            visit::visit_expr_reference(self, reference);
        }
        fn visit_macro(&mut self, mac: &'ast syn::Macro) {
            self.1 |= mac.tokens.to_string().contains(self.0);
        }
        fn visit_expr_block(&mut self, block: &'ast syn::ExprBlock) {
            let mut borrows = Mutably(false);
            borrows.visit_block(&block.block);
            self.1 |= borrows.0 && block.to_token_stream().to_string().contains(self.0);
            visit::visit_expr_block(self, block);
        }
    }
    /// Whether a pattern says `ref mut`.
    struct Mutably(bool);
    impl<'ast> Visit<'ast> for Mutably {
        fn visit_pat_ident(&mut self, ident: &'ast syn::PatIdent) {
            self.0 |= ident.by_ref.is_some() && ident.mutability.is_some();
            visit::visit_pat_ident(self, ident);
        }
    }
    let mut writes = Writes(root_name, false);
    later.iter().for_each(|expr| writes.visit_expr(expr));
    writes.1
}

/// Whether nothing in `later` changes what a place gives.
fn is_settled(root: &str, kind: Use, later: &[Expr]) -> bool {
    let called = kind == Use::Compared && calls_method(root, later);
    !called && !changes(root, later)
}

/// Whether any of `later` calls a method on the local called `name`.
fn calls_method(name: &str, later: &[Expr]) -> bool {
    use syn::visit::{self, Visit};
    struct Calls<'a>(&'a str, bool);
    impl<'ast> Visit<'ast> for Calls<'_> {
        fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
            self.1 |= root(&call.receiver).as_deref() == Some(self.0);
            visit::visit_expr_method_call(self, call);
        }
    }
    let mut calls = Calls(name, false);
    later.iter().for_each(|expr| calls.visit_expr(expr));
    calls.1
}
