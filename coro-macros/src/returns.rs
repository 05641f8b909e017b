//! Whether a value is returned where the type says that nothing is.
//!
//! In: the body of a coroutine that returns `()`. Out: an error at each value that cannot be `()`, by its form
//! alone, and at each `?`, with the way out. What a value of another form is, rustc says.

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::syntax::markers::is_inert;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Stmt};

/// Reports the values that `body` returns.
pub(crate) fn check(body: &Block, diagnostics: &mut Diagnostics) {
    let mut returned = Returned::default();
    returned.visit_block(body);
    returned.end(body);
    // An attribute may take code out, and then nothing is certain.
    if returned.conditional {
        return;
    }
    for value in returned.values {
        if is_something(value) {
            diagnostics.at(value, messages::RETURNS_NOTHING);
        }
    }
    for question in returned.questions {
        diagnostics.at(question, messages::QUESTION_RETURNS_NOTHING);
    }
}

/// The values that leave a body.
#[derive(Default)]
struct Returned<'a> {
    values: Vec<&'a Expr>,
    questions: Vec<&'a syn::Token![?]>,
    conditional: bool,
}

impl<'a> Returned<'a> {
    /// The value at the end of a block.
    fn end(&mut self, block: &'a Block) {
        if let Some(Stmt::Expr(value, None)) = block.stmts.last() {
            self.value(value);
        }
    }

    fn value(&mut self, value: &'a Expr) {
        match value {
            Expr::Paren(inner) => self.value(&inner.expr),
            Expr::Block(inner) => self.end(&inner.block),
            Expr::Unsafe(inner) => self.end(&inner.block),
            Expr::If(branch) => {
                if let Some((_, otherwise)) = &branch.else_branch {
                    self.end(&branch.then_branch);
                    self.value(otherwise);
                }
            }
            Expr::Match(matched) => matched.arms.iter().for_each(|arm| self.value(&arm.body)),
            _ => self.values.push(value),
        }
    }
}

impl<'a> Visit<'a> for Returned<'a> {
    fn visit_expr_return(&mut self, jump: &'a syn::ExprReturn) {
        if let Some(value) = &jump.expr {
            self.value(value);
        }
        visit::visit_expr_return(self, jump);
    }

    fn visit_expr_try(&mut self, question: &'a syn::ExprTry) {
        self.questions.push(&question.question_token);
        visit::visit_expr_try(self, question);
    }

    fn visit_attribute(&mut self, attribute: &'a syn::Attribute) {
        self.conditional |= !is_inert(attribute);
    }

    fn visit_expr_closure(&mut self, _: &'a syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &'a syn::ExprAsync) {}
    fn visit_expr_const(&mut self, _: &'a syn::ExprConst) {}
    fn visit_item(&mut self, _: &'a syn::Item) {}
}

/// Whether a value cannot be `()`.
fn is_something(value: &Expr) -> bool {
    match value {
        Expr::Tuple(tuple) => !tuple.elems.is_empty(),
        Expr::Call(call) => is_variant(&call.func),
        Expr::Path(_) => is_variant(value),
        Expr::Lit(_) | Expr::Array(_) | Expr::Repeat(_) | Expr::Struct(_) => true,
        Expr::Reference(_) | Expr::Closure(_) | Expr::Range(_) => true,
        _ => false,
    }
}

/// A variant of the prelude.
fn is_variant(path: &Expr) -> bool {
    let Expr::Path(path) = path else {
        return false;
    };
    ["Some", "None", "Ok", "Err"]
        .iter()
        .any(|name| path.path.is_ident(name))
}
