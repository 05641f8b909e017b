//! Which locals of one name can go by it side by side.
//!
//! In: the layout and two locals of a name, of which one is declared later. Out: whether some arm binds the later, and the earlier is meant in it
//! behind that: by code, or by an edge to a state that keeps it. Elsewhere the later shadows the earlier as it does in the user's body.

use super::Layout;
use super::order::{bound_at_exit, declared_in};
use crate::ir::{BlockId, Body, LocalId, Step};
use crate::simplify;
use quote::ToTokens;

impl Layout {
    /// Whether an arm means `earlier` where it has bound `later`.
    pub(crate) fn meet(&self, body: &Body, earlier: LocalId, later: LocalId) -> bool {
        if [earlier, later]
            .iter()
            .any(|l| self.in_place.contains_key(l))
        {
            return true;
        }
        let roots = body.ids().filter(|id| self.states[id.0].is_some());
        roots.into_iter().any(|root| {
            let [held, shadowed] = [earlier, later].map(|local| self.holds(root, local));
            if held && shadowed {
                return true;
            }
            let arm: Vec<BlockId> = body.ids().filter(|id| self.root(*id) == root).collect();
            let binds = |id: &&BlockId| declared_in(body, **id).contains(&later);
            let since = match shadowed {
                true => None,
                false => match arm.iter().find(binds) {
                    Some(since) => Some(*since),
                    None => return false,
                },
            };
            let mut behind = arm
                .iter()
                .filter(|id| since.is_none_or(|since| **id > since));
            behind.any(|id| self.leads_to(body, *id, earlier) || mentions(body, *id, earlier, 0))
                || since.is_some_and(|since| {
                    let at = bound_in(body, since, later);
                    self.leads_to(body, since, earlier) || mentions(body, since, earlier, at)
                })
        })
    }

    /// Whether the arm of a state binds a local where it begins.
    fn holds(&self, root: BlockId, local: LocalId) -> bool {
        let anew = self.anew.get(&root);
        self.keeps(root, local) || anew.is_some_and(|anew| anew.contains(&local))
    }

    /// Whether control goes from a block to a state that keeps a local.
    fn leads_to(&self, body: &Body, id: BlockId, local: LocalId) -> bool {
        let leaps = simplify::leaps_of(body, id).into_iter();
        let leaps = leaps.map(|leap| body.leaps[leap.0].target);
        let mut targets = leaps.chain(body.block(id).exit.targets());
        targets.any(|target| self.keeps(target, local))
    }
}

/// The step behind the one that binds a local in a block.
fn bound_in(body: &Body, id: BlockId, local: LocalId) -> usize {
    let steps = &body.block(id).steps;
    if bound_at_exit(body, id).contains(&local) {
        return steps.len() + 1;
    }
    let binds = |step: &Step| match step {
        Step::Code(syn::Stmt::Local(declared)) => {
            crate::flow::patterns::bound(&declared.pat, &body.locals).contains(&local)
        }
        Step::Declare(declared) => *declared == local,
        _ => false,
    };
    steps.iter().position(binds).map_or(0, |at| at + 1)
}

/// Whether the code of a block mentions a local, from a step on; the exit comes behind the steps.
fn mentions(body: &Body, id: BlockId, local: LocalId, from: usize) -> bool {
    let block = body.block(id);
    let in_code = |tokens| body.locals.mentioned_in(tokens).contains(&local);
    let steps = block.steps.iter().skip(from);
    let mut code = steps.filter_map(|step| match step {
        Step::Code(stmt) => Some(stmt.to_token_stream()),
        _ => None,
    });
    let mut exit = block.exit.code().into_iter();
    code.any(in_code)
        || from <= block.steps.len() && exit.any(|code| in_code(code.to_token_stream()))
}
