//! Items of blocks that are taken apart.
//!
//! Arms are not nested as the user's blocks are, so an item moves to the head
//! of the body, where every arm sees it. At the head of the body that changes
//! nothing. From an inner block it may move only if its name occurs nowhere
//! else, for it would be found there too. What an inner block imports is imported around each piece of it instead, for the methods
//! of a trait would be found elsewhere by no name. A macro that names locals stays where it is.

use super::Builder;
use crate::ir::{LocalId, OwnMacro};
use crate::messages;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Block, Item, ItemUse, UseTree};

/// How many scopes are open in the outermost block of the body.
const OUTERMOST: usize = 2;

impl Builder<'_> {
    /// Moves the items of `block` to the head of the body.
    pub(super) fn items(&mut self, block: &Block) {
        let outermost = self.scopes.len() <= OUTERMOST;
        for stmt in &block.stmts {
            let syn::Stmt::Item(item) = stmt else {
                continue;
            };
            if self.is_own(item) {
                self.own.extend(names(item).into_iter().flatten());
                continue;
            }
            if !outermost {
                let imports = matches!(item, Item::Use(_));
                if !imports {
                    self.check_item(item, block);
                }
                self.check_locals(item);
                if imports {
                    continue;
                }
            }
            self.body.items.push(item.clone());
        }
    }

    /// What an inner block that is not open yet imports. Not each piece of it may use all of that.
    pub(super) fn imports(&self, block: &Block) -> Vec<ItemUse> {
        if self.scopes.len() < OUTERMOST {
            return Vec::new();
        }
        let imports = block.stmts.iter().filter_map(|stmt| match stmt {
            syn::Stmt::Item(Item::Use(item)) => Some(item.clone()),
            _ => None,
        });
        let quiet = |mut item: ItemUse| {
            item.attrs.push(syn::parse_quote!(#[allow(unused_imports)]));
            item
        };
        imports.map(quiet).collect()
    }

    /// A macro that names locals is defined where it stands, and known to all arms in which its scope is open.
    pub(super) fn item(&mut self, item: &Item) {
        let Item::Macro(item) = item else { return };
        if !item
            .ident
            .as_ref()
            .is_some_and(|name| self.own.contains(name))
        {
            return;
        }
        let mut item = item.clone();
        item.attrs.push(syn::parse_quote!(#[allow(unused_macros)]));
        let mut mentions = self.body.locals.spelled_in(item.mac.tokens.clone());
        mentions.extend(self.through_others(item.mac.tokens.clone()));
        self.body.own.push(OwnMacro {
            item: item.clone(),
            scope: self.scopes.last().copied(),
            mentions,
        });
        self.code(syn::Stmt::Item(Item::Macro(item)));
    }

    /// Whether an item is a macro that names locals, or calls one that does.
    fn is_own(&self, item: &Item) -> bool {
        let Item::Macro(item) = item else {
            return false;
        };
        let tokens = item.mac.tokens.clone();
        let calls = |name: &Ident| occurrences(tokens.clone(), name) > 0;
        item.ident.is_some()
            && (!self.body.locals.spelled_in(tokens.clone()).is_empty()
                || self.own.iter().any(calls))
    }

    /// What the body's own macros mention that `tokens` call.
    fn through_others(&self, tokens: TokenStream) -> Vec<LocalId> {
        let found = tokens.into_iter().flat_map(|token| match token {
            TokenTree::Ident(name) => self.body.mentioned_by(&name).to_vec(),
            TokenTree::Group(group) => self.through_others(group.stream()),
            _ => Vec::new(),
        });
        found.collect()
    }

    /// In an arm, a local of this name that is open here would be found in place of the item.
    fn check_locals(&mut self, item: &Item) {
        let locals = &self.body.locals;
        let open = locals.ids().map(|id| locals.get(id)).filter(|local| {
            local
                .scope
                .is_some_and(|scope| self.scopes.contains(&scope))
        });
        let open: Vec<String> = open.map(|local| local.name.clone()).collect();
        for name in names(item).into_iter().flatten() {
            if open.iter().any(|local| name == local) {
                self.diagnostics.at(&name, messages::ITEM_OR_LOCAL);
            }
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
            imported(&item.tree, &mut names);
            names
        }
        _ => return None,
    })
}

/// The names under which something is imported; of a glob nothing is seen.
fn imported(tree: &UseTree, names: &mut Vec<Ident>) {
    match tree {
        UseTree::Path(path) => imported(&path.tree, names),
        UseTree::Name(name) => names.push(name.ident.clone()),
        UseTree::Rename(rename) => names.push(rename.rename.clone()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| imported(tree, names)),
        UseTree::Glob(_) => {}
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
