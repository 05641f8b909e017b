//! Errors are collected, then the door closes.
//!
//! In: errors of any stage, each at the user's own token. Out: one
//! `compile_error!` per error, in source order of their discovery. A stage that
//! recorded an error may go on to find more; no later stage runs after it.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// The errors found so far.
#[derive(Default)]
pub(crate) struct Diagnostics {
    errors: Vec<syn::Error>,
    /// Whose code the errors are in: names of ours stand at the user's tokens, too.
    of: Option<Span>,
}

impl Diagnostics {
    /// The errors are in the code that `span` is of.
    pub(crate) fn belong_to(&mut self, span: Span) {
        self.of = Some(span);
    }

    /// Records an error that underlines all of `tokens`.
    pub(crate) fn at(&mut self, tokens: &impl ToTokens, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new_spanned(tokens, message));
    }

    /// Records an error at one span.
    pub(crate) fn span(&mut self, span: Span, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new(span, message));
    }

    /// Records an error made by a parser.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// The door: `Err` when anything was recorded.
    pub(crate) fn close(&mut self) -> Result<(), TokenStream> {
        if self.errors.is_empty() {
            return Ok(());
        }
        let errors = std::mem::take(&mut self.errors);
        let errors = errors.iter().map(syn::Error::to_compile_error);
        let errors = errors.collect::<TokenStream>();
        Err(match self.of {
            Some(of) => resolved_at(errors, of),
            None => errors,
        })
    }
}

/// `tokens` where they are, in the code that `of` is of.
fn resolved_at(tokens: TokenStream, of: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            let inner = resolved_at(group.stream(), of);
            let mut moved = Group::new(group.delimiter(), inner);
            moved.set_span(group.span());
            token = moved.into();
        }
        token.set_span(token.span().resolved_at(of));
        token
    });
    moved.collect()
}
