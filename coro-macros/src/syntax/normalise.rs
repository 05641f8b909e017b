//! Markers become calls of reserved names.
//!
//! In: a body in which `co_yield!(v)` and its siblings are macros, opaque to
//! syntax. Out: each is the call `__co_yield(v)` of a reserved name whose span
//! is the marker's, so that operands are visited like any other expression.
//! Markers in closures, async blocks and foreign macros are errors here; nested
//! items are left alone, for they may be coroutines of their own.

use super::markers::{Marker, find_markers, in_tokens, is_inert};
use super::{generated, macros};
use crate::diagnostics::Diagnostics;
use crate::messages;
use proc_macro2::{Ident, Span, TokenStream};
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, Item, ItemMacro, Macro, MacroDelimiter, Stmt, Token, parse_quote, parse_quote_spanned,
};

/// Replaces the markers of `body`. Gives the path of each as written, so that
/// emission can mention it: to rustc a marker that was replaced is an unused import.
pub(crate) fn normalise(body: &mut syn::Block, diagnostics: &mut Diagnostics) -> Vec<syn::Path> {
    let mut normalise = Normalise {
        diagnostics,
        inside: None,
        used: Vec::new(),
    };
    normalise.visit_block_mut(body);
    normalise.used
}

struct Normalise<'a> {
    diagnostics: &'a mut Diagnostics,
    /// What encloses the code so that no marker may stand in it.
    inside: Option<&'static str>,
    used: Vec<syn::Path>,
}

impl Normalise<'_> {
    fn call(&mut self, mac: &Macro, marker: Marker) -> Expr {
        let name = mac
            .path
            .segments
            .last()
            .map_or_else(Span::call_site, |s| s.ident.span());
        if let Some(place) = self.inside {
            self.diagnostics
                .span(name, messages::marker_inside(marker.name(), place));
        }
        if !self.used.contains(&mac.path) {
            self.used.push(mac.path.clone());
        }
        let call = Ident::new(marker.call(), name);
        if let (Marker::Try, MacroDelimiter::Brace(brace)) = (marker, &mac.delimiter) {
            return self.braced(mac, call, *brace);
        }
        match mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated) {
            Ok(operands) => {
                let Some(operands) = self.operands(mac, marker, operands) else {
                    return parse_quote!(loop {});
                };
                let operands = operands.into_iter().map(|mut operand| {
                    self.visit_expr_mut(&mut operand);
                    operand
                });
                generated::call(call, operands, name)
            }
            // `co_try!(a; b)`: what is not in a block.
            Err(_) if marker == Marker::Try && statements(&mac.tokens) => {
                self.diagnostics.at(&mac.path, messages::TRY_BLOCK);
                parse_quote!(loop {})
            }
            Err(error) => {
                self.diagnostics.push(error);
                parse_quote!(loop {})
            }
        }
    }

    /// `co_try! { .. }`: the braces are those of the block.
    fn braced(&mut self, mac: &Macro, call: Ident, brace_token: syn::token::Brace) -> Expr {
        match mac.parse_body_with(syn::Block::parse_within) {
            Ok(stmts) => {
                let mut block = Expr::Block(syn::ExprBlock {
                    attrs: Vec::new(),
                    label: None,
                    block: syn::Block { brace_token, stmts },
                });
                self.visit_expr_mut(&mut block);
                let name = call.span();
                generated::call(call, [block], name)
            }
            Err(error) => {
                self.diagnostics.push(error);
                parse_quote!(loop {})
            }
        }
    }

    fn operands(
        &mut self,
        mac: &Macro,
        marker: Marker,
        mut operands: Punctuated<Expr, Token![,]>,
    ) -> Option<Punctuated<Expr, Token![,]>> {
        let wrong = match (marker, operands.len()) {
            (Marker::Yield, 0) => {
                let name = mac
                    .path
                    .segments
                    .last()
                    .map_or_else(Span::call_site, |s| s.ident.span());
                operands.push(parse_quote_spanned!(name=> ()));
                None
            }
            (Marker::Split | Marker::Extend, _)
            | (Marker::Yield | Marker::Raise | Marker::Try, 1)
            | (Marker::YieldFrom, 1 | 2) => None,
            (Marker::Yield, _) => Some(messages::YIELD_ONE_VALUE),
            (Marker::YieldFrom, _) => Some(messages::YIELD_FROM_OPERANDS),
            (Marker::Try, _) => Some(messages::TRY_BLOCK),
            (Marker::Raise, _) => Some(messages::RAISE_ONE_VALUE),
        };
        if let Some(message) = wrong {
            self.diagnostics.at(&mac.path, message);
            return None;
        }
        if marker == Marker::Try
            && !matches!(operands.first(), Some(Expr::Block(block)) if block.label.is_none())
        {
            self.diagnostics.at(&mac.path, messages::TRY_BLOCK);
            return None;
        }
        Some(operands)
    }

    fn enclosed(&mut self, place: &'static str, visit: impl FnOnce(&mut Self)) {
        let outer = self.inside.replace(place);
        visit(self);
        self.inside = outer;
    }

    /// A marker is replaced, so an attribute on it would be lost.
    fn refuse_attributes(&mut self, attributes: &[syn::Attribute]) {
        for attribute in attributes.iter().filter(|attribute| !is_inert(attribute)) {
            self.diagnostics.at(attribute, messages::ATTRIBUTE);
        }
    }

    /// A foreign macro's tokens cannot be taken apart.
    fn refuse_in_macro(&mut self, mac: &Macro) {
        let mut found = Vec::new();
        find_markers(mac.tokens.clone(), &mut found);
        let name = mac
            .path
            .segments
            .last()
            .map_or_else(String::new, |s| s.ident.to_string());
        for (marker, span) in found {
            self.diagnostics
                .span(span, messages::marker_in_macro(marker.name(), &name));
        }
    }
}

