//! Names in code that are not those of locals: where the scope of a local ends in an arm whose pattern binds it, they must not be its.

use crate::ir::{Block, Body};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::HashSet;
use syn::visit::{self, Visit};

/// The names in code that are no locals.
#[derive(Default)]
pub(super) struct Outer {
    /// Functions, types, modules: what paths begin with.
    pub(super) first: HashSet<String>,
    /// What may be a function, a constant or a static by its name alone.
    pub(super) values: HashSet<String>,
}

/// Whether a token is the arguments of what stands ahead of it.
fn calls(behind: &TokenTree) -> bool {
    matches!(behind, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)
}

pub(super) fn outer_names(body: &Body) -> Outer {
    struct Search<'a>(&'a Body, Outer);
    impl Search<'_> {
        /// In a macro a name that is called may be a function, but for a method.
        fn visit_tokens(&mut self, tokens: TokenStream) {
            let mut tokens = tokens.into_iter().peekable();
            let mut behind_dot = false;
            while let Some(token) = tokens.next() {
                match &token {
                    TokenTree::Group(group) => self.visit_tokens(group.stream()),
                    TokenTree::Ident(name) if !behind_dot && tokens.peek().is_some_and(calls) => {
                        self.1.values.insert(name.to_string());
                    }
                    _ => {}
                }
                behind_dot = matches!(&token, TokenTree::Punct(dot) if dot.as_char() == '.');
            }
        }
    }
    impl<'ast> Visit<'ast> for Search<'_> {
        fn visit_path(&mut self, path: &'ast syn::Path) {
            if let Some(first) = path.segments.first()
                && self.0.locals.of_ident(&first.ident).is_none()
            {
                let name = first.ident.to_string();
                if path.segments.len() == 1 {
                    self.1.values.insert(name.clone());
                }
                self.1.first.insert(name);
            }
            visit::visit_path(self, path);
        }
        fn visit_macro(&mut self, mac: &'ast syn::Macro) {
            self.visit_tokens(mac.tokens.clone());
            self.visit_path(&mac.path);
        }
    }
    let mut search = Search(body, Outer::default());
    for code in body.blocks.iter().flat_map(Block::code) {
        code.visit(&mut search);
    }
    search.1
}
