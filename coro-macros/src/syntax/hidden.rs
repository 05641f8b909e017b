//! Macros that may hide a `return` or a `?`.
//!
//! What a macro expands to is not seen. Those of the standard library are known, and those that log, unless their arguments do; any other may leave the function in which it stands.
//! In a closure, an async block or an item it leaves that.

use super::markers::Marker;
use super::{macros, opaque};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Item, Macro};

/// Whether a macro that `block` calls may return from it.
pub(crate) fn may_return(block: &Block) -> bool {
    calls_out(|calls| calls.visit_block(block))
}

fn calls_out(visit: impl FnOnce(&mut Calls)) -> bool {
    let mut calls = Calls { returns: false };
    visit(&mut calls);
    calls.returns
}

struct Calls {
    returns: bool,
}

impl<'ast> Visit<'ast> for Calls {
    fn visit_macro(&mut self, mac: &'ast Macro) {
        self.returns |= may_leave(mac);
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        if !matches!(expr, Expr::Closure(_) | Expr::Async(_) | Expr::Const(_)) {
            visit::visit_expr(self, expr);
        }
    }

    fn visit_item(&mut self, _: &'ast Item) {}

    fn visit_pat(&mut self, _: &'ast syn::Pat) {}

    fn visit_type(&mut self, _: &'ast syn::Type) {}
}

/// Whether a macro may leave the function that calls it.
pub(crate) fn may_leave(mac: &Macro) -> bool {
    !is_known(mac) || calls_another(&mac.tokens) || jumps_inside(mac)
}

/// Whether it is known of a macro that it stays, but for what its arguments do.
pub(crate) fn is_known(mac: &Macro) -> bool {
    let last = mac.path.segments.last();
    last.is_some_and(|last| stays(&last.ident.to_string()))
}

/// Whether the arguments of a macro jump, and cannot be taken out of it, or have such a macro in them.
fn jumps_inside(mac: &Macro) -> bool {
    if !macros::jumps(&mac.tokens) {
        return false;
    }
    let bound = macros::bind_arguments(mac, &|text| text);
    bound.is_none_or(|bound| calls_out(|calls| calls.visit_expr(&bound)))
}

/// Whether a value is what such a macro makes of itself, so that there may be none.
pub(crate) fn may_have_left(value: &Expr) -> bool {
    match value {
        Expr::Macro(value) => may_leave(&value.mac),
        Expr::Block(block) => {
            matches!(&*block.block.stmts, [syn::Stmt::Macro(only)] if may_leave(&only.mac))
        }
        _ => false,
    }
}

/// Whether the arguments of a macro call one that may return.
fn calls_another(arguments: &TokenStream) -> bool {
    !called_unseen(arguments).is_empty()
}

/// The macros called in `tokens` of which it is not known what they expand to.
pub(crate) fn called_unseen(tokens: &TokenStream) -> Vec<Ident> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let called = tokens.windows(3).filter_map(|window| match window {
        [
            TokenTree::Ident(name),
            TokenTree::Punct(bang),
            TokenTree::Group(_),
        ] if bang.as_char() == '!' && is_called(name) && !stays(&name.to_string()) => {
            Some(name.clone())
        }
        _ => None,
    });
    let inner = tokens.iter().flat_map(|token| match token {
        TokenTree::Group(group) => called_unseen(&group.stream()),
        _ => Vec::new(),
    });
    called.chain(inner).collect()
}

/// Whether a word ahead of `!` and a group is the name of a macro: `if !(a)` negates.
fn is_called(word: &Ident) -> bool {
    syn::parse2::<Ident>(word.to_token_stream()).is_ok()
}

/// Whether a macro of this name goes on behind its call, or panics.
fn stays(name: &str) -> bool {
    Marker::of_name(name).is_some() || is_standard(name) || logs(name)
}

fn is_standard(name: &str) -> bool {
    let other = matches!(
        name,
        "line"
            | "column"
            | "file"
            | "module_path"
            | "cfg"
            | "env"
            | "option_env"
            | "include_str"
            | "include_bytes"
            | "compile_error"
            | "addr_of"
            | "addr_of_mut"
            | "offset_of"
            | "pin"
            | "thread_local"
    );
    other || opaque::format_position(name).is_some()
}

/// The macros of `log` and `tracing`.
fn logs(name: &str) -> bool {
    let level = name.strip_suffix("_span").unwrap_or(name);
    matches!(
        level,
        "trace" | "debug" | "info" | "warn" | "error" | "log" | "event" | "span"
    )
}
