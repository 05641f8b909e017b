//! What is yielded through a `&mut`.
//!
//! In: the graph and its layout, where what is yielded is a `&mut`. Out: the locals through which it is lent and that so can be nothing but a
//! `&mut`, for nobody outlives what a coroutine owns; and each yield after which such a local, or an argument, is used again.

use super::{borrows, handed};
use crate::bindings::Bindings;
use crate::diagnostics::Diagnostics;
use crate::ir::{self, Body, Exit, LocalId};
use crate::layout::{Form, Layout};
use crate::messages;
use crate::signpost;
use std::collections::HashSet;
use syn::Expr;

#[derive(Default)]
pub(crate) struct Yielded<'a> {
    /// The locals, no arguments, that are certainly `&mut`.
    unique: HashSet<LocalId>,
    /// What is used again after the user's expression has been yielded through it.
    pub(crate) again: Vec<(LocalId, &'a Expr)>,
}

impl Yielded<'_> {
    /// Whether a local is certainly `&mut`.
    pub(super) fn is_unique(&self, body: &Body, local: LocalId) -> bool {
        body.locals.get(local).unique || self.unique.contains(&local)
    }

    /// Reports what is yielded through an argument, where no field has a reference of its own.
    pub(crate) fn check(&self, body: &Body, diagnostics: &mut Diagnostics) {
        let known = self.again.iter();
        let through = known.filter(|(local, _)| body.locals.get(*local).unique);
        for (argument, value) in through {
            let argument = body.locals.get(*argument);
            let message = messages::yields_through(argument.called());
            diagnostics.at(value, message);
        }
    }
}

/// What is yielded through a `&mut` in a coroutine that yields such.
pub(crate) fn yielded<'a>(body: &'a Body, layout: &Layout, bindings: &Bindings<'a>) -> Yielded<'a> {
    let mut found = Yielded::default();
    for block in body.ids().map(|id| body.block(id)) {
        let Exit::Yield { value, resume, .. } = &block.exit else {
            continue;
        };
        let handed = passed_on(value, body, bindings);
        let Some(local) = borrows(handed, &body.locals) else {
            continue;
        };
        if is_of_a_field(handed) && !bindings.is_value(local) {
            found.unique.insert(local);
        }
        let mut kept = layout.states[resume.0].iter().flatten();
        let live = kept.any(|kept| kept.local == local && kept.form == Form::Live);
        if live && found.is_unique(body, local) {
            found.again.push((local, value));
        }
    }
    found
}

/// What a local is bound to, is a part of, or is an item of, that is yielded as it is.
fn passed_on<'a>(value: &'a Expr, body: &'a Body, bindings: &Bindings<'a>) -> &'a Expr {
    let local = body.locals.of_expr(value);
    let Some(part) = local.and_then(|local| bindings.part(local)) else {
        return handed(value, bindings, &body.locals);
    };
    let iterator = ir::advanced(part.of).and_then(|iterator| body.locals.of_expr(iterator));
    let head = iterator.and_then(|iterator| signpost::bound(body, bindings, iterator));
    head.map_or(part.of, |(_, head)| head)
}

/// Whether `handed` borrows a field of a local, or of a field of that, by `&mut`, itself or by a method.
fn is_of_a_field(handed: &Expr) -> bool {
    fn fields(place: &Expr) -> bool {
        match place {
            Expr::Field(field) => matches!(&*field.base, Expr::Path(_)) || fields(&field.base),
            Expr::Index(element) => fields(&element.expr),
            _ => false,
        }
    }
    match handed {
        Expr::Reference(to) => to.mutability.is_some() && fields(&to.expr),
        Expr::MethodCall(call) => fields(&call.receiver) || is_of_a_field(&call.receiver),
        _ => false,
    }
}
