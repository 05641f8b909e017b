//! Markers become calls of reserved names.
//!
//! In: a body in which `co_yield!(v)` and its siblings are macros, opaque to
//! syntax. Out: each is the call `__co_yield(v)` of a reserved name whose span
//! is the marker's, so that operands are visited like any other expression.
//! Markers in closures, async blocks and foreign macros are errors here; nested
//! items are left alone, for they may be coroutines of their own.

use super::{generated, macros};
use crate::diagnostics::Diagnostics;
use crate::messages;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprCall, Macro, MacroDelimiter, Stmt, Token, parse_quote, parse_quote_spanned};

/// Which marker.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Marker {
    Yield,
    YieldFrom,
    Try,
    Raise,
    /// Not of the user: takes the construct around it apart (see `resolve::apart`).
    Split,
    /// Not of the user: what it holds is the value of a local of a longer life (see `build::extend`).
    Extend,
}

impl Marker {
    fn of_name(name: &str) -> Option<Self> {
        match name {
            "co_yield" => Some(Self::Yield),
            "yield_from" => Some(Self::YieldFrom),
            "co_try" => Some(Self::Try),
            "co_raise" => Some(Self::Raise),
            _ => None,
        }
    }

    /// The reserved name of the call.
    fn call(self) -> &'static str {
        match self {
            Self::Yield => "__co_yield",
            Self::YieldFrom => "__yield_from",
            Self::Try => "__co_try",
            Self::Raise => "__co_raise",
            Self::Split => "__co_split",
            Self::Extend => "__co_extend",
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Yield => "co_yield!",
            Self::YieldFrom => "yield_from!",
            Self::Try => "co_try!",
            Self::Raise => "co_raise!",
            Self::Split | Self::Extend => "",
        }
    }

    fn of_macro(mac: &Macro) -> Option<Self> {
        let last = mac.path.segments.last()?;
        Self::of_name(&last.ident.to_string())
    }
}

/// Whether `mac` is a marker.
pub(super) fn is_marker(mac: &Macro) -> bool {
    Marker::of_macro(mac).is_some()
}

/// The statement that takes apart the constructs it stands in.
pub(crate) fn split() -> Stmt {
    let name = Ident::new(Marker::Split.call(), Span::mixed_site());
    parse_quote!(#name();)
}

/// Has `expr`, an arm or an operand, taken apart as if it yielded.
pub(crate) fn mark(expr: &mut Expr) {
    let split = split();
    match expr {
        Expr::Block(inner) if inner.label.is_none() => inner.block.stmts.insert(0, split),
        _ => *expr = parse_quote!({ #split #expr }),
    }
}

/// `value`, which gets the place `place` where it is evaluated.
pub(crate) fn extend(place: &Expr, value: &Expr) -> Expr {
    let name = Ident::new(Marker::Extend.call(), Span::mixed_site());
    parse_quote!(#name(#place, #value))
}

/// The marker that `call` stands for, and the span of its name.
pub(crate) fn marker(call: &ExprCall) -> Option<(Marker, Span)> {
    let Expr::Path(path) = &*call.func else {
        return None;
    };
    let name = path.path.get_ident()?;
    let marker = [
        Marker::Yield,
        Marker::YieldFrom,
        Marker::Try,
        Marker::Raise,
        Marker::Split,
        Marker::Extend,
    ]
    .into_iter()
    .find(|marker| name == marker.call())?;
    Some((marker, name.span()))
}

/// Whether `expr` is a marker call.
pub(crate) fn marker_of(expr: &Expr) -> Option<(Marker, Span, &ExprCall)> {
    match expr {
        Expr::Call(call) => marker(call).map(|(marker, span)| (marker, span, call)),
        _ => None,
    }
}

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

fn find_markers(tokens: TokenStream, found: &mut Vec<(Marker, Span)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(ident) => {
                let bang =
                    matches!(tokens.get(at + 1), Some(TokenTree::Punct(p)) if p.as_char() == '!');
                if let (true, Some(marker)) = (bang, Marker::of_name(&ident.to_string())) {
                    found.push((marker, ident.span()));
                }
            }
            TokenTree::Group(group) => find_markers(group.stream(), found),
            _ => {}
        }
    }
}

/// The markers in a body that does not parse, where they are written by name alone.
pub(crate) fn named_in(tokens: TokenStream) -> Vec<syn::Path> {
    let mut named = Vec::new();
    collect_named(tokens, &mut named);
    named
}

fn collect_named(tokens: TokenStream, named: &mut Vec<syn::Path>) {
    let mut in_path = false;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Ident(ident) if !in_path => {
                let bang = matches!(tokens.peek(), Some(TokenTree::Punct(p)) if p.as_char() == '!');
                let path = syn::Path::from(ident.clone());
                if bang && Marker::of_name(&ident.to_string()).is_some() && !named.contains(&path) {
                    named.push(path);
                }
            }
            TokenTree::Group(group) => collect_named(group.stream(), named),
            _ => {}
        }
        in_path = matches!(&token, TokenTree::Punct(p) if p.as_char() == ':');
    }
}

/// Whether an attribute changes nothing about what code does.
pub(crate) fn is_inert(attribute: &syn::Attribute) -> bool {
    let inert = [
        "allow", "expect", "warn", "deny", "forbid", "doc", "rustfmt", "clippy",
    ];
    attribute
        .path()
        .segments
        .first()
        .is_some_and(|first| inert.iter().any(|name| first.ident == name))
}

/// Whether a macro's tokens hold a marker.
pub(crate) fn in_tokens(tokens: &TokenStream) -> bool {
    let mut found = Vec::new();
    find_markers(tokens.clone(), &mut found);
    !found.is_empty()
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
                None => match macros::bind_arguments(&mac.mac) {
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
                None => match macros::bind_arguments(&mac.mac) {
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

/// Whether code suspends: holds a marker that is a yield point or a region with
/// one, outside closures, async blocks and items.
pub(crate) fn suspends(expr: &Expr) -> bool {
    let mut finder = Finder::default();
    finder.visit_expr(expr);
    finder.found
}

/// [`suspends`] for a statement.
pub(crate) fn stmt_suspends(stmt: &syn::Stmt) -> bool {
    let mut finder = Finder::default();
    finder.visit_stmt(stmt);
    finder.found
}

/// [`suspends`] for a block.
pub(crate) fn block_suspends(block: &syn::Block) -> bool {
    let mut finder = Finder::default();
    finder.visit_block(block);
    finder.found
}

#[derive(Default)]
struct Finder {
    found: bool,
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        match marker(call) {
            Some((Marker::Yield | Marker::YieldFrom | Marker::Split | Marker::Extend, _)) => {
                self.found = true
            }
            // A region is always taken apart: raising in it leaps to its end.
            Some((Marker::Try, _)) => self.found = true,
            Some((Marker::Raise, _)) | None => visit::visit_expr_call(self, call),
        }
    }
    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}

/// Whether tokens are the statements of a block.
fn statements(tokens: &TokenStream) -> bool {
    syn::parse::Parser::parse2(syn::Block::parse_within, tokens.clone()).is_ok()
}
