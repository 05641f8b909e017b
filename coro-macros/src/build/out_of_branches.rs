//! Temporaries that a `let` extends out of a branch, an `unsafe` block or a `format_args!`.
//!
//! In: a `let` behind which something yields. Out: the same, with a claim on each temporary that Rust extends out of one of these in its
//! initialiser to the end of the enclosing block (`extend` says where a temporary is extended). Such a one would end at that yield, and whether it is there to be held
//! is not known. So the claim is that its drop cannot be seen.

use super::extend::extending_parts;
use super::promotion::{is_constant, is_local};
use crate::syntax::{macros, markers};
use syn::{Expr, Stmt, UnOp};

/// What is to be said of a `let` behind which something yields.
pub(super) struct OutOfBranches {
    /// It with the claims, if there are any.
    pub(super) claimed: Option<syn::Local>,
    /// What it pins in place: that has no name.
    pub(super) pinned: Option<syn::Path>,
}

/// What is to be said of `local`, if something that comes `behind` yields.
pub(super) fn out_of_branches<'a>(
    local: &syn::Local,
    mut behind: impl Iterator<Item = &'a Stmt>,
) -> Option<OutOfBranches> {
    let mut claimed = local.clone();
    let mut claims = Claims::default();
    claims.extending(&mut claimed.init.as_mut()?.expr, Way::Every);
    let any = claims.made || claims.pinned.is_some();
    (any && behind.any(markers::stmt_suspends)).then(|| OutOfBranches {
        claimed: claims.made.then_some(claimed),
        pinned: claims.pinned,
    })
}

/// On which way through the initialiser an expression is evaluated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Every,
    /// That of one branch, or of an `unsafe` block, which is not taken apart.
    One,
}

/// Makes the claims.
#[derive(Default)]
struct Claims {
    made: bool,
    pinned: Option<syn::Path>,
}

impl Claims {
    /// `expr` is extending.
    fn extending(&mut self, expr: &mut Expr, way: Way) {
        match expr {
            Expr::If(branch) => {
                self.tail(&mut branch.then_branch, Way::One);
                if let Some((_, otherwise)) = &mut branch.else_branch {
                    self.extending(otherwise, Way::One);
                }
            }
            Expr::Match(matched) => {
                let arms = matched.arms.iter_mut();
                arms.for_each(|arm| self.extending(&mut arm.body, Way::One));
            }
            Expr::Block(block) => self.tail(&mut block.block, way),
            Expr::Unsafe(block) => self.tail(&mut block.block, Way::One),
            Expr::Reference(_) | Expr::Macro(_) => self.borrowing(expr, way),
            other => {
                let parts = extending_parts(other).into_iter();
                parts.for_each(|part| self.extending(part, way));
            }
        }
    }

    fn tail(&mut self, block: &mut syn::Block, way: Way) {
        if let Some(tail) = tail_of(block) {
            self.extending(tail, way);
        }
    }

    /// A reference, or a macro that may borrow what it is given.
    fn borrowing(&mut self, expr: &mut Expr, way: Way) {
        let claims = claims_of(expr, way);
        match expr {
            Expr::Reference(reference) => self.extending(&mut reference.expr, way),
            Expr::Macro(mac) => {
                let last = mac.mac.path.segments.last();
                if self.pinned.is_none() && last.is_some_and(|last| last.ident == "pin") {
                    self.pinned = Some(mac.mac.path.clone());
                }
            }
            _ => {}
        }
        if !claims.is_empty() {
            self.made = true;
            *expr = syn::parse_quote!({ #(#claims;)* #expr });
        }
    }
}

/// The value of a block: a macro without a semicolon is one.
fn tail_of(block: &mut syn::Block) -> Option<&mut Expr> {
    let last = block.stmts.last_mut()?;
    if let Stmt::Macro(syn::StmtMacro {
        attrs,
        mac,
        semi_token: None,
    }) = last
    {
        let (attrs, mac) = (attrs.clone(), mac.clone());
        *last = Stmt::Expr(Expr::Macro(syn::ExprMacro { attrs, mac }), None);
    }
    match last {
        Stmt::Expr(tail, None) => Some(tail),
        _ => None,
    }
}

/// The claims on what is borrowed by a reference on one way alone, or by `format_args!`, which is not taken apart.
fn claims_of(expr: &Expr, way: Way) -> Vec<Expr> {
    let borrowed: Vec<Expr> = match expr {
        Expr::Reference(reference) if way == Way::One => vec![(*reference.expr).clone()],
        Expr::Macro(mac) if mac.mac.path.is_ident("format_args") => {
            let arguments = macros::evaluated(&mac.mac).unwrap_or_default();
            arguments
                .into_iter()
                .map(|(argument, _)| argument)
                .collect()
        }
        _ => Vec::new(),
    };
    let made = borrowed.iter().filter_map(made);
    made.map(crate::ir::unseen_call).collect()
}

/// The value that is made for a place to be a part of, which may have something to drop.
fn made(place: &Expr) -> Option<&Expr> {
    match place {
        Expr::Paren(inner) => made(&inner.expr),
        Expr::Group(inner) => made(&inner.expr),
        Expr::Field(field) => made(&field.base),
        Expr::Index(index) => made(&index.expr),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => made(&unary.expr),
        // What a closure holds is not known.
        Expr::Closure(_) | Expr::Reference(_) => None,
        value => Some(value)
            .filter(|value| !is_constant(value) && !is_local(value) && !markers::suspends(value)),
    }
}
