//! Parentheses and braces that code needs in one place and not in another.
//!
//! In: user code that generated code puts elsewhere, such as the head of a `for`, which becomes an
//! argument. Out: the same code with the parentheses that it needs there. Without this, rustc's lints on unused
//! ones would blame the user for ours, and a struct in a head would be taken for its block.

use proc_macro2::Span;
use syn::{Expr, Pat, token};

/// The head of a `for` as an argument. What the lint says of other parentheses, it says of them in a head, too.
pub(crate) fn of_head(head: Expr) -> Expr {
    match head {
        Expr::Paren(group) if shows_struct(&group.expr) => *group.expr,
        other => other,
    }
}

/// The operand of a `?` as an argument: nothing that stands around an operand is unused there.
pub(crate) fn of_operand(operand: &Expr) -> Expr {
    match operand {
        Expr::Paren(group) => of_operand(&group.expr),
        Expr::Block(_) => grouped(operand.clone()),
        other => other.clone(),
    }
}

/// The pattern of a `let` as one of an `if let` or of a `match`, which take alternatives as they are.
pub(crate) fn of_pattern(pattern: Pat) -> Pat {
    match pattern {
        Pat::Paren(group) if matches!(*group.pat, Pat::Or(_)) => *group.pat,
        other => other,
    }
}

/// The pattern of a `for` as a part of another, in which alternatives are in parentheses.
pub(crate) fn of_alternatives(pattern: Pat) -> Pat {
    match pattern {
        Pat::Or(_) => Pat::Paren(syn::PatParen {
            attrs: Vec::new(),
            paren_token: syn::token::Paren(Span::mixed_site()),
            pat: Box::new(pattern),
        }),
        other => other,
    }
}

/// An expression that can stand in the head of a construct.
pub(crate) fn in_head(mut expr: Expr) -> Expr {
    stand_in_head(&mut expr);
    expr
}

/// Makes an expression one that can stand in the head of a construct: the operand of a jump would take in the braces behind it.
pub(crate) fn stand_in_head(expr: &mut Expr) {
    let jumps = matches!(expr, Expr::Return(_) | Expr::Break(_));
    if jumps || shows_struct(expr) {
        *expr = grouped(expr.clone());
    }
}

/// Makes an expression one that can stand where a statement begins: a block there would be one by itself.
pub(crate) fn stand_as_statement(expr: &mut Expr) {
    let mut first = &*expr;
    while let Some(inner) = leftmost(first) {
        first = inner;
    }
    if !std::ptr::eq(first, expr) && is_braced(first) {
        *expr = grouped(expr.clone());
    }
}

/// What an expression begins with, if that is an expression.
fn leftmost(expr: &Expr) -> Option<&Expr> {
    Some(match expr {
        Expr::Assign(assign) => &assign.left,
        Expr::Await(inner) => &inner.base,
        Expr::Binary(binary) => &binary.left,
        Expr::Call(call) => &call.func,
        Expr::Cast(inner) => &inner.expr,
        Expr::Field(field) => &field.base,
        Expr::Index(index) => &index.expr,
        Expr::MethodCall(call) => &call.receiver,
        Expr::Range(range) => range.start.as_deref()?,
        Expr::Try(inner) => &inner.expr,
        _ => return None,
    })
}

fn is_braced(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Block(_)
            | Expr::Const(_)
            | Expr::ForLoop(_)
            | Expr::If(_)
            | Expr::Loop(_)
            | Expr::Match(_)
            | Expr::Unsafe(_)
            | Expr::While(_)
    )
}

/// Parentheses that the lints pass over.
fn grouped(expr: Expr) -> Expr {
    Expr::Paren(syn::ExprParen {
        attrs: Vec::new(),
        paren_token: token::Paren(Span::mixed_site()),
        expr: Box::new(expr),
    })
}

/// Whether a struct literal stands in `expr` that nothing encloses.
fn shows_struct(expr: &Expr) -> bool {
    match expr {
        Expr::Struct(_) => true,
        Expr::Assign(assign) => shows_struct(&assign.left) || shows_struct(&assign.right),
        Expr::Binary(binary) => shows_struct(&binary.left) || shows_struct(&binary.right),
        Expr::Range(range) => [&range.start, &range.end]
            .into_iter()
            .flatten()
            .any(|end| shows_struct(end)),
        Expr::Await(inner) => shows_struct(&inner.base),
        Expr::Cast(inner) => shows_struct(&inner.expr),
        Expr::Call(call) => shows_struct(&call.func),
        Expr::Field(field) => shows_struct(&field.base),
        Expr::Group(group) => shows_struct(&group.expr),
        Expr::Index(index) => shows_struct(&index.expr),
        Expr::Let(matched) => shows_struct(&matched.expr),
        Expr::MethodCall(call) => shows_struct(&call.receiver),
        Expr::Reference(inner) => shows_struct(&inner.expr),
        Expr::Try(inner) => shows_struct(&inner.expr),
        Expr::Unary(inner) => shows_struct(&inner.expr),
        _ => false,
    }
}

/// Braces that are needed where the user wrote them, and not where they come to stand: rustc would find them unnecessary.
pub(crate) fn quiet(block: &mut syn::ExprBlock) {
    let braces = block.block.brace_token.span.join();
    block.block.brace_token = syn::token::Brace(Span::mixed_site().located_at(braces));
}
