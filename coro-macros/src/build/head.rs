//! What a head keeps alive.
//!
//! The temporaries of a `match` scrutinee, an `if let`, `while let` or `for`
//! head live to the end of the construct. When its body yields, the arm is left
//! and they would end early; so each is given a name here and is held like any
//! other local: receivers of methods that borrow, and what `&` points to.

use super::promotion::{self, borrowed_constant};
use super::slots::{Use, root, slots};
use super::{Builder, Destination};
use crate::flow::patterns::{leaves_remainder, may_have_destructor};
use crate::methods;
use crate::owners;
use crate::syntax::operators::is_arithmetic;
use crate::syntax::{macros, markers, types};
use syn::Expr;

impl Builder<'_> {
    /// `expr` as the head of a construct that yields, its temporaries named.
    pub(super) fn head(&mut self, expr: &Expr) -> Expr {
        let expr = if markers::suspends(expr) {
            self.operand(expr)
        } else {
            self.verbatim(expr.clone())
        };
        self.hold(expr)
    }

    /// `(a, b).0`: the other parts are dropped at the end of the statement.
    pub(super) fn part_of_tuple(&mut self, field: &syn::ExprField) -> Option<Expr> {
        let (Expr::Tuple(tuple), syn::Member::Unnamed(index)) =
            (ungrouped(&field.base), &field.member)
        else {
            return None;
        };
        let mut parts: Vec<_> = tuple
            .elems
            .iter()
            .map(|e| (e.clone(), Use::Value))
            .collect();
        self.operands(&mut parts);
        self.hold_scope();
        let mut taken = None;
        for (at, (part, _)) in parts.into_iter().enumerate() {
            if at == index.index as usize {
                let part = self.hold(part);
                taken = Some(self.temporary(part));
            } else if !matches!(part, Expr::Lit(_)) {
                self.held(part);
            }
        }
        taken
    }

    /// Names the temporaries in `expr` that live to the end of the statement.
    pub(super) fn hold(&mut self, expr: Expr) -> Expr {
        if let Expr::Field(field) = &expr
            && let Some(part) = self.part_of_tuple(field)
        {
            return part;
        }
        if let Some(value) = borrowed_constant(&expr) {
            if !promotion::is_literal(value) {
                self.promoted(value);
            }
            return expr;
        }
        if !keeps(&expr) {
            return expr;
        }
        match expr {
            Expr::Macro(mac) => Expr::Macro(self.hold_arguments(mac)),
            Expr::Match(matched) => Expr::Match(self.hold_matched(matched)),
            Expr::Paren(mut inner) => {
                *inner.expr = self.hold(*inner.expr);
                Expr::Paren(inner)
            }
            other => self.hold_operands(other),
        }
    }

    fn hold_operands(&mut self, mut lowered: Expr) -> Expr {
        let Some(slots) = operands_of(&mut lowered) else {
            return lowered;
        };
        let parts = slots
            .iter()
            .map(|(slot, kind)| ((**slot).clone(), *kind != Use::Value));
        let held = self.hold_all(parts.collect());
        if let Some(slots) = operands_of(&mut lowered) {
            for ((slot, kind), held) in slots.into_iter().zip(held) {
                *slot = match kind {
                    Use::Value => self.part_of_temporary(held),
                    Use::Place | Use::Compared => held,
                };
            }
        }
        lowered
    }

    /// Those of the arguments of a macro whose value is made of them.
    fn hold_arguments(&mut self, mut mac: syn::ExprMacro) -> syn::ExprMacro {
        let parts = arguments_of(&mac.mac).unwrap_or_default();
        let mut held = self.hold_all(parts).into_iter();
        let put = &mut |argument: &mut Expr| {
            if let Some(held) = held.next() {
                *argument = held;
            }
        };
        if let Some(changed) = macros::with_arguments(&mac.mac, put) {
            mac.mac = changed;
        }
        mac
    }

    /// Holds operands in their order; `true`: the operand is borrowed.
    fn hold_all(&mut self, parts: Vec<(Expr, bool)>) -> Vec<Expr> {
        let needs = |part: &(Expr, bool)| (part.1 && temporary(&part.0)) || keeps(&part.0);
        let last = parts.iter().rposition(needs);
        let count = parts.len();
        let mut out = Vec::with_capacity(count);
        for (at, (part, borrowed)) in parts.into_iter().enumerate() {
            let place = root(&part).is_some() && (borrowed || !indexed(&part));
            let value = if borrowed {
                self.hold_place(part)
            } else {
                self.hold(part)
            };
            let early = last.is_some_and(|last| at < last)
                && !place
                && !matches!(value, Expr::Lit(_) | Expr::Closure(_));
            out.push(if early && (root(&value).is_none() || indexed(&value)) {
                self.temporary(value)
            } else {
                value
            });
        }
        out
    }

    /// `expr` read in place: a temporary there gets a name.
    fn hold_place(&mut self, expr: Expr) -> Expr {
        if temporary(&expr) {
            self.held(expr)
        } else {
            self.hold(expr)
        }
    }

    /// A scrutinee: a value that some pattern does not take whole is held.
    pub(super) fn scrutinee<'p>(
        &mut self,
        expr: &Expr,
        patterns: impl Iterator<Item = &'p syn::Pat>,
    ) -> Expr {
        let value = self.head(expr);
        self.looked_at(value, patterns)
    }

    /// [`Self::scrutinee`] of which the temporaries have names.
    pub(super) fn looked_at<'p>(
        &mut self,
        value: Expr,
        patterns: impl Iterator<Item = &'p syn::Pat>,
    ) -> Expr {
        let remains = remains(patterns);
        if remains && self.is_temporary(&value) {
            self.hold_scope();
        }
        if remains && temporary(&value) && !self.is_plain(&value) {
            self.held(value)
        } else {
            value
        }
    }

    /// A view or a number, made by a method of such a name; or a tuple of what has nothing to drop, as it is written.
    fn is_plain(&self, expr: &Expr) -> bool {
        match expr {
            Expr::MethodCall(call) => methods::views(&call.method.to_string()),
            Expr::Tuple(tuple) => tuple.elems.iter().all(|part| self.has_no_drop(part)),
            _ => false,
        }
    }

    pub(super) fn has_no_drop(&self, part: &Expr) -> bool {
        match part {
            Expr::Lit(_) | Expr::Reference(_) => true,
            Expr::Cast(cast) => types::is_plain(&cast.ty),
            // Of own types, the value of an operator may be anything.
            Expr::Binary(binary) => {
                !is_arithmetic(binary.op)
                    || self.has_no_drop(&binary.left) && self.has_no_drop(&binary.right)
            }
            Expr::Unary(unary) => {
                !matches!(unary.op, syn::UnOp::Deref(_)) && self.has_no_drop(&unary.expr)
            }
            Expr::Paren(inner) => self.has_no_drop(&inner.expr),
            Expr::Tuple(_) | Expr::MethodCall(_) => self.is_plain(part),
            // What is behind a reference is copied.
            Expr::Field(field) => self.is_plain_local(&field.base) || self.has_no_drop(&field.base),
            _ => self.is_plain_local(part),
        }
    }

    fn is_plain_local(&self, expr: &Expr) -> bool {
        let local = self.body.locals.of_expr(expr);
        local.is_some_and(|local| self.body.locals.get(local).plain)
    }

    /// The value `()` of a construct that has no other.
    pub(super) fn unit(&mut self, to: Destination, span: proc_macro2::Span) {
        if !to.ignores() && self.current.is_some() {
            self.store(unit_at(span), to);
        }
    }
}

