//! Operands that are evaluated ahead of a later yield.
//!
//! In: an operand and those after it that yield. Out: an expression with the
//! same value where it stands: values go to hidden temporaries, places stay
//! where they are, unless a later operand changes them.

use super::Builder;
use super::holds::is_unit_struct;
use super::lets::is_box;
use super::places::Place;
use super::promotion::{borrowed_constant, is_in_capitals, is_literal, is_local};
use super::slots::{Use, root, slots};
use crate::ir::{self, LocalId, Locals, is_place};
use crate::syntax::types;
use proc_macro2::Span;
use quote::ToTokens;
use syn::Expr;

impl Builder<'_> {
    /// Evaluates `operand` here, ahead of the yields in `later`.
    pub(super) fn capture(&mut self, operand: Expr, kind: Use, later: &[Expr]) -> Expr {
        // In unsafe code what looks like a constant may be a `static mut`.
        if is_stable(&operand, self.surroundings.unsafety.is_none()) {
            return self.constant(operand, kind);
        }
        match kind {
            Use::Value => {
                if self.makes_a_closure(&operand, later) {
                    return operand;
                }
                if let Expr::Reference(reference) = &operand {
                    let lent = &*reference.expr;
                    let constant = borrowed_constant(&operand).is_some();
                    if constant && is_inert(lent) {
                        return self.hold(operand);
                    }
                    if constant && is_place(lent) {
                        return self.temporary(operand);
                    }
                    let made = self.constructed(lent, 0, later);
                    let place = made.unwrap_or_else(|| self.lent(lent.clone(), later));
                    let mut reference = reference.clone();
                    *reference.expr = place;
                    return Expr::Reference(reference);
                }
                if let Some(made) = self.constructed(&operand, 1, later) {
                    return made;
                }
                if self.is_reborrowed(&operand, later) {
                    return operand;
                }
                let operand = self.hold(operand);
                self.temporary(operand)
            }
            Use::Base => self.lent(operand, later),
            Use::Compared if self.is_read_early(&operand) => {
                let operand = self.hold(operand);
                self.temporary(operand)
            }
            Use::Place | Use::Compared => match Place::of(&operand) {
                Some(place) if !self.changed(&place, kind, later) => {
                    self.capture_indices(operand, later)
                }
                Some(_) => {
                    let operand = self.hold(operand);
                    self.temporary(operand)
                }
                None if kind == Use::Place => self.lent(operand, later),
                None => self.held(operand),
            },
        }
    }

    /// What nothing changes stays where it is. A constant by value is one more value, which may have a destructor; what is looked at in place may be a
    /// static, and is claimed to be none that is made there.
    fn constant(&mut self, operand: Expr, kind: Use) -> Expr {
        match &operand {
            Expr::Path(path) if is_in_capitals(&operand) && !is_of_number(path) => match kind {
                Use::Value => self.temporary(operand),
                Use::Place | Use::Base | Use::Compared => {
                    self.promoted(&operand);
                    operand
                }
            },
            Expr::Tuple(tuple) if kind == Use::Value => {
                let mut tuple = tuple.clone();
                for part in &mut tuple.elems {
                    *part = self.constant(part.clone(), kind);
                }
                Expr::Tuple(tuple)
            }
            _ => operand,
        }
    }

    /// In unsafe code: what is behind a pointer, and a `static mut`, anything may change that comes later.
    fn is_read_early(&self, place: &Expr) -> bool {
        let local = Place::of(place).and_then(|place| self.body.locals.of_tag(place.root()));
        self.surroundings.unsafety.is_some()
            && (is_behind(place) || is_place(place) && local.is_none())
    }

    /// What a constructor makes of parts of which no more than `owning` may have something to drop: the parts are evaluated here, and put together where
    /// the operand stands, where they are coerced to what is expected of them there (`Some(&string)` as an `Option<&str>`).
    fn constructed(&mut self, operand: &Expr, owning: usize, later: &[Expr]) -> Option<Expr> {
        if !is_constructor(operand) {
            return None;
        }
        let mut made = operand.clone();
        let values = |(part, kind)| (kind == Use::Value).then_some(part);
        let parts: Vec<&mut Expr> = slots(&mut made)?.into_iter().filter_map(values).collect();
        let owned = parts.iter().filter(|part| !self.has_no_drop(part)).count();
        if owned > owning {
            return None;
        }
        for part in parts {
            *part = self.capture(part.clone(), Use::Value, later);
        }
        Some(made)
    }

    /// Whether the operand is a `&mut`, a part of what is behind one, or read again, and no later operand mentions it: it is a copy that nobody changes meanwhile, or
    /// a `&mut` that is lent on. That could not be mentioned again if it were moved ahead of the yield.
    fn is_reborrowed(&self, operand: &Expr, later: &[Expr]) -> bool {
        let place = Place::of(operand).filter(|_| Place::is_named(operand));
        place.is_some_and(|place| {
            let local = self.body.locals.of_tag(place.root());
            let known = local.map(|local| self.body.locals.get(local));
            let whole = matches!(operand, Expr::Path(_));
            let stays = known.is_some_and(|known| known.unique || known.reread && whole);
            stays && !place.is_mentioned(later) && !self.is_met_by_macros(local, later)
        })
    }

    /// Whether something in `later` changes what a place gives. What is lent nothing changes; of what is copied a method or a macro may, and
    /// whoever is handed the `&mut` that it is behind.
    pub(super) fn changed(&self, place: &Place, kind: Use, later: &[Expr]) -> bool {
        let local = self.body.locals.of_tag(place.root());
        let ty = local.and_then(|local| self.body.locals.get(local).ty.as_ref());
        let shared =
            ty.is_some_and(|ty| matches!(ty, syn::Type::Reference(to) if to.mutability.is_none()));
        let copied = kind == Use::Compared;
        copied && (place.is_called_on(later) || !shared && place.is_handed_on(later))
            || place.changes(later, copied)
            || self.is_changed_by_macros(local, copied, later)
    }

    /// Whether a macro of the body that `later` calls mentions a local.
    fn is_met_by_macros(&self, local: Option<LocalId>, later: &[Expr]) -> bool {
        let mut own = later
            .iter()
            .flat_map(|expr| self.called_in(expr.to_token_stream()));
        local.is_some_and(|local| own.any(|own| own.mentions.contains(&local)))
    }

    /// The same: what is copied it may change, and what is lent, if it assigns to it.
    fn is_changed_by_macros(&self, local: Option<LocalId>, copied: bool, later: &[Expr]) -> bool {
        let mut own = later
            .iter()
            .flat_map(|expr| self.called_in(expr.to_token_stream()));
        local.is_some_and(|local| {
            own.any(|own| match copied {
                true => own.mentions.contains(&local),
                false => own.assigns.contains(&local),
            })
        })
    }

    /// A place that is lent: it is evaluated here, and what it is a part of is held. No later operand changes what is there, for it
    /// is borrowed.
    fn lent(&mut self, mut place: Expr, later: &[Expr]) -> Expr {
        // `(&mut list).push(..)` is as `list.push(..)`.
        if let Some(inside) = referred(&mut place, &self.body.locals) {
            *inside = self.capture_indices(inside.clone(), later);
            return place;
        }
        match is_place(&place) {
            true => self.capture_indices(place, later),
            false => self.held(place),
        }
    }

    /// Whether the operand does nothing but to make a closure, be it behind a reference or in a box: where it stands, what it is an argument of says
    /// what the closure takes. It captures by reference, and nothing changes that meanwhile.
    fn makes_a_closure(&self, operand: &Expr, later: &[Expr]) -> bool {
        match operand {
            Expr::Closure(closure) => {
                closure.capture.is_none() && !self.captures_changed(operand, later)
            }
            Expr::Reference(reference) => self.makes_a_closure(&reference.expr, later),
            Expr::Paren(inner) => self.makes_a_closure(&inner.expr, later),
            Expr::Block(block) => match block.block.stmts.as_slice() {
                [syn::Stmt::Expr(tail, None)] => self.makes_a_closure(tail, later),
                _ => false,
            },
            Expr::Call(call) => {
                let name = crate::ir::called_name(call);
                let variant =
                    name.is_some_and(|name| ["Some", "Ok", "Err"].contains(&name.as_str()));
                let made = call.args.first().filter(|_| call.args.len() == 1);
                (variant || is_box(operand))
                    && made.is_some_and(|made| self.makes_a_closure(made, later))
            }
            _ => false,
        }
    }

    /// Whether a later operand writes to what a closure captures.
    fn captures_changed(&self, closure: &Expr, later: &[Expr]) -> bool {
        let locals = &self.body.locals;
        let captured = locals.spelled_in(closure.to_token_stream());
        captured.into_iter().any(|local| {
            let tag = locals.tag(local, Span::call_site()).to_string();
            Place::local(&tag).changes(later, true)
                || self.is_changed_by_macros(Some(local), false, later)
        })
    }

    /// The indices of a place are values, and what it is a part of is held, if that is no local.
    pub(super) fn capture_indices(&mut self, mut place: Expr, later: &[Expr]) -> Expr {
        let inside = |this: &mut Self, base: &mut Expr| *base = this.lent(base.clone(), later);
        match &mut place {
            Expr::Index(index) => {
                inside(self, &mut index.expr);
                *index.index = self.capture((*index.index).clone(), Use::Value, later);
            }
            Expr::Field(field) => inside(self, &mut field.base),
            Expr::Paren(inner) => inside(self, &mut inner.expr),
            Expr::Group(inner) => inside(self, &mut inner.expr),
            Expr::Unary(unary) => inside(self, &mut unary.expr),
            _ => {}
        }
        place
    }

    /// A place expression that yields inside.
    pub(super) fn place(&mut self, expr: &Expr) -> Expr {
        let lowered = self.operand(expr);
        match root(&lowered) {
            Some(root) => {
                if self.is_of_statement(&root)
                    && let Some(held) = self.body.locals.of_tag(&root)
                {
                    self.hold_scope();
                    self.holds_on(held);
                }
                lowered
            }
            None if is_of_literal(&lowered) => lowered,
            None => self.held(lowered),
        }
    }
}

