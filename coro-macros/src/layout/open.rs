//! Of which locals the type may not be known yet where an edge asks for it.
//!
//! In: the graph, and where something becomes of a local. Out: the locals whose `let` leaves a parameter of their type open, and of which
//! no code says more that is written before all these places; each with the arm that does. rustc types arms in the order in which they are
//! written.

use super::Layout;
use crate::ir::{BlockId, Body, Exit, LocalId, Locals};
use crate::simplify;
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

/// The locals of which the code of a block says what they are: what it assigns, puts in, or hands out. A call may be generic, and to look
/// into a local says nothing.
fn tells(body: &Body, id: BlockId) -> Vec<LocalId> {
    let block = body.block(id);
    let mut tells = Tells {
        locals: &body.locals,
        found: Vec::new(),
    };
    for code in block.code() {
        code.visit(&mut tells);
    }
    if let Exit::Yield { value, .. } | Exit::Return(value, _) = &block.exit {
        tells.found.extend(body.locals.of_expr(value));
    }
    tells.found
}

struct Tells<'a> {
    locals: &'a Locals,
    found: Vec<LocalId>,
}

impl<'ast> Visit<'ast> for Tells<'_> {
    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        visit::visit_expr_assign(self, assign);
        let place = match &*assign.left {
            Expr::Index(element) => &element.expr,
            place => place,
        };
        let local = self.locals.of_expr(place);
        self.found
            .extend(local.filter(|_| simplify::says_its_type(&assign.right)));
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        visit::visit_expr_method_call(self, call);
        let puts = PUTS.iter().any(|name| call.method == name);
        if puts && call.args.iter().all(simplify::says_its_type) {
            self.found.extend(self.locals.of_expr(&call.receiver));
        }
    }
}

/// Methods that put their arguments into what they are called on.
const PUTS: &[&str] = &[
    "push",
    "push_back",
    "push_front",
    "push_str",
    "insert",
    "replace",
    "extend",
    "append",
    "set",
    "send",
    "get_or_insert",
    "get_or_insert_with",
];
