//! The graph and its layout to Rust.
//!
//! Decides nothing and cannot fail: one enum with a variant per state, one
//! non-capturing closure with an arm per state, and the function that puts the
//! two into a `Machine`. Arms stand in the order of the blocks, so that a state
//! is built in an earlier arm than the one that takes it apart (the law that
//! lets rustc infer the types of the fields).

mod arm;
mod binds;
mod delegate;
mod edge;
mod exit;
mod frame;
pub(crate) mod function;
mod late;
mod leave;
mod left;
mod lent;
mod names;
mod outer;

mod printer;
mod question;
mod short;
pub(crate) mod stub;
mod supposed;
mod typed;
mod untag;
mod verbatim;
mod wide;

use crate::flow::graph::{Taken, What};
use crate::ir::{BlockId, Body};
use crate::layout::{Form, Layout};
use crate::methods::Standard;
use crate::syntax::{Parameter, Protocol, Source, generated, hidden, types};
use names::Names;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use std::collections::HashSet;
use syn::{Path, Type};

/// What emission is given.
pub(crate) struct Input<'a> {
    pub(crate) body: &'a Body,
    pub(crate) layout: &'a Layout,
    pub(crate) reports: &'a TokenStream,
    pub(crate) source: &'a Source,
    pub(crate) private: &'a Path,
    pub(crate) taken: HashSet<String>,
}

struct Emitter<'a> {
    body: &'a Body,
    layout: &'a Layout,
    private: &'a Path,
    names: Names,
    yields: Type,
    returns: Type,
    /// Whether fields are arrays of one (`wide.rs`).
    wide: bool,
    /// Whether a macro may hide a `return` (`leave.rs`).
    hidden: bool,
    /// Whether an argument may borrow, as its type is spelled.
    borrowing: bool,
    late: late::Late,
}

