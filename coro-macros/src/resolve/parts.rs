//! Parts moved out of a local that is held as a whole.
//!
//! In: the resolved body and the locals that lose a field by value and are
//! still held by a state after that. Out: the body in which such a field is taken
//! through `coro_core::part`, which leaves the whole whole.

use crate::flow::patterns::untyped;
use crate::ir::{LocalId, Locals, part_call};
use crate::methods;
use crate::syntax::operators::destructures;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprMethodCall, Stmt};

/// `body` with the by-value fields of `partial` taken.
pub(crate) fn take_parts(body: &Block, locals: &mut Locals, partial: &[LocalId]) -> Block {
    let mut taken = body.clone();
    Take {
        locals,
        partial,
        whole: body,
    }
    .visit_block_mut(&mut taken);
    taken
}

struct Take<'a> {
    locals: &'a mut Locals,
    partial: &'a [LocalId],
    /// The body as it was.
    whole: &'a Block,
}

/// Whether `expr` is a field of a field of .. one of `partial`.
pub(super) fn is_part(expr: &Expr, locals: &Locals, partial: &[LocalId]) -> bool {
    let Expr::Field(field) = expr else {
        return false;
    };
    match locals.of_expr(&field.base) {
        Some(local) => partial.contains(&local),
        None => is_part(&field.base, locals, partial),
    }
}

impl Take<'_> {
    /// Whether a method of a name that consumes, and that what borrows has as well, is called on a part that is mentioned elsewhere.
    fn looks(&self, call: &ExprMethodCall) -> bool {
        let name = call.method.to_string();
        let text = |argument: &Expr| match argument {
            Expr::Lit(literal) => matches!(literal.lit, syn::Lit::Str(_)),
            other => matches!(other, Expr::Macro(_)),
        };
        let shared = match call.args.first() {
            None => name == "lines",
            Some(argument) => name == "take" || name == "expect" && !text(argument),
        };
        shared
            && occurrences(
                self.whole.to_token_stream(),
                &words(call.receiver.to_token_stream()),
            ) > 1
    }

    fn take(&mut self, expr: &mut Expr) {
        if is_part(expr, self.locals, self.partial) {
            *expr = part_call(self.locals.part(), expr);
        }
    }
}

impl VisitMut for Take<'_> {
    fn visit_local_mut(&mut self, local: &mut syn::Local) {
        visit_mut::visit_local_mut(self, local);
        if let Some(init) = &mut local.init
            && matches!(untyped(&local.pat), syn::Pat::Ident(ident) if ident.by_ref.is_none())
        {
            self.take(&mut init.expr);
        }
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        if let Some(Stmt::Expr(tail, None)) = block.stmts.last_mut() {
            self.take(tail);
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        match expr {
            Expr::ForLoop(cycle) => self.take(&mut cycle.expr),
            Expr::Match(matched) => matched
                .arms
                .iter_mut()
                .for_each(|arm| self.take(&mut arm.body)),
            Expr::Call(call) => call.args.iter_mut().for_each(|e| self.take(e)),
            Expr::MethodCall(call) => {
                if methods::consumes(&call.method.to_string(), call.args.len()) && !self.looks(call)
                {
                    self.take(&mut call.receiver);
                }
                call.args.iter_mut().for_each(|e| self.take(e));
            }
            Expr::Tuple(tuple) => tuple.elems.iter_mut().for_each(|e| self.take(e)),
            Expr::Array(array) => array.elems.iter_mut().for_each(|e| self.take(e)),
            Expr::Struct(structure) => {
                structure
                    .fields
                    .iter_mut()
                    .for_each(|f| self.take(&mut f.expr));
            }
            Expr::Return(jump) => jump.expr.iter_mut().for_each(|e| self.take(e)),
            Expr::Break(jump) => jump.expr.iter_mut().for_each(|e| self.take(e)),
            // What is taken apart is not taken as a whole.
            Expr::Assign(assign)
                if !destructures(&assign.left) && !matches!(*assign.left, Expr::Infer(_)) =>
            {
                self.take(&mut assign.right);
            }
            Expr::Try(question) => self.take(&mut question.expr),
            Expr::Binary(sum) if appends(sum) => self.take(&mut sum.left),
            _ => {}
        }
    }

    /// What a destructuring assignment names is assigned, not taken.
    fn visit_expr_assign_mut(&mut self, assign: &mut syn::ExprAssign) {
        if !destructures(&assign.left) {
            self.visit_expr_mut(&mut assign.left);
        }
        self.visit_expr_mut(&mut assign.right);
    }

    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Whether it certainly takes a string: `user.name + "!"`. Other operands are numbers, as far as can be seen.
fn appends(sum: &syn::ExprBinary) -> bool {
    let text = match &*sum.right {
        Expr::Reference(_) => true,
        Expr::Lit(literal) => matches!(literal.lit, syn::Lit::Str(_)),
        _ => false,
    };
    text && matches!(sum.op, syn::BinOp::Add(_))
}

fn words(tokens: TokenStream) -> Vec<String> {
    tokens.into_iter().map(|token| token.to_string()).collect()
}

/// How often some words occur in a row.
fn occurrences(tokens: TokenStream, wanted: &[String]) -> usize {
    let inside = tokens.clone().into_iter().map(|token| match token {
        TokenTree::Group(group) => occurrences(group.stream(), wanted),
        _ => 0,
    });
    let inside: usize = inside.sum();
    let here = words(tokens);
    inside
        + here
            .windows(wanted.len())
            .filter(|here| *here == wanted)
            .count()
}
