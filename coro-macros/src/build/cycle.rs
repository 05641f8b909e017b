//! Loops and labelled blocks that yield inside.

use super::suspend::pattern;
use super::{Builder, Destination, Frame, FrameKind, lending};
use crate::flow::patterns;
use crate::ir::{Exit, LocalId, MatchArm, Role};
use crate::syntax::{delimiters, generated};
use proc_macro2::Span;
use quote::quote;
use syn::spanned::Spanned;
use syn::{
    Expr, ExprBlock, ExprForLoop, ExprLoop, ExprWhile, Label, parse_quote, parse_quote_spanned,
};

fn name(label: Option<&Label>) -> Option<String> {
    label.map(|label| label.name.ident.to_string())
}

impl Builder<'_> {
    pub(super) fn labelled_block(&mut self, block: &ExprBlock, to: Destination) {
        let Some(label) = &block.label else {
            return self.block_into(&block.block, to);
        };
        let after = self.block(Role::After);
        self.frames.push(Frame {
            label: name(Some(label)),
            kind: FrameKind::Block { after, value: to },
        });
        self.block_into(&block.block, to);
        self.frames.pop();
        if self.current.is_some() {
            self.goto(after);
        }
        self.resume_at(after);
    }

    /// The blocks of an `unsafe` block are printed in one each.
    pub(super) fn unsafe_block(&mut self, block: &syn::ExprUnsafe, to: Destination) {
        let mut surroundings = self.surroundings.clone();
        surroundings.unsafety = Some(block.unsafe_token.span);
        self.standing_in(surroundings, |this| this.block_into(&block.block, to));
    }

    pub(super) fn endless(&mut self, cycle: &ExprLoop, to: Destination) {
        let (head, after) = (self.block(Role::Loop), self.block(Role::After));
        self.goto(head);
        self.current = Some(head);
        self.frames.push(Frame {
            label: name(cycle.label.as_ref()),
            kind: FrameKind::Loop {
                head,
                after,
                value: to,
            },
        });
        self.block_into(&cycle.body, Destination::Nothing);
        self.frames.pop();
        if self.current.is_some() {
            self.goto(head);
        }
        self.resume_at(after);
    }

    pub(super) fn conditional(&mut self, cycle: &ExprWhile, to: Destination) {
        let (head, after) = (self.block(Role::Loop), self.block(Role::After));
        let outer = self.scopes.clone();
        self.goto(head);
        self.current = Some(head);
        self.frames.push(Frame {
            label: name(cycle.label.as_ref()),
            kind: FrameKind::Cycle { head, after },
        });
        let temporaries = self.open(false);
        let ended = self.block(Role::Else);
        let inner = self.enter_condition(&cycle.cond, ended);
        self.block_into(&cycle.body, Destination::Nothing);
        if self.current.is_some() {
            self.goto(head);
        }
        self.frames.pop();
        self.leave_condition(inner);
        self.scopes.truncate(outer.len() + 1);
        self.current = Some(ended);
        self.goto(after);
        self.scopes = outer;
        self.settle_closed(temporaries);
        self.resume_at(after);
        self.unit(to, cycle.while_token.span);
    }

    /// A range that is iterated over is of numbers.
    fn count(&mut self, range: LocalId, pattern: &syn::Pat) {
        self.body.locals.get_mut(range).plain = true;
        for number in patterns::bound(pattern, &self.body.locals) {
            let known = self.body.locals.get_mut(number);
            (known.plain, known.owned) = (true, true);
        }
    }

    pub(super) fn for_each(&mut self, cycle: &ExprForLoop, to: Destination) {
        let after = self.block(Role::After);
        let outer = self.scopes.clone();
        let scope = self.open(false);
        self.held.push(scope);
        let (iter, next, site) = self.iterated(&cycle.expr);
        let head = self.block(Role::Loop);
        if self.current.is_none() {
            self.scopes = outer;
            return;
        }
        self.exit(Exit::Goto(head));
        self.current = Some(head);
        let (body, ended) = (self.block(Role::Arm), self.block(Role::Arm));
        let (item, parts) = self.item_of(cycle, iter);
        let private = &self.names.private;
        let arms = [
            (pattern(quote!(#private::Some(#item))), body),
            (pattern(quote!(#private::None)), ended),
        ];
        self.exit(Exit::Match {
            scrutinee: next,
            arms: arms.map(MatchArm::unguarded).into(),
            span: site,
        });

        self.current = Some(body);
        self.frames.push(Frame {
            label: name(cycle.label.as_ref()),
            kind: FrameKind::Cycle { head, after },
        });
        let bindings = self.open(true);
        self.body.scopes[bindings.0].given = true;
        self.adopt(&item);
        if let Some(parts) = parts {
            self.adopt(&parts);
            self.code(parse_quote!(let #parts = #item;));
        }
        self.block_into(&cycle.body, Destination::Nothing);
        if self.current.is_some() {
            self.goto(head);
        }
        self.frames.pop();
        self.scopes.truncate(outer.len() + 1);
        self.current = Some(ended);
        self.goto(after);
        self.scopes = outer;
        self.resume_at(after);
        self.unit(to, cycle.for_token.span);
    }

    /// Makes an iterator of the head of a `for`. Out: its local, what gives the next item, and where that stands.
    fn iterated(&mut self, head: &Expr) -> (LocalId, Expr, Span) {
        let private = self.names.private.clone();
        let value = delimiters::of_head(self.head(head));
        let iter = self.hidden("iter", head.span());
        let tag = self.mention(iter);
        // All of it is the head: rustc reports one place once. Names of the lowering's own are called on with their hygiene, or
        // rustc finds no place that the call and they have in common.
        let head = head.span();
        let own = Span::mixed_site().located_at(head);
        let site = if self.is_temporary(&value) { own } else { head };
        let at_head = generated::path_at(&private, site);
        let lends = lending::lends(&value, &self.body.locals);
        let made = if lends {
            lending::iterated(&at_head, &value, site)
        } else {
            parse_quote_spanned!(site=> #at_head::iterate(#value))
        };
        self.code(parse_quote_spanned!(site=> let mut #tag = #made;));
        let next = if lends {
            parse_quote_spanned!(site=> #at_head::turn(&mut #tag, || #value))
        } else {
            let at_head = generated::path_at(&private, own);
            parse_quote_spanned!(own=> #at_head::advance(&mut #tag))
        };
        (iter, next, site)
    }

    /// What the item of a `for` is bound to: the user's pattern; or a name, of which that takes its parts. The item lives as long as the body, whatever the
    /// pattern takes of it.
    fn item_of(&mut self, cycle: &ExprForLoop, iter: LocalId) -> (syn::Pat, Option<syn::Pat>) {
        if matches!(&*cycle.expr, Expr::Range(_)) {
            self.count(iter, &cycle.pat);
            return ((*cycle.pat).clone(), None);
        }
        let user = delimiters::of_alternatives(self.held_pattern(&cycle.pat));
        // What `..` leaves of it has no name: all of it gets one. So does what stays if its parts are copied.
        let left = patterns::has_rest(&user)
            || patterns::has_wildcard(&user)
            || patterns::may_have_destructor(&user);
        let taken = left && patterns::by_value(&user);
        if !taken && !patterns::by_reference(&user) {
            return (user, None);
        }
        let item = self.hidden("item", cycle.pat.span());
        let item = self.body.locals.tag(item, Span::mixed_site());
        (parse_quote!(#item), Some(user))
    }
}