impl VisitMut for Normalise<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Macro(mac) = expr {
            match Marker::of_macro(&mac.mac) {
                Some(marker) => {
                    self.refuse_attributes(&mac.attrs);
                    *expr = self.call(&mac.mac.clone(), marker);
                }
                None if !in_tokens(&mac.mac.tokens) => {}
                None => match macros::bind_arguments(&mac.mac, &|text| text) {
                    Some(bound) => {
                        *expr = bound;
                        self.visit_expr_mut(expr);
                    }
                    None => self.refuse_in_macro(&mac.mac),
                },
            }
            return;
        }
        if let Expr::Repeat(repeat) = expr {
            self.visit_expr_mut(&mut repeat.expr);
            return self.enclosed("constant", |v| v.visit_expr_mut(&mut repeat.len));
        }
        match expr {
            Expr::Closure(_) => self.enclosed("closure", |v| visit_mut::visit_expr_mut(v, expr)),
            Expr::Async(_) => self.enclosed("async block", |v| visit_mut::visit_expr_mut(v, expr)),
            Expr::Const(_) => self.enclosed("const block", |v| visit_mut::visit_expr_mut(v, expr)),
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(mac) = stmt {
            if defines(&mac.mac) {
                *stmt = Stmt::Item(Item::Macro(ItemMacro {
                    attrs: mac.attrs.clone(),
                    ident: None,
                    mac: mac.mac.clone(),
                    semi_token: mac.semi_token,
                }));
                return;
            }
            match Marker::of_macro(&mac.mac) {
                Some(marker) => {
                    self.refuse_attributes(&mac.attrs);
                    let call = self.call(&mac.mac.clone(), marker);
                    // `co_yield!{..}` in statement position needs no semicolon.
                    let braced = matches!(mac.mac.delimiter, syn::MacroDelimiter::Brace(_));
                    let semi = mac.semi_token.or_else(|| braced.then(Default::default));
                    *stmt = Stmt::Expr(call, semi);
                }
                None if !in_tokens(&mac.mac.tokens) => {}
                None => match macros::bind_arguments(&mac.mac, &|text| text) {
                    Some(mut bound) => {
                        self.visit_expr_mut(&mut bound);
                        *stmt = Stmt::Expr(bound, mac.semi_token);
                    }
                    None => self.refuse_in_macro(&mac.mac),
                },
            }
            return;
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_type_mut(&mut self, ty: &mut syn::Type) {
        self.enclosed("constant", |v| visit_mut::visit_type_mut(v, ty));
    }

    fn visit_generic_argument_mut(&mut self, argument: &mut syn::GenericArgument) {
        self.enclosed("constant", |v| {
            visit_mut::visit_generic_argument_mut(v, argument)
        });
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Whether tokens are the statements of a block.
fn statements(tokens: &TokenStream) -> bool {
    syn::parse::Parser::parse2(syn::Block::parse_within, tokens.clone()).is_ok()
}

/// Whether a macro of the standard library defines items.
fn defines(mac: &Macro) -> bool {
    let last = mac.path.segments.last();
    last.is_some_and(|last| last.ident == "thread_local")
}
