//! Which locals stay where they are while the coroutine is suspended.
//!
//! In: the graph, its flow and its layout. Out: the locals that live beside the state, in a slot of
//! their own, and are not carried from state to state: an array would be copied at each resume, and what a string or a
//! collection is made of goes through memory. Such a local is made as one of these, or is the iterator of a `for` over an array. It is mentioned by code that is known
//! to be content with a place, or moved where that is certain (`moved.rs`), and seen by no foreign macro. A suspended frame
//! drops its slots before its state or after it, so a local has a slot only if that is Rust's order.

pub(crate) mod moved;

use crate::bindings::Bindings;
use crate::flow::{Flow, patterns};
use crate::ir::{self, Block, Body, LocalId, Origin, Step};
use crate::layout::{Form, Layout};
use crate::owners::{self, Access, Owner};
use crate::syntax::macros;
use crate::syntax::operators::is_compound;
use std::collections::{HashMap, HashSet};
use syn::visit::{self, Visit};
use syn::{Expr, Pat, Stmt};

/// A slot beside the state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Slot {
    pub(crate) side: Side,
    /// Nobody can see when it is dropped.
    pub(crate) inert: bool,
    /// It may be moved out of its slot.
    pub(crate) given: bool,
}

/// Where a slot stands in the frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    /// Dropped before the state is.
    Before,
    /// Dropped after the state is.
    After,
}

/// The locals that live in place.
pub(crate) fn in_place(
    body: &Body,
    flow: &Flow,
    layout: &Layout,
    bindings: &Bindings<'_>,
) -> HashMap<LocalId, Slot> {
    let mut places = Places {
        body,
        bindings,
        owners: HashMap::new(),
    };
    for block in body.ids().map(|id| body.block(id)) {
        for step in &block.steps {
            if let Some((local, init)) = declared(step, body)
                && bindings.once(local).is_some()
                && kept_whole(body, flow, layout, local)
                && let Some(owner) = owner(init, body, bindings)
            {
                places.owners.insert(local, owner);
            }
        }
    }
    places.leave_out();
    let given = places.given(flow);
    let mut found = HashMap::new();
    for local in body.locals.ids() {
        if places.owners.contains_key(&local) {
            let inert = bindings.once(local).is_some_and(owners::is_inert);
            if let Some(side) = side(body, layout, local, inert, &found) {
                let given = given.contains(&local);
                found.insert(local, Slot { side, inert, given });
            }
        }
    }
    found
}

/// What a local that may have a slot owns, by what makes it: an array, or the iterator of a `for` over one.
fn owner(init: &Expr, body: &Body, bindings: &Bindings<'_>) -> Option<Owner> {
    if let Expr::Call(call) = init
        && let Some(head) = ir::iterated(call)
    {
        return is_array(head, body, bindings).then_some(Owner::Iterator);
    }
    match is_large_array(init) {
        true => Some(Owner::Collection),
        false => on_the_heap(init),
    }
}

/// The string or the collection that a constructor makes: it is moved with a few words, but those are no registers to LLVM, and the
/// copies of a state do not fit each other: each waits for the last.
fn on_the_heap(init: &Expr) -> Option<Owner> {
    let array = matches!(init, Expr::Array(_) | Expr::Repeat(_) | Expr::Paren(_));
    let owner = Owner::made_by(init).filter(|_| !array)?;
    matches!(owner, Owner::Collection | Owner::Text).then_some(owner)
}

fn is_large_array(made: &Expr) -> bool {
    matches!(made, Expr::Array(_) | Expr::Repeat(_)) && !owners::is_small(made)
}

/// Whether what a `for` iterates over may be a large array: one that is written there, a local that is made as one, or a constant.
fn is_array(head: &Expr, body: &Body, bindings: &Bindings<'_>) -> bool {
    match head {
        Expr::Paren(inner) => is_array(&inner.expr, body, bindings),
        Expr::Path(path) => match body.locals.of_expr(head) {
            Some(local) => bindings.once(local).is_some_and(is_large_array),
            None => is_constant(path),
        },
        _ => is_large_array(head),
    }
}

/// Whether a path is a constant's, as its name shows.
fn is_constant(path: &syn::ExprPath) -> bool {
    let name = path.path.segments.last().map(|last| last.ident.to_string());
    name.is_some_and(|name| !name.contains(char::is_lowercase))
}

/// `let name = init;` as a step of the graph.
fn declared<'a>(step: &'a Step, body: &Body) -> Option<(LocalId, &'a Expr)> {
    let Step::Code(Stmt::Local(local)) = step else {
        return None;
    };
    let Pat::Ident(name) = patterns::untyped(&local.pat) else {
        return None;
    };
    let init = local.init.as_ref().filter(|init| init.diverge.is_none())?;
    let plain = name.by_ref.is_none() && name.subpat.is_none();
    let local = body.locals.of_ident(&name.ident)?;
    plain.then_some((local, &*init.expr))
}

