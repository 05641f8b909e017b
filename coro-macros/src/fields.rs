//! Where in a state its fields stand.
//!
//! In: the graph and its layout. Out: a place for each local that certainly has nothing to drop. A dropped
//! state drops its fields in their order, so all others have to stand in reverse order of declaration; these may
//! stand anywhere, and stand first, each in one place in all states that keep it. rustc keeps the order among fields
//! of one alignment: what a resume does not change is then stored where it has been loaded from, and LLVM
//! leaves both away (the bound of a range behind a `dyn`). Two locals that no state keeps together may share a place.

use crate::flow::patterns;
use crate::ir::{self, Body, Exit, LocalId, Locals, Step};
use crate::layout::{Kept, Layout};
use crate::syntax::operators::{is_arithmetic, is_comparison};
use crate::syntax::types;
use std::collections::{HashMap, HashSet};
use syn::{Expr, Pat, Stmt, Type};

/// The places of the locals that have one.
#[derive(Default)]
pub(crate) struct Places(HashMap<LocalId, usize>);

impl Places {
    /// The fields of a state, of which it keeps `kept` in order of declaration.
    pub(crate) fn fields(&self, kept: &[Kept]) -> Vec<Kept> {
        let placed = |kept: &Kept| self.0.get(&kept.local).copied();
        let mut fields: Vec<Kept> = kept
            .iter()
            .copied()
            .filter(|k| placed(k).is_some())
            .collect();
        fields.sort_by_key(placed);
        fields.extend(kept.iter().rev().filter(|kept| placed(kept).is_none()));
        fields
    }
}

/// Finds the places; `sends`: what is sent has nothing to drop.
///
/// None where several states are only passed through: between them the machine's loop has several back edges, and if a
/// value stays in one place on some of them, LLVM makes two loops of it and no longer sees which state follows which (two
/// nested loops: 10 instructions for each value instead of 7).
pub(crate) fn places(body: &Body, layout: &Layout, sends: bool) -> Places {
    if passed_through(body, layout) > 1 {
        return Places::default();
    }
    let inert = inert(body, sends);
    let mut by_local: HashMap<LocalId, Vec<usize>> = HashMap::new();
    for (at, state) in layout.states.iter().flatten().enumerate() {
        for kept in state.iter().filter(|kept| inert[kept.local.0]) {
            by_local.entry(kept.local).or_default().push(at);
        }
    }
    let mut locals: Vec<LocalId> = by_local.keys().copied().collect();
    locals.sort_by_key(|local| layout.order[local.0]);
    // By place: whether a state has something there.
    let mut taken: Vec<Vec<bool>> = Vec::new();
    let mut places = HashMap::new();
    for local in locals {
        let states = &by_local[&local];
        let free = |place: &Vec<bool>| states.iter().all(|state| !place[*state]);
        let place = taken.iter().position(free).unwrap_or_else(|| {
            taken.push(vec![false; layout.states.len()]);
            taken.len() - 1
        });
        for state in states {
            taken[place][*state] = true;
        }
        places.insert(local, place);
    }
    Places(places)
}

/// How many states no resume finds.
fn passed_through(body: &Body, layout: &Layout) -> usize {
    let states = body.ids().filter(|id| layout.states[id.0].is_some());
    states.filter(|id| !body.is_resumed(*id)).count()
}

/// By local: whether it certainly has nothing to drop. Declarations come before mentions, but for those of loops.
fn inert(body: &Body, sends: bool) -> Vec<bool> {
    let known = body.locals.ids().map(|id| body.locals.get(id).plain);
    let mut inert = Inert {
        locals: &body.locals,
        known: known.collect(),
        ranges: HashSet::new(),
        sends,
    };
    for block in &body.blocks {
        for step in &block.steps {
            if let Step::Code(Stmt::Local(local)) = step {
                inert.declared(local);
            }
        }
        if let Exit::Match {
            scrutinee, arms, ..
        } = &block.exit
            && let Some(iterator) = ir::advanced(scrutinee)
            && inert.yields_copies(iterator)
        {
            for arm in arms {
                inert.items(&arm.pattern);
            }
        }
    }
    inert.known
}

struct Inert<'a> {
    locals: &'a Locals,
    known: Vec<bool>,
    /// Those that are ranges, or the iterators of ranges and slices: their items have nothing to drop either.
    ranges: HashSet<LocalId>,
    sends: bool,
}

