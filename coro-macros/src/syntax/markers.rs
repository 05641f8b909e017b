//! Which calls and macros are markers, and what yields.

use super::delimiters;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, Macro, Stmt, parse_quote};

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
    pub(super) fn of_name(name: &str) -> Option<Self> {
        match name {
            "co_yield" => Some(Self::Yield),
            "yield_from" => Some(Self::YieldFrom),
            "co_try" => Some(Self::Try),
            "co_raise" => Some(Self::Raise),
            _ => None,
        }
    }

    /// The reserved name of the call.
    pub(super) fn call(self) -> &'static str {
        match self {
            Self::Yield => "__co_yield",
            Self::YieldFrom => "__yield_from",
            Self::Try => "__co_try",
            Self::Raise => "__co_raise",
            Self::Split => "__co_split",
            Self::Extend => "__co_extend",
        }
    }

    /// By the reserved name of the call.
    pub(crate) fn of_call(name: &(impl PartialEq<str> + ?Sized)) -> Option<Self> {
        let all = [
            Self::Yield,
            Self::YieldFrom,
            Self::Try,
            Self::Raise,
            Self::Split,
            Self::Extend,
        ];
        all.into_iter().find(|marker| name == marker.call())
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

    pub(super) fn of_macro(mac: &Macro) -> Option<Self> {
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
        _ => {
            delimiters::stand_as_statement(expr);
            *expr = parse_quote!({ #split #expr });
        }
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
    Some((Marker::of_call(name)?, name.span()))
}

/// Whether `expr` is a marker call.
pub(crate) fn marker_of(expr: &Expr) -> Option<(Marker, Span, &ExprCall)> {
    match expr {
        Expr::Call(call) => marker(call).map(|(marker, span)| (marker, span, call)),
        _ => None,
    }
}

pub(super) fn find_markers(tokens: TokenStream, found: &mut Vec<(Marker, Span)>) {
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