/// Prints the function.
pub(crate) fn emit(input: Input<'_>) -> TokenStream {
    let Input {
        body,
        layout,
        reports,
        source,
        private,
        taken,
    } = input;
    let protocol = &source.protocol;
    let mut emitter = Emitter {
        body,
        layout,
        private,
        names: Names::assign(body, layout, &source.function.sig.ident, taken),
        yields: crate::syntax::types::inside(&protocol.yields),
        returns: crate::syntax::types::inside(&protocol.returns),
        wide: false,
        hidden: hidden::may_return(&source.body),
        borrowing: !source.parameters.iter().all(|p| p.owned && p.plain),
        late: late::Late::default(),
    };
    emitter.wide = emitter.is_wide(protocol);
    emitter.names.made = function::made_at(source);
    let unused = emitter.unused();
    let definition = emitter.definition(protocol);
    let state = emitter.state_impl();
    let traits = emitter.probe_traits();
    let items = &body.items;
    let start = emitter.framed(emitter.start(&source.parameters));
    let untagged = |tokens| emitter.names.untag(body, tokens);
    let machine = untagged(emitter.machine(protocol, &start));
    let items = items.iter().map(|item| untagged(quote!(#item)));
    let reports = untagged(reports.clone());
    let statements = quote! {
        #traits
        #definition
        #state
        #(#items)*
        #unused
        #reports
    };
    // A guard `_g` that is kept is used by the state that keeps it.
    let guards = layout.states.iter().flatten().flatten().any(|kept| {
        let name = &body.locals.get(kept.local).name;
        layout.unmentioned[kept.local.0] || name.starts_with('_') && !name.starts_with("__")
    });
    let mut quiet = guards.then(|| quote!(#[allow(clippy::used_underscore_binding)]));
    // The step's answer, which nobody has written.
    let answers = [&source.protocol.returns, &source.protocol.throws];
    if !answers.into_iter().all(types::is_small) {
        quiet
            .get_or_insert_default()
            .extend(quote!(#[allow(clippy::result_large_err)]));
    }
    function::function(source, private, quiet, &statements, &machine)
}

impl Emitter<'_> {
    fn state_ids(&self) -> impl Iterator<Item = BlockId> {
        self.body
            .ids()
            .filter(|id| self.layout.states[id.0].is_some())
    }

    /// The enum. Fields that have something to drop stand in reverse order of declaration: a suspended
    /// state drops them in the order in which scopes drop their locals. The
    /// states that a resume may find come first: their tags are a range, which is
    /// told from the others by one comparison.
    fn definition(&self, protocol: &Protocol) -> TokenStream {
        let private = self.private;
        let machine = &self.names.machine;
        let clone = protocol
            .clone
            .then(|| quote!(#[derive(#private::core::clone::Clone)]));
        let debug = protocol
            .debug
            .then(|| quote!(#[derive(#private::core::fmt::Debug)]));
        let parameters = self.names.parameters();
        let (resumed, passed): (Vec<_>, Vec<_>) =
            self.state_ids().partition(|id| self.body.is_resumed(*id));
        let variants = resumed.into_iter().chain(passed).map(|id| {
            let name = self.names.state(id);
            let kept = self.carried(self.layout.states[id.0].as_deref().unwrap_or_default());
            let forward = self.delegates(id).then(|| {
                let forward = self.names.forward(id);
                quote!(#forward,)
            });
            if kept.is_empty() {
                return quote!(#name,);
            }
            let fields = self.layout.places.fields(&kept).into_iter().map(|kept| {
                let field = self.label(kept.local);
                let parameter = self.names.parameter(kept.local, kept.form);
                match kept.form {
                    Form::Flagged => quote!(#field: #private::Option<#parameter>),
                    _ => quote!(#field: #parameter),
                }
            });
            quote!(#name { #(#fields),* }, #forward)
        });
        let (frame, invariant) = (self.frame(protocol), self.invariant());
        quote! {
            #clone
            #debug
            enum #machine<#(#parameters),*> { #(#variants)* #invariant Finished }
            #frame
        }
    }

    fn state_impl(&self) -> TokenStream {
        let (private, machine) = (self.private, &self.names.machine);
        let parameters: Vec<_> = self.names.parameters().collect();
        let located = self.state_ids().filter_map(|id| {
            let marker = self.body.block(id).marker?;
            let variant = self.names.state(id);
            let at_marker = generated::path_at(private, marker);
            let here = quote_spanned!(marker=> #at_marker::here());
            Some(quote!(Self::#variant { .. } => #private::Stands::At(#here),))
        });
        quote! {
            impl<#(#parameters),*> #private::State for #machine<#(#parameters),*> {
                fn stands(&self) -> #private::Stands {
                    match self {
                        Self::Start { .. } => #private::Stands::Created,
                        #(#located)*
                        _ => #private::Stands::Finished,
                    }
                }
                fn finished() -> Self {
                    Self::Finished
                }
            }
        }
    }

    fn probe_traits(&self) -> TokenStream {
        let private = self.private;
        let probes = self
            .layout
            .states
            .iter()
            .flatten()
            .flatten()
            .any(|kept| kept.form != Form::Live);
        let mut uses = TokenStream::new();
        if self
            .body
            .locals
            .ids()
            .any(|id| self.body.locals.get(id).partial)
        {
            uses.extend(quote!(use #private::{PartCopy as _, PartHollow as _};));
        }
        let lifted = |id| self.body.locals.get(id).lifted;
        let lifted = self.body.locals.takes_parts() || self.body.locals.ids().any(lifted);
        if lifted {
            uses.extend(quote!(use #private::{
                BehindAsIs as _, BehindCopy as _, BehindHollow as _, PlaceByParts as _, PlaceCopied as _, PlaceEmptied as _,
            };));
        }
        if lifted || !self.layout.borrows.over.is_empty() {
            uses.extend(quote!(use #private::{
                SeenCopy as _, SeenEffect as _, SeenMemory as _,
            };));
        }
        let through = |taken: &Taken| matches!(taken.what, What::Standard(Standard::Through, ..));
        let guards = !self.layout.guards.is_empty() || self.layout.taken.values().any(through);
        if guards {
            uses.extend(quote!(use #private::{
                GuardingNothing as _, GuardingOther as _, GuardingOwner as _, GuardingPointer as _,
                WhoseIterator as _, WhoseOther as _, WhoseReader as _, WhoseStandard as _,
                IteratingItself as _, IteratingOther as _,
            };));
        }
        if probes || lifted {
            uses.extend(quote!(use #private::{IdleCopy as _, IdleKept as _, IdleNoDrop as _};));
        }
        if !self.layout.taken.is_empty() || lifted || guards {
            uses.extend(quote!(use #private::{
                CallableAgain as _, CallableFurther as _, CallableOnce as _, CallableThrough as _, GivenCopy as _, GivenMoved as _,
                CopiesNothing as _, CopiesTarget as _, IteratorItself as _, IteratorOther as _,
                OptionalItself as _, OptionalOther as _, PeekDeref as _, PeekNothing as _, PeelNothing as _,
                PeelReference as _, RankedItself as _, RankedOther as _, ReaderItself as _, ReaderOther as _,
                VerdictAsked as _, VerdictFound as _,
            };));
        }
        if self.body.delegates {
            uses.extend(generated::delegation(private));
        }
        uses.extend(self.lending_traits());
        uses
    }

    fn start(&self, parameters: &[Parameter]) -> TokenStream {
        let machine = &self.names.machine;
        let kept = self.layout.states[crate::ir::ENTRY.0]
            .as_deref()
            .unwrap_or_default();
        debug_assert_eq!(kept.len(), parameters.len());
        if kept.is_empty() {
            return quote!(#machine::Start);
        }
        let fields = kept.iter().zip(parameters).map(|(kept, parameter)| {
            let (field, name) = (self.label(kept.local), &parameter.name);
            let value = match parameter.receiver {
                true => self.packed(Ident::new("self", name.span())),
                false => self.packed(name),
            };
            quote!(#field: #value)
        });
        quote!(#machine::Start { #(#fields),* })
    }

    fn machine(&self, protocol: &Protocol, start: &TokenStream) -> TokenStream {
        let (private, machine) = (self.private, &self.names.machine);
        let Protocol { resume, throws, .. } = protocol;
        let (yields, returns) = (&self.yields, &self.returns);
        let [state, input, at] = ["state", "input", "at"].map(generated::name);
        let label = edge::machine();
        let holes = self.names.parameters().map(|_| self.hole());
        let stepped = self.stepped(quote!(#machine<#(#holes),*>));
        let unframe = self.unframe();
        let arms: Vec<TokenStream> = self.state_ids().map(|id| self.arm(id)).collect();
        let (trusted, late) = (self.trusted(), self.answered(None));
        let (mut state_parameter, mut input_parameter) = (state.clone(), input.clone());
        state_parameter.set_span(state.span().located_at(self.names.function));
        input_parameter.set_span(input.span().located_at(self.names.function));
        let step = quote! {
            |#state_parameter: &mut #stepped, mut #input_parameter: #private::Resume<#resume, #throws>|
                -> #private::Result<#yields, #private::Stop<#returns, #throws>>
        };
        let (found, nothing_left) = (self.found(), self.nothing_left());
        // What a state that is only passed through borrows has no other bound from above, and rustc would take it for `'static`.
        // Not so of what is lent for one send, which may be in `at` and not in the state.
        let lent = protocol.higher_ranked;
        let same = self.borrowing && !lent && self.layout.passes(self.body);
        let same = same.then(|| quote!(#private::one_type(#state, &mut #at);));
        let leave = self.leave(Span::mixed_site());
        let ended = quote!(#leave #private::Err(#private::finished(#input)));
        let ended = match late.is_empty() {
            true => ended,
            false => quote!({ #late #ended }),
        };
        let run = quote! {
            #unframe
            #found
            #same
            #trusted
            #label: loop {
                match #at {
                    #(#arms)*
                    #nothing_left => #ended,
                }
            }
        };
        let run = self.returning(run, throws);
        if protocol.higher_ranked {
            // A bound on the closure would fix the lifetime of what is sent.
            let (begin, tie) = (generated::name("start"), generated::name("tie"));
            return quote! {{
                let #begin = #start;
                let #tie = #private::Tie::of(&#begin);
                #private::Machine::<_, _, #yields, #returns, #throws>::new(#begin, move #step {
                    #tie.same(#state);
                    #run
                })
            }};
        }
        {
            let place = self.names.made;
            let private = generated::path_at(private, place);
            quote_spanned!(place=> #private::Machine::start(#start, #step { #run }))
        }
    }

    /// What rustc would report if the body were still in one piece: statements that
    /// are never reached, and names that no code mentions: the state that keeps
    /// such a local would pass for a use.
    fn unused(&self) -> TokenStream {
        let names = self
            .body
            .locals
            .ids()
            .filter(|id| self.layout.unmentioned[id.0] && !self.body.left_out.contains(id))
            // rustc reports no unused `self`.
            .filter(|id| !self.body.locals.get(*id).receiver)
            .map(|id| {
                let name = Names::written(self.body, id);
                let attributes = &self.body.locals.get(id).attributes;
                quote!(#(#attributes)* let #name = ();)
            });
        let names: Vec<TokenStream> = names.collect();
        let names = (!names.is_empty()).then(|| quote!(let _ = || { #(#names)* };));
        let unreachable = self
            .body
            .unreachable
            .iter()
            .map(|(never_ends, never_reached)| {
                let before = quote_spanned!(*never_ends=> return;);
                let behind = quote_spanned!(*never_reached=> {});
                quote!(let _ = || { #before #behind };)
            });
        quote!(#names #(#unreachable)*)
    }
}