impl Inert<'_> {
    fn declared(&mut self, local: &syn::Local) {
        match (&local.pat, &local.init) {
            (Pat::Type(typed), _) if types::is_plain(&typed.ty) => self.bind(&typed.pat),
            (Pat::Type(_), _) | (_, None) => {}
            (pattern, Some(init)) => self.bound(pattern, &init.expr),
        }
    }

    /// A pattern is bound to a value.
    fn bound(&mut self, pattern: &Pat, value: &Expr) {
        match patterns::in_tuple(pattern, value) {
            Some(parts) => parts
                .into_iter()
                .for_each(|(part, value)| self.bound(part, value)),
            None if self.is_inert(value) => {
                if let (Pat::Ident(name), true) = (pattern, self.yields_copies(value)) {
                    self.ranges.extend(self.locals.of_ident(&name.ident));
                }
                self.bind(pattern);
            }
            None => {}
        }
    }

    /// What a name binds of a value that is inert.
    fn bind(&mut self, pattern: &Pat) {
        if let Pat::Ident(name) = pattern
            && let Some(local) = self.locals.of_ident(&name.ident)
        {
            self.known[local.0] = true;
        }
    }

    /// `Some(name)`, the item of a range.
    fn items(&mut self, pattern: &Pat) {
        if let Pat::TupleStruct(some) = pattern
            && let Some(item) = some.elems.first()
        {
            self.bind(item);
        }
    }

    /// Whether a value certainly has nothing to drop: numbers, references, and what is made of them.
    fn is_inert(&self, value: &Expr) -> bool {
        match value {
            Expr::Lit(_) | Expr::Reference(_) => true,
            Expr::Cast(cast) => types::is_plain(&cast.ty),
            Expr::Paren(inner) => self.is_inert(&inner.expr),
            Expr::Tuple(tuple) => tuple.elems.iter().all(|part| self.is_inert(part)),
            Expr::Binary(binary) => is_comparison(binary.op) || self.is_number(value),
            Expr::Unary(_) => self.is_number(value),
            Expr::Range(range) => {
                let ends = [&range.start, &range.end];
                ends.into_iter().flatten().all(|end| self.is_inert(end))
            }
            Expr::MethodCall(_) | Expr::Call(_) => self.yields_copies(value),
            Expr::Match(_) => self.sends && ir::is_received(value),
            _ => self
                .locals
                .of_expr(value)
                .is_some_and(|local| self.known[local.0]),
        }
    }

    /// Whether a value is certainly a range, a slice, or an iterator of such. What else a reference is iterated by may be of one's own, and its items, too.
    fn yields_copies(&self, value: &Expr) -> bool {
        match value {
            Expr::Paren(inner) => self.yields_copies(&inner.expr),
            Expr::Reference(iterator) => self.yields_copies(&iterator.expr),
            Expr::Range(_) => self.is_inert(value),
            Expr::MethodCall(call) => call.method == "rev" && self.yields_copies(&call.receiver),
            Expr::Call(call) => ir::iterated(call).is_some_and(|head| self.yields_copies(head)),
            _ => self.locals.of_expr(value).is_some_and(|local| {
                let ty = self.locals.get(local).ty.as_ref();
                self.ranges.contains(&local) || ty.is_some_and(is_slice)
            }),
        }
    }

    /// Whether a value is certainly a number: an operator of own types may make anything.
    fn is_number(&self, value: &Expr) -> bool {
        match value {
            Expr::Lit(_) => true,
            Expr::Cast(cast) => types::is_plain(&cast.ty),
            Expr::Paren(inner) => self.is_number(&inner.expr),
            Expr::Unary(unary) => {
                !matches!(unary.op, syn::UnOp::Deref(_)) && self.is_number(&unary.expr)
            }
            Expr::Binary(binary) if is_arithmetic(binary.op) => {
                self.is_number(&binary.left) && self.is_number(&binary.right)
            }
            _ => false,
        }
    }
}

/// Whether a type is spelled as a reference to a slice, an array, or a `Vec`.
fn is_slice(ty: &Type) -> bool {
    let Type::Reference(reference) = ty else {
        return false;
    };
    match &*reference.elem {
        Type::Slice(_) | Type::Array(_) => true,
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == "Vec"),
        _ => false,
    }
}
