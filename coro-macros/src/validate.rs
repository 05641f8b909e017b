//! What is supported, what is not, and why.
//!
//! In: the annotated item. Out: errors at the user's own tokens for functions
//! and bodies that no later stage could compile.

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::syntax::{Protocol, attributes, imports, markers};
use syn::visit::{self, Visit};

/// Checks what kind of function it is.
pub(crate) fn function(function: &syn::ItemFn, diagnostics: &mut Diagnostics) {
    let signature = &function.sig;
    for attribute in function.attrs.iter().filter(|a| is_ours(a)) {
        diagnostics.at(attribute, messages::TWICE);
    }
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

/// Whether an attribute is this one.
pub(crate) fn is_ours(attribute: &syn::Attribute) -> bool {
    let last = attribute.path().segments.last();
    last.is_some_and(|segment| segment.ident == "coroutine")
}

/// Checks that a frame of rustc's making can be what the return type asks for.
pub(crate) fn pinned(output: &syn::ReturnType, protocol: &Protocol, diagnostics: &mut Diagnostics) {
    if protocol.clone {
        diagnostics.at(&Named::find(output, "Clone"), messages::PINNED_CLONE);
    }
    if protocol.higher_ranked {
        diagnostics.at(&Named::find(output, "Coroutine"), messages::PINNED_LENDS);
    }
}

/// Checks that jumps without a label have a loop to go to: a frame is a labelled block, of which rustc would speak.
pub(crate) fn jumps(body: &syn::Block, diagnostics: &mut Diagnostics) {
    struct Jumps<'a>(&'a mut Diagnostics);
    impl<'ast> Visit<'ast> for Jumps<'_> {
        fn visit_expr(&mut self, expr: &'ast syn::Expr) {
            match expr {
                syn::Expr::Loop(_)
                | syn::Expr::Closure(_)
                | syn::Expr::Async(_)
                | syn::Expr::Const(_) => {}
                syn::Expr::While(cycle) => self.visit_expr(&cycle.cond),
                syn::Expr::ForLoop(cycle) => self.visit_expr(&cycle.expr),
                syn::Expr::Break(jump) if jump.label.is_none() => {
                    self.0.at(&jump.break_token, messages::JUMP_OUTSIDE_LOOP);
                }
                syn::Expr::Continue(jump) if jump.label.is_none() => {
                    self.0.at(&jump.continue_token, messages::JUMP_OUTSIDE_LOOP);
                }
                _ => visit::visit_expr(self, expr),
            }
        }
        fn visit_item(&mut self, _: &'ast syn::Item) {}
    }
    Jumps(diagnostics).visit_block(body);
}

/// The path in a type that ends in a name.
struct Named<'a> {
    name: &'a str,
    found: Option<syn::Path>,
}

impl Named<'_> {
    fn find(output: &syn::ReturnType, name: &str) -> Option<syn::Path> {
        let mut named = Named { name, found: None };
        named.visit_return_type(output);
        named.found
    }
}

impl<'ast> Visit<'ast> for Named<'_> {
    fn visit_trait_bound(&mut self, bound: &'ast syn::TraitBound) {
        let last = bound.path.segments.last();
        if self.found.is_none() && last.is_some_and(|segment| segment.ident == self.name) {
            self.found = Some(bound.path.clone());
        }
        visit::visit_trait_bound(self, bound);
    }
}

/// Checks what the body is made of.
pub(crate) fn body(
    body: &syn::Block,
    name: &syn::Ident,
    (boxed, method): (bool, bool),
    diagnostics: &mut Diagnostics,
) {
    Validate {
        diagnostics,
        name,
        boxed,
        method,
        body,
        labelled: false,
    }
    .visit_block(body);
}

struct Validate<'a> {
    diagnostics: &'a mut Diagnostics,
    name: &'a syn::Ident,
    boxed: bool,
    /// Whether it has a receiver: a call by its name alone is of another.
    method: bool,
    body: &'a syn::Block,
    /// Whether the innermost loop or labelled block around the code is a block.
    labelled: bool,
}