/// Whether a suspended state keeps the local for code that mentions it, and each that keeps it does so as a whole.
fn kept_whole(body: &Body, flow: &Flow, layout: &Layout, local: LocalId) -> bool {
    let known = body.locals.get(local);
    // What is only kept to be dropped may borrow from another local, and a state can let it go.
    let mut suspended = layout.suspended(body).flatten();
    if !suspended.any(|kept| kept.local == local && kept.form == Form::Live) {
        return false;
    }
    let states = layout.states.iter().flatten().flatten();
    let mut forms = states
        .filter(|kept| kept.local == local)
        .map(|kept| kept.form);
    known.origin != Origin::Argument
        && !known.partial
        && layout.crossing[local.0]
        && !layout.unmentioned[local.0]
        && forms.all(|form| form != Form::Flagged)
        && !flow.parted(local)
}

/// The side of the state on which a slot for `local` is dropped in Rust's order.
fn side(
    body: &Body,
    layout: &Layout,
    local: LocalId,
    inert: bool,
    found: &HashMap<LocalId, Slot>,
) -> Option<Side> {
    if inert {
        return Some(Side::After);
    }
    let states = layout.suspended(body);
    let (mut before, mut after) = (true, true);
    for state in states.filter(|state| state.iter().any(|kept| kept.local == local)) {
        for kept in state {
            if kept.local == local || body.locals.get(kept.local).plain {
                continue;
            }
            let later = layout.order[kept.local.0] > layout.order[local.0];
            // Fields of one side stand in the order in which they are dropped.
            let slot = found.get(&kept.local).map(|slot| slot.side);
            before &= slot == Some(Side::Before) || !later;
            after &= slot == Some(Side::After) || later;
        }
    }
    match (before, after) {
        (true, _) => Some(Side::Before),
        (false, true) => Some(Side::After),
        (false, false) => None,
    }
}

/// Strikes out the locals that some code does more with than a place allows.
struct Places<'a> {
    body: &'a Body,
    bindings: &'a Bindings<'a>,
    owners: HashMap<LocalId, Owner>,
}

impl Places<'_> {
    fn leave_out(&mut self) {
        for code in self.body.blocks.iter().flat_map(Block::code) {
            code.visit(self);
        }
    }

    /// The locals that are given away, and strikes out those of which that is not known for each mention.
    fn given(&mut self, flow: &Flow) -> HashSet<LocalId> {
        let given: HashSet<LocalId> = self
            .owners
            .keys()
            .copied()
            .filter(|local| flow.given_away(*local))
            .collect();
        let movable = |local: &LocalId| self.is_no_copy(*local) && !flow.asks(*local);
        let known = moved::known(self.body, given.iter().copied().filter(movable).collect());
        self.owners
            .retain(|local, _| !given.contains(local) || known.contains(local));
        known
    }

    fn is_no_copy(&self, local: LocalId) -> bool {
        let made = self.bindings.once(local);
        made.is_some_and(|init| on_the_heap(init).is_some())
    }

    /// The place is changed: of a local that is not `mut`, that is an error, which rustc words best
    /// where the local is a plain one.
    fn changes(&mut self, place: &Expr) {
        let mut place = place;
        while let Expr::Index(syn::ExprIndex { expr, .. })
        | Expr::Paren(syn::ExprParen { expr, .. }) = place
        {
            place = expr;
        }
        if let Some(local) = self.body.locals.of_expr(place)
            && !self.body.locals.get(local).mutable()
        {
            self.owners.remove(&local);
        }
    }
}

impl<'ast> Visit<'ast> for Places<'_> {
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if let Some(local) = self.body.locals.of_expr(&call.receiver)
            && let Some(owner) = self.owners.get(&local)
        {
            match owner.stays(&call.method.to_string()) {
                Some(Access::Reads) => {}
                Some(Access::Changes) => self.changes(&call.receiver),
                None if moved::takes_all(call) && self.is_no_copy(local) => {}
                None => drop(self.owners.remove(&local)),
            }
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_reference(&mut self, reference: &'ast syn::ExprReference) {
        if reference.mutability.is_some() {
            self.changes(&reference.expr);
        }
        visit::visit_expr_reference(self, reference);
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.changes(&assign.left);
        visit::visit_expr_assign(self, assign);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if is_compound(binary.op) {
            self.changes(&binary.left);
        }
        visit::visit_expr_binary(self, binary);
    }

    /// What stands in parentheses may be a value as well as a place.
    fn visit_expr_paren(&mut self, inner: &'ast syn::ExprParen) {
        if let Some(local) = self.body.locals.of_expr(&inner.expr) {
            self.owners.remove(&local);
        }
        visit::visit_expr_paren(self, inner);
    }

    fn visit_expr_field(&mut self, field: &'ast syn::ExprField) {
        if let Some(local) = self.body.locals.of_expr(&field.base) {
            self.owners.remove(&local);
        }
        visit::visit_expr_field(self, field);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        match macros::evaluated(mac) {
            Some(operands) => {
                for (operand, _) in &operands {
                    Visit::visit_expr(self, operand);
                }
                // What a pattern in it names may be another local.
                let pattern = macros::matched_against(mac).unwrap_or_default();
                for local in self.body.locals.mentioned_in(pattern) {
                    self.owners.remove(&local);
                }
            }
            None => {
                for local in self.body.locals.mentioned_in(mac.tokens.clone()) {
                    self.owners.remove(&local);
                }
            }
        }
    }
}
