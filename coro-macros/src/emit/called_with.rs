//! What is asked of a function that makes a delegate of a `&mut` (`lent/called.rs`): that the delegate does not borrow through it.
//!
//! The question stands behind the delegate, whose type is that of what the function would give once more: a function may be generic in what it gives.

use super::Emitter;
use crate::ir::LocalId;
use crate::lent::Called;
use crate::syntax::generated;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, parse_quote_spanned};

impl Emitter<'_> {
    /// What is claimed of the delegates among `bound`.
    pub(super) fn called_with(&self, bound: &[LocalId]) -> TokenStream {
        let called = self.layout.borrows.called.iter();
        let of_these = called.filter(|called| bound.contains(&called.holder));
        of_these.map(|called| self.leaves_free(called)).collect()
    }

    /// The traits by which it is asked.
    pub(super) fn lent_to_traits(&self) -> TokenStream {
        let private = self.private;
        match self.layout.borrows.called.is_empty() {
            true => TokenStream::new(),
            false => {
                quote!(use #private::{GivesABorrow as _, GivesAnything as _, GivesItsOwn as _};)
            }
        }
    }

    fn leaves_free(&self, called: &Called) -> TokenStream {
        let (start, end) = super::supposed::ends(&called.operand);
        let private = generated::path_at(self.private, start);
        let function = Ident::new("function", Span::mixed_site());
        let arguments: Vec<Expr> = called
            .arguments
            .iter()
            .map(|argument| self.verbatim_expr(argument))
            .collect();
        let (ahead, rest) = arguments.split_at(called.lent);
        let (lent, behind) = (&rest[0], &rest[1..]);
        let span = called.operand.span();
        let again: Expr = parse_quote_spanned!(span=> #function(#(#arguments),*));
        let again = generated::delegate(self.private, &again, Span::mixed_site());
        let delegate = self.local(called.holder);
        let path = self.verbatim_expr(&called.function);
        quote_spanned! {end=>
            #private::leaves_free(#private::taken!({
                let #function = #path;
                let answer = (&&&#private::lent_to(&#function, (#(#ahead,)*), &*#lent, (#(#behind,)*))).coro_lent_to();
                #private::alike(&#delegate, &#again);
                answer
            }));
        }
    }
}
