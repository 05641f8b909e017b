//! Edges: what an arm has becomes what the next state keeps.

use super::Emitter;
use super::late::Ask;
use crate::flow::graph::Question;
use crate::ir::{BlockId, LeapId, LocalId, Origin};
use crate::layout::landings::Jump;
use crate::layout::{Conversion, Form, Kept};
use crate::syntax::generated;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::{Expr, parse_quote};

impl Emitter<'_> {
    /// `at = State::Target { .. }`, from the end of `block`.
    pub(super) fn jump(&self, block: BlockId, target: BlockId) -> TokenStream {
        if let Some(landing) = self.layout.landings.of(Jump::End(block, target)) {
            let label = label(landing);
            return quote!(break #label;);
        }
        let jump = Jump::End(block, target);
        let gone = self.gone(jump);
        let away = self.layout.jumps_away(block).then(|| self.away(jump));
        self.reached(block, quote!(#gone #away))
    }

    /// Makes the next state, or begins the arm again.
    fn gone(&self, jump: Jump) -> TokenStream {
        let (target, edge) = match jump {
            Jump::Leap(leap) => (self.body.leaps[leap.0].target, self.layout.leap(leap)),
            Jump::End(block, target) => (target, self.layout.edge(block, target)),
        };
        // A delegate is what its state is kept for.
        let marker = self.body.block(target).marker;
        let marker = marker.filter(|_| self.delegates(target));
        let (probes, state) = self.construct(target, edge, marker);
        if self.repeats(jump) {
            let cycle = cycle();
            return quote!(#probes continue #cycle;);
        }
        if self.delegates(target) {
            let entered = self.enter(target, &state);
            return quote!(#probes #entered);
        }
        let at = generated::name("at");
        quote!(#probes #at = #state;)
    }

    /// Leaves the arm behind [`Self::gone`], which may have left already.
    fn away(&self, jump: Jump) -> Option<TokenStream> {
        let machine = machine();
        (!self.repeats(jump)).then(|| quote!(continue #machine;))
    }

    /// Whether the arm begins again there.
    fn repeats(&self, jump: Jump) -> bool {
        !self.wide && self.layout.repeats(self.body, jump)
    }

    /// `*state = State::Target { .. }`, from a yield in `block`.
    pub(super) fn suspension(&self, block: BlockId, target: BlockId, marker: Span) -> TokenStream {
        let edge = self.layout.edge(block, target);
        let (probes, constructed) = self.construct(target, edge, Some(marker));
        let site = Span::mixed_site().located_at(marker);
        let mut state = generated::name("state");
        state.set_span(site);
        let private = generated::path_at(self.private, site);
        quote_spanned!(marker=> #probes #private::put(#state, #constructed);)
    }

    /// A leap, as an expression that diverges.
    pub(super) fn leap(&self, leap: LeapId) -> Expr {
        if let Some(landing) = self.layout.landings.of(Jump::Leap(leap)) {
            let label = label(landing);
            return parse_quote!(break #label);
        }
        let (gone, away) = (self.gone(Jump::Leap(leap)), self.away(Jump::Leap(leap)));
        parse_quote!({ #gone #away })
    }

    /// `inside`, with what `jumps` out of it do behind it. The others go on.
    pub(super) fn landing(&self, jumps: &[Jump], inside: TokenStream) -> TokenStream {
        let behind = syn::Lifetime::new(
            &format!("'past_{}", label(jumps[0]).ident),
            Span::mixed_site(),
        );
        let last = inside.clone().into_iter().last();
        let ended = matches!(last, Some(TokenTree::Punct(last)) if last.as_char() == ';');
        let semi = (!ended).then(<syn::Token![;]>::default);
        let inside = quote!(#inside #semi break #behind;);
        let landed = jumps.iter().fold(inside, |inside, jump| {
            let (label, gone, away) = (label(*jump), self.gone(*jump), self.away(*jump));
            quote!(#label: { #inside } #gone #away)
        });
        quote!(#[allow(unreachable_code)] #behind: { #landed })
    }

    fn construct(
        &self,
        target: BlockId,
        edge: &[Conversion],
        marker: Option<Span>,
    ) -> (TokenStream, TokenStream) {
        let (mut machine, mut variant) =
            (self.names.machine.clone(), self.names.state(target).clone());
        let mut site = Span::mixed_site();
        if let Some(marker) = marker {
            site = site.located_at(marker);
            machine.set_span(site);
            variant.set_span(site);
        }
        let kept = self.layout.states[target.0].as_deref().unwrap_or_default();
        let mut probes = Vec::new();
        let mut fields = TokenStream::new();
        for (kept, conversion) in kept.iter().zip(edge) {
            if self.is_placed(kept.local) {
                let span = marker.unwrap_or_else(Span::mixed_site);
                probes.push(self.keep(kept.local, span));
                continue;
            }
            let spent = self.layout.spent.get(&(target, kept.local)).copied();
            let (probe, field) = self.field(*kept, *conversion, spent.or(marker));
            probes.push(probe);
            fields.extend(field);
        }
        // The later may borrow from the earlier, so it is forgotten first.
        let probes = probes.into_iter().rev().collect();
        if fields.is_empty() {
            let bare = self.bare(&quote_spanned!(site=> #machine::#variant));
            return (probes, bare);
        }
        (
            probes,
            quote_spanned!(site=> #machine::#variant { #fields }),
        )
    }

    /// A field of a variable that may be the user's. Then it is written apart: a name alone rustc would take for a field that the user can
    /// write otherwise.
    fn handed_on(&self, local: LocalId, variable: &Ident) -> TokenStream {
        if self.body.locals.get(local).origin == Origin::Hidden {
            return self.filled(variable, variable);
        }
        let (label, variable) = (self.label(local), self.packed(variable));
        quote!(#label: #variable,)
    }

    /// The field of a local.
    pub(super) fn label(&self, local: LocalId) -> Ident {
        self.names.local_at(local, Span::mixed_site())
    }

    fn field(
        &self,
        kept: Kept,
        conversion: Conversion,
        marker: Option<Span>,
    ) -> (TokenStream, TokenStream) {
        let private = self.private;
        let declared = self.body.locals.get(kept.local).span;
        // What has to be kept is needed because of the yield: errors point there.
        let span = marker.map_or(declared, |marker| declared.located_at(marker));
        let field = self.names.local_at(kept.local, span);
        let idle = self.idle(kept.local);
        match conversion {
            Conversion::Same if kept.form == Form::Live => {
                (TokenStream::new(), self.handed_on(kept.local, &field))
            }
            // What came in its form is packed already.
            Conversion::Same => (TokenStream::new(), named(&field, &idle)),
            Conversion::Probe(taken) => (
                self.probe(kept.local, taken, span),
                self.filled(&field, &idle),
            ),
            Conversion::ProbeSome(None) => {
                let packed = self.packed(&idle);
                let probe = self.probe(kept.local, None, span);
                (probe, quote!(#field: #private::Some(#packed),))
            }
            Conversion::ProbeSome(Some(taken)) => (
                self.probe_what_is_left(kept.local, taken, span),
                named(&field, &idle),
            ),
            Conversion::Some => (TokenStream::new(), quote!(#field: #private::Some(#idle),)),
            Conversion::None => (TokenStream::new(), quote!(#field: #private::None,)),
        }
    }

    /// The variable that holds a local which is not needed any more: a name of
    /// its own hygiene, for user code does not mention it.
    pub(super) fn idle(&self, local: LocalId) -> proc_macro2::Ident {
        let name = self.label(local);
        // A temporary of the lowering has that hygiene itself, and in a slot a name beside what holds it.
        let known = self.body.locals.get(local);
        let hidden = known.origin == Origin::Hidden && self.is_placed(local);
        // So has a part of a tuple that is a local.
        let part = known.written.is_some();
        // These share the hygiene of the machine's own variables.
        let own = [
            "state", "input", "at", "start", "tie", "entering", "standing", "handed", "delegate",
            "yielded", "ended", "fate", "taken",
        ];
        if own.contains(&self.names.called(local)) || hidden || part {
            quote::format_ident!("{name}_kept", span = Span::mixed_site())
        } else {
            name
        }
    }

    /// `Some` of what [`Self::probe`] gives, unless the local was moved.
    fn probe_what_is_left(&self, local: LocalId, taken: Question, span: Span) -> TokenStream {
        let private = self.private;
        let site = Span::mixed_site().located_at(span);
        let (idle, answer) = (self.idle(local), generated::name("taken"));
        let answered = self.answer(local, taken);
        let asked = self.asked(
            Ask::Moved(local, taken),
            quote!(#private::taken!(#answered)),
        );
        let packed = self.packed(&idle);
        let probe = self.probe(local, None, span);
        quote_spanned! {site=>
            let #answer = #asked;
            #[allow(unreachable_code)]
            let #idle = if #answer.moves() {
                #private::None
            } else {
                #answer.stays();
                #probe
                #private::Some(#packed)
            };
        }
    }

    fn probe(&self, local: LocalId, taken: Option<Question>, span: Span) -> TokenStream {
        let private = self.private;
        let site = Span::mixed_site().located_at(span);
        let (value, idle) = (self.names.local_at(local, span), self.idle(local));
        let fate = generated::name("fate");
        // A type that is not known yet is asked for where that has to be. Otherwise the local is held, as what has a destructor is: to wait for
        // the answer costs rustc more than that.
        let over = self.layout.borrows.over.contains_key(&local);
        if taken.is_none() && !over && self.layout.open.contains_key(&local) {
            return quote_spanned!(site=> let #idle = #value;);
        }
        let asked = match self.body.locals.get(local).closure {
            // A closure's captures are inferred after the probe would ask.
            Some((_, true)) => return quote_spanned!(site=> let #idle = #value;),
            Some((parameters, false)) => {
                let holes = (0..parameters).map(|_| quote_spanned!(site=> _));
                quote!(#private::fate!(#value, (#(#holes,)*)))
            }
            None => {
                let fate = self.fate(local, &value, taken);
                self.asked(Ask::Fate(local, taken), fate)
            }
        };
        // Behind `holds` control does not come if the local is forgotten: it is not even mentioned.
        quote_spanned! {site=>
            let #fate = #asked;
            #[allow(unreachable_code)]
            let #idle = if #fate.forgets() { #fate.nothing() } else { #fate.holds(); #fate.keep(#value) };
        }
    }

    /// What becomes of a local that no code mentions any more.
    fn fate(&self, local: LocalId, value: &Ident, taken: Option<Question>) -> TokenStream {
        let private = self.private;
        let taken = taken.map(|taken| self.answer(local, taken));
        match (
            self.layout.borrows.over.get(&local),
            self.holding(local),
            taken,
        ) {
            (Some(bound), None, taken) => self.over(value, bound.as_ref(), taken),
            (_, Some(closures), Some(answer)) => {
                quote!(#private::fate!(#value, taken: #answer, closures: #closures))
            }
            (_, None, Some(answer)) => quote!(#private::fate!(#value, taken: #answer)),
            (_, Some(closures), None) => quote!(#private::fate!(#value, closures: #closures)),
            (None, None, None) => quote!(#private::fate!(#value)),
        }
    }
}

/// `field: variable`, or the variable alone if it is called so.
pub(super) fn named(field: &proc_macro2::Ident, variable: &proc_macro2::Ident) -> TokenStream {
    if field == variable {
        quote!(#variable,)
    } else {
        quote!(#field: #variable,)
    }
}

fn label(jump: Jump) -> syn::Lifetime {
    let name = match jump {
        Jump::Leap(leap) => format!("'leap{}", leap.0 + 1),
        Jump::End(from, to) => format!("'end{}_{}", from.0, to.0),
    };
    syn::Lifetime::new(&name, Span::mixed_site())
}

/// The loop that an arm is.
pub(super) fn cycle() -> syn::Lifetime {
    syn::Lifetime::new("'again", Span::mixed_site())
}

/// The loop over states.
pub(super) fn machine() -> syn::Lifetime {
    syn::Lifetime::new("'machine", Span::mixed_site())
}
