//! `P { part, ..base }`: what is left of `base` are the parts that are written out.

use crate::methods;
use crate::syntax::operators::is_comparison;
use syn::visit::{self, Visit};
use syn::{Expr, Member};

/// The parts of `base` that the literal leaves there.
pub(crate) fn left_of(structure: &syn::ExprStruct, base: &Expr) -> Vec<Member> {
    let mut moved = Moved {
        base,
        parts: Vec::new(),
    };
    structure
        .fields
        .iter()
        .for_each(|field| moved.visit_expr(&field.expr));
    let members = structure.fields.iter().map(|field| field.member.clone());
    members
        .filter(|member| !moved.parts.contains(member))
        .collect()
}

/// Parts of the base that may be moved into the literal's values: if they are copies, nothing has to be held.
struct Moved<'a> {
    base: &'a Expr,
    parts: Vec<Member>,
}

impl Moved<'_> {
    fn part<'a>(&self, expr: &'a Expr) -> Option<&'a Member> {
        match expr {
            Expr::Field(field) if *field.base == *self.base => Some(&field.member),
            Expr::Field(field) => self.part(&field.base),
            Expr::Paren(inner) => self.part(&inner.expr),
            _ => None,
        }
    }

    fn in_place(&mut self, expr: &Expr) {
        if self.part(expr).is_none() {
            self.visit_expr(expr);
        }
    }
}

impl<'ast> Visit<'ast> for Moved<'_> {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match (self.part(expr), expr) {
            (Some(member), _) => self.parts.push(member.clone()),
            (None, Expr::Reference(reference)) => self.in_place(&reference.expr),
            (None, Expr::Index(index)) => {
                self.in_place(&index.expr);
                self.visit_expr(&index.index);
            }
            (None, Expr::MethodCall(call)) => {
                let name = call.method.to_string();
                if methods::consumes(&name, call.args.len()) {
                    self.visit_expr(&call.receiver);
                } else {
                    self.in_place(&call.receiver);
                }
                call.args
                    .iter()
                    .for_each(|argument| self.visit_expr(argument));
            }
            (None, Expr::Binary(binary)) if is_comparison(binary.op) => {
                self.in_place(&binary.left);
                self.in_place(&binary.right);
            }
            _ => visit::visit_expr(self, expr),
        }
    }
}
