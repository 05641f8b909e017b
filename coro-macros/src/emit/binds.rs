//! The names that patterns bind, and their `mut`: the lints on unused ones see each once.

use super::Emitter;
use crate::flow::patterns;
use crate::ir::{LocalId, Origin};
use crate::syntax::delimiters;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::visit_mut::VisitMut;
use syn::{Expr, Pat};

impl Emitter<'_> {
    /// [`Self::quiet_pattern`] of every `let` of a condition, whose parts stand in a head.
    pub(super) fn quiet_condition(&self, condition: &mut Expr) {
        match condition {
            Expr::Let(matched) => {
                Quiet(self).visit_pat_mut(&mut matched.pat);
                delimiters::stand_in_head(&mut matched.expr);
            }
            Expr::Binary(binary) => {
                self.quiet_condition(&mut binary.left);
                self.quiet_condition(&mut binary.right);
            }
            Expr::Paren(inner) => self.quiet_condition(&mut inner.expr),
            other => delimiters::stand_in_head(other),
        }
    }

    /// Binds again what a pattern binds, in its order: so that parts of it can be taken, for a `mut` in the pattern may be an error; or because what
    /// the pattern leaves outlives it. Those that its guard has `used` need not be mentioned again.
    pub(super) fn parted(&self, pattern: &mut Pat, used: &[LocalId]) -> TokenStream {
        let mut bound = patterns::bound(pattern, &self.body.locals);
        let apart = |local: &LocalId| {
            let known = self.body.locals.get(*local);
            known.partial || known.origin == Origin::Hidden && bound.len() > 1
        };
        if !bound.iter().any(apart) {
            return TokenStream::new();
        }
        patterns::strip_mut(pattern);
        bound.sort_by_key(|local| self.layout.order[local.0]);
        let again = bound.into_iter().map(|local| {
            let (mutable, name) = (self.mutable_at_home(local), self.local(local));
            let quiet = used
                .contains(&local)
                .then(|| quote!(#[allow(unused_variables)]));
            quote!(#quiet let #mutable #name = #name;)
        });
        again.collect()
    }

    /// A `mut` that the lint on unused ones does not see.
    pub(super) fn mutable(&self, local: LocalId) -> TokenStream {
        let known = self.body.locals.get(local);
        if known.mutable() || known.partial {
            // Where the name stands, which is the one place of both in errors.
            let site = Span::mixed_site().located_at(known.span);
            quote_spanned!(site=> mut)
        } else {
            TokenStream::new()
        }
    }

    /// A `mut` that the lint on unused ones sees, if the local lives in one arm alone.
    fn mutable_at_home(&self, local: LocalId) -> TokenStream {
        self.mutable_if_seen(local, !self.layout.crossing[local.0])
    }

    /// The `mut` of the user's, if the lint may see it.
    pub(super) fn mutable_if_seen(&self, local: LocalId, seen: bool) -> TokenStream {
        match self.body.locals.get(local).mutability {
            Some(span) if seen => quote_spanned!(span=> mut),
            _ => self.mutable(local),
        }
    }

    /// [`Self::parted`] of every `let` of a condition.
    pub(super) fn parted_by(&self, condition: &mut Expr) -> TokenStream {
        match condition {
            Expr::Let(matched) => self.parted(&mut matched.pat, &[]),
            Expr::Binary(binary) => {
                let mut parts = self.parted_by(&mut binary.left);
                parts.extend(self.parted_by(&mut binary.right));
                parts
            }
            Expr::Paren(inner) => self.parted_by(&mut inner.expr),
            _ => TokenStream::new(),
        }
    }

    /// A pattern whose `mut` belongs to a local that lives in several arms.
    pub(super) fn quiet_pattern(&self, mut pattern: Pat) -> Pat {
        Quiet(self).visit_pat_mut(&mut pattern);
        pattern
    }
}

pub(super) struct Quiet<'a>(pub(super) &'a Emitter<'a>);

impl VisitMut for Quiet<'_> {
    fn visit_pat_ident_mut(&mut self, ident: &mut syn::PatIdent) {
        let local = self.0.body.locals.of_ident(&ident.ident);
        if let (Some(mutable), Some(local)) = (&mut ident.mutability, local)
            && self.0.layout.crossing[local.0]
        {
            mutable.span = Span::mixed_site().located_at(mutable.span);
        }
        syn::visit_mut::visit_pat_ident_mut(self, ident);
    }
    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        self.0.short_pattern(field);
        syn::visit_mut::visit_field_pat_mut(self, field);
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}
