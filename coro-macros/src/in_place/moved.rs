//! Locals in slots that are moved out of them.
//!
//! A collection is never a copy: where it is mentioned by value it is moved, and its slot gives it away (`coro-core/src/held.rs`). That is
//! printed where a mention certainly is a value: an argument, an element, a field of a struct, what is returned, yielded, assigned or bound. Of
//! a local that is given away, every mention has to be such a one, or else certainly a place; in a closure none is.

use crate::flow::patterns;
use crate::ir::{Body, Exit, LocalId, Step};
use crate::syntax::macros;
use crate::syntax::operators::is_comparison;
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::collections::HashSet;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Local, Pat, parse_quote};

/// The locals among `given` of which every mention is known.
pub(super) fn known(body: &Body, mut given: HashSet<LocalId>) -> HashSet<LocalId> {
    for block in body.ids().map(|id| body.block(id)) {
        if given.is_empty() {
            break;
        }
        let mut unknown = TokenStream::new();
        for step in &block.steps {
            if let Step::Code(stmt) = step {
                let mut stmt = stmt.clone();
                Strike(body, &given).visit_stmt_mut(&mut stmt);
                stmt.to_tokens(&mut unknown);
            }
        }
        let whole = matches!(block.exit, Exit::Yield { .. } | Exit::Return(..));
        for code in block.exit.code() {
            let mut code = code.clone();
            let mut strike = Strike(body, &given);
            match whole {
                true => strike.operand(&mut code),
                false => strike.visit_expr_mut(&mut code),
            }
            code.to_tokens(&mut unknown);
        }
        for local in body.locals.mentioned_in(unknown) {
            given.remove(&local);
        }
    }
    given
}

/// What an expression moves, if it is a local that is moved.
pub(crate) fn values(expr: &mut Expr) -> Vec<&mut Expr> {
    match expr {
        Expr::Call(call) => call.args.iter_mut().collect(),
        Expr::MethodCall(call) => {
            let whole = takes_all(call).then_some(&mut *call.receiver);
            whole.into_iter().chain(&mut call.args).collect()
        }
        Expr::Tuple(tuple) => tuple.elems.iter_mut().collect(),
        Expr::Array(array) => array.elems.iter_mut().collect(),
        Expr::Struct(made) => made.fields.iter_mut().map(|f| &mut f.expr).collect(),
        Expr::Return(jump) => jump.expr.iter_mut().map(|value| &mut **value).collect(),
        // `_ = list` moves nothing.
        Expr::Assign(assign) if matches!(&*assign.left, Expr::Path(_) | Expr::Field(_)) => {
            vec![&mut assign.right]
        }
        _ => Vec::new(),
    }
}

/// What a `let` moves, if it is a local that is moved.
pub(crate) fn bound(local: &mut Local) -> Option<&mut Expr> {
    let plain = matches!(patterns::untyped(&local.pat), Pat::Ident(name) if name.by_ref.is_none());
    let init = local.init.as_mut().filter(|_| plain)?;
    Some(&mut init.expr)
}

/// Methods of strings and collections that take all of them.
pub(super) fn takes_all(call: &syn::ExprMethodCall) -> bool {
    let names = [
        "into_boxed_slice",
        "into_boxed_str",
        "into_bytes",
        "into_iter",
        "into_keys",
        "into_values",
    ];
    call.args.is_empty() && names.iter().any(|name| call.method == name)
}

/// Strikes out every mention that is known.
struct Strike<'a>(&'a Body, &'a HashSet<LocalId>);

impl Strike<'_> {
    fn operand(&mut self, expr: &mut Expr) {
        let local = self.0.locals.of_expr(expr);
        match local.is_some_and(|local| self.1.contains(&local)) {
            true => *expr = parse_quote!(()),
            false => self.visit_expr_mut(expr),
        }
    }
}

impl VisitMut for Strike<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        for value in values(expr) {
            self.operand(value);
        }
        match expr {
            // Which methods there may be is asked elsewhere.
            Expr::MethodCall(call) => self.operand(&mut call.receiver),
            Expr::Reference(reference) => self.operand(&mut reference.expr),
            Expr::Index(index) => {
                self.operand(&mut index.expr);
                self.visit_expr_mut(&mut index.index);
            }
            Expr::Binary(binary) if is_comparison(binary.op) => {
                self.operand(&mut binary.left);
                self.operand(&mut binary.right);
            }
            Expr::Closure(_) | Expr::Async(_) => {}
            other => visit_mut::visit_expr_mut(self, other),
        }
    }

    fn visit_local_mut(&mut self, local: &mut Local) {
        if let Some(init) = bound(local) {
            self.operand(init);
        }
        visit_mut::visit_local_mut(self, local);
    }

    /// What binds a local mentions nothing.
    fn visit_pat_mut(&mut self, pattern: &mut Pat) {
        match pattern {
            Pat::Ident(name) if name.subpat.is_none() => *pattern = parse_quote!(_),
            other => visit_mut::visit_pat_mut(self, other),
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if !macros::formats(mac) {
            return;
        }
        // What a format string names is read in place.
        let changed = macros::with_arguments(mac, &mut |argument| match argument {
            Expr::Lit(_) => *argument = parse_quote!(()),
            _ => self.operand(argument),
        });
        if let Some(changed) = changed {
            *mac = changed;
        }
    }
}
