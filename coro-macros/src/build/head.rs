//! What a head keeps alive.
//!
//! The temporaries of a `match` scrutinee, an `if let`, `while let` or `for`
//! head live to the end of the construct. When its body yields, the arm is left
//! and they would end early; so each is given a name here and is held like any
//! other local: receivers of methods that borrow, and what `&` points to.

use super::holds::{arguments_of, keeps, operands_of, remains, temporary};
use super::places::Place;
use super::promotion::{self, borrowed_constant, is_in_capitals};
use super::slots::{Use, root};
use super::{Builder, Destination};
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
            Expr::Reference(reference) if is_untyped_closure(&reference.expr) => {
                self.lent_closure(reference)
            }
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
                    Use::Place | Use::Base | Use::Compared => held,
                };
            }
        }
        lowered
    }

    /// A closure that owns, whose parameters have their types from where it is lent to: it is made there, and put where it is held.
    fn lent_closure(&mut self, reference: syn::ExprReference) -> Expr {
        let private = self.names.private.clone();
        let kept = self.held(syn::parse_quote!(#private::None));
        let closure = &reference.expr;
        match reference.mutability {
            Some(_) => syn::parse_quote!(#private::kept_mut(&mut #kept, #closure)),
            None => syn::parse_quote!(#private::kept(&mut #kept, #closure)),
        }
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
        // What is held nowhere in between need not be compared.
        let all: Vec<Expr> = match last {
            Some(_) => parts.iter().map(|(part, _)| part.clone()).collect(),
            None => Vec::new(),
        };
        for (at, (part, borrowed)) in parts.into_iter().enumerate() {
            // A copy is read ahead of what changes the place.
            let ahead = last.is_some_and(|last| at < last);
            let changed = ahead
                && !borrowed
                && Place::of(&part)
                    .is_some_and(|place| self.changed(&place, Use::Compared, &all[at + 1..]));
            let place = root(&part).is_some() && (borrowed || !indexed(&part)) && !changed;
            let value = if borrowed {
                self.hold_place(part)
            } else {
                self.hold(part)
            };
            let early = ahead && !place && !matches!(value, Expr::Lit(_) | Expr::Closure(_));
            out.push(
                if early && (root(&value).is_none() || indexed(&value) || changed) {
                    self.temporary(value)
                } else {
                    value
                },
            );
        }
        out
    }

    /// `expr` read in place: a temporary there gets a name.
    fn hold_place(&mut self, expr: Expr) -> Expr {
        if is_in_capitals(&expr) {
            self.promoted(&expr);
            expr
        } else if temporary(&expr) {
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
        if remains && is_in_capitals(&value) {
            self.promoted(&value);
            value
        } else if remains && temporary(&value) && !self.is_plain(&value) {
            self.held(value)
        } else {
            value
        }
    }

    /// A tuple of what has nothing to drop, as it is written.
    fn is_plain(&self, expr: &Expr) -> bool {
        match expr {
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
            Expr::Tuple(_) => self.is_plain(part),
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

/// Whether it is a closure that says `move`, and not of what types its parameters are.
fn is_untyped_closure(expr: &Expr) -> bool {
    match ungrouped(expr) {
        Expr::Closure(closure) => {
            let typed = |input: &syn::Pat| matches!(input, syn::Pat::Type(_));
            closure.capture.is_some() && !closure.inputs.iter().all(typed)
        }
        _ => false,
    }
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
