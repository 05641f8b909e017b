//! `cfg` on what cannot be there and not be there at once.
//!
//! A macro cannot evaluate a `cfg`, and a graph has a yield, a jump, a move or a name, or it has not.
//! So a function with a `cfg` on a statement, an arm, a field or an element becomes two: one with it under `#[cfg(P)]`, one
//! without it under `#[cfg(not(P))]`. The one that is there is compiled, and becomes two again for what other `cfg`s it has. Those of operands of markers and
//! of arguments of the standard library's macros count, too, and those in closures, for what they capture. Items keep theirs.

use super::{attributes, delimiters, macros, markers};
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Expr, ItemFn, MacroDelimiter, Stmt, Token, parse_quote};

/// The two functions that `function` stands for; `None` if it is one.
pub(crate) fn fork(function: &ItemFn) -> Option<[ItemFn; 2]> {
    let mut with = function.clone();
    let mut fork = Fork {
        predicate: None,
        present: true,
    };
    fork.inputs(&mut with.sig);
    fork.visit_block_mut(&mut with.block);
    let (_, predicate) = fork.predicate?;
    let mut without = function.clone();
    let mut fork = Fork {
        predicate: None,
        present: false,
    };
    fork.inputs(&mut without.sig);
    fork.visit_block_mut(&mut without.block);
    with.attrs.insert(0, parse_quote!(#[cfg(#predicate)]));
    without
        .attrs
        .insert(0, parse_quote!(#[cfg(not(#predicate))]));
    Some([with, without])
}

/// Decides the first such `cfg`, wherever it stands.
struct Fork {
    /// As text, and as it is written.
    predicate: Option<(String, TokenStream)>,
    present: bool,
}

/// Where the `cfg` is in `attributes`, and what it says.
fn predicate_of(attributes: &[Attribute]) -> Option<(usize, TokenStream)> {
    let at = attributes
        .iter()
        .position(|attribute| attribute.path().is_ident("cfg"))?;
    match &attributes[at].meta {
        syn::Meta::List(list) => Some((at, list.tokens.clone())),
        _ => None,
    }
}

impl Fork {
    /// Whether what carries `attributes` is there, as far as that is decided.
    fn there(&mut self, attributes: &mut Vec<Attribute>) -> bool {
        let Some((at, says)) = predicate_of(attributes) else {
            return true;
        };
        let text = says.to_string();
        let first = || (text.clone(), says);
        let (decided, _) = self.predicate.get_or_insert_with(first);
        let present = if text == *decided {
            self.present
        } else if text == format!("not ({decided})") || text == format!("not({decided})") {
            !self.present
        } else {
            return true;
        };
        attributes.remove(at);
        present && self.there(attributes)
    }

    /// The elements of a list that are there, with the commas behind them.
    fn elements<T>(
        &mut self,
        elements: &mut Punctuated<T, Token![,]>,
        attributes: impl Fn(&mut T) -> Option<&mut Vec<Attribute>>,
    ) {
        let all = std::mem::take(elements).into_pairs();
        let there = all.filter_map(|mut pair| {
            let there = attributes(pair.value_mut()).is_none_or(|written| self.there(written));
            there.then_some(pair)
        });
        *elements = there.collect();
    }
}

impl Fork {
    fn inputs(&mut self, signature: &mut syn::Signature) {
        self.elements(&mut signature.inputs, |input| {
            Some(match input {
                syn::FnArg::Receiver(receiver) => &mut receiver.attrs,
                syn::FnArg::Typed(typed) => &mut typed.attrs,
            })
        });
    }
}

impl Fork {
    /// What a marker, or a macro of the standard library, evaluates; a foreign macro's arguments may be anything.
    fn arguments(&mut self, mac: &mut syn::Macro) {
        if let (true, MacroDelimiter::Brace(brace)) = (markers::is_marker(mac), &mac.delimiter) {
            if let Ok(stmts) = mac.parse_body_with(syn::Block::parse_within) {
                let brace_token = *brace;
                let mut block = syn::Block { brace_token, stmts };
                self.visit_block_mut(&mut block);
                let stmts = block.stmts;
                mac.tokens = quote!(#(#stmts)*);
            }
        } else if markers::is_marker(mac) {
            let operands = Punctuated::<Expr, Token![,]>::parse_terminated;
            if let Ok(mut operands) = mac.parse_body_with(operands) {
                self.elements(&mut operands, attributes::of_mut);
                operands.iter_mut().for_each(|e| self.visit_expr_mut(e));
                mac.tokens = operands.into_token_stream();
            }
        } else if let Some(changed) = macros::with_arguments(mac, &mut |e| self.visit_expr_mut(e)) {
            *mac = changed;
        }
    }
}

fn says_cfg(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == "cfg",
        TokenTree::Group(group) => says_cfg(&group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

impl VisitMut for Fork {
    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        block.stmts.retain_mut(|stmt| {
            let attributes = match stmt {
                Stmt::Local(local) => Some(&mut local.attrs),
                Stmt::Macro(mac) => Some(&mut mac.attrs),
                Stmt::Expr(expr, _) => attributes::of_mut(expr),
                Stmt::Item(_) => None,
            };
            let written = attributes.as_ref().map_or(0, |attributes| attributes.len());
            let there = attributes.is_none_or(|attributes| self.there(attributes));
            // Without its attribute it may be all that is left.
            if let Stmt::Expr(Expr::Block(only), None) = stmt
                && only.attrs.len() < written
            {
                delimiters::quiet(only);
            }
            there
        });
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_expr_match_mut(&mut self, matched: &mut syn::ExprMatch) {
        matched.arms.retain_mut(|arm| self.there(&mut arm.attrs));
        visit_mut::visit_expr_match_mut(self, matched);
    }

    fn visit_expr_struct_mut(&mut self, structure: &mut syn::ExprStruct) {
        self.elements(&mut structure.fields, |field| Some(&mut field.attrs));
        visit_mut::visit_expr_struct_mut(self, structure);
    }

    fn visit_pat_struct_mut(&mut self, pattern: &mut syn::PatStruct) {
        self.elements(&mut pattern.fields, |field| Some(&mut field.attrs));
        visit_mut::visit_pat_struct_mut(self, pattern);
    }

    fn visit_expr_tuple_mut(&mut self, tuple: &mut syn::ExprTuple) {
        self.elements(&mut tuple.elems, attributes::of_mut);
        visit_mut::visit_expr_tuple_mut(self, tuple);
    }

    fn visit_expr_array_mut(&mut self, array: &mut syn::ExprArray) {
        self.elements(&mut array.elems, attributes::of_mut);
        visit_mut::visit_expr_array_mut(self, array);
    }

    fn visit_expr_call_mut(&mut self, call: &mut syn::ExprCall) {
        self.elements(&mut call.args, attributes::of_mut);
        visit_mut::visit_expr_call_mut(self, call);
    }

    fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
        self.elements(&mut call.args, attributes::of_mut);
        visit_mut::visit_expr_method_call_mut(self, call);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if says_cfg(&mac.tokens) {
            self.arguments(mac);
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
