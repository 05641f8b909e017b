//! Items of blocks that are taken apart.
//!
//! Arms are not nested as the user's blocks are, so an item moves to the head
//! of the body, where every arm sees it. At the head of the body that changes
//! nothing. From an inner block it may move only if its name occurs nowhere
//! else, for it would be found there too. What an inner block imports is imported around each piece of it instead, for the methods
//! of a trait would be found elsewhere by no name. A macro that names locals stays where it is.

use super::Builder;
use crate::ir::OwnMacro;
use crate::messages;
use crate::syntax::{hidden, imports};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Block, Item, ItemUse};

/// How many scopes are open in the outermost block of the body.
const OUTERMOST: usize = 2;

impl Builder<'_> {
    /// Moves the items of `block` to the head of the body.
    pub(super) fn items(&mut self, block: &Block) {
        self.find_own(block);
        let outermost = self.scopes.len() <= OUTERMOST;
        for stmt in &block.stmts {
            let syn::Stmt::Item(item) = stmt else {
                continue;
            };
            self.check_macro(item, block);
            if self.is_own(item) {
                continue;
            }
            if !outermost {
                let imports = matches!(item, Item::Use(_));
                if !imports {
                    self.check_item(item, block);
                    self.check_imports(item);
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

    /// The macros of a block that name locals, or call such a one, be it defined ahead or behind.
    fn find_own(&mut self, block: &Block) {
        loop {
            let own = block.stmts.iter().filter_map(|stmt| match stmt {
                syn::Stmt::Item(item) if self.is_own(item) => names(item),
                _ => None,
            });
            let found: Vec<Ident> = own
                .flatten()
                .filter(|name| !self.own.contains(name))
                .collect();
            if found.is_empty() {
                return;
            }
            self.own.extend(found);
        }
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
        let mut assigns = self.body.locals.assigned_in(item.mac.tokens.clone());
        for other in self.called_in(item.mac.tokens.clone()) {
            mentions.extend(&other.mentions);
            assigns.extend(&other.assigns);
        }
        // Those ahead of it that call it name what it names.
        for other in &mut self.body.own {
            let calls = item.ident.iter();
            let tokens = &other.item.mac.tokens;
            if calls
                .into_iter()
                .any(|name| occurrences(tokens.clone(), name) > 0)
            {
                other.mentions.extend(&mentions);
                other.assigns.extend(&assigns);
            }
        }
        self.body.own.push(OwnMacro {
            item: item.clone(),
            scope: self.scopes.last().copied(),
            mentions,
            assigns,
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

    /// The macros of the body that `tokens` call.
    pub(super) fn called_in(&self, tokens: TokenStream) -> Vec<&OwnMacro> {
        if self.body.own.is_empty() {
            return Vec::new();
        }
        let found = tokens.into_iter().flat_map(|token| match token {
            TokenTree::Ident(name) => self.body.own_macro(&name).into_iter().collect(),
            TokenTree::Group(group) => self.called_in(group.stream()),
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

    /// What the blocks around an item import is not seen from the head of the body.
    fn check_imports(&mut self, item: &Item) {
        let imports = self.surroundings.imports.iter().flatten();
        let mut imports = imports.map(|import| {
            (
                imports::names(&import.tree),
                imports::has_glob(&import.tree),
            )
        });
        let tokens = item.to_token_stream();
        let loses = imports.any(|(names, glob)| {
            glob || names
                .iter()
                .any(|name| occurrences(tokens.clone(), name) > 0)
        });
        if loses {
            self.diagnostics.at(item, messages::ITEM_BESIDE_IMPORT);
        }
    }

    /// Macros are defined where the body begins, or where what they name is: not twice, and not behind their calls.
    fn check_macro(&mut self, item: &Item, block: &Block) {
        let Item::Macro(syn::ItemMacro {
            ident: Some(name), ..
        }) = item
        else {
            return;
        };
        let ahead = block.stmts.iter().take_while(|stmt| match stmt {
            syn::Stmt::Item(other) => !std::ptr::eq(other, item),
            _ => true,
        });
        let uses = |stmt: &syn::Stmt| match stmt {
            syn::Stmt::Item(Item::Macro(other)) if other.ident.as_ref() == Some(name) => true,
            syn::Stmt::Item(_) => false,
            stmt => occurrences(stmt.to_token_stream(), name) > 0,
        };
        if ahead.into_iter().any(uses) {
            self.diagnostics.at(name, messages::MACRO_BEHIND);
        }
    }

    /// Whether a macro is called outside of a block that may name anything: none of the standard library's, nor of the body.
    fn calls_unseen(&self, inside: &TokenStream) -> bool {
        let known = |name: &Ident| is_defined(self.whole.clone(), name);
        let unseen = |tokens| {
            let called = hidden::called_unseen(tokens).into_iter();
            called.filter(|name| !known(name)).count()
        };
        unseen(&self.whole) > unseen(inside)
    }

    fn check_item(&mut self, item: &Item, block: &Block) {
        let Some(names) = names(item) else {
            return self.diagnostics.at(item, messages::ITEM_IN_BLOCK);
        };
        let inside = block.to_token_stream();
        let unseen = self.calls_unseen(&inside);
        for name in names {
            if unseen {
                self.diagnostics.at(&name, messages::ITEM_BESIDE_MACRO);
                continue;
            }
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
        Item::Macro(item) => match &item.ident {
            Some(name) => vec![name.clone()],
            None => statics(item.mac.tokens.clone()),
        },
        Item::Mod(item) => vec![item.ident.clone()],
        Item::Static(item) => vec![item.ident.clone()],
        Item::Struct(item) => vec![item.ident.clone()],
        // Its methods are found wherever it is.
        Item::Trait(item) => {
            let methods = item.items.iter().filter_map(|item| match item {
                syn::TraitItem::Fn(method) => Some(method.sig.ident.clone()),
                _ => None,
            });
            std::iter::once(item.ident.clone()).chain(methods).collect()
        }
        Item::TraitAlias(item) => vec![item.ident.clone()],
        Item::Type(item) => vec![item.ident.clone()],
        Item::Union(item) => vec![item.ident.clone()],
        Item::Impl(_) => Vec::new(),
        Item::Use(item) => imports::names(&item.tree),
        _ => return None,
    })
}

/// The statics that a `thread_local!` defines.
fn statics(tokens: TokenStream) -> Vec<Ident> {
    let mut tokens = tokens.into_iter().peekable();
    let mut names = Vec::new();
    while let Some(token) = tokens.next() {
        if matches!(&token, TokenTree::Ident(word) if word == "static")
            && let Some(TokenTree::Ident(name)) = tokens.peek()
        {
            names.push(name.clone());
        }
    }
    names
}

/// Whether the tokens have a `macro_rules!` of this name.
fn is_defined(tokens: TokenStream, name: &Ident) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let defines = |window: &[TokenTree]| match window {
        [TokenTree::Ident(rules), _, TokenTree::Ident(defined)] => {
            rules == "macro_rules" && defined == name
        }
        _ => false,
    };
    let inner = |token: &TokenTree| match token {
        TokenTree::Group(group) => is_defined(group.stream(), name),
        _ => false,
    };
    tokens.windows(3).any(defines) || tokens.iter().any(inner)
}

fn occurrences(tokens: TokenStream, name: &Ident) -> usize {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Ident(ident) => usize::from(ident == *name),
            TokenTree::Group(group) => occurrences(group.stream(), name),
            // In a format string.
            TokenTree::Literal(text) => text.to_string().matches(&format!("{{{name}")).count(),
            TokenTree::Punct(_) => 0,
        })
        .sum()
}
