//! Calls of verbatim expressions to events: who is called, and whether that takes its receiver.
//!
//! The name of a method says so, or the types are asked (`methods.rs`, `emit/question.rs`).

use super::again;
use super::graph::{Event, What};
use super::record::Recorder;
use super::typed::{self, Typed};
use crate::ir::{self, LocalId, Origin};
use crate::methods;
use crate::owners::Owner;
use proc_macro2::Span;
use syn::spanned::Spanned;

impl Recorder<'_> {
    pub(super) fn method(&mut self, call: &syn::ExprMethodCall) {
        match self.mentioned(&call.receiver) {
            None if methods::consumes(&call.method.to_string(), call.args.len()) => {
                match self.pointer(&call.receiver) {
                    // `(*boxed).join()`: the method may borrow, and is found as on the box.
                    Some(local) if self.can_be_found(local, call) => {
                        return self.look_up(local, call);
                    }
                    Some(local) if self.mentioned(ir::behind(&call.receiver)).is_some() => {
                        call.args.iter().for_each(|e| self.value(e));
                        self.note_consumed(local);
                        let what = What::Behind(call.receiver.clone());
                        let (span, otherwise) = (call.receiver.span(), Event::Borrow(local));
                        return self.ask(local, what, span, Some(otherwise));
                    }
                    _ => self.value(&call.receiver),
                }
            }
            Some(local) if self.asks_standard(local, call) => {}
            Some(local)
                if methods::consumes(&call.method.to_string(), call.args.len())
                    && (!self.locals.get(local).guard || self.may_be_through(call)) =>
            {
                call.args.iter().for_each(|e| self.value(e));
                let span = call.receiver.span();
                let known = self.locals.get(local);
                if known.is_found() && self.may_be_through(call) {
                    let through = methods::Standard::Through;
                    let what = What::Standard(through, call.method.clone(), call.args.len());
                    self.note_consumed(local);
                    let otherwise = match self.locals.get(local).guard {
                        true => Event::Borrow(local),
                        false => Event::Move(local),
                    };
                    return self.ask(local, what, span, Some(otherwise));
                }
                if self.may_guard(local, call) {
                    self.note_consumed(local);
                }
                return self.mention(Event::Move(local), span);
            }
            Some(local) => {
                if self.may_consume(local, call) {
                    return self.look_up(local, call);
                }
                self.mention(Event::Borrow(local), call.receiver.span());
                if let (Some(node), true) = (self.current, self.is_unknown(local, call)) {
                    self.graph.note_untyped(node, local);
                }
                if !self.is_known(local, call) {
                    self.graph.note_doubted(local);
                }
            }
            None => self.place(&call.receiver),
        }
        call.args.iter().for_each(|e| self.value(e));
    }

    /// Lookup says whether the method takes the local.
    fn look_up(&mut self, local: LocalId, call: &syn::ExprMethodCall) {
        call.args.iter().for_each(|e| self.value(e));
        let arguments = call.args.iter().map(typed::repeated).collect();
        let what = What::Method(call.method.clone(), arguments);
        let (span, otherwise) = (call.receiver.span(), Event::Borrow(local));
        self.ask(local, what, span, Some(otherwise));
    }

    /// A method consumes the local by its name, which has to be claimed.
    fn note_consumed(&mut self, local: LocalId) {
        if let Some(node) = self.current {
            self.graph.note_consumed(node, local);
        }
    }

    /// Whether a method that consumes, by its name, may be called on a copy behind a guard, and can be asked for.
    fn may_be_through(&self, call: &syn::ExprMethodCall) -> bool {
        methods::may_copy(&call.method.to_string()) && !self.in_unsafe
    }

    /// Asks whether the local is what a method of the standard library consumes, if its name is that of one and the type is not seen.
    fn asks_standard(&mut self, local: LocalId, call: &syn::ExprMethodCall) -> bool {
        let (name, arguments) = (call.method.to_string(), call.args.len());
        let Some(standard) = methods::standard(&name, arguments) else {
            return false;
        };
        let known = self.locals.get(local);
        let chooses = standard == methods::Standard::Chooses;
        let seen = match known.owner {
            Some(owner) if owner.iterates() => false,
            Some(Owner::Optional) => !chooses,
            Some(_) => true,
            None => known.standard && !chooses,
        };
        // With arguments of known types, lookup says it of all types.
        let looked_up = chooses && self.may_consume(local, call);
        if seen || looked_up || self.in_unsafe || call.turbofish.is_some() {
            return false;
        }
        call.args.iter().for_each(|e| self.value(e));
        // In a closure the types are not asked: rustc says if what is consumed is held.
        if !self.asks {
            self.graph.note_doubted(local);
        }
        let otherwise = match methods::consumes(&name, arguments) && self.asks {
            true => Event::Move(local),
            false => Event::Borrow(local),
        };
        let what = What::Standard(standard, call.method.clone(), arguments);
        self.ask(local, what, call.receiver.span(), Some(otherwise));
        true
    }

    /// Whether the method, which consumes by its name, may be called on what the local points to, or borrow.
    fn may_guard(&self, local: LocalId, call: &syn::ExprMethodCall) -> bool {
        let known = self.locals.get(local);
        let no_guard = known.standard || known.plain || known.owner.is_some();
        let users = known.origin != Origin::Hidden && known.closure.is_none();
        let name = call.method.to_string();
        let may = methods::may_copy(&name) || methods::may_borrow(&name);
        users && !no_guard && may
    }

    /// Whether a method that no convention speaks of may take its receiver, and can be asked about: its arguments have
    /// to fit whatever lookup finds.
    fn may_consume(&self, local: LocalId, call: &syn::ExprMethodCall) -> bool {
        self.is_unknown(local, call) && self.has_typed_arguments(local, call)
    }

    /// The same of a method of a consuming name.
    fn can_be_found(&self, local: LocalId, call: &syn::ExprMethodCall) -> bool {
        let name = call.method.to_string();
        let asked = methods::may_borrow(&name) && methods::can_be_looked_up(&name);
        let plain = call.turbofish.is_none() && !self.in_unsafe;
        asked && plain && self.has_typed_arguments(local, call)
    }

    /// Whether the arguments of a method have types of their own, where `local` may have been held.
    fn has_typed_arguments(&self, local: LocalId, call: &syn::ExprMethodCall) -> bool {
        let receiver = self.locals.get(local);
        // Behind a temporary, others of its scope may be out of reach where it is held: a jump lands between them.
        let reached = |other: LocalId| receiver.origin != Origin::Hidden || other < local;
        let outlives = |other: LocalId| {
            let scopes = self.locals.get(other).scope.zip(receiver.scope);
            scopes.is_some_and(|(outer, inner)| {
                self.body.encloses(outer, inner) && (outer != inner || reached(other))
            })
        };
        let typed = Typed {
            locals: self.locals,
            known: &outlives,
        };
        call.args.iter().all(|e| typed.has_own_type(e))
    }

    /// Whether no convention speaks of the method, and it can be asked for.
    fn is_unknown(&self, local: LocalId, call: &syn::ExprMethodCall) -> bool {
        call.turbofish.is_none() && !self.is_known(local, call) && !self.in_unsafe
    }

    /// Whether a convention speaks of the method.
    fn is_known(&self, local: LocalId, call: &syn::ExprMethodCall) -> bool {
        let known = self.locals.get(local);
        known.standard || !known.braced && methods::borrows(&call.method.to_string())
    }

    pub(super) fn call(&mut self, call: &syn::ExprCall) {
        if let Some((id, left)) = ir::left_of(call) {
            return self.left(id, left);
        }
        if ir::unseen_of(call).is_some() {
            return;
        }
        // The parts that are left are not mentioned again: they are what the base has lost.
        if let Some(literal) = ir::base_of(call) {
            return self.literal(literal, false);
        }
        call.args.iter().for_each(|e| self.value(e));
        if let Some(leap) = ir::leap_of(call) {
            let node = self.graph.node(Event::Nothing);
            self.link_to(node);
            if self.current.is_some() {
                self.graph.set_leap(leap, node);
                let target = self.graph.entry(self.body.leaps[leap.0].target);
                self.graph.link(node, target);
            }
            self.current = None;
        } else if ir::is_finish(call) {
            self.current = None;
        } else if let Some((id, part)) = ir::part_of(call) {
            match again::field_of(part, self.locals) {
                Some((local, path)) => {
                    let node = self.field((Event::Part(local), part.span()), path.clone());
                    self.lose(node, id, (local, vec![path]));
                }
                None => self.place(part),
            }
        } else if let Some(local) = self.mentioned(&call.func) {
            self.called(local, call.args.len(), call.func.span());
        } else {
            self.place(&call.func);
        }
    }

    /// A local is called.
    pub(super) fn called(&mut self, local: LocalId, arguments: usize, span: Span) {
        let asked = !self.in_unsafe && self.locals.get(local).closure.is_none();
        if asked && !self.asks {
            self.called.push((local, arguments, span));
        }
        match asked {
            true => self.ask(
                local,
                What::Call(arguments),
                span,
                Some(Event::Borrow(local)),
            ),
            false => self.mention(Event::Borrow(local), span),
        }
    }
}
