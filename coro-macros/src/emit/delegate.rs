//! States in which a delegate runs.
//!
//! Such a state is resumed where it stands, and before anything else: ahead of the machine's loop the delegate in it is handed what
//! the step was resumed with, and what it yields is handed out; nothing has been moved, and no table has been asked. Only when the delegate has ended
//! does the machine begin: its variable `at` is then not the state itself but a variant that only says so (`Forward2` of `Delegate2`), whose arm takes
//! the state apart, and from there on is like any other. To enter a delegate, the state is put in its place, and the step begins again:
//! the delegate is resumed at one place in the program, where it can be inlined.
//!
//! One that is made anew at each resume, of what it is lent from, is resumed by the arm.

use super::Emitter;
use super::edge::machine;
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

    /// Whether a delegate is resumed before the machine begins: not one that is made anew of what it is lent from, for the type of that is known
    /// behind the arms that make it.
    fn is_resumed_at_once(&self, delegation: BlockId) -> bool {
        matches!(
            self.body.block(delegation).exit,
            Exit::Delegate { lent: false, .. }
        )
    }

    /// `let mut at = ..`, from what the machine is resumed in, ahead of its loop.
    pub(super) fn found(&self) -> TokenStream {
        let (private, machine) = (self.private, &self.names.machine);
        let [state, at] = ["state", "at"].map(generated::name);
        let taken = quote!(#private::core::mem::replace(#state, #machine::Finished));
        if self.delegations().next().is_none() {
            return quote!(let mut #at = #taken;);
        }
        let at_once = self.delegations().filter(|id| self.is_resumed_at_once(*id));
        let ended = at_once.map(|id| self.names.ended(id));
        let forwards = self.delegations().map(|id| {
            let standing = self.names.state(id);
            let forward = self.forward(id);
            let resumed = self.is_resumed_at_once(id).then(|| self.resumed(id));
            quote!(#machine::#standing { .. } => { #resumed #forward })
        });
        quote! {
            #(let mut #ended = #private::Progress::GoesOn;)*
            let mut #at = match *#state {
                #(#forwards)*
                _ => #taken,
            };
        }
    }

    /// What is asked of each operand of `yield_from!`, also of one that is never reached: that it yields what the coroutine does.
    pub(super) fn outlet(&self) -> TokenStream {
        let (private, yields) = (self.private, &self.yields);
        let outlet = generated::name("outlet");
        match self.body.delegates {
            true => quote!(let #outlet = #private::outlet::<#yields>();),
            false => TokenStream::new(),
        }
    }

    /// The loop of the machine, in one that begins it again where a delegate is entered.
    pub(super) fn delegating(&self, found: &TokenStream, machine: &TokenStream) -> TokenStream {
        if self.delegations().next().is_none() {
            return quote!(#found #machine);
        }
        let (again, entering) = (resumption(), generated::name("entering"));
        let entering = self
            .delegations()
            .any(|id| self.enters(id))
            .then(|| quote!(let mut #entering = false;));
        quote! {
            #entering
            #again: loop { #found #machine }
        }
    }

    /// What leaves the machine.
    pub(super) fn outermost(&self) -> syn::Lifetime {
        match self.delegations().next() {
            None => machine(),
            Some(_) => resumption(),
        }
    }

    /// What `at` is where a state has been left in its place.
    fn forward(&self, delegation: BlockId) -> TokenStream {
        let (machine, forward) = (&self.names.machine, self.names.forward(delegation));
        self.bare(&quote!(#machine::#forward))
    }

    /// What `at` never is, or a finished coroutine has.
    pub(super) fn nothing_left(&self) -> TokenStream {
        let machine = &self.names.machine;
        match self.delegations().next() {
            None => quote!(#machine::Finished),
            Some(_) => quote!(_),
        }
    }

    /// Resumes the delegate of the state that is put there, in `target`.
    pub(super) fn enter(&self, target: BlockId, standing: &TokenStream) -> TokenStream {
        let [state, entering] = ["state", "entering"].map(generated::name);
        let again = resumption();
        debug_assert!(self.enters(target));
        quote!(*#state = #standing; #entering = true; continue #again;)
    }

    /// `State::Forward2 => { .. }`; `ending` is what the arm does when the delegate has ended. That variant keeps nothing, which LLVM does not see
    /// where it is dropped: each level of a recursion would call the function that drops a state.
    pub(super) fn delegate_arm(&self, root: BlockId, ending: &TokenStream) -> TokenStream {
        let Some(marker) = self.body.block(root).marker else {
            unreachable!("only such states are asked for");
        };
        let (private, machine) = (self.private, &self.names.machine);
        let forward = self.forward(root);
        let site = Span::mixed_site().located_at(marker);
        let [state, at, ended] = ["state", "at", "ended"].map(generated::name);
        let how = self.names.ended(root);
        let resumed = (!self.is_resumed_at_once(root)).then(|| {
            let resumed = self.resumed(root);
            quote!(let mut #how = #private::Progress::GoesOn; #resumed)
        });
        let taken_apart = self.taken_apart(root);
        let unpack = self.unpack(root);
        let elsewhere = self.elsewhere();
        quote_spanned! {site=>
            #forward => {
                #private::passed(#at);
                #resumed
                let #private::Some(#ended) = #how.take() #elsewhere;
                let #taken_apart = #private::core::mem::replace(#state, #machine::Finished) #elsewhere;
                #unpack
                #ending
            }
        }
    }

    /// Resumes the delegate of a state where that stands, and leaves the step with what it yields. If it has ended, how is put in a variable, and the state stays.
    fn resumed(&self, root: BlockId) -> TokenStream {
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
        let private = self.private;
        let site = Span::mixed_site().located_at(marker);
        let [state, input] = ["state", "input"].map(generated::name);
        let [standing, handed, delegate] = ["standing", "handed", "delegate"].map(generated::name);
        let ended = self.names.ended(root);
        // What is wrong with what is yielded is wrong at the marker.
        let yielded = self.names.out(marker);
        let [outer, inner] = [Side::After, Side::Before].map(|side| self.held(root, side));
        let keep = outer.iter().chain(&inner).rev();
        let keep = keep.map(|local| self.keep(*local, marker));
        let stays = quote!(#(#keep)* #standing.stay(););
        let [outer, inner] = [outer, inner].map(|locals| self.just_hold_all(locals));
        let looked_at = self.looked_at(root, *local, &delegate);
        let elsewhere = self.elsewhere();
        let what = self.handed(root, &input);
        let hand_out = self.hand_out(&quote!(#yielded), &stays, marker);
        let reached = self.resumed_delegate(&delegate, *lent, marker);
        let resumed = quote_spanned!(marker=> #call(#reached, #handed, &mut #ended));
        quote_spanned! {site=>
            #outer
            let mut #standing = #private::stand(&mut *#state);
            #inner
            let #looked_at = #private::Standing::state(&mut #standing) #elsewhere;
            let #handed = #what;
            match #resumed {
                #private::Some(#yielded) => { #hand_out }
                #private::None => { #stays }
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

/// The loop around the machine, which begins it again.
fn resumption() -> syn::Lifetime {
    syn::Lifetime::new("'resumption", Span::mixed_site())
}
