//! What the return type says.
//!
//! In: the return type as written. Out: a [`Protocol`] with the four types, and
//! the return type rewritten with every default filled in, so that callers see
//! them. Elided lifetimes of the sent type are bound by `for<..>`, as in `Fn(&str)`.

mod boxed;

use super::meant::meant;
use super::types;
use crate::messages;
use boxed::{read_box, read_box_coroutine};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{
    AngleBracketedGenericArguments, GenericArgument, Lifetime, PathArguments, ReturnType, Token,
    TraitBound, Type, TypeParamBound, parse_quote, parse_quote_spanned,
};

/// How the machine is handed out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `impl Coroutine<..>` or `impl Iterator<..>`.
    Opaque,
    /// `Box<dyn ..>` or `BoxCoroutine<..>`.
    Boxed,
}

/// The four types of a coroutine, and what its return type asks for.
pub(crate) struct Protocol {
    pub(crate) shape: Shape,
    /// As annotated on the step closure: bound lifetimes are elided again.
    pub(crate) resume: Type,
    pub(crate) yields: Type,
    pub(crate) returns: Type,
    pub(crate) throws: Type,
    /// Whether the sent type has a lifetime of its own at each send.
    pub(crate) higher_ranked: bool,
    pub(crate) clone: bool,
    pub(crate) debug: bool,
    /// The return type as the emitted function shows it.
    pub(crate) output: TokenStream,
}

/// The types as written, before the defaults.
#[derive(Default)]
struct Written {
    resume: Option<Type>,
    yields: Option<Type>,
    returns: Option<Type>,
    throws: Option<Type>,
}

/// Reads the return type of a coroutine.
pub(crate) fn parse(signature: &syn::Signature) -> Result<Protocol, Unread> {
    let ReturnType::Type(_, ty) = &signature.output else {
        let error = syn::Error::new(signature.ident.span(), messages::NO_RETURN_TYPE);
        return Err(Unread { error, meant: None });
    };
    read(ty).map_err(|error| Unread {
        error,
        meant: meant(ty).and_then(|ty| read(&ty).ok()).map(Box::new),
    })
}

/// A return type that does not say what the coroutine is.
pub(crate) struct Unread {
    pub(crate) error: syn::Error,
    /// What it was meant to say.
    pub(crate) meant: Option<Box<Protocol>>,
}

/// Whether a path names one of the traits, which is no type.
pub(super) fn is_coroutine(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|last| {
        ["Coroutine", "Iterator", "FusedIterator"]
            .iter()
            .any(|name| last.ident == name)
    })
}

