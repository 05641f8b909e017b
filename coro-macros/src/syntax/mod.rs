//! Tokens to the syntax the pipeline works on.
//!
//! In: the attribute's arguments and the annotated item. Out: a [`Source`]: the
//! function with its parameters as plain names, what its return type says, and
//! a body in which each marker is an ordinary call of a reserved name (so that
//! every later walk sees its operands as the expressions they are).

pub(crate) mod alternatives;
pub(crate) mod arguments;
pub(crate) mod attributes;
pub(crate) mod cfg;
pub(crate) mod conditions;
pub(crate) mod delimiters;
pub(crate) mod diverge;
pub(crate) mod fragments;
pub(crate) mod generated;
pub(crate) mod hidden;
pub(crate) mod imports;
pub(crate) mod let_go;
pub(crate) mod macros;
pub(crate) mod markers;
mod meant;
pub(crate) mod normalise;
pub(crate) mod opaque;
pub(crate) mod operators;
pub(crate) mod parameters;
pub(crate) mod reserved;
mod separators;
pub(crate) mod signature;
pub(crate) mod types;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

pub(crate) use arguments::Arguments;
pub(crate) use parameters::Parameter;
pub(crate) use signature::{Protocol, Shape};

/// A function whose body does not parse: what is around the body, and the body's tokens.
pub(crate) fn without_body(item: &TokenStream) -> Option<(syn::ItemFn, TokenStream)> {
    let mut tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    let body = match tokens.pop()? {
        TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => body.stream(),
        _ => return None,
    };
    let around = tokens.into_iter().collect::<TokenStream>();
    let function = syn::parse2(quote::quote!(#around {})).ok()?;
    Some((function, body))
}

/// Parses the annotated function.
pub(crate) fn function(item: &TokenStream) -> syn::Result<syn::ItemFn> {
    let parsed = syn::parse2(item.clone());
    parsed.map(|mut function: syn::ItemFn| {
        // Those at the head of the body are the function's, which comes to stand around another.
        for attribute in &mut function.attrs {
            attribute.style = syn::AttrStyle::Outer;
        }
        function
    })
}

/// One annotated function, read.
pub(crate) struct Source {
    pub(crate) arguments: Arguments,
    /// Attributes, visibility and signature; the block is taken out.
    pub(crate) function: syn::ItemFn,
    /// What the return type says.
    pub(crate) protocol: Protocol,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: syn::Block,
    /// The paths of the markers in the body, each spelling once.
    pub(crate) markers: Vec<syn::Path>,
}
