//! Jumps in the arguments of macros.
//!
//! In: a macro in code that does not yield. Out: where its arguments jump, the macro with its arguments outside of it, if it is known how it
//! evaluates them. A macro that logs may not evaluate them at all: a `return` or a `?` leaves the function from there (`syntax::hidden`), but a `break` or a
//! `continue` of a loop that yields cannot.

use super::leap::Leaper;
use crate::messages;
use crate::syntax::{hidden, macros};
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{Expr, Lifetime, Macro};

impl Leaper<'_, '_> {
    /// A macro whose arguments jump, with its arguments outside of it.
    pub(super) fn opened(&mut self, mac: &Macro) -> Option<Expr> {
        if !macros::jumps(&mac.tokens) {
            return None;
        }
        let locals = &self.builder.body.locals;
        let bound = macros::bind_arguments(mac, &|text| locals.written(&text));
        if bound.is_none() && hidden::is_known(mac) {
            self.check_arguments(mac);
        }
        bound
    }

    /// Refuses a jump out of the arguments to a construct that is not verbatim.
    fn check_arguments(&mut self, mac: &Macro) {
        let Some((jump, label)) = first_jump(&mac.tokens) else {
            return;
        };
        if !self.stays(label.as_ref()) {
            let name = mac.path.segments.last().map(|last| last.ident.to_string());
            let message = messages::jump_in_macro(&jump.to_string(), &name.unwrap_or_default());
            self.builder.diagnostics.span(jump.span(), message);
        }
    }
}

/// The first `break` or `continue` in `tokens`, if it stands in no loop, closure or block of its own there.
fn first_jump(tokens: &TokenStream) -> Option<(Ident, Option<Lifetime>)> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(name) if name == "break" || name == "continue" => {
                return Some((name.clone(), label_at(&tokens[at + 1..])));
            }
            TokenTree::Ident(name)
                if ["loop", "while", "for", "async"].iter().any(|k| name == k) =>
            {
                return None;
            }
            TokenTree::Punct(punct) if punct.as_char() == '|' || punct.as_char() == '\'' => {
                return None;
            }
            TokenTree::Group(group) => {
                if let Some(found) = first_jump(&group.stream()) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    None
}

fn label_at(behind: &[TokenTree]) -> Option<Lifetime> {
    match behind {
        [TokenTree::Punct(quote), TokenTree::Ident(name), ..] if quote.as_char() == '\'' => {
            Some(Lifetime {
                apostrophe: quote.span(),
                ident: name.clone(),
            })
        }
        _ => None,
    }
}
