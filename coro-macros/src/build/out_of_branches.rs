//! Temporaries that a `let` extends out of a branch, an `unsafe` block or a `format_args!`.
//!
//! In: a `let` behind which something yields. Out: the same, with a claim on each temporary that Rust extends out of one of these in its
//! initialiser to the end of the enclosing block (`extend` says where a temporary is extended). Such a one would end at that yield, and whether it is there to be held
//! is not known. So the claim is that its drop cannot be seen.

use super::promotion::{constructs, is_constant, is_local};
use crate::syntax::{macros, markers};
use syn::{Expr, Stmt, UnOp};

/// `local` with the claims, if something that comes `behind` yields.
pub(super) fn held_to_the_end<'a>(
    local: &syn::Local,
    mut behind: impl Iterator<Item = &'a Stmt>,
) -> Option<syn::Local> {
    let mut local = local.clone();
    let init = local.init.as_mut()?;
    let mut any = false;
    each_extending(&mut init.expr, Way::Every, &mut |expr, written, way| {
        let claims = claims_of(written, way);
        if !claims.is_empty() {
            any = true;
            *expr = syn::parse_quote!({ #(#claims;)* #expr });
        }
    });
    (any && behind.any(markers::stmt_suspends)).then_some(local)
}

/// What a `let` pins in place: that has no name.
pub(super) fn pinned_in_place(local: &syn::Local) -> Option<syn::Path> {
    let mut init = (*local.init.as_ref()?.expr).clone();
    let mut pinned = None;
    each_extending(&mut init, Way::Every, &mut |_, written, _| {
        if let Expr::Macro(mac) = written {
            let path = &mac.mac.path;
            let last = path.segments.last();
            let pins = last.is_some_and(|last| last.ident == "pin");
            pinned = pinned.take().or_else(|| pins.then(|| path.clone()));
        }
    });
    pinned
}

/// On which way through the initialiser an expression is evaluated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Every,
    /// That of one branch, or of an `unsafe` block, which is not taken apart.
    One,
}

/// Hands the references and macros in `expr`, which is extending, to `at`, those inside first; and each as it was before that.
fn each_extending(expr: &mut Expr, way: Way, at: &mut dyn FnMut(&mut Expr, &Expr, Way)) {
    let each = &mut |part: &mut Expr, way| each_extending(part, way, at);
    match expr {
        Expr::If(branch) => {
            let then = tail_of(&mut branch.then_branch);
            let otherwise = branch.else_branch.as_mut().map(|(_, branch)| &mut **branch);
            let branches = then.into_iter().chain(otherwise);
            branches.for_each(|branch| each(branch, Way::One));
        }
        Expr::Match(matched) => {
            let arms = matched.arms.iter_mut();
            arms.for_each(|arm| each(&mut arm.body, Way::One));
        }
        Expr::Block(block) => tail_of(&mut block.block)
            .into_iter()
            .for_each(|tail| each(tail, way)),
        Expr::Unsafe(block) => {
            let tail = tail_of(&mut block.block).into_iter();
            tail.for_each(|tail| each(tail, Way::One));
        }
        Expr::Paren(inner) => each(&mut inner.expr, way),
        Expr::Group(inner) => each(&mut inner.expr, way),
        Expr::Cast(cast) => each(&mut cast.expr, way),
        Expr::Tuple(tuple) => tuple.elems.iter_mut().for_each(|part| each(part, way)),
        Expr::Array(array) => array.elems.iter_mut().for_each(|part| each(part, way)),
        Expr::Struct(structure) => {
            let fields = structure.fields.iter_mut();
            fields.for_each(|field| each(&mut field.expr, way));
        }
        Expr::Call(call) if constructs(call) => {
            call.args.iter_mut().for_each(|part| each(part, way));
        }
        Expr::Reference(reference) => {
            let written = Expr::Reference(reference.clone());
            each(&mut reference.expr, way);
            at(expr, &written, way);
        }
        Expr::Macro(mac) => {
            let written = Expr::Macro(mac.clone());
            at(expr, &written, way);
        }
        _ => {}
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
