//! Verbatim conditions, branches, loops and jumps to events: each path is one.

use super::again::{self, TakenPart, Touch};
use super::graph::{Event, Left, NodeId};
use super::nested;
use super::patterns;
use super::record::{Cycle, Recorder};
use crate::ir::{LocalId, Origin, PartId, is_place};
use crate::syntax::diverge;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, Pat, parse_quote};

impl Recorder<'_> {
    /// Goes on where `condition` holds; links to `failed` where it does not.
    pub(super) fn condition(&mut self, condition: &Expr, failed: NodeId) {
        match condition {
            Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) => {
                self.condition(&binary.left, failed);
                self.condition(&binary.right, failed);
            }
            Expr::Paren(inner) => self.condition(&inner.expr, failed),
            Expr::Let(matched) => {
                self.scrutinee(&matched.expr);
                self.link_to(failed);
                self.taken(&matched.expr, &matched.pat);
                self.bind(&matched.pat);
            }
            other => {
                self.truth(other);
                self.link_to(failed);
            }
        }
    }

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

    pub(super) fn control(&mut self, expr: &Expr) {
        match expr {
            Expr::If(branch) => self.verbatim_if(branch),
            Expr::Match(matched) => self.verbatim_match(matched),
            Expr::Loop(cycle) => {
                let after = self.graph.node(Event::Nothing);
                self.cycle(cycle.label.as_ref(), after, |r| {
                    let head = r.current;
                    r.statements(&cycle.body);
                    // A `break` that is not seen stands somewhere in there.
                    if diverge::hides_its_end(cycle)
                        && let Some(end) = r.current.or(head)
                    {
                        r.graph.link(end, after);
                    }
                });
            }
            Expr::While(cycle) => {
                let after = self.graph.node(Event::Nothing);
                self.cycle(cycle.label.as_ref(), after, |r| {
                    r.condition(&cycle.cond, after);
                    r.statements(&cycle.body);
                });
            }
            Expr::ForLoop(cycle) => {
                self.value(&cycle.expr);
                let after = self.graph.node(Event::Nothing);
                self.cycle(cycle.label.as_ref(), after, |r| {
                    r.link_to(after);
                    r.bind(&cycle.pat);
                    r.statements(&cycle.body);
                });
            }
            _ => {}
        }
    }

    fn cycle(&mut self, label: Option<&syn::Label>, after: NodeId, visit: impl FnOnce(&mut Self)) {
        let head = self.graph.node(Event::Nothing);
        self.link_to(head);
        self.current = self.current.map(|_| head);
        self.cycles.push(Cycle {
            label: label.map(|label| label.name.ident.to_string()),
            head: Some(head),
            after,
        });
        visit(self);
        self.cycles.pop();
        self.link_to(head);
        self.current = Some(after);
    }

    pub(super) fn labelled(&mut self, block: &syn::ExprBlock) {
        let Some(label) = &block.label else {
            return self.statements(&block.block);
        };
        let after = self.graph.node(Event::Nothing);
        self.cycles.push(Cycle {
            label: Some(label.name.ident.to_string()),
            head: None,
            after,
        });
        self.statements(&block.block);
        self.cycles.pop();
        self.graph_join(after);
    }

    pub(super) fn statements(&mut self, block: &syn::Block) {
        block.stmts.iter().for_each(|stmt| self.statement(stmt));
    }

    fn verbatim_if(&mut self, branch: &syn::ExprIf) {
        let (failed, after) = (
            self.graph.node(Event::Nothing),
            self.graph.node(Event::Nothing),
        );
        let reached = self.current.is_some();
        self.condition(&branch.cond, failed);
        self.statements(&branch.then_branch);
        let then_ends = self.current.is_some();
        self.link_to(after);
        self.current = reached.then_some(failed);
        if let Some((_, otherwise)) = &branch.else_branch {
            self.value(otherwise);
        }
        self.link_to(after);
        self.current = (then_ends || self.current.is_some()).then_some(after);
    }

    fn verbatim_match(&mut self, matched: &syn::ExprMatch) {
        self.scrutinee(&matched.expr);
        let (mut fork, after) = (self.current, self.graph.node(Event::Nothing));
        let taken = super::record::taken_by(&matched.expr, matched.arms.iter().map(|arm| &arm.pat));
        let mut ends = false;
        for arm in &matched.arms {
            self.current = fork;
            let guard = arm.guard.as_ref().map(|(_, guard)| &**guard);
            self.arm(taken, (&arm.pat, guard), &mut fork);
            self.value(&arm.body);
            ends |= self.current.is_some();
            self.link_to(after);
        }
        self.current = ends.then_some(after);
    }

    pub(super) fn jump(&mut self, expr: &Expr) {
        let (label, operand, is_break) = match expr {
            Expr::Return(jump) => {
                jump.expr.iter().for_each(|e| self.value(e));
                self.current = None;
                return;
            }
            Expr::Break(jump) => (&jump.label, &jump.expr, true),
            Expr::Continue(jump) => (&jump.label, &None, false),
            _ => return,
        };
        operand.iter().for_each(|e| self.value(e));
        let name = label.as_ref().map(|label| label.ident.to_string());
        let cycle = self.cycles.iter().rev().find(|cycle| match &name {
            Some(name) => cycle.label.as_ref() == Some(name),
            None => cycle.head.is_some(),
        });
        let target = cycle.and_then(|c| if is_break { Some(c.after) } else { c.head });
        if let Some(target) = target {
            self.link_to(target);
        }
        self.current = None;
    }
}
