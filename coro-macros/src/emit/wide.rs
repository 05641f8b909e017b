//! Functions with many states and many locals.
//!
//! rustc has a list of what it still has to prove, and walks all of it again and again while it
//! checks a body. Each mention of the enum adds "this parameter is `Sized`" for every parameter, and
//! which type stands behind it may be known a thousand arms later: the list grows with states times
//! locals, and so does the number of walks. A thousand yields with two hundred locals took four
//! minutes. Where there is much of both, nothing is therefore left to wait:
//!
//! - The type of a field is an array of one: an array is `Sized` whatever is in it.
//! - The enum is invariant, through a variant that is never made. Else each state that is built has
//!   parameters of its own, subtypes of what is not known yet, and that waits too.
//! - An arm binds the arrays, and takes the locals out of them where it begins. The patterns of all
//!   arms are checked before the first arm is, and a binding has to be `Sized` as well; in the arm
//!   its type is known.
//!
//! The machine does the same and is as large. But it is less easy to read, so small functions are
//! spared.

use super::Emitter;
use super::edge::named;
use crate::ir::BlockId;
use crate::layout::{Form, Kept};
use crate::syntax::Protocol;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

/// States times parameters from which on a function is wide: below it, rustc takes a few
/// hundredths of a second either way.
const WIDE: usize = 2000;

impl Emitter<'_> {
    /// A state that is printed has to show its locals as they are.
    pub(super) fn is_wide(&self, protocol: &Protocol) -> bool {
        !protocol.debug && self.state_ids().count() * self.names.parameters().count() >= WIDE
    }

    /// A local as a field holds it, in a pattern or an expression.
    pub(super) fn packed(&self, local: impl ToTokens) -> TokenStream {
        match self.wide {
            true => quote!([#local]),
            false => local.into_token_stream(),
        }
    }

    /// A field of a state that is built, from a variable of the arm.
    pub(super) fn filled(&self, field: &Ident, variable: &Ident) -> TokenStream {
        match self.wide {
            true => quote!(#field: [#variable],),
            false => named(field, variable),
        }
    }

    /// What stands for a parameter of the enum until rustc has inferred it.
    pub(super) fn hole(&self) -> TokenStream {
        match self.wide {
            true => quote!([_; 1]),
            false => quote!(_),
        }
    }

    /// The variant that makes a wide enum invariant.
    pub(super) fn invariant(&self) -> Option<TokenStream> {
        let private = self.private;
        let parameters = || self.names.parameters();
        let [taken, given] = [parameters(), parameters()];
        self.wide.then(|| {
            quote! {
                Never(
                    #private::core::marker::PhantomData<fn((#(#taken,)*)) -> (#(#given,)*)>,
                    #private::core::convert::Infallible
                ),
            }
        })
    }

    /// The name of a state that keeps nothing. As a path alone it is a value, whose
    /// parameters are asked for more than `Sized`.
    pub(super) fn bare(&self, state: &TokenStream) -> TokenStream {
        match self.wide {
            true => quote!(#state {}),
            false => state.clone(),
        }
    }

    /// The fields of the pattern that takes a state apart: the arrays.
    pub(super) fn packs(&self, kept: &[Kept]) -> TokenStream {
        let fields = kept.iter().map(|kept| {
            let (field, pack) = (self.label(kept.local), self.idle(kept.local));
            match field {
                field if self.is_ignored(*kept) => quote!(#field: _),
                field if field == pack => quote!(#field),
                field => quote!(#field: #pack),
            }
        });
        quote!(#(#fields),*)
    }

    /// Takes the locals of a state out of their arrays, in the order in which they were declared.
    pub(super) fn unpack(&self, root: BlockId) -> TokenStream {
        if !self.wide {
            return TokenStream::new();
        }
        let kept = self.carried(self.layout.states[root.0].as_deref().unwrap_or_default());
        let seen = kept.into_iter().filter(|kept| !self.is_ignored(*kept));
        let lets = seen.map(|kept| {
            let pack = self.idle(kept.local);
            match kept.form {
                Form::Live => {
                    let (mutable, local) = (self.mutable(kept.local), self.local(kept.local));
                    quote!(let [#mutable #local] = #pack;)
                }
                // No code mentions it; it is bound anew to be dropped in its turn.
                Form::Dead | Form::Flagged => quote!(let #pack = #pack;),
            }
        });
        lets.collect()
    }
}
