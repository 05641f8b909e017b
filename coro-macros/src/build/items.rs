//! Items of blocks that are taken apart.
//!
//! Arms are not nested as the user's blocks are, so an item moves to the head
//! of the body, where every arm sees it. At the head of the body that changes
//! nothing. From an inner block it may move only if its name occurs nowhere
//! else, for it would be found there too.

use super::Builder;
use crate::messages;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Block, Item, UseTree};

impl Builder<'_> {
    /// Moves the items of `block` to the head of the body.
    pub(super) fn items(&mut self, block: &Block) {
        let outermost = self.scopes.len() <= 2;
        for stmt in &block.stmts {
            let syn::Stmt::Item(item) = stmt else {
                continue;
            };
            if !outermost {
                self.check_item(item, block);
            }
            self.body.items.push(item.clone());
        }
    }

    fn check_item(&mut self, item: &Item, block: &Block) {
        let Some(names) = names(item) else {
            return self.diagnostics.at(item, messages::ITEM_IN_BLOCK);
        };
        let inside = block.to_token_stream();
        for name in names {
            let here = occurrences(inside.clone(), &name);
            if occurrences(self.whole.clone(), &name) > here {
                self.diagnostics.at(&name, messages::ITEM_IN_BLOCK);
            }
        }
    }
}

/// What an item names; `None` if that cannot be seen.
fn names(item: &Item) -> Option<Vec<Ident>> {
    Some(match item {
        Item::Const(item) => vec![item.ident.clone()],
        Item::Enum(item) => vec![item.ident.clone()],
        Item::Fn(item) => vec![item.sig.ident.clone()],
        Item::Macro(item) => item.ident.iter().cloned().collect(),
        Item::Mod(item) => vec![item.ident.clone()],
        Item::Static(item) => vec![item.ident.clone()],
        Item::Struct(item) => vec![item.ident.clone()],
        Item::Trait(item) => vec![item.ident.clone()],
        Item::TraitAlias(item) => vec![item.ident.clone()],
        Item::Type(item) => vec![item.ident.clone()],
        Item::Union(item) => vec![item.ident.clone()],
        Item::Impl(_) => Vec::new(),
        Item::Use(item) => {
            let mut names = Vec::new();
            imported(&item.tree, &mut names)?;
            names
        }
        _ => return None,
    })
}

/// `None`: a glob.
fn imported(tree: &UseTree, names: &mut Vec<Ident>) -> Option<()> {
    match tree {
        UseTree::Path(path) => imported(&path.tree, names),
        UseTree::Name(name) => {
            names.push(name.ident.clone());
            Some(())
        }
        UseTree::Rename(rename) => {
            names.push(rename.rename.clone());
            Some(())
        }
        UseTree::Group(group) => group
            .items
            .iter()
            .try_for_each(|tree| imported(tree, names)),
        UseTree::Glob(_) => None,
    }
}

fn occurrences(tokens: TokenStream, name: &Ident) -> usize {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Ident(ident) => usize::from(ident == *name),
            TokenTree::Group(group) => occurrences(group.stream(), name),
            _ => 0,
        })
        .sum()
}
