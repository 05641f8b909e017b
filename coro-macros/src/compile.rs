//! The middle of the pipeline, from a [`Source`] to a graph and how it is laid out.
//!
//! It goes in *rounds*. A round builds the graph of the resolved body, and asks the layout whether it can be kept. If not, the
//! answer says what in the body is in the way, the body is *revised* there, and the next round begins. Every revision is one
//! that no later round asks for again (a local is divided once, a construct taken apart once), so there is a last one.

use crate::bindings::Bindings;
use crate::diagnostics::Diagnostics;
use crate::flow::{self, Flow};
use crate::ir::{Body, LocalId, Origin};
use crate::layout::{self, Layout};
use crate::lent;
use crate::resolve::{self, Resolved};
use crate::syntax::{Source, types};
use crate::{build, captures, fields, in_place, messages, reports, signpost, simplify};
use proc_macro2::TokenStream;
use syn::parse_quote;

/// A graph and how it is laid out.
pub(crate) struct Compiled {
    pub(crate) body: Body,
    pub(crate) layout: Layout,
    /// Code for rustc to report on.
    pub(crate) reports: TokenStream,
}

/// The runtime, as generated code calls it.
pub(crate) fn private() -> syn::Path {
    let name = syn::Ident::new("__coro", proc_macro2::Span::mixed_site());
    parse_quote!(#name)
}

pub(crate) fn compile(
    source: &Source,
    diagnostics: &mut Diagnostics,
) -> Result<Compiled, TokenStream> {
    let mut rounds = Rounds::of(source);
    loop {
        if let Some(compiled) = rounds.round(diagnostics)? {
            return Ok(compiled);
        }
    }
}

/// What one round leaves to the next.
struct Rounds<'a> {
    source: &'a Source,
    names: build::Names,
    resolved: Resolved,
    /// The locals around whose moves constructs have been taken apart.
    apart: Vec<LocalId>,
    /// Whether branches may meet in one arm. More may be unclear there than where they do not.
    joining: bool,
}

/// The graph of a round and what is known of it.
struct Analysed {
    body: Body,
    flow: Flow,
    /// Whether branches do meet in one arm.
    joined: bool,
}

impl<'a> Rounds<'a> {
    fn of(source: &'a Source) -> Self {
        Rounds {
            source,
            names: build::Names {
                private: private(),
                yields: types::inside(&source.protocol.yields),
                resume: source.protocol.resume.clone(),
                throws: source.protocol.throws.clone(),
            },
            resolved: resolve::resolve(&source.parameters, &source.body),
            apart: Vec::new(),
            joining: true,
        }
    }

    /// What comes out, or nothing if the body has been revised.
    fn round(&mut self, diagnostics: &mut Diagnostics) -> Result<Option<Compiled>, TokenStream> {
        let analysed = self.analyse(diagnostics)?;
        match layout::lay_out(&analysed.body, &analysed.flow) {
            Ok(layout) if self.revised(&analysed, &layout) => Ok(None),
            Ok(layout) => self.finish(analysed, layout, diagnostics),
            Err(unclear) if self.copied(&analysed, &unclear) => Ok(None),
            Err(_) if analysed.joined => {
                self.joining = false;
                Ok(None)
            }
            Err(unclear) => self
                .make_clear(&analysed, unclear, diagnostics)
                .map(|()| None),
        }
    }

    fn analyse(&self, diagnostics: &mut Diagnostics) -> Result<Analysed, TokenStream> {
        let mut body = build::build(self.resolved.clone(), &self.names, diagnostics);
        diagnostics.close()?;
        let joined = simplify::simplify(&mut body, self.joining);
        captures::mark(&mut body);
        let mut flow = flow::analyse(&body);
        if simplify::end_diverging(&mut body, &flow) {
            flow = flow::analyse(&body);
        }
        for (local, span) in &flow.assigned_twice {
            let name = &body.locals.get(*local).name;
            diagnostics.span(*span, messages::assigned_twice(name));
        }
        for (local, span) in &flow.unassigned {
            let name = &body.locals.get(*local).name;
            diagnostics.span(*span, messages::unassigned(name));
        }
        diagnostics.close()?;
        Ok(Analysed { body, flow, joined })
    }

    /// Changes what the states would hold but cannot: values of which a pattern leaves a part, locals that have lost a part, and that a method may have
    /// taken which cannot be asked yet. Notes what is read again behind an operand.
    fn revised(&mut self, analysed: &Analysed, layout: &Layout) -> bool {
        let Analysed { body, flow, .. } = analysed;
        let [left, live] = layout.left(body, flow, self.resolved.locals.len());
        if !left.is_empty() || !live.is_empty() {
            resolve::left::hold(&mut self.resolved, &left, &live);
            return true;
        }
        let untyped = layout.untyped(body, flow);
        if !untyped.is_empty() {
            let named = |local: &LocalId| local.0 < self.resolved.locals.len();
            let (named, temporaries): (Vec<LocalId>, Vec<_>) = untyped.into_iter().partition(named);
            resolve::typed::remember(&mut self.resolved, &named, !temporaries.is_empty());
            return true;
        }
        let reread = layout.reread(body);
        for local in &reread {
            self.resolved.locals.get_mut(*local).reread = true;
        }
        if !reread.is_empty() {
            return true;
        }
        let partial = layout.partial(body, flow);
        if !partial.is_empty() {
            self.take_parts(&partial);
            return true;
        }
        false
    }

