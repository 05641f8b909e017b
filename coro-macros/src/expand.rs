//! The pipeline; reads as the algorithm.
//!
//! tokens → syntax, with validate → resolve → build → simplify → flow → layout → lent, signpost → in place, fields → emit
//!
//! and with `pinned`: tokens → syntax, with validate → frame

use crate::compile::{self, private};
use crate::diagnostics::Diagnostics;
use crate::emit::{self, stub};
use crate::syntax::{self, Source, fragments, markers, normalise, parameters, signature, types};
use crate::{frame, messages, returns, validate};
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::collections::HashSet;
use std::panic::{self, AssertUnwindSafe};
use syn::{ItemFn, parse_quote};

/// Compiles one annotated function; a bug of ours is an error like others, and the function still there for its callers.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    guarded(arguments.clone(), item.clone(), || {
        expanded(arguments, item)
    })
}

/// What `expand` makes of `item`, or that it could not.
pub(crate) fn guarded(
    arguments: TokenStream,
    item: TokenStream,
    expand: impl FnOnce() -> TokenStream,
) -> TokenStream {
    panic::catch_unwind(AssertUnwindSafe(expand)).unwrap_or_else(|why| {
        let text = why.downcast_ref::<&str>().copied();
        let text = text.or_else(|| why.downcast_ref::<String>().map(String::as_str));
        let message = messages::broken(text.unwrap_or_default());
        let Ok(function) = syntax::function(&item) else {
            return quote::quote!(::core::compile_error! { #message });
        };
        let krate = syntax::arguments::parse(arguments, &mut Diagnostics::default()).krate;
        let error = syn::Error::new(function.sig.ident.span(), message).to_compile_error();
        let protocol = signature::parse(&function.sig).ok();
        stub::stub(&function, protocol.as_ref(), &krate, &error)
    })
}

fn expanded(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let written = arguments.clone();
    let arguments = syntax::arguments::parse(arguments, &mut diagnostics);
    let krate = arguments.krate.clone();
    let mut taken = HashSet::new();
    let item = match parameters::collect(item.clone(), &mut taken) {
        true => fragments::settle(item),
        false => item,
    };
    let function = match syntax::function(&item) {
        Ok(function) => function,
        Err(error) => return not_a_function(error, item, &krate),
    };
    if taken.contains("cfg")
        && let Some(functions) = syntax::cfg::fork(&function)
    {
        let functions = functions.map(|mut function| {
            // The one that is not there is never compiled.
            let again: syn::Attribute = parse_quote!(#[#krate::__coroutine(#written)]);
            function.attrs.insert(1, again);
            function.into_token_stream()
        });
        return functions.into_iter().collect();
    }
    diagnostics.belong_to(function.sig.ident.span());
    let source = match read(arguments, function.clone(), &mut diagnostics) {
        Ok(source) => source,
        Err(Refused { errors, protocol }) => {
            return stub::stub(&function, protocol.as_deref(), &krate, &errors);
        }
    };
    let compiled = match source.arguments.pinned {
        true => Ok(pinned(&source)),
        false => compile::compile(&source, &mut diagnostics).map(|compiled| {
            emit::emit(emit::Input {
                body: &compiled.body,
                layout: &compiled.layout,
                reports: &compiled.reports,
                source: &source,
                private: &private(),
                taken,
            })
        }),
    };
    compiled.unwrap_or_else(|errors| {
        let errors = stub::beside(&errors, &source.markers);
        stub::stub(&source.function, Some(&source.protocol), &krate, &errors)
    })
}

/// The other engine: everything after `read` is one stage.
fn pinned(source: &Source) -> TokenStream {
    let private = private();
    let frame::Framed { statements, made } = frame::frame(source, &private);
    emit::function::function(source, &private, None, &statements, &made)
}

fn not_a_function(error: syn::Error, item: TokenStream, krate: &syn::Path) -> TokenStream {
    if let Some((function, body)) = syntax::without_body(&item) {
        let errors = stub::beside(&error.to_compile_error(), &markers::named_in(body));
        let protocol = signature::parse(&function.sig).ok();
        return stub::stub(&function, protocol.as_ref(), krate, &errors);
    }
    let annotated = syn::parse2::<syn::Item>(item.clone()).is_ok();
    let error = match syn::parse2::<syn::TraitItemFn>(item.clone()) {
        Ok(method) if method.default.is_none() => {
            syn::Error::new_spanned(method.sig.ident, messages::NO_BODY)
        }
        _ if annotated => syn::Error::new_spanned(&item, messages::NOT_A_FUNCTION),
        _ => error,
    };
    let error = error.to_compile_error();
    // What is there stays there, so that its uses are not errors too.
    let item = annotated.then_some(item);
    quote::quote!(#error #item)
}

/// What is known of a function that cannot be compiled.
pub(crate) struct Refused {
    pub(crate) errors: TokenStream,
    /// What the return type says, or was meant to say.
    protocol: Option<Box<syntax::Protocol>>,
}

/// Tokens to a [`Source`].
pub(crate) fn read(
    arguments: syntax::Arguments,
    mut function: ItemFn,
    diagnostics: &mut Diagnostics,
) -> Result<Source, Refused> {
    validate::function(&function, diagnostics);
    let (protocol, meant) = match signature::parse(&function.sig) {
        Ok(protocol) => (Some(protocol), None),
        Err(unread) => {
            diagnostics.push(unread.error);
            (None, unread.meant)
        }
    };
    let braces = function.block.brace_token;
    let mut body = std::mem::replace(&mut *function.block, parse_quote!({}));
    function.block.brace_token = braces;
    let parameters = parameters::lower(&mut function.sig, &mut body);
    syntax::reserved::keep_apart(&mut body);
    let markers = normalise::normalise(&mut body, diagnostics);
    parameters::rename_self(&parameters, &mut body);
    let boxed = protocol
        .as_ref()
        .is_none_or(|p| p.shape == syntax::Shape::Boxed);
    if let (true, Some(protocol)) = (arguments.pinned, &protocol) {
        validate::pinned(&function.sig.output, protocol, diagnostics);
        validate::jumps(&body, diagnostics);
    }
    let method = parameters.iter().any(|parameter| parameter.receiver);
    validate::body(&body, &function.sig.ident, (boxed, method), diagnostics);
    if protocol
        .as_ref()
        .is_some_and(|p| types::is_unit(&p.returns))
    {
        returns::check(&body, diagnostics);
    }
    // A frame holds what is matched, whatever it is, and what matches it.
    if !arguments.pinned {
        syntax::alternatives::part(&mut body, diagnostics);
        syntax::let_go::let_go(&mut body);
    }
    match (diagnostics.close(), protocol) {
        (Ok(()), Some(protocol)) => Ok(Source {
            arguments,
            function,
            protocol,
            parameters,
            body,
            markers,
        }),
        (Err(errors), protocol) => Err(Refused {
            errors: stub::beside(&errors, &markers),
            protocol: protocol.map(Box::new).or(meant),
        }),
        (Ok(()), None) => unreachable!("an unread return type is an error"),
    }
}
