//! The arguments of the attribute: `prime`, `crate = path`, `pinned`.

use crate::diagnostics::Diagnostics;
use crate::messages;
use proc_macro2::{Span, TokenStream};
use syn::parse::{Parse, ParseStream};
use syn::{Path, Token};

/// What `#[coroutine(..)]` was given.
pub(crate) struct Arguments {
    /// Run to the first yield at the call.
    pub(crate) prime: bool,
    /// A frame of rustc's making instead of an enum.
    pub(crate) pinned: bool,
    /// The path of the crate `coro`.
    pub(crate) krate: Path,
}

enum Argument {
    Prime(Span),
    Crate(Path),
    Pinned(Span),
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![crate]) {
            return Ok(Self::Crate(path_of_crate(input)?));
        }
        let name: syn::Ident = input
            .parse()
            .map_err(|error| syn::Error::new(error.span(), messages::UNKNOWN_ARGUMENT))?;
        let argument = match name.to_string().as_str() {
            "prime" => Self::Prime(name.span()),
            "pinned" => Self::Pinned(name.span()),
            _ => return Err(syn::Error::new(name.span(), messages::UNKNOWN_ARGUMENT)),
        };
        if input.is_empty() || input.peek(Token![,]) {
            return Ok(argument);
        }
        let message = messages::argument_with_a_value(&name.to_string());
        Err(syn::Error::new(name.span(), message))
    }
}

/// `crate = path`.
fn path_of_crate(input: ParseStream<'_>) -> syn::Result<Path> {
    let token = input.parse::<Token![crate]>()?;
    let wrong = |span| syn::Error::new(span, messages::CRATE_WITHOUT_PATH);
    input.parse::<Token![=]>().map_err(|_| wrong(token.span))?;
    input
        .call(Path::parse_mod_style)
        .map_err(|_| match input.is_empty() {
            true => wrong(token.span),
            false => wrong(input.span()),
        })
}

/// Reads the arguments; errors leave the defaults in place.
pub(crate) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Arguments {
    let mut arguments = Arguments {
        prime: false,
        pinned: false,
        krate: syn::parse_quote!(::coro),
    };
    let parser = syn::punctuated::Punctuated::<Argument, Token![,]>::parse_terminated;
    match syn::parse::Parser::parse2(parser, tokens) {
        Ok(list) => {
            for argument in list {
                let (flag, span) = match argument {
                    Argument::Crate(path) => {
                        arguments.krate = path;
                        continue;
                    }
                    Argument::Prime(span) => (&mut arguments.prime, span),
                    Argument::Pinned(span) => (&mut arguments.pinned, span),
                };
                if std::mem::replace(flag, true) {
                    diagnostics.span(span, messages::ARGUMENT_TWICE.to_owned());
                }
            }
        }
        Err(error) => diagnostics.push(error),
    }
    arguments
}
