//! The traits whose methods the questions of the expansion call.

use super::Emitter;
use crate::flow::graph::{Taken, What};
use crate::layout::Form;
use crate::methods::Standard;
use crate::syntax::generated;
use proc_macro2::TokenStream;
use quote::quote;

impl Emitter<'_> {
    pub(super) fn probe_traits(&self) -> TokenStream {
        let private = self.private;
        let probes = self
            .layout
            .states
            .iter()
            .flatten()
            .flatten()
            .any(|kept| kept.form != Form::Live);
        let mut uses = TokenStream::new();
        if self
            .body
            .locals
            .ids()
            .any(|id| self.body.locals.get(id).partial)
        {
            uses.extend(quote!(use #private::{PartCopy as _, PartHollow as _};));
        }
        let lifted = |id| self.body.locals.get(id).lifted;
        let lifted = self.body.locals.takes_parts() || self.body.locals.ids().any(lifted);
        if lifted {
            uses.extend(quote!(use #private::{
                BehindAsIs as _, BehindCopy as _, BehindHollow as _, PlaceByParts as _, PlaceCopied as _, PlaceEmptied as _,
            };));
        }
        if lifted || !self.layout.borrows.over.is_empty() {
            uses.extend(quote!(use #private::{
                SeenCopy as _, SeenEffect as _, SeenMemory as _,
            };));
        }
        let through = |taken: &Taken| {
            matches!(
                taken.what,
                What::Standard(Standard::Through, ..) | What::Behind(_)
            )
        };
        let guards = !self.layout.guards.is_empty() || self.layout.taken.values().any(through);
        if guards {
            uses.extend(quote!(use #private::{
                GuardingNothing as _, GuardingOther as _, GuardingOwner as _, GuardingPointer as _,
                WhoseIterator as _, WhoseOther as _, WhoseReader as _, WhoseStandard as _,
                IteratingItself as _, IteratingOther as _,
            };));
        }
        if probes || lifted {
            uses.extend(quote!(use #private::{IdleCopy as _, IdleKept as _, IdleNoDrop as _};));
        }
        if !self.layout.taken.is_empty() || lifted || guards {
            uses.extend(quote!(use #private::{
                CallableAgain as _, CallableFurther as _, CallableOnce as _, CallableThrough as _, GivenCopy as _, GivenMoved as _,
                CopiesNothing as _, CopiesTarget as _, IteratorItself as _, IteratorOther as _,
                OptionalItself as _, OptionalOther as _, PeekDeref as _, PeekNothing as _, PeelNothing as _,
                PeelReference as _, RankedItself as _, RankedOther as _, ReaderItself as _, ReaderOther as _,
                VerdictAsked as _, VerdictFound as _,
            };));
        }
        if self.body.delegates {
            uses.extend(generated::delegation(private));
        }
        uses.extend(self.lending_traits());
        uses.extend(self.lent_to_traits());
        uses
    }
}
