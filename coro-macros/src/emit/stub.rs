//! What stands in for a function that could not be compiled.
//!
//! The errors, beside a function of the same signature whose body type-checks,
//! so that its callers are not blamed too.

use crate::syntax::Protocol;
use crate::validate;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{ItemFn, Path};

/// `errors` beside a mention of each marker, for rustc to see them used.
pub(crate) fn beside(errors: &TokenStream, markers: &[Path]) -> TokenStream {
    quote!(#(#markers!(@used);)* #errors)
}

/// `errors` and the function without its body.
pub(crate) fn stub(
    function: &ItemFn,
    protocol: Option<&Protocol>,
    krate: &Path,
    errors: &TokenStream,
) -> TokenStream {
    let mut function = function.clone();
    // One that is written twice has been reported, and would read the stub.
    function
        .attrs
        .retain(|attribute| !validate::is_ours(attribute));
    // What the body would have used is not unused.
    let body = match protocol {
        Some(_) => quote!({ #errors #krate::__private::stub() }),
        None => quote!({ #errors #krate::__private::core::unimplemented!() }),
    };
    let signature = &mut function.sig;
    let attributes = &function.attrs;
    let visibility = &function.vis;
    let quiet = syn::Ident::new("allow", Span::mixed_site());
    let Some(protocol) = protocol else {
        return quote!(#(#attributes)* #[#quiet(unused, clippy::all)] #visibility #signature #body);
    };
    let output = &protocol.output;
    let (unsafety, name, inputs) = (&signature.unsafety, &signature.ident, &signature.inputs);
    let (parameters, clause) = (&signature.generics.params, &signature.generics.where_clause);
    let angle = (!parameters.is_empty()).then(|| quote!(<#parameters>));
    let (resume, yields, returns, throws) = (
        &protocol.resume,
        crate::syntax::types::inside(&protocol.yields),
        crate::syntax::types::inside(&protocol.returns),
        &protocol.throws,
    );
    let made = quote!(#krate::__private::stub::<_, #yields, #returns, #throws>(
        |_: &mut #krate::__private::Stub, _: #krate::__private::Resume<#resume, #throws>| loop {}
    ));
    let made = match protocol.shape {
        crate::syntax::Shape::Opaque => made,
        crate::syntax::Shape::Boxed => quote!(#krate::__private::Box::new(#made)),
    };
    quote! {
        #(#attributes)*
        #[#quiet(unused, clippy::all)]
        #visibility #unsafety fn #name #angle (#inputs) -> #output #clause {
            #errors
            #made
        }
    }
}
