//! The graph in few blocks.
//!
//! In: the graph as built. Out: the same graph in which no block only jumps,
//! every block can be reached, straight lines are one block, and a block that
//! is printed inside another (the target of a branch that nothing else leads
//! to) closes only scopes that it opened itself. What follows such a close is a
//! block of its own, because leaving the arm is what drops the scope's locals.

pub(crate) mod joins;
mod meets;
mod open;
mod waits;

pub(crate) use open::{of_open_type, says_its_type};

use crate::flow::Flow;
use crate::ir::{Block, BlockId, Body, ENTRY, Exit, Role, ScopeId, Step};
use std::collections::HashMap;
use syn::{Stmt, parse_quote};

/// Simplifies `body` in place. `join`: whether branches that all fall out of their construct without a yield meet in their arm.
/// Out: whether some do.
pub(crate) fn simplify(body: &mut Body, join: bool) -> bool {
    retain_reachable(body);
    merge(body);
    let joined = join && meets::join(body);
    thread(body);
    retain_reachable(body);
    waits::mark(body);
    cut(body);
    thread(body);
    retain_reachable(body);
    meets::part(body);
    order(body);
    joined
}

/// Ends the blocks that control enters and does not leave: an operand at their end diverges, as of `co_yield!(todo!())`. Of what stands behind it
/// no state would know anything. Out: whether there are some.
pub(crate) fn end_diverging(body: &mut Body, flow: &Flow) -> bool {
    let ends = |id: &BlockId| {
        let leads = !body.block(*id).exit.targets().is_empty();
        leads && flow.reached(body, *id) == (true, false)
    };
    let ending: Vec<BlockId> = body.ids().filter(ends).collect();
    for id in &ending {
        let block = &mut body.blocks[id.0];
        let last: Option<Stmt> = match std::mem::replace(&mut block.exit, Exit::Diverge) {
            Exit::Yield { value, .. } => Some(parse_quote!(#value;)),
            Exit::Branch { condition, .. } => Some(parse_quote!(if #condition {})),
            Exit::Match { scrutinee, .. } => Some(parse_quote!(match #scrutinee { _ => {} })),
            _ => None,
        };
        block.steps.extend(last.map(Step::Code));
    }
    retain_reachable(body);
    !ending.is_empty()
}

/// Jumps to a block that only jumps go straight to its target.
fn thread(body: &mut Body) {
    let mut forward: HashMap<BlockId, BlockId> = HashMap::new();
    for id in body.ids().skip(1) {
        let block = body.block(id);
        let idle = block
            .steps
            .iter()
            .all(|step| matches!(step, Step::Close(_)));
        // What is written behind branches has to be fallen out to.
        if let (true, Exit::Goto(target), None) = (idle, &block.exit, block.marker)
            && *target != id
            && body.block(*target).joins.is_none()
        {
            forward.insert(id, *target);
        }
    }
    let resolve = |mut id: BlockId| {
        let mut steps = 0;
        while let Some(next) = forward.get(&id) {
            id = *next;
            steps += 1;
            if steps > forward.len() {
                break;
            }
        }
        id
    };
    for block in &mut body.blocks {
        for target in block.exit.targets_mut() {
            *target = resolve(*target);
        }
    }
    for leap in &mut body.leaps {
        leap.target = resolve(leap.target);
    }
}

/// All successors of a block, leaps of its code included, in program order.
pub(crate) fn successors(body: &Body, id: BlockId) -> Vec<BlockId> {
    let mut out: Vec<BlockId> = leaps_of(body, id)
        .into_iter()
        .map(|leap| body.leaps[leap.0].target)
        .collect();
    out.extend(body.block(id).exit.targets());
    out
}

/// The leaps in the code of a block.
pub(crate) fn leaps_of(body: &Body, id: BlockId) -> Vec<crate::ir::LeapId> {
    use syn::visit::{self, Visit};
    struct Leaps(Vec<crate::ir::LeapId>);
    impl<'ast> Visit<'ast> for Leaps {
        fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
            self.0.extend(crate::ir::leap_of(call));
            visit::visit_expr_call(self, call);
        }
    }
    let mut leaps = Leaps(Vec::new());
    // Asked many times for each block, and most bodies have none.
    if !body.leaps.is_empty() {
        for code in body.block(id).code() {
            code.visit(&mut leaps);
        }
    }
    leaps.0
}

fn retain_reachable(body: &mut Body) {
    let mut reached = vec![false; body.blocks.len()];
    let mut stack = vec![ENTRY];
    while let Some(id) = stack.pop() {
        if !std::mem::replace(&mut reached[id.0], true) {
            stack.extend(successors(body, id));
        }
    }
    let kept: Vec<BlockId> = body.ids().filter(|id| reached[id.0]).collect();
    renumber(body, &kept);
}

/// Keeps the blocks in `kept`, in that order.
fn renumber(body: &mut Body, kept: &[BlockId]) {
    let new: HashMap<BlockId, BlockId> = kept
        .iter()
        .enumerate()
        .map(|(at, id)| (*id, BlockId(at)))
        .collect();
    let mut old = std::mem::take(&mut body.blocks);
    let take = |id: &BlockId| std::mem::replace(&mut old[id.0], Block::nothing());
    let mut blocks: Vec<Block> = kept.iter().map(take).collect();
    for block in &mut blocks {
        block.joins = block.joins.map(|fork| new[&fork]);
        for target in block.exit.targets_mut() {
            *target = new[target];
        }
    }
    for leap in &mut body.leaps {
        // A leap out of code that cannot be reached leads nowhere.
        leap.target = new.get(&leap.target).copied().unwrap_or(ENTRY);
    }
    body.blocks = blocks;
}

/// How many ways lead to each block; a suspension counts as a state of its own.
fn predecessors(body: &Body) -> Vec<usize> {
    leading(body).iter().map(Vec::len).collect()
}

/// Whether each block is a state: an arm of its own.
pub(crate) fn states(body: &Body) -> Vec<bool> {
    let mut state = states_of(body);
    for id in body.ids() {
        if let Exit::Goto(target) = body.block(id).exit
            && body.block(target).joins.is_none()
        {
            // A jump is a jump: what could be merged has been.
            state[target.0] = true;
        }
    }
    state
}

/// [`states`] before straight lines are one block.
fn states_of(body: &Body) -> Vec<bool> {
    let count = predecessors(body).into_iter();
    let mut state: Vec<bool> = count
        .zip(&body.blocks)
        .map(|(count, block)| count > 1 && block.joins.is_none() || block.waits)
        .collect();
    state[ENTRY.0] = true;
    for id in body.ids() {
        let block = body.block(id);
        for leap in leaps_of(body, id) {
            state[body.leaps[leap.0].target.0] = true;
        }
        match &block.exit {
            Exit::Yield { resume, .. } | Exit::Delegate { resume, .. } => state[resume.0] = true,
            Exit::Branch {
                then, otherwise, ..
            } => {
                let open = open_at(block, block.steps.len());
                state[then.0] |= !contains(body.block(*then), &open);
                // What the condition binds is not bound where it fails.
                let bound = |s: &ScopeId| !body.scopes[s.0].binding || block.open.contains(s);
                let open: Vec<ScopeId> = open.into_iter().filter(bound).collect();
                state[otherwise.0] |= !contains(body.block(*otherwise), &open);
            }
            Exit::Match { arms, .. } => {
                let open = open_at(block, block.steps.len());
                for arm in arms {
                    state[arm.target.0] |= !contains(body.block(arm.target), &open);
                }
            }
            _ => {}
        }
    }
    state
}

fn contains(block: &Block, open: &[ScopeId]) -> bool {
    open.iter().all(|scope| block.open.contains(scope))
}

/// Makes one block of two in a straight line. Where only one branch goes on, what
/// follows the branches has one predecessor too; but if another branch has states that say what
/// it has to know, it stays behind them, because types are inferred in the order of the program.
fn merge(body: &mut Body) {
    let mut count = predecessors(body);
    let leaped = leap_targets(body);
    let typing = waits::Typing::of(states_of(body));
    // What only closes what a pattern has bound, and goes on.
    let mut ends = Vec::new();
    for id in body.ids() {
        while let Exit::Goto(target) = body.block(id).exit {
            let (block, next) = (body.block(id), body.block(target));
            let apart = block.unsafety.is_some() != next.unsafety.is_some()
                || typing.waits(body, id, target);
            if target == id || target == ENTRY || count[target.0] != 1 || leaped[target.0] || apart
            {
                break;
            }
            if joins::closes_binding(body, id) {
                ends.push((id, target));
                break;
            }
            count[target.0] = 0;
            append(body, id, target);
        }
    }
    // Some have become the end of another by now.
    ends.retain(|(id, target)| matches!(body.block(*id).exit, Exit::Goto(to) if to == *target));
    let before = leading(body);
    // The inner before the outer.
    ends.sort_by_key(|(id, _)| body.block(*id).position);
    let mut appended: HashMap<BlockId, BlockId> = HashMap::new();
    for (id, target) in ends {
        let now = |id: BlockId| appended.get(&id).copied().unwrap_or(id);
        let (id, fork) = (now(id), joins::fork(body, &before, id, target).map(now));
        body.blocks[target.0].joins = fork;
        if fork.is_none() {
            append(body, id, target);
            appended.insert(target, id);
            joins::moved(body, target, id);
        }
    }
    retain_reachable(body);
}

fn append(body: &mut Body, id: BlockId, target: BlockId) {
    let next = std::mem::replace(&mut body.blocks[target.0], Block::nothing());
    let block = &mut body.blocks[id.0];
    block.steps.extend(next.steps);
    block.exit = next.exit;
    block.end = next.end;
}

/// By block: what leads to it.
fn leading(body: &Body) -> Vec<Vec<BlockId>> {
    let mut before = vec![Vec::new(); body.blocks.len()];
    for id in body.ids() {
        for target in successors(body, id) {
            before[target.0].push(id);
        }
    }
    before
}

/// A block, and the blocks that are written inside it.
pub(crate) fn written_inside(body: &Body, block: BlockId, is_state: &[bool]) -> Vec<BlockId> {
    let mut inside = vec![block];
    let mut at = 0;
    while at < inside.len() {
        for target in body.block(inside[at]).exit.targets() {
            if !is_state[target.0] && !inside.contains(&target) {
                inside.push(target);
            }
        }
        at += 1;
    }
    inside
}

/// By block: whether code leaps to it.
fn leap_targets(body: &Body) -> Vec<bool> {
    let mut targets = vec![false; body.blocks.len()];
    for id in body.ids() {
        for leap in leaps_of(body, id) {
            targets[body.leaps[leap.0].target.0] = true;
        }
    }
    targets
}

/// Splits inner blocks where they close a scope that they did not open.
fn cut(body: &mut Body) {
    // What is cut off is a state: it is jumped to.
    let states = states(body);
    let mut inner: Vec<BlockId> = body.ids().filter(|id| !states[id.0]).collect();
    while let Some(id) = inner.pop() {
        split(body, id);
    }
}

fn split(body: &mut Body, id: BlockId) {
    let block = body.block(id);
    let Some(at) = closes_outer(body, block) else {
        return;
    };
    if ends(block, at) {
        return;
    }
    let rest = block.steps[at..].to_vec();
    let mut open = open_at(block, at);
    let closed = rest
        .iter()
        .take_while(|step| matches!(step, Step::Close(_)))
        .count();
    for step in &rest[..closed] {
        if let Step::Close(scope) = step {
            open.retain(|known| known != scope);
        }
    }
    let after = Block {
        role: Role::After,
        steps: rest[closed..].to_vec(),
        exit: block.exit.clone(),
        open,
        marker: None,
        unsafety: block.unsafety,
        waits: false,
        joins: None,
        position: (block.end.0, block.end.1 + 1),
        end: (block.end.0, block.end.1 + 1),
    };
    let target = BlockId(body.blocks.len());
    body.blocks.push(after);
    joins::moved(body, id, target);
    let block = &mut body.blocks[id.0];
    block.steps.truncate(at);
    block.exit = Exit::Goto(target);
}

/// Whether nothing happens from step `at` on but scopes closing and a jump.
pub(crate) fn ends(block: &Block, at: usize) -> bool {
    let idle = block.steps[at..]
        .iter()
        .all(|step| matches!(step, Step::Close(_)));
    let leaves = match &block.exit {
        Exit::Goto(_) | Exit::Diverge => true,
        Exit::Return(value, _) => crate::ir::is_unit(value),
        _ => false,
    };
    idle && leaves
}

/// Where a block first closes a scope that it did not open.
fn closes_outer(body: &Body, block: &Block) -> Option<usize> {
    let mut opened = Vec::new();
    block.steps.iter().position(|step| match step {
        Step::Open(scope) if !body.scopes[scope.0].binding => {
            opened.push(*scope);
            false
        }
        Step::Close(scope) => !opened.contains(scope),
        _ => false,
    })
}

/// The scopes that are open before step `at`.
pub(crate) fn open_at(block: &Block, at: usize) -> Vec<crate::ir::ScopeId> {
    let mut open = block.open.clone();
    for step in &block.steps[..at] {
        match step {
            Step::Open(scope) => open.push(*scope),
            Step::Close(scope) => open.retain(|known| known != scope),
            _ => {}
        }
    }
    open
}

/// The order of the program. Forward edges lead to later blocks, so what builds
/// a state stands before what takes it apart; and what an earlier line says of a
/// type is known where a later line needs it, as in the user's function.
fn order(body: &mut Body) {
    let mut kept: Vec<BlockId> = body.ids().collect();
    kept.sort_by_key(|id| (*id != ENTRY, body.block(*id).position));
    renumber(body, &kept);
}
