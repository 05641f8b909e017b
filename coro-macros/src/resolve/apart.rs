//! Constructs that have to be taken apart although they do not yield.
//!
//! Verbatim code that moves a local on some of its paths leaves no trace of
//! which path was taken. Where a state has to know, the construct is taken apart:
//! every block, arm and short-circuited operand that may move or assign such a local gets
//! a marker, and the graph is built again. The arguments of a macro of the standard library are bound first, as if
//! they yielded.

use crate::flow::patterns;
use crate::ir::{LocalId, Locals, Origin};
use crate::methods;
use crate::syntax::conditions::{has_let, lets};
use crate::syntax::operators::is_comparison;
use crate::syntax::{macros, markers};
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::HashMap;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{BinOp, Block, Expr, Pat};

/// `body` with the constructs around moves of `unclear` marked. `standard`: what is known to be of the standard library.
pub(crate) fn take_apart(
    body: &Block,
    locals: &mut Locals,
    unclear: &[LocalId],
    standard: &[LocalId],
) -> Block {
    let mut body = body.clone();
    let mut mark = Mark {
        locals,
        unclear,
        standard,
    };
    mark.visit_block_mut(&mut body);
    body
}

struct Mark<'a> {
    locals: &'a mut Locals,
    unclear: &'a [LocalId],
    standard: &'a [LocalId],
}

impl Mark<'_> {
    fn mentions(&self, tokens: TokenStream) -> bool {
        let mentioned = self.locals.mentioned_in(tokens);
        mentioned.iter().any(|local| self.unclear.contains(local))
    }

    /// Whether code may move such a local, or assign it: what only looks at it can stay as it is.
    fn changes(&self, visit: impl FnOnce(&mut Changes<'_, '_>)) -> bool {
        let mut changes = Changes {
            mark: self,
            found: false,
        };
        visit(&mut changes);
        changes.found
    }

    fn wrap(&self, expr: &mut Expr) {
        if !matches!(expr, Expr::Block(_)) && self.changes(|v| v.visit_expr(expr)) {
            markers::mark(expr);
        }
    }

    /// Whether a pattern that matches takes the local, or a part of it, out of the scrutinee.
    fn takes(&self, scrutinee: &Expr, pattern: &Pat) -> bool {
        patterns::by_value(pattern) && self.mentions(scrutinee.to_token_stream())
    }

    /// A macro with a construct among its arguments that has to be taken apart, its arguments bound first.
    fn opened(&mut self, mac: &syn::Macro) -> Option<Expr> {
        if !self.mentions(mac.tokens.clone()) {
            return None;
        }
        if let Some(mut branch) = macros::branch_of_debug(mac) {
            self.visit_expr_mut(&mut branch);
            return Some(branch);
        }
        let mut apart = false;
        let marked = macros::with_arguments(mac, &mut |argument| {
            self.visit_expr_mut(argument);
            apart |= markers::suspends(argument);
        })?;
        if !apart {
            return None;
        }
        let bound = macros::bind_arguments(&marked, &|text| self.locals.written(&text))?;
        let mut names = HashMap::new();
        syn::parse2(self.tagged(bound.to_token_stream(), &mut names)).ok()
    }

    /// The names that the arguments are bound to are locals like others.
    fn tagged(&mut self, tokens: TokenStream, names: &mut HashMap<String, LocalId>) -> TokenStream {
        let tagged = tokens.into_iter().map(|token| match token {
            TokenTree::Ident(name) if macros::is_bound(&name) => {
                let (text, span) = (name.to_string(), name.span());
                let locals = &mut *self.locals;
                let local = *names
                    .entry(text)
                    .or_insert_with_key(|text| locals.add(text, None, Origin::User, span));
                TokenTree::Ident(self.locals.tag(local, span))
            }
            TokenTree::Group(group) => {
                let inner = self.tagged(group.stream(), names);
                let mut tagged = Group::new(group.delimiter(), inner);
                tagged.set_span(group.span());
                TokenTree::Group(tagged)
            }
            other => other,
        });
        tagged.collect()
    }

    /// Whether a condition that holds has taken the local.
    fn condition_takes(&self, condition: &Expr) -> bool {
        let lets = lets(condition);
        lets.iter()
            .any(|matched| self.takes(&matched.expr, &matched.pat))
    }
}