/// The part of a local that an expression in parentheses is a reference to.
fn referred<'e>(expr: &'e mut Expr, locals: &Locals) -> Option<&'e mut Expr> {
    let Expr::Paren(inner) = expr else {
        return None;
    };
    match &mut *inner.expr {
        Expr::Reference(reference) => {
            let local = root(&reference.expr).and_then(|root| locals.of_tag(&root));
            local.map(|_| &mut *reference.expr)
        }
        _ => None,
    }
}

/// Whether a place is a part of a literal, which is static: `"abc"[n..]`.
fn is_of_literal(place: &Expr) -> bool {
    match place {
        Expr::Index(index) => is_literal(&index.expr) || is_of_literal(&index.expr),
        Expr::Paren(inner) => is_of_literal(&inner.expr),
        Expr::Group(inner) => is_of_literal(&inner.expr),
        _ => false,
    }
}

/// Nothing that happens in between can change the value. `constants`: what is no local is a constant.
fn is_stable(expr: &Expr, constants: bool) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Path(path) => {
            let made = is_unit_struct(path) && !path.path.is_ident("None");
            !is_local(expr) && !made && (constants || !is_in_capitals(expr))
        }
        Expr::Paren(inner) => is_stable(&inner.expr, constants),
        Expr::Group(inner) => is_stable(&inner.expr, constants),
        Expr::Tuple(tuple) => tuple.elems.iter().all(|part| is_stable(part, constants)),
        _ => false,
    }
}

