//! What is claimed of verbatim code, for the types alone.
//!
//! In: code as it was written. Out: beside it, expressions that do nothing, and do not compile where what a name or a shape says is not so: that a
//! method consumes what it is called on, that this is no guard, that the drop of a temporary cannot be seen, that an operand is a number.

use super::Emitter;
use super::late::Ask;
use crate::ir::LocalId;
use crate::methods;
use crate::syntax::{generated, macros};
use proc_macro2::Span;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, parse_quote, parse_quote_spanned};

impl Emitter<'_> {
    /// What is claimed of a method that consumes by its name, on a local that has to be no guard: expressions for the types alone.
    pub(super) fn claims(&self, call: &syn::ExprMethodCall) -> Vec<Expr> {
        let whole = self.body.locals.of_expr(&call.receiver);
        let behind = || self.body.locals.of_expr(crate::ir::behind(&call.receiver));
        let Some(local) = whole.or_else(behind) else {
            return Vec::new();
        };
        let name = call.method.to_string();
        if !self.layout.guards.contains(&local) || !methods::consumes(&name, call.args.len()) {
            return Vec::new();
        }
        let mut claims = Vec::new();
        let points = whole.is_none() || self.body.locals.get(local).is_found();
        if methods::may_copy(&name) && !points {
            claims.push(self.unguarded(local, call));
        }
        if methods::may_borrow(&name) && call.turbofish.is_none() {
            claims.push(self.consumed(local, call, points));
        }
        claims
    }

    /// A call beside what is claimed of it, if anything is.
    pub(super) fn claimed(&self, call: &syn::ExprMethodCall) -> Option<Expr> {
        let claims = self.claims(call);
        let last = syn::Index::from(claims.len());
        (!claims.is_empty()).then(|| parse_quote!((#(#claims,)* #call).#last))
    }

    /// The claim that the receiver is no guard.
    fn unguarded(&self, local: LocalId, call: &syn::ExprMethodCall) -> Expr {
        let receiver = &call.receiver;
        let span = Span::mixed_site().located_at(receiver.span());
        // All of it is the receiver: rustc reports one place.
        let private = generated::path_at(self.private, span);
        let arguments = call.args.len() + usize::from(call.turbofish.is_some());
        let own = self.own_method(receiver, local, &call.method, arguments);
        let own = own.map(|answer| quote!(.or(#answer)));
        let guarding = self.guarding(local, receiver, span);
        let guarding = quote_spanned!(span=> #private::taken!(#guarding #own));
        let guarding = self.asked(Ask::Claim(local), guarding);
        parse_quote_spanned!(span=> #private::unguarded(&#guarding))
    }

    /// The claim that the method consumes; `points`: or that what it is called on is behind a pointer.
    fn consumed(&self, local: LocalId, call: &syn::ExprMethodCall, points: bool) -> Expr {
        let receiver = &call.receiver;
        let span = Span::mixed_site().located_at(call.method.span());
        let private = generated::path_at(self.private, span);
        let name = call.method.to_string();
        let found = match methods::can_be_looked_up(&name) {
            _ if name == "into_iter" => self.iterating(receiver, local, &call.method, span),
            true => self.lookup_by_holes(local, &call.method, call.args.len(), span),
            false => quote_spanned!(span=> #private::Unknown),
        };
        let whose = quote_spanned!(span=>
            #private::taken!((&&&&#private::whose(&#receiver)).coro_whose().or(#found))
        );
        let whose = self.asked(Ask::Claim(local), whose);
        if points {
            let pointer = self.names.local(self.body, local);
            let guarding = self.guarding(local, &pointer, span);
            let guarding = quote_spanned!(span=> #private::taken!(#guarding));
            let guarding = self.asked(Ask::Claim(local), guarding);
            return parse_quote_spanned!(span=> #private::consumed_or_pointed_to(&#receiver, #guarding, #whose));
        }
        parse_quote_spanned!(span=> #private::consumed(&#receiver, #whose))
    }

    /// The claim that the drop of what is `made` cannot be seen.
    pub(super) fn unseen(&self, made: &Expr) -> Expr {
        let span = Span::mixed_site().located_at(made.span());
        let private = generated::path_at(self.private, span);
        let traits = quote! {
            #[allow(unused_imports)]
            use #private::{SeenCopy as _, SeenEffect as _, SeenMemory as _};
        };
        parse_quote_spanned!(span=> {
            #traits
            #private::released(#private::taken!((&&&#private::seen(&#made)).coro_seen()))
        })
    }

    /// A claim that is for the types alone.
    pub(super) fn primitive(&self, call: &syn::ExprCall) -> Expr {
        let sides = [&call.args[0], &call.args[1]].map(|side| match side {
            Expr::Reference(side) => &*side.expr,
            side => side,
        });
        let [place, value] = sides;
        let place = match place {
            Expr::Paren(place) => &*place.expr,
            place => place,
        };
        let span = Span::mixed_site().located_at(place.span());
        let private = generated::path_at(self.private, span);
        parse_quote_spanned!(span=> #private::taken!(#private::primitive(&#place, &#value)))
    }
}

/// Claims in code whose jumps are its own, and in the arguments of macros.
pub(super) struct Claims<'a>(pub(super) &'a Emitter<'a>);

impl VisitMut for Claims<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::MethodCall(call) = expr
            && let Some(claimed) = self.0.claimed(call)
        {
            *expr = claimed;
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let (guards, locals) = (&self.0.layout.guards, &self.0.body.locals);
        let claims = !guards.is_empty()
            && locals
                .mentioned_in(mac.tokens.clone())
                .iter()
                .any(|local| guards.contains(local));
        if claims
            && let Some(changed) = macros::with_arguments(mac, &mut |e| self.visit_expr_mut(e))
        {
            *mac = changed;
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
