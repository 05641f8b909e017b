//! Temporaries that live as long as what a `let` binds.
//!
//! In: a `let`. Out: its initialiser, in which each temporary is marked that Rust extends to the end of the
//! enclosing block: what `&` points to in an *extending* position (an operand of a tuple, an array, a struct or
//! another `&`, the tail of a block; not an argument of a function), and what a pattern binds by `ref`. Left to
//! rustc it would end with the arm. Its local is declared here, ahead of the statement, so that it
//! is dropped after what the statement binds; it gets its value where it stands.
//!
//! Constants stay as they are: rustc makes them static, unless they have a destructor, and such a one is refused where it is instantiated. Branches and `unsafe` blocks are left alone: where they
//! yield, what follows them is another arm, and no borrow goes there; where they do not, they are one piece. But a temporary that is extended out
//! of one branch would end at the next yield. So where one follows in its block, the claim is made that its drop cannot be seen.

use super::promotion::{constructs, is_constant, is_literal, is_local};
use super::{Builder, Destination};
use crate::flow::patterns;
use crate::ir::{LocalId, Step};
use crate::syntax::markers;
use syn::spanned::Spanned;
use syn::{Expr, Pat, Stmt, UnOp};

impl Builder<'_> {
    /// The initialiser of a `let` with its extended temporaries marked.
    pub(super) fn extended(&mut self, pattern: &Pat, init: &Expr) -> Expr {
        let mut init = init.clone();
        if patterns::by_reference(pattern) {
            self.extend_place(&mut init);
        } else {
            self.extend(&mut init);
        }
        init
    }

    /// A marked temporary gets its value; it is a place from now on.
    pub(super) fn extension(&mut self, call: &syn::ExprCall) -> Expr {
        let (place, value) = (&call.args[0], &call.args[1]);
        let Some(local) = self.body.locals.of_expr(place) else {
            return value.clone();
        };
        if super::stmt::is_control(value) {
            self.stands = super::Stands::Operand;
            self.expression(value, Destination::Local(local));
        } else {
            let value = self.operand(value);
            let value = self.hold(value);
            if self.current.is_some() {
                self.store(value, Destination::Local(local));
            }
        }
        place.clone()
    }

    /// `expr` is extending.
    fn extend(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Reference(reference) => self.extend_place(&mut reference.expr),
            Expr::Paren(inner) => self.extend(&mut inner.expr),
            Expr::Group(inner) => self.extend(&mut inner.expr),
            Expr::Cast(cast) => self.extend(&mut cast.expr),
            Expr::Tuple(tuple) => tuple.elems.iter_mut().for_each(|e| self.extend(e)),
            Expr::Array(array) => array.elems.iter_mut().for_each(|e| self.extend(e)),
            Expr::Struct(structure) => {
                structure
                    .fields
                    .iter_mut()
                    .for_each(|f| self.extend(&mut f.expr));
            }
            Expr::Call(call) if constructs(call) => {
                call.args.iter_mut().for_each(|e| self.extend(e));
            }
            Expr::Block(block) => {
                if let Some(Stmt::Expr(tail, None)) = block.block.stmts.last_mut() {
                    self.extend(tail);
                }
            }
            _ => {}
        }
    }

    /// What `&` points to: a value, or a part of one.
    fn extend_place(&mut self, place: &mut Expr) {
        match place {
            Expr::Field(field) => self.extend_place(&mut field.base),
            // What `[]` borrows rustc does not make static, but what `&` does.
            Expr::Index(index)
                if matches!(&*index.expr, Expr::Array(_)) && is_literal(&index.expr) =>
            {
                let array = &index.expr;
                *index.expr = syn::parse_quote!((*&#array));
            }
            Expr::Index(index) => self.extend_place(&mut index.expr),
            Expr::Paren(inner) => self.extend_place(&mut inner.expr),
            Expr::Group(inner) => self.extend_place(&mut inner.expr),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
                self.extend_place(&mut unary.expr);
            }
            // Of what a closure or `format_args!` holds, rustc knows best how long it lives.
            Expr::Closure(_) => {}
            Expr::Macro(mac) if mac.mac.path.is_ident("format_args") => {}
            value if !is_constant(value) && !is_local(value) => {
                self.extend(value);
                let local = self.declare_extended(value.span());
                *value = markers::extend(&self.mention(local), value);
            }
            value if !is_local(value) && !is_literal(value) => self.promoted(value),
            _ => {}
        }
    }

    /// The local of an extended temporary.
    fn declare_extended(&mut self, span: proc_macro2::Span) -> LocalId {
        let name = self.numbered("extended");
        let local = self.hidden(&name, span);
        self.step(Step::Declare(local));
        local
    }
}

/// `local`, with a claim on each temporary that is extended out of a branch, if something that comes `behind` yields.
pub(super) fn held_to_the_end<'a>(
    local: &syn::Local,
    mut behind: impl Iterator<Item = &'a Stmt>,
) -> Option<syn::Local> {
    let init = local.init.as_ref()?;
    let branches = matches!(&*init.expr, Expr::If(_) | Expr::Match(_));
    if branches && !markers::suspends(&init.expr) && behind.any(markers::stmt_suspends) {
        let mut local = local.clone();
        if let Some(init) = &mut local.init {
            claim_in_branches(&mut init.expr);
        }
        return Some(local);
    }
    None
}

/// `expr` is extending.
fn claim_in_branches(expr: &mut Expr) {
    match expr {
        Expr::If(branch) => {
            claim_in_block(&mut branch.then_branch);
            if let Some((_, otherwise)) = &mut branch.else_branch {
                claim_in_branches(otherwise);
            }
        }
        Expr::Match(matched) => {
            for arm in &mut matched.arms {
                claim_in_branches(&mut arm.body);
            }
        }
        Expr::Block(block) => claim_in_block(&mut block.block),
        Expr::Paren(inner) => claim_in_branches(&mut inner.expr),
        Expr::Reference(reference) if made(&reference.expr) => {
            let claim = crate::ir::unseen_call(&reference.expr);
            *expr = syn::parse_quote!({ #claim; #expr });
        }
        _ => {}
    }
}

fn claim_in_block(block: &mut syn::Block) {
    if let Some(Stmt::Expr(tail, None)) = block.stmts.last_mut() {
        claim_in_branches(tail);
    }
}

/// Whether a value is made, which may have something to drop.
fn made(value: &Expr) -> bool {
    match value {
        Expr::Paren(inner) => made(&inner.expr),
        Expr::Call(_) | Expr::MethodCall(_) | Expr::Struct(_) | Expr::Try(_) => true,
        Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => made(&unary.expr),
        Expr::Macro(mac) => !mac.mac.path.is_ident("format_args"),
        Expr::Tuple(tuple) => tuple.elems.iter().any(made),
        Expr::Array(array) => array.elems.iter().any(made),
        Expr::Field(field) => made(&field.base),
        _ => false,
    }
}
