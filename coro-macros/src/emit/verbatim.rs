//! How verbatim code leaves an arm.
//!
//! In: code with `return`, `?` and leaps as written by the user and by `build`.
//! Out: the same code in which they leave the step closure: `return` answers,
//! `?` branches and lets rustc convert the residual, a leap sets the next state
//! and goes round. Closures, async blocks and items keep their own jumps.

use super::Emitter;
use super::claims::Claims;
use super::frame::Through;
use super::short::Short;
use crate::ir::{self, PartId};
use crate::syntax::{attributes, delimiters, generated, hidden, types};
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
