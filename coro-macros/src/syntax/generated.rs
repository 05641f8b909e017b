//! Names and paths of generated code.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Path;

/// A hygienic name: it cannot meet one of the user's.
pub(crate) fn name(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// `path` at another place: where a call stands is where its path begins.
pub(crate) fn path_at(path: &Path, span: Span) -> Path {
    let mut path = path.clone();
    for segment in &mut path.segments {
        segment.ident.set_span(span);
    }
    path
}

/// The traits by which an operand of `yield_from!` chooses what kind of delegate it is.
pub(crate) fn delegation(private: &Path) -> TokenStream {
    quote! {
        use #private::{
            ChooseCoroutine as _, ChooseIterator as _, ChooseNothing as _,
            ChooseOtherThrow as _, Delegate as _, FirstOther as _, FirstUnit as _,
        };
    }
}
