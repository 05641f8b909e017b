//! States in which a delegate runs.
//!
//! Such a state is resumed where it stands: the machine's variable `at` is then not the state itself but
//! a variant that only says so (`Forward2` of `Delegate2`). Its arm looks at the state, resumes the delegate in it,
//! and hands out what that yields; nothing has been moved. Only when the delegate has ended is the state
//! taken apart, and from there on the arm is like any other.

use super::Emitter;
use crate::in_place::Side;
use crate::ir::{BlockId, Exit, LocalId};
use crate::syntax::generated;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

impl Emitter<'_> {
    pub(super) fn delegates(&self, id: BlockId) -> bool {
        matches!(self.body.block(id).exit, Exit::Delegate { .. })
    }

    fn delegations(&self) -> impl Iterator<Item = BlockId> {
        self.state_ids().filter(|id| self.delegates(*id))
    }

    /// Whether a delegate is entered in the arm that resumes it, and not before.
    fn enters(&self, delegation: BlockId) -> bool {
        let mut exits = self.body.blocks.iter().map(|block| &block.exit);
        exits.any(|exit| matches!(exit, Exit::Goto(target) if *target == delegation))
    }

    /// `let mut at = ..`, from what the machine is resumed in.
    pub(super) fn found(&self) -> TokenStream {
        let (private, machine) = (self.private, &self.names.machine);
        let [state, at, entering] = ["state", "at", "entering"].map(generated::name);
        let taken = quote!(#private::core::mem::replace(#state, #machine::Finished));
        if self.delegations().next().is_none() {
            return quote!(let mut #at = #taken;);
        }
        let entering = self
            .delegations()
            .any(|id| self.enters(id))
            .then(|| quote!(let mut #entering = false;));
        let forwards = self.delegations().map(|id| {
            let (standing, forward) = (self.names.state(id), self.names.forward(id));
            let forward = self.bare(&quote!(#machine::#forward));
            quote!(#machine::#standing { .. } => #forward,)
        });
        quote! {
            #entering
            let mut #at = match *#state {
                #(#forwards)*
                _ => #taken,
            };
        }
    }

    /// What `at` never is, or a finished coroutine has.
    pub(super) fn nothing_left(&self) -> TokenStream {
        let machine = &self.names.machine;
        match self.delegations().next() {
            None => quote!(#machine::Finished),
            Some(_) => quote!(_),
        }
    }

    /// Goes on in `target`, which resumes the delegate of the state that is put there.
    pub(super) fn enter(&self, target: BlockId, standing: &TokenStream) -> TokenStream {
        let (machine, forward) = (&self.names.machine, self.names.forward(target));
        let [state, at, entering] = ["state", "at", "entering"].map(generated::name);
        let forward = self.bare(&quote!(#machine::#forward));
        quote!(*#state = #standing; #entering = true; #at = #forward;)
    }

    /// `State::Forward2 => { .. }`; `ending` is what the arm does when the delegate has ended. That variant keeps nothing, which LLVM does not see
    /// where it is dropped: each level of a recursion would call the function that drops a state.
    pub(super) fn delegate_arm(&self, root: BlockId, ending: &TokenStream) -> TokenStream {
        let Exit::Delegate {
            delegate: local,
            lent,
            call,
            marker,
            ..
        } = &self.body.block(root).exit
        else {
            unreachable!("only such states are asked for");
        };
        let marker = *marker;
        let (private, machine) = (self.private, &self.names.machine);
        let forward = self.names.forward(root);
        let forward = self.bare(&quote!(#machine::#forward));
        let site = Span::mixed_site().located_at(marker);
        let [state, input, at] = ["state", "input", "at"].map(generated::name);
        let [standing, handed, delegate, ended] =
            ["standing", "handed", "delegate", "ended"].map(generated::name);
        // What is wrong with what is yielded is wrong at the marker.
        let yielded = Ident::new("yielded", site);
        let [outer, inner] = [Side::After, Side::Before].map(|side| self.held(root, side));
        let keep = outer.iter().chain(&inner).rev();
        let keep: Vec<TokenStream> = keep.map(|local| self.keep(*local, marker)).collect();
        let [outer, inner] = [outer, inner].map(|locals| self.just_hold_all(locals));
        let looked_at = self.looked_at(root, *local, &delegate);
        let taken_apart = self.taken_apart(root);
        let unpack = self.unpack(root);
        let elsewhere = self.elsewhere();
        let what = self.handed(root, &input);
        let stays = quote!(#(#keep)* #standing.stay(););
        let hand_out = self.hand_out(&quote!(#yielded), &stays, marker);
        let reached = self.resumed_delegate(&delegate, *lent, marker);
        let resumed = quote_spanned!(marker=> #call(#reached, #handed));
        quote_spanned! {site=>
            #forward => {
                #private::passed(#at);
                #outer
                let mut #standing = #private::stand(&mut *#state);
                #inner
                let #looked_at = #private::Standing::state(&mut #standing) #elsewhere;
                let #handed = #what;
                match #resumed {
                    #private::Ok(#yielded) => { #hand_out }
                    #private::Err(#ended) => {
                        #(#keep)*
                        let #taken_apart = #standing.leave() #elsewhere;
                        #unpack
                        #ending
                    }
                }
            }
        }
    }

    /// What is resumed: the delegate that the state keeps, or one made anew of what it is lent from.
    fn resumed_delegate(&self, delegate: &Ident, lent: bool, marker: Span) -> TokenStream {
        if !lent {
            return quote!(#delegate);
        }
        let delegate = generated::variable(delegate.clone());
        let wrapped = generated::delegate(self.private, &delegate, marker);
        quote_spanned!(marker=> &mut #wrapped)
    }

    fn just_hold_all(&self, locals: Vec<LocalId>) -> TokenStream {
        let hold = |local| self.just_hold(local);
        locals.into_iter().map(hold).collect()
    }

    /// The pattern that finds the delegate in its state.
    fn looked_at(&self, root: BlockId, local: LocalId, delegate: &Ident) -> TokenStream {
        let (machine, variant) = (&self.names.machine, self.names.state(root));
        let field = self.label(local);
        if self.wide {
            quote!(#machine::#variant { #field: [#delegate], .. })
        } else if field == *delegate {
            quote!(#machine::#variant { #delegate, .. })
        } else {
            quote!(#machine::#variant { #field: #delegate, .. })
        }
    }

    /// What the delegate is handed.
    fn handed(&self, root: BlockId, input: &Ident) -> TokenStream {
        let private = self.private;
        let entering = generated::name("entering");
        let on = quote!(#private::Handed::On(#private::take(&mut #input)));
        if !self.enters(root) {
            return on;
        }
        quote! {
            if #private::core::mem::take(&mut #entering) {
                #private::Handed::First((&&#private::first(&#input)).coro_first())
            } else {
                #on
            }
        }
    }

    /// The locals of a state that have slots on one side of it, in order of declaration.
    fn held(&self, root: BlockId, side: Side) -> Vec<LocalId> {
        let kept = self.layout.states[root.0].iter().flatten();
        let slots = &self.layout.in_place;
        let on_side = |local: &LocalId| slots.get(local).is_some_and(|slot| slot.side == side);
        kept.map(|kept| kept.local).filter(on_side).collect()
    }
}
