//! Types of arguments that a question has to repeat (see `resolve::typed`), in the arm that asks.

use super::Emitter;
use crate::ir::{self, BlockId, TypedId};
use crate::syntax::generated;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, parse_quote_spanned};

impl Emitter<'_> {
    /// An argument that says its type, or, in the question, what stands for it.
    pub(super) fn typed(&self, (id, argument): (TypedId, Option<&Expr>)) -> Expr {
        let name = name(id);
        let span = argument.map_or_else(Span::mixed_site, |argument| {
            Span::mixed_site().located_at(argument.span())
        });
        let private = generated::path_at(self.private, span);
        match argument {
            Some(argument) => parse_quote_spanned!(span=> #private::same(&#name, #argument)),
            None => parse_quote_spanned!(span=> #name.value()),
        }
    }

    /// Declares what the arguments in an arm say.
    pub(super) fn remembered(&self, root: BlockId) -> TokenStream {
        if !self.body.locals.remembers_types() {
            return TokenStream::new();
        }
        let mut found = Found(Vec::new());
        let arm = self.body.ids().filter(|id| self.layout.root(*id) == root);
        for code in arm.flat_map(|id| self.body.block(id).code()) {
            code.visit(&mut found);
        }
        let (private, site) = (self.private, Span::mixed_site());
        let declared = found.0.into_iter().map(|id| {
            let name = name(id);
            quote_spanned!(site=> let #name = #private::typed();)
        });
        quote!(#(#declared)*)
    }
}

pub(super) fn name(id: TypedId) -> proc_macro2::Ident {
    format_ident!("typed{}", id.0, span = Span::mixed_site())
}

struct Found(Vec<TypedId>);

impl<'ast> Visit<'ast> for Found {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        self.0.extend(ir::typed_of(expr).map(|(id, _)| id));
        visit::visit_expr(self, expr);
    }
}
