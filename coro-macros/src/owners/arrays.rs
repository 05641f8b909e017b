//! Arrays: what a literal tells of their size and their drop.

use syn::Expr;

/// Whether what a constructor makes is so small that it may as well be carried along: up to 64 bytes.
pub(crate) fn is_small(init: &Expr) -> bool {
    match init {
        Expr::Array(array) => array.elems.len() <= 8,
        Expr::Repeat(repeat) => match &*repeat.len {
            Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Int(length),
                ..
            }) => {
                let length = length.base10_parse::<u64>();
                length.is_ok_and(|length| length.saturating_mul(element_size(&repeat.expr)) <= 64)
            }
            _ => false,
        },
        _ => false,
    }
}

/// The size of an element by its suffix, or the largest that is common.
fn element_size(element: &Expr) -> u64 {
    let suffix = match element {
        Expr::Lit(syn::ExprLit { lit, .. }) => match lit {
            syn::Lit::Int(number) => number.suffix(),
            syn::Lit::Byte(_) | syn::Lit::Bool(_) => "u8",
            _ => "",
        },
        _ => "",
    };
    match suffix {
        "u8" | "i8" => 1,
        "u16" | "i16" => 2,
        "u32" | "i32" => 4,
        _ => 8,
    }
}

/// Whether nobody can see when an array is dropped: it is of numbers.
pub(crate) fn is_inert(init: &Expr) -> bool {
    match init {
        Expr::Array(array) => array.elems.iter().all(is_number),
        Expr::Repeat(repeat) => is_number(&repeat.expr),
        _ => false,
    }
}

fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Unary(unary) => is_number(&unary.expr),
        Expr::Array(_) | Expr::Repeat(_) => is_inert(expr),
        _ => false,
    }
}
