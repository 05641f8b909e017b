//! Temporaries that live as long as what a `let` binds.
//!
//! In: a `let`. Out: its initialiser, in which each temporary is marked that Rust extends to the end of the
//! enclosing block: what `&` points to in an *extending* position (an operand of a tuple, an array, a struct or
//! another `&`, the tail of a block; not an argument of a function), and what a pattern binds by `ref`. Left to
//! rustc it would end with the arm. Its local is declared here, ahead of the statement, so that it
//! is dropped after what the statement binds; it gets its value where it stands.
//!
//! Constants stay as they are: rustc makes them static, unless they have a destructor, and such a one is refused where it is instantiated. Branches and `unsafe` blocks are left alone: where they
//! yield, what follows them is another arm, and no borrow goes there; where they do not, they are one piece. What becomes of a temporary that is extended
//! out of one is said in `out_of_branches`.

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
            Expr::Block(block) => {
                if let Some(Stmt::Expr(tail, None)) = block.block.stmts.last_mut() {
                    self.extend(tail);
                }
            }
            other => {
                let parts = extending_parts(other).into_iter();
                parts.for_each(|part| self.extend(part));
            }
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

/// The parts of an expression in an extending position that stand in one themselves, but for the tails of blocks and what is borrowed.
pub(super) fn extending_parts(expr: &mut Expr) -> Vec<&mut Expr> {
    match expr {
        Expr::Paren(inner) => vec![&mut inner.expr],
        Expr::Group(inner) => vec![&mut inner.expr],
        Expr::Cast(cast) => vec![&mut cast.expr],
        Expr::Tuple(tuple) => tuple.elems.iter_mut().collect(),
        Expr::Array(array) => array.elems.iter_mut().collect(),
        Expr::Struct(structure) => structure.fields.iter_mut().map(|f| &mut f.expr).collect(),
        Expr::Call(call) if constructs(call) => call.args.iter_mut().collect(),
        _ => Vec::new(),
    }
}
