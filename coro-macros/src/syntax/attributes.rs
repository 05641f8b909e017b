//! The attributes of an expression, of whatever kind.

use syn::{AttrStyle, Attribute, Expr};

/// Calls `$match` with the expression and all kinds that have attributes.
macro_rules! by_kind {
    ($match:ident, $expr:expr) => {
        $match! { $expr,
            Array Assign Async Await Binary Block Break Call Cast
            Closure Const Continue Field ForLoop If Index Let Lit
            Loop Macro Match MethodCall Paren Path Range Reference Repeat
            Return Struct Try Tuple Unary Unsafe While
        }
    };
}

macro_rules! shared {
    ($expr:expr, $($kind:ident)*) => {
        match $expr {
            $(Expr::$kind(kind) => &kind.attrs,)*
            _ => &[],
        }
    };
}

macro_rules! unique {
    ($expr:expr, $($kind:ident)*) => {
        match $expr {
            $(Expr::$kind(kind) => Some(&mut kind.attrs),)*
            _ => None,
        }
    };
}

/// What stands ahead of it.
pub(crate) fn of(expr: &Expr) -> &[Attribute] {
    by_kind!(shared, expr)
}

/// The same, to be changed; `None` of what is not syntax to this crate.
pub(crate) fn of_mut(expr: &mut Expr) -> Option<&mut Vec<Attribute>> {
    by_kind!(unique, expr)
}

/// The attributes of an expression, which are those of the statement that it becomes the value of.
pub(crate) fn taken_off(value: &mut Expr) -> Vec<Attribute> {
    let taken = of_mut(value).map_or_else(Vec::new, std::mem::take);
    let outer = |attribute| Attribute {
        style: AttrStyle::Outer,
        ..attribute
    };
    taken.into_iter().map(outer).collect()
}
