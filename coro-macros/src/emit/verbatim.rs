//! How verbatim code leaves an arm.
//!
//! In: code with `return`, `?` and leaps as written by the user and by `build`.
//! Out: the same code in which they leave the step closure: `return` answers,
//! `?` branches and lets rustc convert the residual, a leap sets the next state
//! and goes round. Closures, async blocks and items keep their own jumps.

use super::Emitter;
use super::frame::Through;
use super::late::Ask;
use super::short::Short;
use crate::ir::{self, LocalId, PartId};
use crate::methods;
use crate::syntax::{attributes, delimiters, generated, hidden, macros, types};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Stmt, parse_quote, parse_quote_spanned};

impl Emitter<'_> {
    pub(super) fn verbatim_expr(&self, expr: &Expr) -> Expr {
        let mut expr = expr.clone();
        self.through_slots(|through| through.value(&mut expr));
        Leave(self).visit_expr_mut(&mut expr);
        expr
    }

    pub(super) fn verbatim_stmt(&self, stmt: &Stmt) -> Stmt {
        let mut stmt = stmt.clone();
        self.through_slots(|through| through.visit_stmt_mut(&mut stmt));
        Leave(self).visit_stmt_mut(&mut stmt);
        stmt
    }

    fn through_slots(&self, visit: impl FnOnce(&mut Through<'_>)) {
        if !self.layout.in_place.is_empty() {
            visit(&mut Through(self));
        }
    }

    /// `return value` of the user's function.
    pub(super) fn returned(&self, value: &Expr, span: Span) -> Expr {
        let private = self.private;
        let site = Span::mixed_site().located_at(span);
        let mut value = value.clone();
        let attributes = attributes::taken_off(&mut value);
        let nothing = types::is_unit(&self.returns);
        let untyped = matches!(self.returns, syn::Type::Infer(_)) && attributes.is_empty();
        if nothing && ir::is_unit(&value) || untyped {
            let returned = generated::below(private, &["Stop", "Returned"], site);
            let stop = generated::call(returned, [value], site);
            let err = generated::below(private, &["Err"], site);
            return self.leaves(generated::call(err, [stop], site), site);
        }
        // It may never return, and what stands behind it is none of the user's.
        let may_leave = calls_a_function(&value) || hidden::may_have_left(&value);
        let (unused, unreached) = match may_leave {
            true => (
                quote!(#[allow(unused_variables, clippy::diverging_sub_expression)]),
                quote!(#[allow(unreachable_code)]),
            ),
            false => (TokenStream::new(), TokenStream::new()),
        };
        // An annotated `let`, so that a mismatch is one with the return type.
        let leave = self.leave(site);
        if nothing {
            let returns = &self.returns;
            return parse_quote_spanned!(site=> {
                #(#attributes)*
                let _: #returns = #value;
                #unreached
                #leave #private::Err(#private::Stop::Returned(()))
            });
        }
        let (out, returns) = (self.names.out(span), &self.returns);
        parse_quote_spanned!(site=> {
            #(#attributes)*
            #unused
            let #out: #returns = #value;
            #unreached
            #leave #private::Err(#private::Stop::Returned(#out))
        })
    }

    fn question(&self, operand: &Expr, token: syn::Token![?]) -> Expr {
        let (private, returns) = (self.private, &self.returns);
        let operand = delimiters::of_operand(operand);
        let value = generated::name("value");
        let residual = syn::Ident::new("residual", token.span());
        let site = Span::mixed_site().located_at(token.span());
        let branch = generated::path_at(private, site);
        let leave = self.leave(site);
        // The user's own `?` on the residual, so that rustc words what is wrong
        // with the conversion.
        let span = token.span();
        let converted: Expr = parse_quote_spanned!(span=>
            (move || -> #returns { match #residual #token {} })()
        );
        parse_quote_spanned!(site=>
            match #branch::Branch::branch(#operand) {
                #private::ControlFlow::Continue(#value) => #value,
                #private::ControlFlow::Break(#residual) => #leave #private::Err(
                    #private::Stop::Returned(#converted)
                ),
            }
        )
    }

    /// A field by value of a local that is held after that: the local stays whole.
    fn part(&self, id: PartId, part: &Expr) -> Expr {
        let private = self.private;
        let site = Span::mixed_site().located_at(part.span());
        let taking = generated::name("taking");
        let again = self.again(id, &taking, site);
        parse_quote_spanned!(site=> {
            let #taking = #private::part!(#part);
            #again
            #[allow(unreachable_code)]
            if #taking.copies() {
                #taking.copy(&#part)
            } else {
                #taking.takes();
                if #taking.shows() {
                    #private::moved(#part)
                } else {
                    #taking.take(&mut #part)
                }
            }
        })
    }

    /// The claim that what is mentioned again is a copy.
    pub(super) fn again(&self, id: PartId, taking: &Ident, span: Span) -> Option<TokenStream> {
        let private = generated::path_at(self.private, span);
        let mut taking = taking.clone();
        taking.set_span(taking.span().located_at(span));
        let again = self.layout.again.contains(&id);
        again.then(|| quote_spanned!(span=> #private::again(#taking);))
    }

    /// What is claimed of a method that consumes by its name, on a local that has to be no guard: expressions for the types alone.
    fn claims(&self, call: &syn::ExprMethodCall) -> Vec<Expr> {
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
    fn claimed(&self, call: &syn::ExprMethodCall) -> Option<Expr> {
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
    fn unseen(&self, made: &Expr) -> Expr {
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
    fn primitive(&self, call: &syn::ExprCall) -> Expr {
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
struct Claims<'a>(&'a Emitter<'a>);

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

struct Leave<'a>(&'a Emitter<'a>);

impl VisitMut for Leave<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if matches!(expr, Expr::Closure(_) | Expr::Async(_) | Expr::Const(_)) {
            Claims(self.0).visit_expr_mut(expr);
            return Short(self.0).visit_expr_mut(expr);
        }
        visit_mut::visit_expr_mut(self, expr);
        let replaced = match expr {
            Expr::Return(jump) => {
                let span = jump.return_token.span();
                let unit: Expr = parse_quote_spanned!(span=> ());
                let value = jump.expr.as_deref().unwrap_or(&unit);
                Some(self.0.returned(value, jump.return_token.span()))
            }
            Expr::Try(question) => Some(self.0.question(&question.expr, question.question_token)),
            // The temporaries of the arguments live to the end of the statement: in an arm they would not.
            Expr::MethodCall(call) => self.0.claimed(call),
            Expr::Call(call) if ir::is_finish(call) => {
                let answer = call.args[0].clone();
                Some(self.0.leaves(answer, Span::mixed_site()))
            }
            Expr::Call(call) if ir::part_of(call).is_some() => {
                ir::part_of(call).map(|(id, part)| self.0.part(id, part))
            }
            Expr::Call(_) if ir::typed_of(expr).is_some() => {
                ir::typed_of(expr).map(|typed| self.0.typed(typed))
            }
            Expr::Call(call) if ir::base_of(call).is_some() => Some(self.0.with_base(call)),
            Expr::Call(call) if ir::unseen_of(call).is_some() => Some(self.0.unseen(&call.args[0])),
            Expr::Call(call) if ir::is_primitive(call) => Some(self.0.primitive(call)),
            Expr::Call(call) if ir::left_of(call).is_some() => {
                ir::left_of(call).map(|(id, matched)| self.0.left(id, matched))
            }
            Expr::Call(call) => ir::leap_of(call).map(|leap| self.0.leap(leap)),
            _ => None,
        };
        if let Some(replaced) = replaced {
            *expr = replaced;
        }
    }

    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        visit_mut::visit_field_value_mut(self, field);
        self.0.short_value(field);
    }

    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        self.0.short_pattern(field);
        visit_mut::visit_field_pat_mut(self, field);
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        // rustc reports a value that nothing uses.
        if let Stmt::Expr(Expr::MethodCall(call), Some(semi)) = stmt {
            let claims = self.0.claims(call);
            visit_mut::visit_expr_method_call_mut(self, call);
            if !claims.is_empty() {
                let claimed = parse_quote!(match (#(#claims,)*) { _ => #call });
                *stmt = Stmt::Expr(claimed, Some(*semi));
            }
            return;
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        Claims(self.0).visit_macro_mut(mac);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Whether a value is what a function gives, and not what a tuple struct or a variant makes.
pub(super) fn calls_a_function(value: &Expr) -> bool {
    let Expr::Call(call) = value else {
        return false;
    };
    let may_be = |name: String| name.starts_with(char::is_lowercase) && name != "drop";
    ir::called_name(call).is_some_and(may_be)
}
