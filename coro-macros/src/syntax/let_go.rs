//! Guards that a condition binds, and its branch lets go of.
//!
//! In: a body with normalised markers. Out: `if let Ok(g) = m.lock() { .. drop(g); co_yield!(n); } else { .. }` as a `let` with an `else`, in a
//! block of its own, and a `while let` of that kind as a `loop`. What is matched in a condition lives to the end of the branches, and has a
//! destructor for all that rustc knows, although the pattern has taken all of it: what it borrows could not move at the
//! yield. Behind a `let` it is gone. It has to be the one temporary, so the head is a method of a lock or a cell on a plain place.

use super::markers;
use crate::owners;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprLet, Ident, Lifetime, Pat, parse_quote};

/// Rewrites such conditions in `body`.
pub(crate) fn let_go(body: &mut Block) {
    LetGo { labels: 0 }.visit_block_mut(body);
}

struct LetGo {
    labels: usize,
}

impl VisitMut for LetGo {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        let bound = match &*expr {
            Expr::If(branch) if branch.attrs.is_empty() => bound(&branch.cond, &branch.then_branch),
            Expr::While(cycle) if cycle.attrs.is_empty() => bound(&cycle.cond, &cycle.body),
            _ => None,
        };
        let Some(ExprLet {
            pat, expr: head, ..
        }) = bound
        else {
            return;
        };
        *expr = match &*expr {
            Expr::If(branch) => {
                self.labels += 1;
                let label = format!("'__let_go{}", self.labels);
                let label = Lifetime::new(&label, Span::mixed_site());
                let then = &branch.then_branch.stmts;
                let otherwise = branch.else_branch.as_ref().map(|(_, otherwise)| otherwise);
                parse_quote!(#label: { let #pat = #head else { break #label #otherwise; }; #(#then)* })
            }
            Expr::While(cycle) => {
                let (label, body) = (&cycle.label, &cycle.body.stmts);
                parse_quote!(#label loop { let #pat = #head else { break; }; #(#body)* })
            }
            _ => return,
        };
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
}

/// The `let` of a condition that binds a guard which `then`, where it yields, lets go of.
fn bound(condition: &Expr, then: &Block) -> Option<ExprLet> {
    let Expr::Let(matched) = condition else {
        return None;
    };
    let name = taken(&matched.pat)?;
    let goes = locks_a_place(&matched.expr) && markers::block_suspends(then) && drops(then, name);
    goes.then(|| matched.clone())
}

/// Whether a block has a `drop(name)`.
fn drops(block: &Block, name: &Ident) -> bool {
    struct Drops<'a>(&'a Ident, bool);
    impl<'ast> Visit<'ast> for Drops<'_> {
        fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
            let named = |expr: &Expr, name: &str| matches!(expr, Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name));
            self.1 |= named(&call.func, "drop")
                && call.args.len() == 1
                && named(&call.args[0], &self.0.to_string());
            visit::visit_expr_call(self, call);
        }
    }
    let mut drops = Drops(name, false);
    drops.visit_block(block);
    drops.1
}

/// The name that takes all of what is in an `Ok` or a `Some`.
fn taken(pattern: &Pat) -> Option<&Ident> {
    let Pat::TupleStruct(variant) = pattern else {
        return None;
    };
    let last = &variant.path.segments.last()?.ident;
    match variant.elems.first()? {
        Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
            let known = last == "Ok" || last == "Some";
            (known && variant.elems.len() == 1).then_some(&name.ident)
        }
        _ => None,
    }
}

/// Whether it locks a place that makes no temporaries.
fn locks_a_place(head: &Expr) -> bool {
    let plain = match head {
        Expr::MethodCall(call) => call.args.is_empty() && is_plain(&call.receiver),
        _ => false,
    };
    plain && owners::locks(head)
}

fn is_plain(place: &Expr) -> bool {
    match place {
        Expr::Path(_) => true,
        Expr::Field(field) => is_plain(&field.base),
        Expr::Paren(inner) => is_plain(&inner.expr),
        _ => false,
    }
}
