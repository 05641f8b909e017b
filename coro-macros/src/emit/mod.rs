//! The graph and its layout to Rust.
//!
//! Decides nothing and cannot fail: one enum with a variant per state, one
//! non-capturing closure with an arm per state, and the function that puts the
//! two into a `Machine`. Arms stand in the order of the blocks, so that a state
//! is built in an earlier arm than the one that takes it apart (the law that
//! lets rustc infer the types of the fields).

mod arm;
mod binds;
mod called;
mod called_with;
mod claims;
mod definition;
mod delegate;
mod edge;
mod exit;
mod frame;
pub(crate) mod function;
mod globs;
mod late;
mod leave;
mod left;
mod lent;
mod names;
mod open_number;
mod outer;

mod printer;
mod question;
mod short;
pub(crate) mod stub;
mod supposed;
mod traits;
mod typed;
mod untag;
mod verbatim;
mod wide;

use crate::ir::{BlockId, Body, LocalId};
use crate::layout::Layout;
use crate::syntax::{Parameter, Protocol, Source, generated, hidden, types};
use names::Names;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use std::collections::{BTreeSet, HashSet};
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
    /// Numbers of an open type that several arms declare (`open_number.rs`).
    open_numbers: BTreeSet<LocalId>,
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
        open_numbers: open_number::find(body, layout),
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
            #label: loop {
                match #at {
                    #(#arms)*
                    #nothing_left => #ended,
                }
            }
        };
        let run = self.delegating(&quote!(#found #same), &run);
        let (outlet, numbers) = (self.outlet(), self.open_numbers());
        let run = quote!(#unframe #trusted #outlet #numbers #run);
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
