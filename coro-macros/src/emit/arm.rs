//! One arm: a state's block, and the blocks printed inside it.

use super::Emitter;
use super::edge::cycle;
use super::printer::Printer;
use crate::flow::patterns;
use crate::ir::{BlockId, Exit, LocalId, Origin, ScopeId};
use crate::layout::landings::Place;
use crate::layout::{Form, Kept};
use crate::syntax::{delimiters, generated};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::HashSet;
use syn::visit_mut::VisitMut;
use syn::{Expr, Pat};

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

    /// A `mut` that the lint on unused ones does not see.
    pub(super) fn mutable(&self, local: LocalId) -> TokenStream {
        let known = self.body.locals.get(local);
        if known.mutable() || known.partial {
            // Where the name stands, which is the one place of both in errors.
            let site = Span::mixed_site().located_at(known.span);
            quote_spanned!(site=> mut)
        } else {
            TokenStream::new()
        }
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
        }
        for own in self
            .body
            .own
            .iter()
            .filter(|own| own.scope.is_some_and(|s| block.open.contains(&s)))
        {
            let item = &own.item;
            printer.put(quote!(#item));
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

    /// A block printed inside its predecessor, or the jump to a state.
    fn target(&self, from: BlockId, target: BlockId) -> TokenStream {
        if self.layout.states[target.0].is_some() {
            return self.jump(from, target);
        }
        let mut printer = Printer::new(self, target, self.body.block(target));
        printer.print();
        printer.finish()
    }

    pub(super) fn exit(&self, id: BlockId, exit: &Exit) -> TokenStream {
        match exit {
            // Control falls out of the branch.
            Exit::Goto(target) if self.body.block(*target).joins.is_some() => TokenStream::new(),
            Exit::Goto(target) => self.target(id, *target),
            Exit::Branch {
                condition,
                then,
                otherwise,
            } => {
                let supposed = self.supposed_by(condition);
                let mut condition = self.verbatim_expr(condition);
                self.quiet_condition(&mut condition);
                let parts = self.parted_by(&mut condition);
                let (then, otherwise) = (self.target(id, *then), self.target(id, *otherwise));
                quote!(#supposed if #condition { #parts #then } else { #otherwise })
            }
            Exit::Match {
                scrutinee,
                arms,
                span,
            } => {
                let supposed = self.supposed_of(arms.iter().map(|arm| &arm.pattern));
                let mut scrutinee = self.verbatim_expr(scrutinee);
                delimiters::stand_in_head(&mut scrutinee);
                let arms = arms.iter().map(|arm| {
                    let mut pattern = self.quiet_pattern(arm.pattern.clone());
                    let user = &arm.guard;
                    let used = self.body.locals.spelled_in(quote!(#user));
                    let guard = user.as_ref().map(|guard| {
                        let guard = self.verbatim_expr(guard);
                        quote!(if #guard)
                    });
                    let parts = self.parted(&mut pattern, &used);
                    let body = self.target(id, arm.target);
                    quote!(#pattern #guard => { #parts #body })
                });
                quote_spanned!(*span=> #supposed match #scrutinee { #(#arms)* })
            }
            Exit::Yield {
                value,
                resume,
                marker,
            } => {
                let supposed = self.supposed_of_yield(id);
                let suspended = self.suspend(id, value, *resume, *marker);
                quote!(#supposed #suspended)
            }
            Exit::Delegate { arms, .. } => {
                let arms = arms.iter().map(|arm| {
                    let (pattern, body) = (&arm.pattern, self.target(id, arm.target));
                    quote!(#pattern => { #body })
                });
                let ended = generated::name("ended");
                quote!(match #ended { #(#arms)* })
            }
            Exit::Return(value, _) if crate::ir::diverges(value) => {
                let value = self.verbatim_expr(value);
                quote!(#value;)
            }
            Exit::Return(value, span) => {
                let value = self.verbatim_expr(value);
                match self.returned(&value, *span) {
                    Expr::Block(block) => {
                        let statements = &block.block.stmts;
                        quote!(#(#statements)*)
                    }
                    returned => quote!(#returned;),
                }
            }
            Exit::Diverge => TokenStream::new(),
        }
    }

    fn suspend(&self, id: BlockId, value: &Expr, resume: BlockId, marker: Span) -> TokenStream {
        let diverges = crate::ir::diverges(value);
        let value = self.verbatim_expr(value);
        if diverges {
            return quote!(#value;);
        }
        let state = self.suspension(id, resume, marker);
        self.hand_out(&value.into_token_stream(), &state, marker)
    }

    /// Hands `value` out, once `suspended` has seen to the state.
    pub(super) fn hand_out(
        &self,
        value: &TokenStream,
        suspended: &TokenStream,
        marker: Span,
    ) -> TokenStream {
        let (private, yields) = (self.private, &self.yields);
        let (out, leave) = (self.names.out(marker), self.leave(marker));
        quote_spanned! {marker=>
            let #out: #yields = #value;
            #suspended
            #leave #private::Ok(#out);
        }
    }

    /// [`Self::quiet_pattern`] of every `let` of a condition, whose parts stand in a head.
    fn quiet_condition(&self, condition: &mut Expr) {
        match condition {
            Expr::Let(matched) => {
                Quiet(self).visit_pat_mut(&mut matched.pat);
                delimiters::stand_in_head(&mut matched.expr);
            }
            Expr::Binary(binary) => {
                self.quiet_condition(&mut binary.left);
                self.quiet_condition(&mut binary.right);
            }
            Expr::Paren(inner) => self.quiet_condition(&mut inner.expr),
            other => delimiters::stand_in_head(other),
        }
    }

    /// Binds again what a pattern binds, in its order: so that parts of it can be taken, for a `mut` in the pattern may be an error; or because what
    /// the pattern leaves outlives it. Those that its guard has `used` need not be mentioned again.
    pub(super) fn parted(&self, pattern: &mut Pat, used: &[LocalId]) -> TokenStream {
        let mut bound = patterns::bound(pattern, &self.body.locals);
        let apart = |local: &LocalId| {
            let known = self.body.locals.get(*local);
            known.partial || known.origin == Origin::Hidden && bound.len() > 1
        };
        if !bound.iter().any(apart) {
            return TokenStream::new();
        }
        patterns::strip_mut(pattern);
        bound.sort_by_key(|local| self.layout.order[local.0]);
        let again = bound.into_iter().map(|local| {
            let (mutable, name) = (self.mutable_at_home(local), self.local(local));
            let quiet = used
                .contains(&local)
                .then(|| quote!(#[allow(unused_variables)]));
            quote!(#quiet let #mutable #name = #name;)
        });
        again.collect()
    }

    /// A `mut` that the lint on unused ones sees, if the local lives in one arm alone.
    fn mutable_at_home(&self, local: LocalId) -> TokenStream {
        self.mutable_if_seen(local, !self.layout.crossing[local.0])
    }

    /// The `mut` of the user's, if the lint may see it.
    fn mutable_if_seen(&self, local: LocalId, seen: bool) -> TokenStream {
        match self.body.locals.get(local).mutability {
            Some(span) if seen => quote_spanned!(span=> mut),
            _ => self.mutable(local),
        }
    }

    /// [`Self::parted`] of every `let` of a condition.
    fn parted_by(&self, condition: &mut Expr) -> TokenStream {
        match condition {
            Expr::Let(matched) => self.parted(&mut matched.pat, &[]),
            Expr::Binary(binary) => {
                let mut parts = self.parted_by(&mut binary.left);
                parts.extend(self.parted_by(&mut binary.right));
                parts
            }
            Expr::Paren(inner) => self.parted_by(&mut inner.expr),
            _ => TokenStream::new(),
        }
    }

    /// A pattern whose `mut` belongs to a local that lives in several arms.
    fn quiet_pattern(&self, mut pattern: Pat) -> Pat {
        Quiet(self).visit_pat_mut(&mut pattern);
        pattern
    }
}

pub(super) struct Quiet<'a>(pub(super) &'a Emitter<'a>);

impl VisitMut for Quiet<'_> {
    fn visit_pat_ident_mut(&mut self, ident: &mut syn::PatIdent) {
        let local = self.0.body.locals.of_ident(&ident.ident);
        if let (Some(mutable), Some(local)) = (&mut ident.mutability, local)
            && self.0.layout.crossing[local.0]
        {
            mutable.span = Span::mixed_site().located_at(mutable.span);
        }
        syn::visit_mut::visit_pat_ident_mut(self, ident);
    }
    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        self.0.short_pattern(field);
        syn::visit_mut::visit_field_pat_mut(self, field);
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}
