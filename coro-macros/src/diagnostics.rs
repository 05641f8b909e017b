//! Errors are collected, then the door closes.
//!
//! In: errors of any stage, each at the user's own token. Out: one
//! `compile_error!` per error, in source order of their discovery. A stage that
//! recorded an error may go on to find more; no later stage runs after it.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// The errors found so far.
#[derive(Default)]
pub(crate) struct Diagnostics {
    errors: Vec<syn::Error>,
}

impl Diagnostics {
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
        Err(errors
            .iter()
            .map(syn::Error::to_compile_error)
            .collect::<TokenStream>())
    }
}
