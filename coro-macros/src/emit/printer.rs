//! One block inside an arm: its steps in order, its scopes as braces, its exit.

use super::Emitter;
use super::binds::Quiet;
use crate::ir::{Block, BlockId, Exit, LocalId, ScopeId, Step, Surroundings};
use crate::layout::Form;
use crate::layout::landings::{Jump, Place};
use crate::simplify::joins;
use crate::syntax::diverge;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::visit_mut::VisitMut;
use syn::{Expr, Stmt};

/// Prints one block; scopes that close before its end are braces.
pub(super) struct Printer<'a> {
    emitter: &'a Emitter<'a>,
    id: BlockId,
    block: &'a Block,
    /// Code outside any brace, then inside each.
    frames: Vec<(Brace, TokenStream)>,
}

/// What a brace is for.
enum Brace {
    /// It is none.
    Block,
    Scope(ScopeId),
    /// These jumps break out of it.
    Landing(Vec<Jump>),
}

impl<'a> Printer<'a> {
    pub(super) fn new(emitter: &'a Emitter<'a>, id: BlockId, block: &'a Block) -> Self {
        Self {
            emitter,
            id,
            block,
            frames: vec![(Brace::Block, TokenStream::new())],
        }
    }

    pub(super) fn put(&mut self, tokens: TokenStream) {
        if let Some((_, code)) = self.frames.last_mut() {
            code.extend(tokens);
        }
    }

    pub(super) fn begin(&mut self, scope: ScopeId) {
        self.frames.push((Brace::Scope(scope), TokenStream::new()));
    }

