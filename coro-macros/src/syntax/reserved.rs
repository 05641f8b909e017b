//! Functions that are called as reserved calls are.
//!
//! A marker is a call of a reserved name from here on, and later stages add calls of their own (`ir::calls`). All these names begin
//! with two underscores, and stand alone where a function is called. A user's call of such a name gets parentheses around it, and is none.

use super::{macros, markers};
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprParen};

/// Keeps the user's calls apart from reserved ones.
pub(crate) fn keep_apart(body: &mut Block) {
    Apart.visit_block_mut(body);
}

struct Apart;

/// The same in the arguments of a macro.
fn in_tokens(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            out.push(token);
            continue;
        };
        let named = matches!(out.last(), Some(TokenTree::Ident(name)) if is_reserved(name));
        let alone = !matches!(out.iter().rev().nth(1), Some(TokenTree::Punct(punct)) if ".:".contains(punct.as_char()));
        if group.delimiter() == Delimiter::Parenthesis && named && alone {
            let name = out.pop().into_iter().collect();
            out.push(Group::new(Delimiter::Parenthesis, name).into());
        }
        let mut inner = Group::new(group.delimiter(), in_tokens(group.stream()));
        inner.set_span(group.span());
        out.push(inner.into());
    }
    out.into_iter().collect()
}

fn is_reserved(name: &Ident) -> bool {
    name.to_string().starts_with("__")
}

impl VisitMut for Apart {
    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if markers::is_marker(mac) || macros::evaluated(mac).is_some() {
            mac.tokens = in_tokens(mac.tokens.clone());
        }
    }

    fn visit_expr_call_mut(&mut self, call: &mut syn::ExprCall) {
        visit_mut::visit_expr_call_mut(self, call);
        let reserved = |path: &syn::ExprPath| path.path.get_ident().is_some_and(is_reserved);
        if matches!(&*call.func, Expr::Path(path) if reserved(path)) {
            let func = std::mem::replace(&mut *call.func, Expr::PLACEHOLDER);
            *call.func = Expr::Paren(ExprParen {
                attrs: Vec::new(),
                paren_token: Default::default(),
                expr: Box::new(func),
            });
        }
    }
}
