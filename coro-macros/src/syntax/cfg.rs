//! `cfg` on what cannot be there and not be there at once.
//!
//! A macro cannot evaluate a `cfg`, and a graph has a yield, a name or neither.
//! So a function with a `cfg` on a `let`, or on a statement or arm that yields,
//! is compiled twice: once with it under `#[cfg(P)]`, once without it under
//! `#[cfg(not(P))]`. Other code keeps its `cfg` where it is.

use super::markers;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, ItemFn, Stmt, parse_quote};

/// The two functions that `function` stands for; `None` if it is one.
pub(crate) fn fork(function: &ItemFn) -> Option<[ItemFn; 2]> {
    let mut with = function.clone();
    let mut fork = Fork {
        predicate: None,
        present: true,
    };
    fork.inputs(&mut with.sig);
    fork.visit_block_mut(&mut with.block);
    let predicate = fork.predicate?;
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

/// Decides the first such `cfg`.
struct Fork {
    predicate: Option<TokenStream>,
    present: bool,
}

/// Takes the `cfg` out of `attributes`.
fn take(attributes: &mut Vec<Attribute>) -> Option<TokenStream> {
    let at = attributes
        .iter()
        .position(|attribute| attribute.path().is_ident("cfg"))?;
    let predicate = match &attributes[at].meta {
        syn::Meta::List(list) => list.tokens.clone(),
        _ => return None,
    };
    attributes.remove(at);
    Some(predicate)
}

fn attributes(stmt: &mut Stmt) -> Option<&mut Vec<Attribute>> {
    match stmt {
        Stmt::Local(local) => Some(&mut local.attrs),
        Stmt::Macro(mac) if markers::in_tokens(&mac.to_token_stream()) => Some(&mut mac.attrs),
        Stmt::Expr(expr, _) if markers::in_tokens(&expr.to_token_stream()) => match expr {
            syn::Expr::Assign(e) => Some(&mut e.attrs),
            syn::Expr::Binary(e) => Some(&mut e.attrs),
            syn::Expr::Block(e) => Some(&mut e.attrs),
            syn::Expr::Call(e) => Some(&mut e.attrs),
            syn::Expr::ForLoop(e) => Some(&mut e.attrs),
            syn::Expr::If(e) => Some(&mut e.attrs),
            syn::Expr::Loop(e) => Some(&mut e.attrs),
            syn::Expr::Macro(e) => Some(&mut e.attrs),
            syn::Expr::Match(e) => Some(&mut e.attrs),
            syn::Expr::MethodCall(e) => Some(&mut e.attrs),
            syn::Expr::Return(e) => Some(&mut e.attrs),
            syn::Expr::While(e) => Some(&mut e.attrs),
            _ => None,
        },
        _ => None,
    }
}

impl Fork {
    /// Whether what carries `attributes` is there; decides the first `cfg` met.
    fn there(&mut self, attributes: Option<&mut Vec<Attribute>>) -> bool {
        if self.predicate.is_none()
            && let Some(predicate) = attributes.and_then(take)
        {
            self.predicate = Some(quote!(#predicate));
            return self.present;
        }
        true
    }
}

impl Fork {
    fn inputs(&mut self, signature: &mut syn::Signature) {
        let inputs = std::mem::take(&mut signature.inputs);
        signature.inputs = inputs
            .into_iter()
            .filter_map(|mut input| {
                let attributes = match &mut input {
                    syn::FnArg::Receiver(receiver) => &mut receiver.attrs,
                    syn::FnArg::Typed(typed) => &mut typed.attrs,
                };
                self.there(Some(attributes)).then_some(input)
            })
            .collect();
    }
}

impl VisitMut for Fork {
    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        block.stmts.retain_mut(|stmt| self.there(attributes(stmt)));
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_expr_match_mut(&mut self, matched: &mut syn::ExprMatch) {
        matched.arms.retain_mut(|arm| {
            let yields = markers::in_tokens(&arm.to_token_stream());
            self.there(yields.then_some(&mut arm.attrs))
        });
        visit_mut::visit_expr_match_mut(self, matched);
    }

    fn visit_expr_struct_mut(&mut self, structure: &mut syn::ExprStruct) {
        let fields = std::mem::take(&mut structure.fields);
        structure.fields = fields
            .into_iter()
            .filter_map(|mut field| {
                let yields = markers::in_tokens(&field.to_token_stream());
                self.there(yields.then_some(&mut field.attrs))
                    .then_some(field)
            })
            .collect();
        visit_mut::visit_expr_struct_mut(self, structure);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
}
