//! What an inner block imports by a glob, where it stands around generated code.
//!
//! The names in it are not known, and one of them may be that of a local. In the user's block it hides the local, or the local hides it,
//! by which of the two is inside of the other; in the expansion it also hides the local that a state keeps and
//! is built of. So beside such an import stands a second glob, of the locals' names: rustc says of a name that is in both
//! that it is ambiguous, at the local, and that an import by name decides. Nothing of it is there at run time.

use super::Emitter;
use super::names::Names;
use crate::ir::{Block, LocalId, Origin};
use crate::syntax::imports;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::BTreeMap;
use syn::ItemUse;

impl Emitter<'_> {
    /// What stands beside `imported` in code of `block`.
    pub(super) fn beside(&self, imported: &[ItemUse], block: &Block) -> TokenStream {
        let has_glob = |item: &&ItemUse| imports::has_glob(&item.tree);
        let globs: Vec<&ItemUse> = imported.iter().filter(has_glob).collect();
        if globs.is_empty() {
            return TokenStream::new();
        }
        let locals = self.body.locals.ids().filter(|id| self.stands(*id, block));
        let names: BTreeMap<String, Ident> = locals
            .map(|id| Names::written(self.body, id))
            .map(|name| (name.to_string(), name))
            .collect();
        if names.is_empty() {
            return TokenStream::new();
        }
        let (names, locals) = (names.values(), Ident::new("locals", Span::mixed_site()));
        let mentioned = names.clone();
        quote! {
            const _: () = {
                mod #locals {
                    #(#[allow(non_upper_case_globals, dead_code)] pub(super) const #names: () = ();)*
                }
                #[allow(unused_imports)]
                use #locals::*;
                #(#[allow(unused_imports)] #globs)*
                #(_ = #mentioned;)*
            };
        }
    }

    /// Whether a local that the user named is kept, and in scope around `block`.
    fn stands(&self, local: LocalId, block: &Block) -> bool {
        let known = self.body.locals.get(local);
        let open = known.scope.is_some_and(|scope| block.open.contains(&scope));
        open && self.layout.crossing[local.0] && known.origin != Origin::Hidden && !known.receiver
    }
}
