//! One arm: a state's block, and the blocks printed inside it.

use super::Emitter;
use super::edge::cycle;
use super::printer::Printer;
use crate::ir::{BlockId, Exit, LocalId, ScopeId};
use crate::layout::landings::Place;
use crate::layout::{Form, Kept};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use std::collections::HashSet;

impl Emitter<'_> {
    /// `State::Name { .. } => { .. }`
    pub(super) fn arm(&self, root: BlockId) -> TokenStream {
        let late = self.answered(Some(root));
        let body = self.root(root);
        // What the arm does not keep is dropped at its end, because of a yield.
        let yields = self.body.ids().skip_while(|id| *id != root).find_map(|id| {
            match &self.body.block(id).exit {
                Exit::Yield { marker, .. } | Exit::Delegate { marker, .. } => Some(*marker),
                _ => None,
            }
        });
        let site = Span::mixed_site();
        let end = yields.map_or(site, |marker| site.located_at(marker));
        if self.delegates(root) {
            return self.delegate_arm(root, &quote_spanned!(end=> #late #body));
        }
        let (pattern, unpack) = (self.taken_apart(root), self.unpack(root));
        if !self.wide && self.layout.repeating.contains(&root) {
            let cycle = cycle();
            let body =
                quote_spanned!(end=> #cycle: loop { #body #[allow(unreachable_code)] { break; } });
            return quote_spanned!(end=> #pattern => { #late #body });
        }
        quote_spanned!(end=> #pattern => { #late #unpack #body })
    }

    /// The pattern that takes a state apart.
    pub(super) fn taken_apart(&self, root: BlockId) -> TokenStream {
        let (machine, variant) = (&self.names.machine, self.names.state(root));
        let kept = self.carried(self.layout.states[root.0].as_deref().unwrap_or_default());
        if kept.is_empty() {
            return self.bare(&quote!(#machine::#variant));
        }
        if self.wide {
            let packs = self.packs(&kept);
            return quote!(#machine::#variant { #packs });
        }
        let mutable = |kept: &Kept| self.body.locals.get(kept.local).mutable();
        // What is bound again is not borrowed by the pattern's name.
        let again = self.layout.binds_again(self.body, root);
        let lent = match !again && kept.iter().any(mutable) {
            true => self.lent_in(root),
            false => HashSet::new(),
        };
        // What is mentioned only where that comes from is unused, if it never does.
        let mut arm = self.layout.arm(self.body, root);
        let unused = arm
            .any(|block| self.may_have_left(block))
            .then(|| quote!(#[allow(unused_variables)]));
        let fields = kept.iter().map(|kept| match kept.form {
            Form::Live if self.is_ignored(*kept) => {
                let field = self.label(kept.local);
                quote!(#field: _)
            }
            Form::Live => {
                let mutable = self.mutable_if_seen(kept.local, lent.contains(&kept.local));
                let variable = self.local(kept.local);
                quote!(#unused #mutable #variable)
            }
            Form::Dead | Form::Flagged => {
                let (field, idle) = (self.label(kept.local), self.idle(kept.local));
                if field == idle {
                    quote!(#idle)
                } else {
                    quote!(#field: #idle)
                }
            }
        });
        quote!(#machine::#variant { #(#fields),* })
    }

    /// Reported once already, where it is declared; no later state holds it.
    pub(super) fn is_ignored(&self, kept: Kept) -> bool {
        let (unmentioned, local) = (&self.layout.unmentioned, self.body.locals.get(kept.local));
        kept.form == Form::Live && unmentioned[kept.local.0] && local.plain
    }

    pub(super) fn local(&self, local: LocalId) -> proc_macro2::Ident {
        self.names.local(self.body, local)
    }

    /// The block of a state: scopes that were open when it was left are open
    /// again from the start of the arm to where they close.
    fn root(&self, root: BlockId) -> TokenStream {
        let block = self.body.block(root);
        let closing: Vec<ScopeId> = block
            .open
            .iter()
            .copied()
            .filter(|scope| self.layout.is_brace(root, *scope))
            .collect();
        let mut printer = Printer::new(self, root, block);
        printer.put(self.remembered(root));
        let anew = self.layout.anew.get(&root).map_or(&[][..], Vec::as_slice);
        let belongs = |local: &LocalId| {
            let scope = self.body.locals.get(*local).scope;
            closing
                .iter()
                .copied()
                .find(|closing| scope == Some(*closing))
        };
        self.in_order(root, anew, &belongs, &mut printer);
        // A macro of the body is known where its scope is open.
        let open = block.open.iter();
        let outside = open.filter(|scope| !closing.contains(scope));
        outside.for_each(|scope| printer.define(*scope));
        printer.land(Place::Arm(root));
        for scope in &closing {
            printer.begin(*scope);
            let kept = self.layout.states[root.0].iter().flatten();
            let kept = kept.map(|kept| (kept.local, Some(kept.form)));
            let anew = anew.iter().map(|local| (*local, None));
            let mut own: Vec<(LocalId, Option<Form>)> = kept
                .chain(anew)
                .filter(|(local, _)| belongs(local) == Some(*scope))
                .collect();
            // What is declared first is dropped last.
            own.sort_by_key(|(local, _)| self.layout.order[local.0]);
            for (local, form) in own {
                match form {
                    Some(form) => printer.rebind(local, form),
                    None => printer.declare(local),
                }
            }
            printer.define(*scope);
        }
        printer.print();
        printer.finish()
    }

    /// Declares what the arm assigns first; what was declared after it in the user's
    /// body is bound again behind it, for it is dropped before it.
    fn in_order(
        &self,
        root: BlockId,
        anew: &[LocalId],
        belongs: &dyn Fn(&LocalId) -> Option<ScopeId>,
        printer: &mut Printer<'_>,
    ) {
        let order = |local: LocalId| self.layout.order[local.0];
        let anew: Vec<LocalId> = anew
            .iter()
            .copied()
            .filter(|local| belongs(local).is_none())
            .collect();
        let kept = || {
            let kept = self.layout.states[root.0].iter().flatten();
            kept.filter(|kept| belongs(&kept.local).is_none())
        };
        let placed = || kept().filter(|kept| self.is_placed(kept.local));
        let held = placed().map(|kept| kept.local);
        let Some(first) = anew.iter().copied().chain(held).map(order).min() else {
            return;
        };
        let slots = &self.layout.in_place;
        let seen = placed().any(|kept| !slots[&kept.local].inert);
        let drops = self.layout.drops_anew.contains(&root) || seen;
        let later = kept().filter(|kept| {
            let plain = self.body.locals.get(kept.local).plain;
            self.is_placed(kept.local) || drops && !plain && order(kept.local) > first
        });
        let mut steps: Vec<(LocalId, Option<Form>)> =
            later.map(|kept| (kept.local, Some(kept.form))).collect();
        steps.extend(anew.into_iter().map(|local| (local, None)));
        steps.sort_by_key(|(local, _)| order(*local));
        for (local, form) in steps {
            match form {
                Some(form) => printer.rebind(local, form),
                None => printer.declare(local),
            }
        }
    }
}
