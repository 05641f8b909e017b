//! Which expressions make temporaries that live as long as what they are the head of.
//!
//! By their form alone: all but places, and what certainly has nothing to drop.

use super::promotion::{borrowed_constant, is_in_capitals, is_local};
use super::slots::{Use, slots};
use crate::flow::patterns::{leaves_remainder, may_have_destructor};
use crate::methods;
use crate::owners;
use crate::syntax::operators::is_arithmetic;
use crate::syntax::{macros, markers, types};
use syn::Expr;

/// The operands of `expr`; what a method of such a name consumes is a value.
pub(super) fn operands_of(expr: &mut Expr) -> Option<Vec<(&mut Expr, Use)>> {
    let consumed = match expr {
        // What a guard points to may be copied out of it: then it lives on.
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            methods::consumes(&name, call.args.len())
                && !(methods::may_copy(&name) && owners::may_be_guard(&call.receiver))
        }
        // Its head's temporaries end with it.
        Expr::If(_) => return None,
        Expr::Paren(inner) => return operands_of(&mut inner.expr),
        Expr::Group(inner) => return operands_of(&mut inner.expr),
        Expr::Call(call) if crate::ir::leap_of(call).is_some() || crate::ir::is_finish(call) => {
            return None;
        }
        // A local that is called is no value that is made there.
        Expr::Call(call) => is_local(&call.func),
        _ => false,
    };
    let mut slots = slots(expr)?;
    if let (true, Some((_, kind))) = (consumed, slots.first_mut()) {
        *kind = Use::Value;
    }
    Some(slots)
}

/// The arguments of a macro whose temporaries live as long as those of an expression in its place (others have a block around them), and
/// whether each is borrowed.
pub(super) fn arguments_of(mac: &syn::Macro) -> Option<Vec<(Expr, bool)>> {
    let name = &mac.path.segments.last()?.ident;
    ["vec", "dbg", "matches", "write", "writeln", "format_args"]
        .iter()
        .find(|known| name == known)?;
    let borrowed = name != "vec" && name != "dbg";
    let mut arguments = Vec::new();
    macros::with_arguments(mac, &mut |argument| {
        arguments.push((argument.clone(), borrowed))
    })?;
    Some(arguments)
}

/// Whether some of the patterns leaves something of what it matches, or only copies from it.
pub(super) fn remains<'p>(mut patterns: impl Iterator<Item = &'p syn::Pat>) -> bool {
    patterns.any(|pattern| leaves_remainder(pattern) || may_have_destructor(pattern))
}

/// Whether holding a `match` gives a name to what it looks at, or to anything in that.
pub(super) fn keeps_head(matched: &syn::ExprMatch) -> bool {
    let patterns = matched.arms.iter().map(|arm| &arm.pat);
    temporary(&matched.expr) && remains(patterns) || keeps(&matched.expr)
}

/// Whether holding `expr` gives a name to anything in it.
pub(super) fn keeps(expr: &Expr) -> bool {
    if borrowed_constant(expr).is_some() {
        return false;
    }
    if let Expr::Macro(mac) = expr {
        let arguments = arguments_of(&mac.mac).unwrap_or_default();
        let held = |(argument, borrowed): &(Expr, bool)| {
            (*borrowed && temporary(argument)) || keeps(argument)
        };
        return arguments.iter().any(held);
    }

    if let Expr::Match(matched) = expr {
        return keeps_head(matched);
    }
    if let Expr::Paren(inner) = expr {
        return keeps(&inner.expr);
    }
    let mut scratch = expr.clone();
    operands_of(&mut scratch).is_some_and(|slots| {
        slots.iter().any(|(slot, kind)| {
            *kind != Use::Value && (temporary(slot) || is_in_capitals(slot)) || keeps(slot)
        })
    })
}

/// Whether the head of an `if let` may make temporaries, which have to end
/// before its `else`.
pub(super) fn holds_before_else(branch: &syn::ExprIf) -> bool {
    match &*branch.cond {
        Expr::Let(condition) => branch.else_branch.is_some() && may_hold(&condition.expr),
        _ => false,
    }
}

/// [`keeps`] before `expr` is lowered: what is sent to a yield is in a local.
pub(super) fn may_hold(expr: &Expr) -> bool {
    if borrowed_constant(expr).is_some() {
        return false;
    }
    if let Some((marker, _, call)) = markers::marker_of(expr) {
        return marker == markers::Marker::Yield && call.args.iter().any(may_hold);
    }
    if let Expr::Macro(mac) = expr {
        let arguments = arguments_of(&mac.mac).unwrap_or_default();
        return arguments.iter().any(|(argument, _)| may_hold(argument));
    }
    let mut scratch = expr.clone();
    operands_of(&mut scratch).is_some_and(|slots| {
        slots.iter().any(|(slot, kind)| {
            let made = *kind != Use::Value && temporary(slot);
            (made && markers::marker_of(slot).is_none()) || may_hold(slot)
        })
    })
}

/// Whether `expr` makes a value that may have something to drop: all but places, and what certainly has not.
pub(super) fn temporary(expr: &Expr) -> bool {
    match expr {
        Expr::Field(_) | Expr::Index(_) | Expr::Reference(_) | Expr::RawAddr(_) => false,
        Expr::Path(path) => is_unit_struct(path),
        Expr::Lit(_) | Expr::Let(_) => false,
        // What it holds.
        Expr::Closure(closure) => closure.capture.is_some(),
        // They have no value, or `()`.
        Expr::Assign(_) | Expr::ForLoop(_) | Expr::While(_) => false,
        Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => false,
        // Literals alone are promoted to constants.
        Expr::Array(_) | Expr::Tuple(_) | Expr::Repeat(_) if is_literal(expr) => false,
        // Of own types; a number has nothing to drop.
        Expr::Binary(_) | Expr::Cast(_) => !is_number(expr),
        Expr::Unary(unary) => !matches!(unary.op, syn::UnOp::Deref(_)) && !is_number(&unary.expr),
        Expr::Range(range) => [&range.start, &range.end]
            .into_iter()
            .flatten()
            .any(|end| !is_number(end)),
        Expr::Paren(inner) => temporary(&inner.expr),
        Expr::Group(inner) => temporary(&inner.expr),
        _ => true,
    }
}

/// Whether a path may be a value that is made there: a struct without fields, or a variant. A constant may be a static, which is a place.
pub(super) fn is_unit_struct(path: &syn::ExprPath) -> bool {
    let last = path.path.segments.last();
    last.is_some_and(|last| {
        let name = last.ident.to_string();
        name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
    })
}

/// Whether it is a number, as it is written.
fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Cast(cast) => types::is_plain(&cast.ty),
        Expr::Paren(inner) => is_number(&inner.expr),
        Expr::Unary(unary) => is_number(&unary.expr),
        Expr::Binary(binary) => {
            !is_arithmetic(binary.op) || is_number(&binary.left) && is_number(&binary.right)
        }
        _ => false,
    }
}

fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Array(array) => array.elems.iter().all(is_literal),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_literal),
        Expr::Repeat(repeat) => is_literal(&repeat.expr),
        Expr::Unary(unary) => is_literal(&unary.expr),
        _ => false,
    }
}
