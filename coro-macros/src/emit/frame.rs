//! Slots: locals that stay beside the state.
//!
//! With any, what the step is given is a frame: the state and the slots. An arm
//! holds the slots of its locals, which are dropped with the arm like any local of it,
//! and forgets the holds of those that the next state keeps.

use super::Emitter;
use super::names::Slot;
use crate::flow::patterns;
use crate::in_place::{Side, moved};
use crate::ir::LocalId;
use crate::layout::Kept;
use crate::syntax::{Protocol, generated, macros};
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Stmt, parse_quote_spanned};

impl Emitter<'_> {
    pub(super) fn is_placed(&self, local: LocalId) -> bool {
        self.layout.in_place.contains_key(&local)
    }

    /// What a state carries in its variant.
    pub(super) fn carried(&self, kept: &[Kept]) -> Vec<Kept> {
        let carried = kept.iter().filter(|kept| !self.is_placed(kept.local));
        carried.copied().collect()
    }

    fn on(&self, side: Side) -> impl Iterator<Item = &Slot> {
        let placed = self.names.placed();
        let mut slots: Vec<(LocalId, &Slot)> = placed
            .filter(|(local, _)| self.layout.in_place[local].side == side)
            .collect();
        // Fields are dropped in order, locals in reverse order of declaration.
        slots.sort_by_key(|(local, _)| std::cmp::Reverse(self.layout.order[local.0]));
        slots.into_iter().map(|(_, slot)| slot)
    }

    fn has_frame(&self) -> bool {
        self.names.placed().next().is_some()
    }

    /// The struct of the state and the slots.
    pub(super) fn frame(&self, protocol: &Protocol) -> TokenStream {
        if !self.has_frame() {
            return TokenStream::new();
        }
        let (private, frame) = (self.private, &self.names.frame);
        let clone = protocol
            .clone
            .then(|| quote!(#[derive(#private::core::clone::Clone)]));
        let state = generated::name("state");
        let all = self.on(Side::Before).chain(self.on(Side::After));
        let parameters: Vec<_> = all.map(|slot| &slot.parameter).collect();
        let field = |Slot { name, parameter }: &Slot| quote!(#name: #private::Option<#parameter>,);
        let (before, after) = (
            self.on(Side::Before).map(field),
            self.on(Side::After).map(field),
        );
        let slots: Vec<_> = self.names.placed().map(|(_, slot)| &slot.name).collect();
        quote! {
            #clone
            struct #frame<State, #(#parameters),*> { #(#before)* #state: State, #(#after)* }
            impl<State: #private::State, #(#parameters),*> #private::State
                for #frame<State, #(#parameters),*>
            {
                fn stands(&self) -> #private::Stands {
                    #private::State::stands(&self.#state)
                }
                fn finished() -> Self {
                    Self { #state: State::finished(), #(#slots: #private::None),* }
                }
            }
        }
    }

    /// What a coroutine is made with: the start state, and slots with nothing in them.
    pub(super) fn framed(&self, start: TokenStream) -> TokenStream {
        if !self.has_frame() {
            return start;
        }
        let (private, frame, state) = (self.private, &self.names.frame, generated::name("state"));
        let slots = self.names.placed().map(|(_, slot)| &slot.name);
        quote!(#frame { #state: #start, #(#slots: #private::None),* })
    }

    /// The type of what the step is given.
    pub(super) fn stepped(&self, state: TokenStream) -> TokenStream {
        if !self.has_frame() {
            return state;
        }
        let frame = &self.names.frame;
        let holes = self.names.placed().map(|_| quote!(_));
        quote!(#frame<#state, #(#holes),*>)
    }

    /// Takes what the step is given apart into the state and the slots.
    pub(super) fn unframe(&self) -> TokenStream {
        if !self.has_frame() {
            return TokenStream::new();
        }
        let (frame, state) = (&self.names.frame, generated::name("state"));
        let slots = self.names.placed().map(|(_, slot)| &slot.name);
        quote!(let #frame { #state, #(#slots),* } = #state;)
    }

    /// Takes hold of a local that was put in its slot by an earlier arm.
    pub(super) fn hold(&self, local: LocalId) -> TokenStream {
        let Some(slot) = self.names.slot(local) else {
            return TokenStream::new();
        };
        let (private, hold) = (self.private, self.idle(local));
        let reference = self.reference(local);
        let elsewhere = self.elsewhere();
        quote!(let #private::Some(mut #hold) = #private::hold(&mut *#slot) #elsewhere; #reference)
    }

    /// [`Self::hold`] where the local is not mentioned.
    pub(super) fn just_hold(&self, local: LocalId) -> TokenStream {
        let Some(slot) = self.names.slot(local) else {
            return TokenStream::new();
        };
        let (private, hold) = (self.private, self.idle(local));
        let elsewhere = self.elsewhere();
        quote!(let #private::Some(#hold) = #private::hold(&mut *#slot) #elsewhere;)
    }

    /// What never happens is no panic: then LLVM knows that the arm cannot unwind.
    pub(super) fn elsewhere(&self) -> TokenStream {
        let (private, input) = (self.private, generated::name("input"));
        let leave = self.leave(Span::mixed_site());
        quote!(else { #leave #private::Err(#private::finished(#input)) })
    }

    /// Behind the `let` of a local with a slot: puts it there.
    pub(super) fn fill(&self, stmt: &Stmt) -> Option<TokenStream> {
        let Stmt::Local(declared) = stmt else {
            return None;
        };
        let bound = patterns::bound(&declared.pat, &self.body.locals);
        let [local] = bound[..] else { return None };
        let slot = self.names.slot(local)?;
        let (private, hold) = (self.private, self.idle(local));
        let name = self.names.local(self.body, local);
        let reference = self.reference(local);
        Some(quote! {
            let mut #hold = #private::fill(&mut *#slot, #name);
            #reference
        })
    }

    /// What code mentions in place of the local.
    fn reference(&self, local: LocalId) -> TokenStream {
        let (private, hold) = (self.private, self.idle(local));
        let name = self.names.local(self.body, local);
        let shared = (!self.body.locals.get(local).mutable()).then(|| quote!(&*));
        quote! {
            #[allow(unused_variables)]
            let #name = #shared #private::Held::get(&mut #hold);
        }
    }

    /// The next state keeps the local: it is not dropped with the arm.
    pub(super) fn keep(&self, local: LocalId, span: Span) -> TokenStream {
        let mut hold = self.idle(local);
        let site = Span::mixed_site().located_at(span);
        hold.set_span(site);
        quote_spanned!(site=> #hold.keep();)
    }
}

/// Mentions of locals that have slots go through what holds them, a reference: where
/// rustc does not see through it by itself, it is dereferenced.
pub(super) struct Through<'a>(pub(super) &'a Emitter<'a>);

impl Through<'_> {
    fn placed(&self, name: &Ident) -> bool {
        let local = self.0.body.locals.of_ident(name);
        local.is_some_and(|local| self.0.is_placed(local))
    }

    fn is_placed(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => path.path.get_ident().is_some_and(|name| self.placed(name)),
            _ => false,
        }
    }

    /// A whole value.
    pub(super) fn value(&mut self, value: &mut Expr) {
        if !self.give(value) {
            self.visit_expr_mut(value);
        }
    }

    /// A value: where it is a local that is given away, its slot gives it.
    fn give(&self, value: &mut Expr) -> bool {
        let given = self.0.body.locals.of_expr(value).filter(|local| {
            let slot = self.0.layout.in_place.get(local);
            slot.is_some_and(|slot| slot.given)
        });
        let Some(local) = given else { return false };
        let site = Span::mixed_site().located_at(value.span());
        let mut hold = self.0.idle(local);
        hold.set_span(hold.span().located_at(value.span()));
        *value = parse_quote_spanned!(site=> #hold.give());
        true
    }

    /// What method lookup, indexing and formatting dereference.
    fn base(&mut self, base: &mut Expr) {
        if !self.is_placed(base) {
            self.visit_expr_mut(base);
        }
    }

    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        let through = |token| match token {
            TokenTree::Ident(name) if self.placed(&name) => {
                let site = Span::mixed_site().located_at(name.span());
                quote_spanned!(site=> (*#name))
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), self.tokens(group.stream()));
                inner.set_span(group.span());
                inner.into_token_stream()
            }
            other => other.into_token_stream(),
        };
        tokens.into_iter().map(through).collect()
    }
}

impl VisitMut for Through<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if self.is_placed(expr) {
            let site = Span::mixed_site().located_at(expr.span());
            *expr = parse_quote_spanned!(site=> *#expr);
            return;
        }
        for value in moved::values(expr) {
            self.give(value);
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_local_mut(&mut self, local: &mut syn::Local) {
        if let Some(value) = moved::bound(local) {
            self.give(value);
        }
        visit_mut::visit_local_mut(self, local);
    }

    fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
        self.base(&mut call.receiver);
        for argument in &mut call.args {
            self.visit_expr_mut(argument);
        }
    }

    fn visit_expr_index_mut(&mut self, index: &mut syn::ExprIndex) {
        self.base(&mut index.expr);
        self.visit_expr_mut(&mut index.index);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if !macros::formats(mac) {
            mac.tokens = self.tokens(std::mem::take(&mut mac.tokens));
            return;
        }
        // A reference is formatted as what it refers to.
        let changed = macros::with_arguments(mac, &mut |argument| self.base(argument));
        if let Some(changed) = changed {
            *mac = changed;
        }
    }
}
