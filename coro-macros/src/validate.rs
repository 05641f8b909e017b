//! What is supported, what is not, and why.
//!
//! In: the annotated item. Out: errors at the user's own tokens for functions
//! and bodies that no later stage could compile.

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::syntax::markers;
use syn::visit::{self, Visit};

/// Checks what kind of function it is.
pub(crate) fn function(signature: &syn::Signature, diagnostics: &mut Diagnostics) {
    if let Some(token) = &signature.asyncness {
        diagnostics.at(token, messages::ASYNC_FUNCTION);
    }
    if let Some(token) = &signature.constness {
        diagnostics.at(token, messages::CONST_FUNCTION);
    }
    if let Some(variadic) = &signature.variadic {
        diagnostics.at(variadic, messages::VARIADIC);
    }
}

/// Checks what the body is made of.
pub(crate) fn body(body: &syn::Block, diagnostics: &mut Diagnostics) {
    Validate { diagnostics }.visit_block(body);
}

struct Validate<'a> {
    diagnostics: &'a mut Diagnostics,
}

impl<'ast> Visit<'ast> for Validate<'_> {
    fn visit_expr_await(&mut self, awaited: &'ast syn::ExprAwait) {
        self.diagnostics.at(&awaited.await_token, messages::AWAIT);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if markers::suspends(&arm.body) {
            self.attributes(&arm.attrs);
        }
        visit::visit_arm(self, arm);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if local.init.as_ref().is_some_and(|init| markers::suspends(&init.expr)) {
            self.attributes(&local.attrs);
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {}
    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}

impl Validate<'_> {
    /// Attributes on code that is taken apart would be lost.
    fn attributes(&mut self, attributes: &[syn::Attribute]) {
        for attribute in attributes {
            let known = ["allow", "expect", "warn", "deny", "forbid", "doc"];
            if !known.iter().any(|name| attribute.path().is_ident(name)) {
                self.diagnostics.at(attribute, messages::ATTRIBUTE);
            }
        }
    }
}