impl<'ast> Visit<'ast> for Validate<'_> {
    fn visit_expr_break(&mut self, jump: &'ast syn::ExprBreak) {
        if jump.label.is_none() && self.labelled {
            self.diagnostics.at(&jump.break_token, messages::UNLABELLED);
        }
        visit::visit_expr_break(self, jump);
    }

    fn visit_expr_continue(&mut self, jump: &'ast syn::ExprContinue) {
        if jump.label.is_none() && self.labelled {
            self.diagnostics
                .at(&jump.continue_token, messages::UNLABELLED);
        }
    }

    fn visit_expr_block(&mut self, block: &'ast syn::ExprBlock) {
        let labelled = self.labelled || block.label.is_some();
        self.around(labelled, |v| visit::visit_expr_block(v, block));
    }

    fn visit_expr_loop(&mut self, cycle: &'ast syn::ExprLoop) {
        self.around(false, |v| visit::visit_expr_loop(v, cycle));
    }

    fn visit_expr_if(&mut self, branch: &'ast syn::ExprIf) {
        self.condition(&branch.cond);
        visit::visit_expr_if(self, branch);
    }

    fn visit_expr_while(&mut self, cycle: &'ast syn::ExprWhile) {
        self.condition(&cycle.cond);
        self.around(false, |v| visit::visit_expr_while(v, cycle));
    }

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
        if local
            .init
            .as_ref()
            .is_some_and(|init| markers::suspends(&init.expr))
        {
            self.attributes(&local.attrs);
        }
        visit::visit_local(self, local);
    }

    fn visit_field_value(&mut self, field: &'ast syn::FieldValue) {
        if markers::suspends(&field.expr) {
            self.attributes(&field.attrs);
        }
        visit::visit_field_value(self, field);
    }

    fn visit_expr_for_loop(&mut self, cycle: &'ast syn::ExprForLoop) {
        if markers::block_suspends(&cycle.body) {
            self.recursion(&cycle.expr);
        }
        self.around(false, |v| visit::visit_expr_for_loop(v, cycle));
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let Some((markers::Marker::YieldFrom, _)) = markers::marker(call) {
            self.recursion(&call.args[0]);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr(&mut self, expr: &'ast syn::Expr) {
        if let syn::Expr::Yield(keyword) = expr {
            return self
                .diagnostics
                .at(&keyword.yield_token, messages::YIELD_KEYWORD);
        }
        let attributes = attributes::of(expr);
        if !attributes.is_empty() && markers::suspends(expr) {
            self.attributes(attributes);
        }
        visit::visit_expr(self, expr);
    }

    fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {}
    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}

impl Validate<'_> {
    fn around(&mut self, labelled: bool, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.labelled, labelled);
        visit(self);
        self.labelled = outer;
    }

    /// rustc would not see that a condition assigns where it is taken apart.
    fn condition(&mut self, condition: &syn::Expr) {
        match condition {
            syn::Expr::Paren(inner) => self.condition(&inner.expr),
            syn::Expr::Assign(assign) => {
                self.diagnostics
                    .at(&assign.eq_token, messages::CONDITION_ASSIGNS);
            }
            _ => {}
        }
    }

    /// A state that holds the same machine again has no size.
    fn recursion(&mut self, held: &syn::Expr) {
        let syn::Expr::Call(call) = held else {
            return;
        };
        let syn::Expr::Path(path) = &*call.func else {
            return;
        };
        let segments = &path.path.segments;
        let own = match segments.len() {
            1 => segments[0].ident == *self.name && !self.method && !hides(self.body, self.name),
            2 => segments[0].ident == "Self" && segments[1].ident == *self.name,
            _ => false,
        };
        if own && !self.boxed {
            self.diagnostics.at(&call.func, messages::DIRECT_RECURSION);
        }
    }

    /// Attributes on code that is taken apart would be lost.
    fn attributes(&mut self, attributes: &[syn::Attribute]) {
        for attribute in attributes {
            if !markers::is_inert(attribute) {
                self.diagnostics.at(attribute, messages::ATTRIBUTE);
            }
        }
    }
}

/// Whether something in `body` has the name of the function: a local, an item or an import.
fn hides(body: &syn::Block, name: &syn::Ident) -> bool {
    struct Named<'a>(&'a syn::Ident, bool);
    impl<'ast> Visit<'ast> for Named<'_> {
        fn visit_pat_ident(&mut self, bound: &'ast syn::PatIdent) {
            self.1 |= bound.ident == *self.0;
            visit::visit_pat_ident(self, bound);
        }
        fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
            self.1 |= item.sig.ident == *self.0;
        }
        fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
            self.1 |= imports::names(&item.tree).iter().any(|name| name == self.0);
        }
    }
    let mut named = Named(name, false);
    named.visit_block(body);
    named.1
}