    /// Defines the macros of a scope, which name locals.
    pub(super) fn define(&mut self, scope: ScopeId) {
        let own = self.emitter.body.own.iter();
        for own in own.filter(|own| own.scope == Some(scope)) {
            let item = &own.item;
            self.put(quote!(#item));
        }
    }

    pub(super) fn end(&mut self, scope: ScopeId) {
        let landing = |(brace, _): &(Brace, _)| matches!(brace, Brace::Landing(_));
        let last = self.frames.iter().rposition(|frame| !landing(frame));
        if let Some(at) = last
            && matches!(self.frames[at].0, Brace::Scope(open) if open == scope)
        {
            self.close(at);
        }
    }

    /// Jumps land behind what follows, up to the end of the brace around it.
    pub(super) fn land(&mut self, place: Place) {
        let jumps = self.emitter.layout.landings.at(place);
        if !jumps.is_empty() {
            let landing = Brace::Landing(jumps.to_vec());
            self.frames.push((landing, TokenStream::new()));
        }
    }

    /// Closes all braces from `first` on.
    fn close(&mut self, first: usize) {
        while self.frames.len() > first
            && let Some((brace, code)) = self.frames.pop()
        {
            self.put(match brace {
                Brace::Block => code,
                Brace::Scope(_) => quote!({ #code }),
                Brace::Landing(jumps) => self.emitter.landing(&jumps, code),
            });
        }
    }

    pub(super) fn rebind(&mut self, local: LocalId, form: Form) {
        let tokens = if self.emitter.is_placed(local) {
            self.emitter.hold(local)
        } else if form == Form::Live {
            let (mutable, name) = (self.emitter.mutable(local), self.emitter.local(local));
            quote!(#[allow(unused_assignments)] let #mutable #name = #name;)
        } else {
            let name = self.emitter.idle(local);
            quote!(let #name = #name;)
        };
        self.put(tokens);
    }

    /// Declares a local where the arm begins.
    pub(super) fn declare(&mut self, local: LocalId) {
        let (layout, id) = (&self.emitter.layout, self.id);
        self.declare_beside(local, |other| layout.arrives(id, *other));
    }

    /// Declares a local, where `bound` says which others are there.
    fn declare_beside(&mut self, local: LocalId, bound: impl Fn(&LocalId) -> bool) {
        let ty = self
            .emitter
            .body
            .locals
            .get(local)
            .ty
            .as_ref()
            .map(|ty| quote!(: #ty));
        let (mutable, name) = (self.emitter.mutable(local), self.emitter.local(local));
        // All that assigns it may have left by then.
        let unused = self.emitter.hidden.then(|| quote!(unused_variables,));
        self.put(quote!(#[allow(#unused clippy::needless_late_init)] let #mutable #name #ty;));
        self.put(self.emitter.tied(local));
        self.liken(local, bound);
    }

    /// What is on its way to a place has the type of that.
    fn liken(&mut self, local: LocalId, bound: impl Fn(&LocalId) -> bool) {
        let body = self.emitter.body;
        let Some(place) = &body.locals.get(local).like else {
            return;
        };
        let mentioned = body.locals.mentioned_in(place.to_token_stream());
        if mentioned.iter().all(bound) {
            let (private, name) = (self.emitter.private, self.emitter.local(local));
            let place = self.emitter.verbatim_expr(place);
            self.put(quote!(#private::alike!(#name, #place);));
        }
    }

    pub(super) fn print(&mut self) {
        for at in 0..self.block.steps.len() {
            self.land(Place::Behind(self.id, at));
            match &self.block.steps[at] {
                Step::Code(stmt) => {
                    match self.guessed(at) {
                        Some(value) => self.put(value),
                        None => self.statement(stmt),
                    }
                    for local in self.emitter.layout.replaced_by(self.id, at) {
                        let (private, idle) = (self.emitter.private, self.emitter.idle(*local));
                        self.put(quote!(#private::core::mem::drop(#idle);));
                    }
                }
                Step::Declare(local) if self.emitter.layout.assigns(self.id, *local) => {
                    let (Emitter { body, layout, .. }, id) = (self.emitter, self.id);
                    self.declare_beside(*local, |other| {
                        layout.arrives(id, *other) || layout.declares(body, id, *other)
                    });
                }
                Step::Declare(_) => {}
                Step::Open(scope) if self.closes_before_end(*scope) => self.begin(*scope),
                Step::Open(_) => {}
                Step::Close(scope) => self.end(*scope),
            }
        }
        self.land(Place::Behind(self.id, self.block.steps.len()));
        let exit = self.emitter.exit(self.id, &self.block.exit);
        self.put(exit);
        if let Some(next) = self.emitter.layout.behind.get(&self.id) {
            for scope in joins::around(self.emitter.body, self.id, *next) {
                self.end(scope);
            }
            (self.id, self.block) = (*next, self.emitter.body.block(*next));
            self.print();
        }
    }

    /// The last statement of a block, if it is a guess that it never ends.
    fn guessed(&self, at: usize) -> Option<TokenStream> {
        if !matches!(self.block.exit, Exit::Diverge) || at + 1 < self.block.steps.len() {
            return None;
        }
        let value = match &self.block.steps[at] {
            Step::Code(Stmt::Expr(value, _)) => value.clone(),
            Step::Code(Stmt::Macro(mac)) => {
                let (attrs, mac) = (mac.attrs.clone(), mac.mac.clone());
                Expr::Macro(syn::ExprMacro { attrs, mac })
            }
            _ => return None,
        };
        if !diverge::is_guessed(&value) {
            return None;
        }
        let (private, value) = (self.emitter.private, self.emitter.verbatim_expr(&value));
        let quiet = quote!(#[allow(clippy::diverging_sub_expression)]);
        Some(quote!(#quiet let _: #private::NeverEnds = #value;))
    }

    fn statement(&mut self, stmt: &Stmt) {
        let filled = self.emitter.fill(stmt);
        let mut stmt = self.emitter.verbatim_stmt(stmt);
        let (mut supposed, mut behind) = (TokenStream::new(), TokenStream::new());
        if let Stmt::Local(local) = &mut stmt {
            let bound = crate::flow::patterns::bound(&local.pat, &self.emitter.body.locals);
            if bound.iter().any(|id| self.emitter.layout.unmentioned[id.0]) {
                // The lints are where the names are reported.
                local.attrs.clear();
            }
            supposed = self.emitter.supposed(&bound);
            behind = bound.iter().map(|id| self.emitter.tied(*id)).collect();
            behind.extend(self.emitter.called_with(&bound));
            Quiet(self.emitter).visit_pat_mut(&mut local.pat);
        }
        let parts = match &mut stmt {
            Stmt::Local(local) => self.emitter.parted(&mut local.pat, &[]),
            _ => TokenStream::new(),
        };
        self.put(supposed);
        self.put(stmt.into_token_stream());
        self.put(behind);
        self.put(parts);
        self.put(filled.unwrap_or_default());
    }

    fn closes_before_end(&self, scope: ScopeId) -> bool {
        let binding = self.emitter.body.scopes[scope.0].binding;
        let behind = self.emitter.layout.behind.get(&self.id);
        let around = behind
            .is_some_and(|next| joins::around(self.emitter.body, self.id, *next).contains(&scope));
        !binding && (around || self.emitter.layout.is_brace(self.id, scope))
    }

    pub(super) fn finish(mut self) -> TokenStream {
        // A brace without an end is closed by the exit that leaves the arm.
        self.close(1);
        let code = self
            .frames
            .pop()
            .map_or_else(TokenStream::new, |(_, code)| code);
        let Surroundings { unsafety, imports } = &self.block.surroundings;
        let inside = |code, imports: &Vec<_>| {
            let beside = self.emitter.beside(imports, self.block);
            quote!({ #(#imports)* #beside #code })
        };
        let code = imports.iter().rev().fold(code, inside);
        match unsafety {
            Some(span) => {
                let site = Span::mixed_site().located_at(*span);
                quote_spanned!(site=> unsafe { #code })
            }
            None => code,
        }
    }
}
