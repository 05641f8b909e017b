//! The enum of the states.

use super::Emitter;
use crate::layout::Form;
use crate::syntax::{Protocol, generated};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

impl Emitter<'_> {
    /// The enum. Fields that have something to drop stand in reverse order of declaration: a suspended
    /// state drops them in the order in which scopes drop their locals. The
    /// states that a resume may find come first: their tags are a range, which is
    /// told from the others by one comparison.
    pub(super) fn definition(&self, protocol: &Protocol) -> TokenStream {
        let private = self.private;
        let machine = &self.names.machine;
        let clone = protocol
            .clone
            .then(|| quote!(#[derive(#private::core::clone::Clone)]));
        let debug = protocol
            .debug
            .then(|| quote!(#[derive(#private::core::fmt::Debug)]));
        let parameters = self.names.parameters();
        let (resumed, passed): (Vec<_>, Vec<_>) =
            self.state_ids().partition(|id| self.body.is_resumed(*id));
        let variants = resumed.into_iter().chain(passed).map(|id| {
            let name = self.names.state(id);
            let kept = self.carried(self.layout.states[id.0].as_deref().unwrap_or_default());
            let forward = self.delegates(id).then(|| {
                let forward = self.names.forward(id);
                quote!(#forward,)
            });
            if kept.is_empty() {
                return quote!(#name,);
            }
            let fields = self.layout.places.fields(&kept).into_iter().map(|kept| {
                let field = self.label(kept.local);
                let parameter = self.names.parameter(kept.local, kept.form);
                match kept.form {
                    Form::Flagged => quote!(#field: #private::Option<#parameter>),
                    _ => quote!(#field: #parameter),
                }
            });
            quote!(#name { #(#fields),* }, #forward)
        });
        let (frame, invariant) = (self.frame(protocol), self.invariant());
        quote! {
            #clone
            #debug
            enum #machine<#(#parameters),*> { #(#variants)* #invariant Finished }
            #frame
        }
    }

    pub(super) fn state_impl(&self) -> TokenStream {
        let (private, machine) = (self.private, &self.names.machine);
        let parameters: Vec<_> = self.names.parameters().collect();
        let located = self.state_ids().filter_map(|id| {
            let marker = self.body.block(id).marker?;
            let variant = self.names.state(id);
            let at_marker = generated::path_at(private, marker);
            let here = quote_spanned!(marker=> #at_marker::here());
            Some(quote!(Self::#variant { .. } => #private::Stands::At(#here),))
        });
        quote! {
            impl<#(#parameters),*> #private::State for #machine<#(#parameters),*> {
                fn stands(&self) -> #private::Stands {
                    match self {
                        Self::Start { .. } => #private::Stands::Created,
                        #(#located)*
                        _ => #private::Stands::Finished,
                    }
                }
                fn finished() -> Self {
                    Self::Finished
                }
            }
        }
    }
}
