//! Questions that rustc can answer only when it has seen all arms.
//!
//! Method lookup, by which the types are asked (`coro-core/src/probe.rs`), takes the type of a local as it is known where the question stands. Of a local whose
//! `let` leaves its type open, as `let mut last = None;`, an arm behind it may be what decides. So where the arm wants to know, it says what the
//! type is that is asked of, and takes an answer on trust; the question stands in the first arm behind the one that tells it, or in the last, where no
//! code runs.

use super::{Emitter, typed};
use crate::flow::graph::{Question, Taken, What};
use crate::flow::patterns;
use crate::ir::{self, BlockId, Body, LocalId, TypedId};
use crate::syntax::generated;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use std::cell::RefCell;
use std::collections::BTreeSet;
use syn::visit::Visit;

/// What is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    /// What becomes of a local, of which something may have been taken.
    Fate(LocalId, Option<Question>),
    /// Whether a local was taken.
    Moved(LocalId, Question),
    /// Something else of a local: each time anew.
    Claim(LocalId),
}

impl Ask {
    const fn local(self) -> LocalId {
        match self {
            Self::Fate(local, _) | Self::Moved(local, _) | Self::Claim(local) => local,
        }
    }
}

/// A question that waits.
struct Waiting {
    ask: Ask,
    /// The locals that it mentions.
    of: Vec<LocalId>,
    /// The arguments whose types it repeats, which the arm knows.
    arguments: Vec<TypedId>,
    question: TokenStream,
    /// Whether the question stands somewhere.
    stands: bool,
}

/// The questions that wait.
#[derive(Default)]
pub(super) struct Late(RefCell<Vec<Waiting>>);