impl VisitMut for Mark<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        if self.changes(|v| v.visit_block(block)) {
            block.stmts.insert(0, markers::split());
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        // The `match` in it says what is taken, and is no code.
        if matches!(expr, Expr::Call(call) if crate::ir::left_of(call).is_some()) {
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::Macro(mac) = expr
            && let Some(opened) = self.opened(&mac.mac)
        {
            *expr = opened;
        }
    }

    fn visit_stmt_mut(&mut self, stmt: &mut syn::Stmt) {
        visit_mut::visit_stmt_mut(self, stmt);
        if let syn::Stmt::Macro(mac) = stmt
            && let Some(opened) = self.opened(&mac.mac)
        {
            *stmt = syn::Stmt::Expr(opened, mac.semi_token);
        }
    }

    fn visit_expr_if_mut(&mut self, branch: &mut syn::ExprIf) {
        visit_mut::visit_expr_if_mut(self, branch);
        if self.condition_takes(&branch.cond) {
            branch.then_branch.stmts.insert(0, markers::split());
        }
    }

    fn visit_expr_while_mut(&mut self, cycle: &mut syn::ExprWhile) {
        visit_mut::visit_expr_while_mut(self, cycle);
        if self.condition_takes(&cycle.cond) {
            cycle.body.stmts.insert(0, markers::split());
        }
    }

    fn visit_expr_match_mut(&mut self, matched: &mut syn::ExprMatch) {
        visit_mut::visit_expr_match_mut(self, matched);
        for arm in &mut matched.arms {
            if self.takes(&matched.expr, &arm.pat) {
                markers::mark(&mut arm.body);
            }
        }
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        visit_mut::visit_arm_mut(self, arm);
        self.wrap(&mut arm.body);
    }

    fn visit_expr_binary_mut(&mut self, binary: &mut syn::ExprBinary) {
        visit_mut::visit_expr_binary_mut(self, binary);
        if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) && !has_let(&binary.right) {
            self.wrap(&mut binary.right);
        }
    }

    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// What may move or assign a local. As in `flow`, the name of a method says whether it looks at its receiver.
struct Changes<'a, 'b> {
    mark: &'a Mark<'b>,
    found: bool,
}

impl Changes<'_, '_> {
    fn is_such(&self, expr: &Expr) -> Option<LocalId> {
        let local = self.mark.locals.of_expr(expr);
        local.filter(|local| self.mark.unclear.contains(local))
    }

    /// What is looked at in its place.
    fn place(&mut self, place: &Expr) {
        if self.is_such(place).is_none() {
            self.visit_expr(place);
        }
    }
}

impl<'ast> Visit<'ast> for Changes<'_, '_> {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            _ if self.is_such(expr).is_some() => self.found = true,
            // They take what they mention, whatever they do with it.
            Expr::Closure(closure) if closure.capture.is_some() => {
                self.found |= self.mark.mentions(expr.to_token_stream());
            }
            Expr::Async(block) if block.capture.is_some() => {
                self.found |= self.mark.mentions(expr.to_token_stream());
            }
            Expr::Reference(reference) => self.place(&reference.expr),
            Expr::Index(index) => {
                self.place(&index.expr);
                self.visit_expr(&index.index);
            }
            Expr::Binary(binary) if is_comparison(binary.op) => {
                self.place(&binary.left);
                self.place(&binary.right);
            }
            _ => visit::visit_expr(self, expr),
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let name = call.method.to_string();
        let looks = self.is_such(&call.receiver).is_some_and(|local| {
            let known = self.mark.standard.contains(&local) || methods::borrows(&name);
            known && !methods::consumes(&name, call.args.len())
        });
        if !looks {
            self.visit_expr(&call.receiver);
        }
        call.args
            .iter()
            .for_each(|argument| self.visit_expr(argument));
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        match macros::evaluated(mac).filter(|_| macros::formats(mac)) {
            Some(arguments) => {
                let arguments = arguments.iter();
                arguments.for_each(|(argument, _)| self.place(argument));
            }
            None => {
                let named = self.mark.locals.spelled_in(mac.tokens.clone());
                self.found |= named.iter().any(|local| self.mark.unclear.contains(local));
            }
        }
    }

    fn visit_item(&mut self, _: &'ast syn::Item) {}
}