/// Whether a place is one behind a pointer.
fn is_behind(place: &Expr) -> bool {
    match place {
        Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Deref(_)),
        Expr::Field(field) => is_behind(&field.base),
        Expr::Index(index) => is_behind(&index.expr),
        Expr::Paren(inner) => is_behind(&inner.expr),
        Expr::Group(inner) => is_behind(&inner.expr),
        _ => false,
    }
}

/// Whether nothing can be seen of when what is borrowed is evaluated.
fn is_inert(value: &Expr) -> bool {
    match value {
        Expr::Path(_) => true,
        Expr::Unary(_) | Expr::Binary(_) => is_literal(value),
        Expr::Call(call) => !call.args.is_empty() && call.args.iter().all(is_inert),
        Expr::Array(array) => array.elems.iter().all(is_inert),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_inert),
        Expr::Struct(structure) => structure.fields.iter().all(|field| is_inert(&field.expr)),
        Expr::Reference(reference) => is_inert(&reference.expr),
        Expr::Repeat(repeat) => is_inert(&repeat.expr),
        Expr::Paren(inner) => is_inert(&inner.expr),
        Expr::Cast(cast) => is_inert(&cast.expr),
        _ => matches!(value, Expr::Lit(_) | Expr::Const(_)),
    }
}

/// Whether what is made has no destructor of its own: a tuple, an array, a variant of the standard library's.
fn is_constructor(expr: &Expr) -> bool {
    match expr {
        Expr::Tuple(_) | Expr::Array(_) => true,
        Expr::Call(call) => {
            let variant = |name: String| ["Some", "Ok", "Err"].contains(&&*name);
            crate::ir::called_name(call).is_some_and(variant) || is_cow(call)
        }
        _ => false,
    }
}

/// `Cow::Borrowed(..)`, `Cow::Owned(..)`.
fn is_cow(call: &syn::ExprCall) -> bool {
    ir::is_called_by(call, ["Cow", "Borrowed"]) || ir::is_called_by(call, ["Cow", "Owned"])
}

/// A constant of a number's: `u32::MAX`, `f64::consts::PI`.
fn is_of_number(path: &syn::ExprPath) -> bool {
    let mut words = path.path.segments.iter().map(|word| word.ident.to_string());
    words.any(|word| word == "consts" || types::is_number(&word))
}
