//! Operators and assignments as operands: in which order their sides are evaluated, and what of them waits.

use super::Builder;
use super::slots::Use;
use super::stmt::is_control;
use crate::messages;
use crate::syntax::markers;
use crate::syntax::operators::{destructures, is_comparison, is_compound};
use syn::{BinOp, Expr, parse_quote};

impl Builder<'_> {
    pub(super) fn binary(&mut self, binary: &syn::ExprBinary) -> Expr {
        let mut lowered = binary.clone();
        match binary.op {
            BinOp::And(_) | BinOp::Or(_) => {
                return self.through_condition(&Expr::Binary(binary.clone()));
            }
            op if is_compound(op) => {
                // The value first, as for primitives.
                let value = self.operand(&binary.right);
                let mut both = [(value, Use::Value), ((*binary.left).clone(), Use::Place)];
                self.operands(&mut both);
                let [(value, _), (place, _)] = both;
                if !is_plain_place(&binary.left) && self.current.is_some() {
                    let claim = crate::ir::primitive_call(&place, &value);
                    self.code(syn::Stmt::Expr(claim, Some(Default::default())));
                }
                *lowered.left = place;
                *lowered.right = value;
            }
            op => {
                // What is compared with a number is one.
                let numeric = is_number(&binary.left) || is_number(&binary.right);
                let kind = if is_comparison(op) && !numeric {
                    Use::Compared
                } else {
                    Use::Value
                };
                let mut both = [
                    ((*binary.left).clone(), kind),
                    ((*binary.right).clone(), kind),
                ];
                self.operands(&mut both);
                let [(left, _), (right, _)] = both;
                if is_comparison(op) && [&left, &right].iter().any(|side| self.may_end(side)) {
                    self.hold_scope();
                }
                *lowered.left = left;
                *lowered.right = right;
            }
        }
        Expr::Binary(lowered)
    }

    /// Whether what is compared, and not consumed by that, is a temporary that may have something to drop.
    fn may_end(&self, side: &Expr) -> bool {
        self.is_temporary(side) && !self.has_no_drop(side)
    }

    /// `a && co_yield!(b)` as a value.
    fn through_condition(&mut self, condition: &Expr) -> Expr {
        let mut branch: syn::ExprIf = parse_quote!(if true { true } else { false });
        branch.cond = Box::new(condition.clone());
        let branch = Expr::If(branch);
        self.through_temporary(&branch, None)
    }

    pub(super) fn assignment(&mut self, assign: &syn::ExprAssign) -> Expr {
        if !markers::suspends(&assign.left)
            && let Some(assigned) = self.destructured(assign)
        {
            return assigned;
        }
        let value = self.operand(&assign.right);
        if is_control(&assign.right)
            && let Some(value) = self.body.locals.of_expr(&value)
        {
            let simple = is_plain_place(&assign.left);
            self.body.locals.get_mut(value).like = simple.then(|| (*assign.left).clone());
        }
        let mut lowered = assign.clone();
        let mut both = [(value, Use::Value), ((*assign.left).clone(), Use::Place)];
        if markers::suspends(&assign.left) {
            if destructures(&assign.left) {
                self.diagnostics
                    .at(&assign.left, messages::DESTRUCTURED_PLACE);
            }
            self.operands(&mut both);
        } else {
            both[1].0 = self.verbatim(both[1].0.clone());
        }
        let [(value, _), (place, _)] = both;
        // What is left of a value is dropped at once; a name would keep it.
        let ignores = !matches!(
            place,
            Expr::Path(_) | Expr::Field(_) | Expr::Index(_) | Expr::Unary(_)
        );
        *lowered.right = match ignores && self.is_temporary(&value) {
            true => parse_quote!({ #value }),
            false => value,
        };
        *lowered.left = place;
        Expr::Assign(lowered)
    }
}

/// Whether it cannot be seen when a place is evaluated: a local or a part of one.
pub(super) fn is_plain_place(place: &Expr) -> bool {
    match place {
        Expr::Path(_) => true,
        Expr::Field(field) => is_plain_place(&field.base),
        Expr::Paren(inner) => is_plain_place(&inner.expr),
        Expr::Group(inner) => is_plain_place(&inner.expr),
        Expr::Unary(unary) => {
            matches!(unary.op, syn::UnOp::Deref(_)) && matches!(&*unary.expr, Expr::Path(_))
        }
        _ => false,
    }
}

fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => !matches!(literal.lit, syn::Lit::Str(_) | syn::Lit::ByteStr(_)),
        Expr::Unary(unary) => is_number(&unary.expr),
        _ => false,
    }
}