impl Emitter<'_> {
    /// The answer to `question`, which may stand behind all arms instead.
    pub(super) fn asked(&self, ask: Ask, question: TokenStream) -> TokenStream {
        let local = ask.local();
        if !self.layout.open.contains_key(&local) {
            return question;
        }
        let mut of = self.body.locals.mentioned_in(question.clone());
        of.push(local);
        of.sort();
        of.dedup();
        let own = self.bound_by(ask);
        of.retain(|local| !own.contains(local));
        // What the answer is not good for is an error where the question would stand.
        let first = question.clone().into_iter().next();
        let place = first.map_or_else(Span::mixed_site, |first| first.span());
        let site = Span::mixed_site().located_at(place);
        let private = generated::path_at(self.private, site);
        let said = of.iter().map(|local| {
            let (ty, name) = (type_of(*local), self.local(*local));
            quote_spanned!(site=> #private::says(&#ty, &#name);)
        });
        let arguments = self.repeated(ask);
        let typed = arguments.iter().map(|argument| {
            let (here, there) = (typed::name(*argument), argument_of(*argument));
            quote_spanned!(site=> #private::alike(&#there, &#here);)
        });
        let said: TokenStream = said.chain(typed).collect();
        let mut waiting = self.late.0.borrow_mut();
        let again = |waiting: &Waiting| waiting.ask == ask && ask != Ask::Claim(local);
        let known = waiting.iter().position(again);
        let number = known.unwrap_or_else(|| {
            waiting.push(Waiting {
                ask,
                of,
                arguments,
                question,
                stands: false,
            });
            waiting.len() - 1
        });
        let answer = answer(number);
        let trusted = match ask {
            Ask::Claim(_) => quote_spanned!(site=> #private::promised),
            Ask::Fate(..) | Ask::Moved(..) => quote_spanned!(site=> #private::later),
        };
        quote_spanned!(site=> #private::taken!({ #said #trusted(&#answer) }))
    }

    /// What may have been taken, if that is asked.
    fn taken(&self, ask: Ask) -> Option<&Taken> {
        let question = match ask {
            Ask::Fate(_, question) => question?,
            Ask::Moved(_, question) => question,
            Ask::Claim(_) => return None,
        };
        Some(&self.layout.taken[&question])
    }

    /// What the patterns of a question bind themselves.
    fn bound_by(&self, ask: Ask) -> Vec<LocalId> {
        struct Bound<'a>(&'a Body, Vec<LocalId>);
        impl<'ast> Visit<'ast> for Bound<'_> {
            fn visit_pat(&mut self, pattern: &'ast syn::Pat) {
                self.1.extend(patterns::bound(pattern, &self.0.locals));
            }
        }
        let mut bound = Bound(self.body, Vec::new());
        if let Some(taken) = self.taken(ask) {
            if let What::Value(value) = &taken.what {
                bound.visit_expr(value);
            }
            for (part, reference) in &taken.nested {
                bound.visit_expr(part);
                bound.visit_expr(reference);
            }
        }
        bound.1
    }

    /// The arguments of a method that the question repeats.
    fn repeated(&self, ask: Ask) -> Vec<TypedId> {
        let taken = self.taken(ask).map(|taken| &taken.what);
        let Some(What::Method(_, arguments)) = taken else {
            return Vec::new();
        };
        let typed = arguments.iter().filter_map(ir::typed_of);
        typed.map(|(id, _)| id).collect()
    }

    /// Declares what is said, and what is taken on trust.
    pub(super) fn trusted(&self) -> TokenStream {
        let waiting = self.late.0.borrow();
        if waiting.is_empty() {
            return TokenStream::new();
        }
        let (private, site) = (self.private, Span::mixed_site());
        let of: BTreeSet<LocalId> = waiting.iter().flat_map(|w| w.of.clone()).collect();
        let arguments = waiting.iter().flat_map(|waiting| &waiting.arguments);
        let arguments: BTreeSet<TypedId> = arguments.copied().collect();
        let types = of.into_iter().map(type_of);
        let types = types.chain(arguments.into_iter().map(argument_of));
        let answers = (0..waiting.len()).map(answer);
        quote_spanned! {site=>
            #(let #types = #private::typed();)*
            #(let #answers = #private::Promised::default();)*
        }
    }

    /// The questions that can be answered where the arm of a state begins, or at last.
    pub(super) fn answered(&self, arm: Option<BlockId>) -> TokenStream {
        let mut waiting = self.late.0.borrow_mut();
        let mut questions = TokenStream::new();
        for (number, waiting) in waiting.iter_mut().enumerate() {
            let told = |local: &LocalId| match (self.layout.open.get(local), arm) {
                (Some(told), Some(arm)) => told.is_some_and(|told| told < arm),
                (None, _) | (_, None) => true,
            };
            if !waiting.stands && waiting.of.iter().all(told) {
                waiting.stands = true;
                questions.extend(self.late_question(number, waiting));
            }
        }
        let private = self.private;
        match questions.is_empty() {
            true => questions,
            false => quote!(#private::late! { #questions }),
        }
    }

    fn late_question(&self, number: usize, waiting: &Waiting) -> TokenStream {
        let (private, site) = (self.private, Span::mixed_site());
        let locals = waiting.of.iter().map(|local| {
            let (ty, name) = (type_of(*local), self.local(*local));
            quote_spanned!(site=> let mut #name = #ty.value();)
        });
        let arguments = waiting.arguments.iter().map(|argument| {
            let (here, there) = (typed::name(*argument), argument_of(*argument));
            quote_spanned!(site=> let #here = #there;)
        });
        let (answer, question) = (answer(number), &waiting.question);
        quote_spanned!(site=> { #(#locals)* #(#arguments)* #private::answered(&#answer, #question); })
    }
}

fn type_of(local: LocalId) -> Ident {
    format_ident!("type{}", local.0, span = Span::mixed_site())
}

fn argument_of(argument: TypedId) -> Ident {
    format_ident!("argument{}", argument.0, span = Span::mixed_site())
}

fn answer(number: usize) -> Ident {
    format_ident!("answer{}", number, span = Span::mixed_site())
}