    /// Of a tuple that has lost a part, each is a local; in place of parts of others an empty value is left.
    fn take_parts(&mut self, partial: &[LocalId]) {
        let whole = resolve::tuples::divide(&mut self.resolved, partial);
        for local in &whole {
            let known = self.resolved.locals.get_mut(*local);
            (known.partial, known.parted) = (true, true);
        }
        let Resolved { body, locals, .. } = &mut self.resolved;
        *body = resolve::parts::take_parts(body, locals, &whole);
        resolve::left::take_fields(&mut self.resolved, &whole);
    }

    /// Of what is mentioned again behind a mention by value, all such mentions are copies: whether there are any.
    fn copied(&mut self, analysed: &Analysed, unclear: &[LocalId]) -> bool {
        let Analysed { body, flow, .. } = analysed;
        let copied = |local: &&LocalId| {
            let known = body.locals.get(**local).whole;
            flow.is_copied(**local) && !known && !is_hidden(body, **local)
        };
        let copied: Vec<LocalId> = unclear.iter().filter(copied).copied().collect();
        self.note_whole(&copied)
    }

    /// From the next round on, `locals` are read as being there behind all that takes something out of them: whether there are any.
    fn note_whole(&mut self, locals: &[LocalId]) -> bool {
        for local in locals {
            self.resolved.locals.get_mut(*local).whole = true;
        }
        !locals.is_empty()
    }

    /// Makes it known on each path whether `unclear` have been moved.
    fn make_clear(
        &mut self,
        analysed: &Analysed,
        unclear: Vec<LocalId>,
        diagnostics: &mut Diagnostics,
    ) -> Result<(), TokenStream> {
        let body = &analysed.body;
        let copied = self.read_as_copied(analysed, &unclear);
        if self.note_whole(&copied) {
            return Ok(());
        }
        let known = self.apart.len();
        for local in unclear {
            if is_hidden(body, local) || self.apart[..known].contains(&local) {
                diagnostics.span(body.locals.get(local).span, messages::CONDITIONAL_MOVE);
            } else if !self.apart.contains(&local) {
                self.apart.push(local);
            }
        }
        diagnostics.close()?;
        let apart = &self.apart[known..];
        let standard = |local: &&LocalId| analysed.body.locals.get(**local).standard;
        let standard: Vec<LocalId> = apart.iter().filter(standard).copied().collect();
        let Resolved { body, locals, .. } = &mut self.resolved;
        *body = resolve::apart::take_apart(body, locals, apart, &standard);
        Ok(())
    }

    /// Which of the locals that verbatim code takes on some paths only are read as copied from: those of which the types are
    /// asked, unless a move is likelier and the code has not been taken apart yet.
    fn read_as_copied(&self, analysed: &Analysed, unclear: &[LocalId]) -> Vec<LocalId> {
        let Analysed { body, flow, .. } = analysed;
        let copied = unclear.iter().copied().filter(|local| {
            let moves = flow.asks_of_a_move(*local) || flow.given_away(*local);
            let likely = self.apart.contains(local) || !moves;
            flow.asks(*local) && !is_hidden(body, *local) && likely
        });
        copied.collect()
    }

    /// Has each field of a `&mut` be a local, where the whole would be kept beside what borrows through it.
    fn took_apart(&mut self, lent: &[LocalId], body: &Body) -> bool {
        let whole = |owner: &&LocalId| !body.locals.get(**owner).divided;
        let mut whole: Vec<LocalId> = lent.iter().filter(whole).copied().collect();
        whole.sort();
        whole.dedup();
        if !whole.is_empty() {
            let Resolved { body, locals, .. } = &mut self.resolved;
            *body = resolve::fields::take_apart(body, locals, &whole);
        }
        !whole.is_empty()
    }

    fn finish(
        &mut self,
        analysed: Analysed,
        mut layout: Layout,
        diagnostics: &mut Diagnostics,
    ) -> Result<Option<Compiled>, TokenStream> {
        let Analysed { body, flow, .. } = analysed;
        let source = self.source;
        let protocol = &source.protocol;
        let bindings = Bindings::of(&body);
        let yielded = match types::borrows_uniquely(&protocol.yields) {
            true => lent::yielded(&body, &layout, &bindings),
            false => lent::Yielded::default(),
        };
        let lent = lent::lent(&body, &layout, &bindings, &yielded);
        let through = lent.iter().map(|lent| lent.owner);
        let owners: Vec<LocalId> = through
            .chain(yielded.again.iter().map(|(owner, _)| *owner))
            .chain(lent::suspected(&body, &layout, &bindings))
            .collect();
        if self.took_apart(&owners, &body) {
            return Ok(None);
        }
        yielded.check(&body, diagnostics);
        let through = lent::check(&body, &bindings, &lent, diagnostics);
        layout.borrows = signpost::check(&body, &layout, &bindings, &protocol.yields, diagnostics);
        layout.borrows.supposed.extend(through);
        layout.borrows.called = lent::called(&body, &layout, &bindings, &source.function.sig.ident);
        layout.end_doubted(&body, &flow);
        diagnostics.close()?;
        // What is printed is the state, which shows what it holds; and rustc words best what is wrong with a value that is
        // lent for one send if no slot takes part in it.
        if !protocol.debug && !protocol.higher_ranked {
            layout.in_place = in_place::in_place(&body, &flow, &layout, &bindings);
        }
        layout.repeating = layout::cycles::repeating(&body, &layout);
        layout.places = fields::places(&body, &layout, types::is_plain(&protocol.resume));
        let reports = reports::reports(&self.resolved.body, &body, &layout);
        Ok(Some(Compiled {
            body,
            layout,
            reports,
        }))
    }
}

fn is_hidden(body: &Body, local: LocalId) -> bool {
    body.locals.get(local).origin == Origin::Hidden
}