/// `()` where a value of another type may have been meant.
pub(super) fn unit_at(span: proc_macro2::Span) -> Expr {
    syn::parse_quote_spanned!(span=> ())
}

/// Whether a place has an index that does something.
fn indexed(place: &Expr) -> bool {
    match place {
        Expr::Index(index) => {
            !matches!(&*index.index, Expr::Lit(_) | Expr::Path(_)) || indexed(&index.expr)
        }
        Expr::Field(field) => indexed(&field.base),
        Expr::Unary(unary) => indexed(&unary.expr),
        other => !std::ptr::eq(ungrouped(other), other) && indexed(ungrouped(other)),
    }
}

fn ungrouped(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => ungrouped(&inner.expr),
        Expr::Group(inner) => ungrouped(&inner.expr),
        other => other,
    }
}

/// The operands of `expr`; what a method of such a name consumes is a value.
fn operands_of(expr: &mut Expr) -> Option<Vec<(&mut Expr, Use)>> {
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
        // A function is no value that is made there.
        Expr::Call(call) => matches!(&*call.func, Expr::Path(_)),
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
fn arguments_of(mac: &syn::Macro) -> Option<Vec<(Expr, bool)>> {
    let name = &mac.path.segments.last()?.ident;
    ["vec", "dbg", "matches"]
        .iter()
        .find(|known| name == known)?;
    let borrowed = name == "matches";
    let mut arguments = Vec::new();
    macros::with_arguments(mac, &mut |argument| {
        arguments.push((argument.clone(), borrowed))
    })?;
    Some(arguments)
}

/// Whether some of the patterns leaves something of what it matches, or only copies from it.
fn remains<'p>(mut patterns: impl Iterator<Item = &'p syn::Pat>) -> bool {
    patterns.any(|pattern| leaves_remainder(pattern) || may_have_destructor(pattern))
}

/// Whether holding a `match` gives a name to what it looks at, or to anything in that.
pub(super) fn keeps_head(matched: &syn::ExprMatch) -> bool {
    let patterns = matched.arms.iter().map(|arm| &arm.pat);
    temporary(&matched.expr) && remains(patterns) || keeps(&matched.expr)
}

/// Whether holding `expr` gives a name to anything in it.
fn keeps(expr: &Expr) -> bool {
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
        slots
            .iter()
            .any(|(slot, kind)| (*kind != Use::Value && temporary(slot)) || keeps(slot))
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
fn may_hold(expr: &Expr) -> bool {
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
fn temporary(expr: &Expr) -> bool {
    match expr {
        Expr::Field(_) | Expr::Index(_) | Expr::Reference(_) | Expr::RawAddr(_) => false,
        Expr::Path(path) => is_unit_struct(path),
        Expr::Lit(_) | Expr::Closure(_) | Expr::Let(_) => false,
        // They have no value, or `()`.
        Expr::Assign(_) | Expr::ForLoop(_) | Expr::While(_) => false,
        Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => false,
        // Literals alone are promoted to constants.
        Expr::Array(_) | Expr::Tuple(_) | Expr::Repeat(_) if is_literal(expr) => false,
        Expr::MethodCall(call) => {
            !methods::views(&call.method.to_string()) || temporary(&call.receiver)
        }
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
fn is_unit_struct(path: &syn::ExprPath) -> bool {
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
        Expr::MethodCall(call) => methods::views(&call.method.to_string()),
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
