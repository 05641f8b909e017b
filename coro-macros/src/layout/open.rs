//! Of which locals the type may not be known yet where an edge asks for it.
//!
//! In: the graph, and where something becomes of a local. Out: the locals whose `let` leaves a parameter of their type open, and of which
//! no code says more that is written before all these places; each with the arm that does. rustc types arms in the order in which they are
//! written.

use super::Layout;
use crate::ir::{BlockId, Body, Code, Exit, LocalId, Locals};
use crate::simplify;
use crate::syntax::macros;
use std::collections::HashMap;
use syn::Expr;
use syn::visit::{self, Visit};

/// Where something becomes of a local: at the end of a block, or in the middle.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) local: LocalId,
    pub(super) block: BlockId,
    pub(super) ends: bool,
}

pub(super) fn open(
    body: &Body,
    layout: &Layout,
    places: &[Place],
) -> HashMap<LocalId, Option<BlockId>> {
    let mut open = HashMap::new();
    if places.is_empty() && layout.guards.is_empty() {
        return open;
    }
    let untyped = simplify::of_open_type(body);
    if untyped.is_empty() {
        return open;
    }
    let written = |block: BlockId| (layout.root(block), block);
    let mut told: HashMap<LocalId, (BlockId, BlockId)> = HashMap::new();
    for id in body.ids() {
        for local in tells(body, id).into_iter().filter(|l| untyped.contains(l)) {
            let at = told.entry(local).or_insert_with(|| written(id));
            *at = written(id).min(*at);
        }
    }
    let known = |place: &Place| {
        let at = written(place.block);
        told.get(&place.local)
            .is_some_and(|told| *told < at || place.ends && *told == at)
    };
    let asked = places.iter().filter(|place| !known(place));
    let asked = asked
        .map(|place| place.local)
        .chain(layout.guards.iter().copied());
    for local in asked.filter(|local| untyped.contains(local)) {
        open.insert(local, told.get(&local).map(|(arm, _)| *arm));
    }
    open
}

/// The locals of which the code of a block says what they are, as far as can be seen: to look into one says nothing.
fn tells(body: &Body, id: BlockId) -> Vec<LocalId> {
    let block = body.block(id);
    let mut tells = Tells {
        locals: &body.locals,
        found: Vec::new(),
    };
    for code in block.code() {
        match (code, &block.exit) {
            (Code::Expr(scrutinee), Exit::Match { .. }) => tells.looked_into(scrutinee),
            (code, _) => code.visit(&mut tells),
        }
    }
    tells.found
}

struct Tells<'a> {
    locals: &'a Locals,
    found: Vec<LocalId>,
}

impl Tells<'_> {
    fn looked_into(&mut self, place: &Expr) {
        match place {
            Expr::Reference(to) => self.looked_into(&to.expr),
            Expr::Paren(inner) => self.looked_into(&inner.expr),
            place if self.locals.of_expr(place).is_some() => {}
            other => self.visit_expr(other),
        }
    }
}

impl<'ast> Visit<'ast> for Tells<'_> {
    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let name = path.path.get_ident();
        self.found
            .extend(name.and_then(|name| self.locals.of_ident(name)));
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        match call.args.is_empty() {
            true => self.looked_into(&call.receiver),
            false => visit::visit_expr_method_call(self, call),
        }
    }

    fn visit_expr_let(&mut self, condition: &'ast syn::ExprLet) {
        self.looked_into(&condition.expr);
    }

    fn visit_expr_match(&mut self, matched: &'ast syn::ExprMatch) {
        self.looked_into(&matched.expr);
        matched.arms.iter().for_each(|arm| self.visit_arm(arm));
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        for (operand, _) in macros::evaluated(mac).unwrap_or_default() {
            self.looked_into(&operand);
        }
    }
}
