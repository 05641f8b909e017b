//! Which assignments drop a value that came with the state.
//!
//! A local that may have come with a value (`Form::Flagged`) has that value beside its name, and the first
//! assignment on each way through the arm drops it. So that one has to stand in the open: where verbatim code
//! may be the first to assign, the local is unclear, and the code is taken apart.

use super::{Form, Kept};
use crate::flow::Flow;
use crate::ir::{BlockId, Body, LocalId, Locals, Step};
use quote::ToTokens;
use std::collections::HashMap;
use syn::{Expr, Stmt};

/// What is found in the arms.
#[derive(Default)]
pub(super) struct Replaced {
    /// Steps behind which the value that came is dropped.
    pub(super) steps: HashMap<(BlockId, usize), Vec<LocalId>>,
    pub(super) unclear: Vec<LocalId>,
}

/// The first assignment of a block to a local that it did not declare.
enum First {
    None,
    Open(usize),
    Hidden,
}

impl Replaced {
    /// Looks through the arm of `root`, which keeps `kept`.
    pub(super) fn look(
        &mut self,
        (body, flow): (&Body, &Flow),
        root: BlockId,
        kept: &[Kept],
        is_state: &[bool],
    ) {
        for kept in kept.iter().filter(|kept| kept.form == Form::Flagged) {
            let mut ways = vec![root];
            let mut at = 0;
            while let Some(&block) = ways.get(at) {
                at += 1;
                match first(body, flow, block, kept.local) {
                    First::Open(step) => {
                        self.add(body, (block, step), kept.local);
                    }
                    First::Hidden => self.unclear.push(kept.local),
                    First::None => {
                        let inside = body.block(block).exit.targets().into_iter();
                        let new: Vec<_> = inside
                            .filter(|target| !is_state[target.0] && !ways.contains(target))
                            .collect();
                        ways.extend(new);
                    }
                }
            }
        }
        self.unclear.dedup();
    }

    /// What one step replaces is assigned, and so dropped, from left to right.
    fn add(&mut self, body: &Body, at: (BlockId, usize), local: LocalId) {
        let replaced = self.steps.entry(at).or_default();
        replaced.push(local);
        if let Step::Code(code) = &body.block(at.0).steps[at.1]
            && let Some((left, _)) = assignment(code)
        {
            let order = body.locals.mentioned_in(left.to_token_stream());
            replaced.sort_by_key(|local| order.iter().position(|named| named == local));
        }
    }
}

fn first(body: &Body, flow: &Flow, block: BlockId, local: LocalId) -> First {
    if !flow.assigned(block).contains(&local) {
        return First::None;
    }
    for (at, step) in body.block(block).steps.iter().enumerate() {
        let Step::Code(code) = step else { continue };
        let (open, rest) = match assignment(code) {
            Some((left, right)) if assigns(left, local, &body.locals) => {
                (true, right.to_token_stream())
            }
            _ => (false, code.to_token_stream()),
        };
        if body.locals.assigned_in(rest).contains(&local) {
            return First::Hidden;
        }
        if open {
            return First::Open(at);
        }
    }
    First::Hidden
}

/// `left = right;` as a statement of its own.
fn assignment(code: &Stmt) -> Option<(&Expr, &Expr)> {
    match code {
        Stmt::Expr(Expr::Assign(assign), _) => Some((&assign.left, &assign.right)),
        _ => None,
    }
}

/// Whether an assignment to `left` assigns the local: it is that, or a part of a pattern.
fn assigns(left: &Expr, local: LocalId, locals: &Locals) -> bool {
    match left {
        Expr::Path(path) => {
            let name = path.path.get_ident();
            name.is_some_and(|name| locals.of_ident(name) == Some(local))
        }
        Expr::Tuple(tuple) => tuple.elems.iter().any(|e| assigns(e, local, locals)),
        Expr::Array(array) => array.elems.iter().any(|e| assigns(e, local, locals)),
        Expr::Call(call) => call.args.iter().any(|e| assigns(e, local, locals)),
        Expr::Struct(made) => made.fields.iter().any(|f| assigns(&f.expr, local, locals)),
        Expr::Paren(inner) => assigns(&inner.expr, local, locals),
        _ => false,
    }
}
