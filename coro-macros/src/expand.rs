//! The pipeline; reads as the algorithm.
//!
//! tokens → syntax → validate → resolve → build → simplify → flow → layout → signpost → emit
//!
//! and with `pinned`: tokens → syntax → validate → frame

use crate::bindings::Bindings;
use crate::diagnostics::Diagnostics;
use crate::emit::{self, stub};
use crate::ir::{Body, LocalId, Origin};
use crate::layout::{self, Layout};
use crate::resolve::Resolved;
use crate::syntax::{self, Source, markers, parameters, signature, types};
use crate::{
    build, captures, fields, flow, frame, in_place, lent, messages, reports, resolve, returns,
    signpost, simplify, validate,
};
use proc_macro2::TokenStream;
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
    let function = match syntax::function(&item) {
        Ok(function) => function,
        Err(error) => return not_a_function(error, item, &krate),
    };
    let mut taken = HashSet::new();
    parameters::collect(item, &mut taken);
    if taken.contains("cfg")
        && let Some(functions) = syntax::cfg::fork(&function)
    {
        let expanded = functions.map(|function| expand(written.clone(), quote::quote!(#function)));
        return expanded.into_iter().collect();
    }
    let source = match read(arguments, function.clone(), &mut diagnostics) {
        Ok(source) => source,
        Err(Refused { errors, protocol }) => {
            return stub::stub(&function, protocol.as_deref(), &krate, &errors);
        }
    };
    let compiled = match source.arguments.pinned {
        true => Ok(pinned(&source)),
        false => compile(&source, &mut diagnostics).map(|compiled| {
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

/// The runtime, as generated code calls it.
fn private() -> syn::Path {
    let name = syn::Ident::new("__coro", proc_macro2::Span::mixed_site());
    parse_quote!(#name)
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
        _ if syn::parse2::<syn::Item>(item.clone()).is_ok() => {
            syn::Error::new_spanned(&item, messages::NOT_A_FUNCTION)
        }
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
    let markers = markers::normalise(&mut body, diagnostics);
    let boxed = protocol
        .as_ref()
        .is_none_or(|p| p.shape == syntax::Shape::Boxed);
    if let (true, Some(protocol)) = (arguments.pinned, &protocol) {
        validate::pinned(&function.sig.output, protocol, diagnostics);
        validate::jumps(&body, diagnostics);
    }
    validate::body(&body, &function.sig.ident, boxed, diagnostics);
    if protocol
        .as_ref()
        .is_some_and(|p| types::is_unit(&p.returns))
    {
        returns::check(&body, diagnostics);
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

/// A graph and how it is laid out.
pub(crate) struct Compiled {
    pub(crate) body: Body,
    pub(crate) layout: Layout,
    /// Code for rustc to report on.
    pub(crate) reports: TokenStream,
}

/// The middle of the pipeline.
pub(crate) fn compile(
    source: &Source,
    diagnostics: &mut Diagnostics,
) -> Result<Compiled, TokenStream> {
    let names = build::Names {
        private: private(),
        yields: types::inside(&source.protocol.yields),
        resume: source.protocol.resume.clone(),
        throws: source.protocol.throws.clone(),
    };
    let mut resolved = resolve::resolve(&source.parameters, &source.body);
    let mut apart: Vec<LocalId> = Vec::new();
    let mut joining = true;
    loop {
        let mut body = build::build(resolved.clone(), &names, diagnostics);
        diagnostics.close()?;
        let joined = simplify::simplify(&mut body, joining);
        captures::mark_plain(&mut body);
        let flow = flow::analyse(&body);
        for (local, span) in &flow.assigned_twice {
            let name = &body.locals.get(*local).name;
            diagnostics.span(*span, messages::assigned_twice(name));
        }
        for (local, span) in &flow.unassigned {
            let name = &body.locals.get(*local).name;
            diagnostics.span(*span, messages::unassigned(name));
        }
        diagnostics.close()?;
        let unclear = match layout::lay_out(&body, &flow) {
            Ok(mut layout) => {
                let [left, live] = layout.left(&body, &flow, resolved.locals.len());
                if !left.is_empty() || !live.is_empty() {
                    resolve::left::hold(&mut resolved, &left, &live);
                    continue;
                }
                let partial = layout.partial(&body, &flow);
                if partial.is_empty() {
                    let bindings = Bindings::of(&body);
                    let lent = lent::lent(&body, &layout, &bindings);
                    let whole: Vec<LocalId> = lent
                        .iter()
                        .map(|lent| lent.argument)
                        .filter(|argument| !body.locals.get(*argument).divided)
                        .collect();
                    if !whole.is_empty() {
                        let Resolved { body, locals, .. } = &mut resolved;
                        *body = resolve::fields::take_apart(body, locals, &whole);
                        continue;
                    }
                    lent::check(&body, &bindings, &lent, diagnostics);
                    let yields = &source.protocol.yields;
                    signpost::check(&body, &layout, &bindings, yields, diagnostics);
                    diagnostics.close()?;
                    // What is printed is the state, which shows what it holds; and rustc words
                    // best what is wrong with a value that is lent for one send if no slot
                    // takes part in it.
                    if !source.protocol.debug && !source.protocol.higher_ranked {
                        layout.in_place = in_place::in_place(&body, &flow, &layout, &bindings);
                    }
                    layout.repeating = layout::cycles::repeating(&body, &layout);
                    let sends = types::is_plain(&source.protocol.resume);
                    layout.places = fields::places(&body, &layout, sends);
                    let reports = reports::reports(&resolved.body, &body, &layout);
                    return Ok(Compiled {
                        body,
                        layout,
                        reports,
                    });
                }
                let whole = resolve::tuples::divide(&mut resolved, &partial);
                for local in &whole {
                    let known = resolved.locals.get_mut(*local);
                    (known.partial, known.parted) = (true, true);
                }
                let Resolved { body, locals, .. } = &mut resolved;
                *body = resolve::parts::take_parts(body, locals, &whole);
                resolve::left::take_fields(&mut resolved, &whole);
                continue;
            }
            // Where branches meet in one arm, more may be unclear than where they do not.
            Err(_) if joined => {
                joining = false;
                continue;
            }
            Err(unclear) => unclear,
        };
        let copied = read_as_copied(&body, &flow, &unclear, &apart);
        if !copied.is_empty() {
            for local in copied {
                resolved.locals.get_mut(local).whole = true;
            }
            continue;
        }
        let known = apart.len();
        for local in unclear {
            if is_hidden(&body, local) || apart[..known].contains(&local) {
                diagnostics.span(body.locals.get(local).span, messages::CONDITIONAL_MOVE);
            } else if !apart.contains(&local) {
                apart.push(local);
            }
        }
        diagnostics.close()?;
        debug_assert!(apart.len() > known);
        resolved.body =
            resolve::apart::take_apart(&resolved.body, &mut resolved.locals, &apart[known..]);
    }
}

/// Which of the locals that verbatim code takes on some paths only are read as copied from: those of which the types are
/// asked, unless a move is likelier and the code has not been taken apart yet.
fn read_as_copied(
    body: &Body,
    flow: &flow::Flow,
    unclear: &[LocalId],
    apart: &[LocalId],
) -> Vec<LocalId> {
    let copied = unclear.iter().copied().filter(|local| {
        let moves = flow.asks_of_a_move(*local) || flow.given_away(*local);
        let likely = apart.contains(local) || !moves;
        flow.asks(*local) && !is_hidden(body, *local) && likely
    });
    copied.collect()
}

fn is_hidden(body: &Body, local: LocalId) -> bool {
    body.locals.get(local).origin == Origin::Hidden
}
