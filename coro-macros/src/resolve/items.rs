//! Names of values that are items.
//!
//! In: a block. Out: its functions, constants and statics are declared in its scope, and so is what it imports, for these hide the locals around
//! the block. An import may be of a module, which hides no local: that is mentioned as the beginning of a path.

use super::Resolver;
use crate::syntax::imports;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Block, Item, Stmt};

impl Resolver {
    pub(super) fn items(&mut self, block: &Block) {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Item(Item::Fn(item)) => self.declare(&item.sig.ident, None),
                Stmt::Item(Item::Const(item)) => self.declare(&item.ident, None),
                Stmt::Item(Item::Static(item)) => self.declare(&item.ident, None),
                Stmt::Item(Item::Use(item)) => self.imported(item, block),
                _ => {}
            }
        }
    }

    fn imported(&mut self, item: &syn::ItemUse, block: &Block) {
        for name in imports::names(&item.tree) {
            let known = self.lookup(&name.to_string(), name.span()).is_some();
            if known && !begins_a_path(block.to_token_stream(), &name) {
                self.declare(&name, None);
            }
        }
    }
}

/// Whether a path in `tokens` begins with `name`, an import aside.
fn begins_a_path(tokens: TokenStream, name: &Ident) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |token: Option<&TokenTree>, c| matches!(token, Some(TokenTree::Punct(p)) if p.as_char() == c);
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Ident(word) => {
            let inside = at > 0 && is(tokens.get(at - 1), ':');
            word == name && !inside && is(tokens.get(at + 1), ':') && is(tokens.get(at + 2), ':')
        }
        TokenTree::Group(group) => begins_a_path(group.stream(), name),
        _ => false,
    })
}
