//! The function around what was compiled: the user's, in all but its braces.

use crate::syntax::{Shape, Source, generated};
use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Path, ReturnType, Type, spanned::Spanned};

/// Where the coroutine is handed out: at the return type.
pub(crate) fn made_at(source: &Source) -> Span {
    match &source.function.sig.output {
        ReturnType::Type(_, ty) => Span::mixed_site().located_at(ty.span()),
        ReturnType::Default => Span::mixed_site(),
    }
}

/// The function whose body is `statements` and the value `made`, primed and boxed as
/// the attribute and the return type ask for.
pub(crate) fn function(
    source: &Source,
    private: &Path,
    quiet: Option<TokenStream>,
    statements: &TokenStream,
    made: &TokenStream,
) -> TokenStream {
    let (function, markers) = (&source.function, &source.markers);
    let krate = &source.arguments.krate;
    let (attributes, visibility) = (&function.attrs, &function.vis);
    let mut signature = function.sig.clone();
    if let ReturnType::Type(_, ty) = &mut signature.output {
        **ty = Type::Verbatim(source.protocol.output.clone());
    }
    let made = handed_out(source, private, made);
    let statements = quote! {
        #(#markers!(@used);)*
        use #krate::__private as #private;
        #statements
        #made
    };
    // The user's braces: to rustc the function is the user's, and unused if it is.
    let mut block = Group::new(Delimiter::Brace, statements);
    block.set_span(function.block.brace_token.span.join());
    quote!(#(#attributes)* #quiet #visibility #signature #block)
}

fn handed_out(source: &Source, private: &Path, made: &TokenStream) -> TokenStream {
    let made = if source.arguments.prime {
        let resume = &source.protocol.resume;
        quote!(#private::prime::<#resume, _>(#made))
    } else {
        made.clone()
    };
    match source.protocol.shape {
        Shape::Opaque => made,
        Shape::Boxed => {
            let place = made_at(source);
            let private = generated::path_at(private, place);
            quote_spanned!(place=> #private::Box::new(#made))
        }
    }
}