fn read(ty: &Type) -> syn::Result<Protocol> {
    match ty {
        Type::Paren(inner) => read(&inner.elem),
        Type::Group(inner) => read(&inner.elem),
        Type::ImplTrait(opaque) => {
            let (bounds, mut protocol) = read_bounds(&opaque.bounds, ty, Shape::Opaque)?;
            let extra = fused(&protocol, &bounds);
            // The keyword decides the edition's capture rules: with the span of
            // this crate (edition 2024) every lifetime in scope is captured.
            let keyword = Token![impl](Span::mixed_site().located_at(opaque.impl_token.span));
            let bounds = ended_by_this_crate(quote!(#bounds #extra));
            protocol.output = quote!(#keyword #bounds);
            Ok(protocol)
        }
        Type::Path(path) => {
            let last = path.path.segments.last().ok_or_else(|| unreadable(ty))?;
            match last.ident.to_string().as_str() {
                "Box" => read_box(path, ty),
                "BoxCoroutine" => read_box_coroutine(last, ty),
                _ if is_coroutine(&path.path) => {
                    Err(syn::Error::new_spanned(ty, messages::TRAIT_AS_A_TYPE))
                }
                _ => Err(unreadable(ty)),
            }
        }
        other => Err(unreadable(other)),
    }
}

/// The bounds, with the hygiene of the keyword at their end: rustc shows the whole type where both ends have one, and else the keyword alone.
fn ended_by_this_crate(mut bounds: TokenStream) -> TokenStream {
    let last = bounds.clone().into_iter().last();
    if let Some(TokenTree::Punct(last)) = last.filter(|last| last.to_string() == ">") {
        let plus = Token![+](Span::mixed_site().located_at(last.span()));
        plus.to_tokens(&mut bounds);
    }
    bounds
}

fn unreadable(ty: &Type) -> syn::Error {
    syn::Error::new_spanned(ty, messages::UNREADABLE_RETURN_TYPE)
}

/// `at`: where the type says nothing of what is left out, for rustc to point at.
fn filled(written: Written, shape: Shape, at: Span) -> Protocol {
    let at = Span::mixed_site().located_at(at);
    Protocol {
        shape,
        resume: written.resume.unwrap_or_else(|| parse_quote!(())),
        yields: written.yields.unwrap_or_else(|| parse_quote!(())),
        returns: written
            .returns
            .unwrap_or_else(|| parse_quote_spanned!(at=> ())),
        throws: written
            .throws
            .unwrap_or_else(|| parse_quote!(::core::convert::Infallible)),
        higher_ranked: false,
        clone: false,
        debug: false,
        output: TokenStream::new(),
    }
}

type Bounds = Punctuated<TypeParamBound, Token![+]>;

fn read_bounds(bounds: &Bounds, ty: &Type, shape: Shape) -> syn::Result<(Bounds, Protocol)> {
    let mut bounds = bounds.clone();
    // A `+` may stand behind the last; more are added behind it.
    bounds.pop_punct();
    let named = |bound: &TypeParamBound, name: &str| {
        matches!(bound, TypeParamBound::Trait(t)
            if t.path.segments.last().is_some_and(|segment| segment.ident == name))
    };
    for bound in &bounds {
        let forward = ["DoubleEndedIterator", "ExactSizeIterator"];
        let message = match forward.iter().any(|name| named(bound, name)) {
            true => Some(messages::FORWARD_ONLY),
            false => named(bound, "Copy").then_some(messages::NO_COPY),
        };
        if let Some(message) = message {
            return Err(syn::Error::new_spanned(bound, message));
        }
    }
    let (clone, debug) = (
        bounds.iter().any(|bound| named(bound, "Clone")),
        bounds.iter().any(|bound| named(bound, "Debug")),
    );
    let coroutine = bounds.iter().position(|bound| named(bound, "Coroutine"));
    let iterator = bounds.iter().position(|bound| {
        ["Iterator", "FusedIterator"]
            .iter()
            .any(|name| named(bound, name))
    });
    let mut protocol = match (coroutine, iterator) {
        (Some(at), _) => read_coroutine(trait_bound(&mut bounds, at), shape)?,
        (None, Some(at)) => read_iterator(trait_bound(&mut bounds, at), shape)?,
        (None, None) => return Err(unreadable(ty)),
    };
    protocol.clone = clone;
    protocol.debug = debug;
    Ok((bounds, protocol))
}

fn trait_bound(bounds: &mut Bounds, at: usize) -> &mut TraitBound {
    match &mut bounds[at] {
        TypeParamBound::Trait(bound) => bound,
        _ => unreachable!("the position was found among trait bounds"),
    }
}

fn read_iterator(bound: &mut TraitBound, shape: Shape) -> syn::Result<Protocol> {
    let mut item = None;
    for argument in arguments(bound)? {
        match argument {
            GenericArgument::AssocType(assoc) if assoc.ident == "Item" => item = Some(assoc.ty),
            other => {
                return Err(syn::Error::new_spanned(
                    other,
                    messages::UNKNOWN_TYPE_ARGUMENT,
                ));
            }
        }
    }
    let Some(item) = item else {
        return Err(syn::Error::new_spanned(
            &bound.path,
            messages::ITERATOR_WITHOUT_ITEM,
        ));
    };
    Ok(filled(
        Written {
            yields: Some(item),
            ..Written::default()
        },
        shape,
        bound.path.span(),
    ))
}

fn read_coroutine(bound: &mut TraitBound, shape: Shape) -> syn::Result<Protocol> {
    let mut written = Written::default();
    for argument in arguments(bound)? {
        match argument {
            GenericArgument::Type(ty) if written.resume.is_none() => written.resume = Some(ty),
            GenericArgument::AssocType(assoc) if assoc.ident == "Yield" => {
                once(&mut written.yields, assoc)?;
            }
            GenericArgument::AssocType(assoc) if assoc.ident == "Return" => {
                once(&mut written.returns, assoc)?;
            }
            GenericArgument::AssocType(assoc) if assoc.ident == "Throw" => {
                once(&mut written.throws, assoc)?;
            }
            other => {
                return Err(syn::Error::new_spanned(
                    other,
                    messages::UNKNOWN_TYPE_ARGUMENT,
                ));
            }
        }
    }
    let mut protocol = filled(written, shape, bound.path.span());
    let binder = Lifetime::new("'__sent", Span::mixed_site());
    if types::name_elided(&mut protocol.resume, &binder) {
        let lifetimes = bound.lifetimes.get_or_insert_with(|| parse_quote!(for<>));
        lifetimes
            .lifetimes
            .push(syn::GenericParam::Lifetime(syn::LifetimeParam::new(binder)));
    }
    fill(bound, &protocol);
    unbind(bound, &mut protocol)?;
    Ok(protocol)
}

fn once(slot: &mut Option<Type>, assoc: syn::AssocType) -> syn::Result<()> {
    if slot.is_some() {
        return Err(syn::Error::new_spanned(
            assoc,
            messages::TYPE_ARGUMENT_TWICE,
        ));
    }
    *slot = Some(assoc.ty);
    Ok(())
}

/// The lifetimes bound by `for<..>` change from send to send: nothing else may mention them.
fn unbind(bound: &TraitBound, protocol: &mut Protocol) -> syn::Result<()> {
    let Some(lifetimes) = &bound.lifetimes else {
        return Ok(());
    };
    let names: Vec<Lifetime> = lifetimes
        .lifetimes
        .iter()
        .filter_map(|parameter| match parameter {
            syn::GenericParam::Lifetime(lifetime) => Some(lifetime.lifetime.clone()),
            _ => None,
        })
        .collect();
    for ty in [&protocol.yields, &protocol.returns, &protocol.throws] {
        if let Some(span) = types::mentions(ty, |lifetime| names.contains(lifetime)) {
            return Err(syn::Error::new(span, messages::SENT_LIFETIME_ESCAPES));
        }
    }
    protocol.higher_ranked = !names.is_empty();
    types::elide(&mut protocol.resume, |lifetime| names.contains(lifetime));
    Ok(())
}

fn arguments(bound: &TraitBound) -> syn::Result<Vec<GenericArgument>> {
    let Some(segment) = bound.path.segments.last() else {
        return Ok(Vec::new());
    };
    match &segment.arguments {
        PathArguments::None => Ok(Vec::new()),
        PathArguments::AngleBracketed(arguments) => Ok(arguments.args.iter().cloned().collect()),
        PathArguments::Parenthesized(arguments) => Err(syn::Error::new_spanned(
            arguments,
            messages::UNKNOWN_TYPE_ARGUMENT,
        )),
    }
}

fn fill(bound: &mut TraitBound, protocol: &Protocol) {
    let Protocol {
        resume,
        yields,
        returns,
        throws,
        ..
    } = protocol;
    let arguments: AngleBracketedGenericArguments =
        parse_quote!(<#resume, Yield = #yields, Return = #returns, Throw = #throws>);
    if let Some(segment) = bound.path.segments.last_mut() {
        segment.arguments = PathArguments::AngleBracketed(arguments);
    }
}

/// A coroutine that takes, returns and throws nothing is an iterator too.
fn fused(protocol: &Protocol, bounds: &Bounds) -> TokenStream {
    let already = bounds.iter().any(|bound| {
        matches!(bound, TypeParamBound::Trait(bound)
            if bound.path.segments.last().is_some_and(|s| s.ident == "Iterator" || s.ident == "FusedIterator"))
    });
    let plain = types::is_unit(&protocol.resume)
        && types::is_unit(&protocol.returns)
        && types::is_infallible(&protocol.throws);
    if already || !plain || types::has_impl(&protocol.yields) {
        return TokenStream::new();
    }
    let yields = &protocol.yields;
    quote!(+ ::core::iter::FusedIterator<Item = #yields>)
}
