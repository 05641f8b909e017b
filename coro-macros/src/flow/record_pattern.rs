//! What patterns take of what is matched on, to events.

use super::again::{self, TakenPart, Touch};
use super::graph::{Event, Left, NodeId};
use super::nested;
use super::patterns;
use super::record::Recorder;
use crate::ir::{LocalId, Origin, PartId, is_place};
use syn::spanned::Spanned;
use syn::{Expr, Pat, parse_quote};

impl Recorder<'_> {
    /// What is matched on is looked at in place.
    pub(super) fn scrutinee(&mut self, expr: &Expr) {
        // What is looked at of a local, its patterns say.
        if let Some(local) = self.mentioned(expr) {
            let (look, span) = (Event::Borrow(local), expr.span());
            self.mention_part(look, span, Some(Touch::NOTHING));
        } else if is_place(expr) {
            self.place(expr);
        } else {
            self.value(expr);
        }
    }

    /// A pattern that binds by value takes the local it is matched on.
    pub(super) fn taken(&mut self, expr: &Expr, pattern: &Pat) {
        if !patterns::by_value(pattern) || patterns::is_of_copies(pattern) {
            if let Some(local) = self.mentioned(expr) {
                let touch = Touch::of_pattern(pattern);
                self.mention_part(Event::Borrow(local), expr.span(), touch);
            }
            return;
        }
        let (left, rest) = (patterns::has_wildcard(pattern), patterns::has_rest(pattern));
        let touch = Touch::of_pattern(pattern);
        match self.mentioned(expr) {
            // A closure captures the parts of a struct that its patterns bind.
            Some(local) if !self.asks && patterns::is_struct(pattern) => {
                self.mention_part(Event::Part(local), expr.span(), touch);
            }
            // What has a destructor is copied from, and the types are not asked of a closure: rustc says if it is not.
            Some(local) if !self.asks && patterns::may_have_destructor(pattern) => {
                self.mention_part(Event::Borrow(local), expr.span(), touch);
            }
            // What `ref` leaves stays in the local: rustc says if that cannot be held.
            Some(local) if patterns::by_reference(pattern) => {
                self.mention_part(Event::Part(local), expr.span(), touch);
            }
            Some(local) if left || rest => {
                let whole = self.taking(rest);
                let left = self.left_by(expr, pattern);
                let left = (left, self.nested(expr, pattern), touch);
                self.take_part(local, self.bound(expr, pattern), left, Some(whole(local)));
            }
            // What has a destructor is copied from: it stays.
            Some(local) if patterns::may_have_destructor(pattern) => {
                let taken = self.bound(expr, pattern);
                let parts = (None, self.nested(expr, pattern), touch);
                self.take_part(local, taken, parts, Some(Event::Move(local)));
            }
            Some(local) => {
                let whole = match pattern {
                    Pat::Ident(_) => Event::Move,
                    _ => self.taking(true),
                };
                self.mention_part(whole(local), expr.span(), touch);
            }
            None if matches!(expr, Expr::Field(_)) => self.part(expr),
            // All of what a box holds: the box goes with it. What a guard holds
            // is copied, and the guard stays.
            None if !patterns::by_reference(pattern) => {
                if let Some(local) = self.pointer(expr) {
                    let left = (left || rest)
                        .then(|| self.left_by(expr, pattern))
                        .flatten();
                    let left = (left, self.nested(expr, pattern), None);
                    self.take_part(local, self.bound(expr, pattern), left, None);
                }
            }
            None => {}
        }
    }

    /// What a pattern by value does to a local where the types are not asked; `whole`: all of it is gone. In a closure, which captures what it copies
    /// too, it has a part taken: rustc says if what is moved is held.
    fn taking(&self, whole: bool) -> fn(LocalId) -> Event {
        match whole && self.asks {
            true => Event::Move,
            false => Event::Part,
        }
    }

    /// What a pattern leaves is named, and the value is taken unless what it binds is copied; or the value stays whole.
    pub(super) fn left(&mut self, id: PartId, left: &syn::ExprMatch) {
        match (
            self.mentioned(&left.expr),
            crate::ir::names_what_is_left(left),
        ) {
            (Some(local), true) => {
                let pattern = &left.arms[0].pat;
                let taken = self.bound(&left.expr, pattern);
                let parts = (None, self.nested(&left.expr, pattern), None);
                self.take_part(local, taken, parts, Some(Event::Move(local)));
            }
            _ => self.parts_taken(id, left),
        }
    }

    /// The value stays whole, and loses what its pattern binds.
    fn parts_taken(&mut self, id: PartId, left: &syn::ExprMatch) {
        let (place, span) = (&left.expr, left.expr.span());
        let touch = Touch::of_pattern(&left.arms[0].pat);
        match (self.mentioned(place), again::field_of(place, self.locals)) {
            (Some(local), _) => {
                let node = self.mention_part(Event::Borrow(local), span, touch.clone());
                // Parts without a name: all are.
                let paths = match touch.and_then(Touch::fields) {
                    Some(fields) => fields.into_iter().map(|field| vec![field]).collect(),
                    None => vec![Vec::new()],
                };
                self.lose(node, id, (local, paths));
            }
            (None, Some((local, path))) => {
                let node = self.field((Event::Project(local), span), path.clone());
                self.lose(node, id, (local, vec![path]));
            }
            _ => self.place(place),
        }
    }

    /// `node` takes these parts of a local.
    pub(super) fn lose(
        &mut self,
        node: Option<NodeId>,
        id: PartId,
        (local, paths): (LocalId, Vec<Vec<String>>),
    ) {
        let Some(node) = node else { return };
        for path in paths {
            let part = TakenPart {
                node,
                id,
                local,
                path,
            };
            self.graph.take_part(part);
        }
    }

    /// What `pattern` leaves of `expr`; it goes by the first that it binds of what the user named.
    fn left_by(&self, expr: &Expr, pattern: &Pat) -> Option<Left> {
        let mut bound = patterns::bound(pattern, self.locals).into_iter();
        let first = bound.find(|local| self.locals.get(*local).origin != Origin::Hidden)?;
        let rest = patterns::left_by(expr, pattern).map(Box::new);
        Some(Left { first, rest })
    }

    /// A local is taken apart by an assignment.
    pub(super) fn destructured(&mut self, expr: &Expr, pattern: &Pat) {
        self.scrutinee(expr);
        if let (Some(local), true) = (self.mentioned(expr), patterns::by_value(pattern)) {
            let whole: Pat = parse_quote!(_);
            let apart = match patterns::has_rest(pattern) {
                true => &whole,
                false => pattern,
            };
            let passed = nested::nested(apart, |part| matches!(part, Pat::Wild(_)));
            let mut nested = self.nested(expr, pattern);
            nested.extend(self.referred(expr, pattern, passed));
            let parts = (None, nested, Touch::of_pattern(pattern));
            let taken = self.bound(expr, pattern);
            let whole = self.taking(true);
            self.take_part(local, taken, parts, Some(whole(local)));
        }
    }

    /// The parts of `expr` that have a place of their own in `pattern` and may have a destructor.
    fn nested(&self, expr: &Expr, pattern: &Pat) -> Vec<(Expr, Expr)> {
        let parts = nested::nested(pattern, patterns::may_have_destructor_itself);
        // Of the whole, the types say whether it is moved.
        let whole = usize::from(patterns::may_have_destructor_itself(pattern));
        self.referred(expr, pattern, parts.into_iter().skip(whole))
    }

    fn referred(
        &self,
        expr: &Expr,
        pattern: &Pat,
        parts: impl IntoIterator<Item = nested::Nested>,
    ) -> Vec<(Expr, Expr)> {
        parts
            .into_iter()
            .map(|nested| {
                let reference = nested.reference;
                let reference = parse_quote!(match #expr { #reference => left, _ => loop {} });
                (self.bound_in(expr, pattern, &nested.part), reference)
            })
            .collect()
    }

    /// What `pattern` binds of `expr`, as an expression by value.
    fn bound(&self, expr: &Expr, pattern: &Pat) -> Expr {
        self.bound_in(expr, pattern, pattern)
    }

    /// What a `part` of `pattern` binds of `expr`.
    fn bound_in(&self, expr: &Expr, pattern: &Pat, part: &Pat) -> Expr {
        let bound = patterns::bound(part, self.locals);
        let bound = bound
            .into_iter()
            .map(|local| self.locals.tag(local, self.locals.get(local).span));
        let pattern = patterns::untyped(pattern);
        // Where no code runs; and the other patterns of a `match` are not known here.
        let mut taken: syn::ExprMatch =
            parse_quote!(match #expr { #pattern => (#(#bound,)*), _ => loop {} });
        taken.match_token.span = pattern.span();
        Expr::Match(taken)
    }
}
