//! The order of declaration.

use crate::flow::patterns;
use crate::ir::{BlockId, Body, Exit, LocalId, Origin, Step};
use crate::syntax::conditions::lets;
use syn::Stmt;

/// Each local's place in the order of declaration.
pub(super) fn declaration_order(body: &Body) -> Vec<usize> {
    let arguments = body
        .locals
        .ids()
        .filter(|local| body.locals.get(*local).origin == Origin::Argument);
    // What is left of an argument is dropped when that would be: before those ahead of it, after those behind.
    let left_of = |argument: LocalId| {
        let rests = body.locals.ids().collect::<Vec<_>>().into_iter().rev();
        rests.filter(move |local| body.locals.get(*local).behind == Some(argument))
    };
    let arguments =
        arguments.flat_map(|argument| std::iter::once(argument).chain(left_of(argument)));
    let declared = body.ids().flat_map(|block| declared_in(body, block));
    let mut order = vec![usize::MAX; body.locals.len()];
    for (at, local) in arguments.chain(declared).enumerate() {
        order[local.0] = order[local.0].min(at);
    }
    order
}

/// What a block brings into being, in order.
pub(super) fn declared_in(body: &Body, id: BlockId) -> Vec<LocalId> {
    let bound = |pattern| remainder_first(body, patterns::bound(pattern, &body.locals));
    let block = body.block(id);
    let mut declared = Vec::new();
    for step in &block.steps {
        match step {
            Step::Code(Stmt::Local(local)) => declared.extend(bound(&local.pat)),
            Step::Declare(local) => declared.push(*local),
            _ => {}
        }
    }
    declared.extend(bound_at_exit(body, id));
    declared
}

/// What the patterns of a block's exit bind.
pub(super) fn bound_at_exit(body: &Body, id: BlockId) -> Vec<LocalId> {
    let bound = |pattern| remainder_first(body, patterns::bound(pattern, &body.locals));
    match &body.block(id).exit {
        Exit::Match { arms, .. } | Exit::Delegate { arms, .. } => {
            arms.iter().flat_map(|arm| bound(&arm.pattern)).collect()
        }
        Exit::Branch { condition, .. } => {
            let lets = lets(condition).into_iter();
            let names = lets.flat_map(|matched| patterns::bound(&matched.pat, &body.locals));
            remainder_first(body, names.collect())
        }
        _ => Vec::new(),
    }
}

/// What a pattern leaves of a temporary (hidden locals) outlives what it binds; of that the first part is dropped first.
fn remainder_first(body: &Body, bound: Vec<LocalId>) -> Vec<LocalId> {
    let hidden = |local: &LocalId| body.locals.get(*local).origin == Origin::Hidden;
    let (mut rest, bound): (Vec<LocalId>, Vec<LocalId>) = bound.into_iter().partition(hidden);
    rest.reverse();
    rest.extend(bound);
    rest
}
