//! What each state keeps.
//!
//! In: the graph and its flow. Out: a [`Layout`]: which blocks are states, what
//! each keeps and in which form, how each edge gets from what the arm has to
//! what the target wants, and what an arm declares anew. Locals stand in one
//! global order, that of their declaration.

mod arms;
mod braces;
pub(crate) mod cycles;
mod edges;
mod kept;
pub(crate) mod landings;
mod open;
mod order;
mod replaced;
mod revised;
mod shadows;

use crate::fields::Places;
use crate::flow::Flow;
use crate::flow::graph::{Question, Taken};
use crate::in_place::Slot;
use crate::ir::{BlockId, Body, LeapId, LocalId, Origin, PartId, ScopeId, Step};
use crate::{signpost, simplify};
use arms::Arms;
use edges::Edges;
use kept::{divided, in_scope, kept};
use landings::Landings;
use order::{declaration_order, declared_in};
use replaced::Replaced;
use std::collections::{HashMap, HashSet};

/// How a state keeps a local.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// Needed later: as it is.
    Live,
    /// Not needed, but its drop is due at the end of its scope.
    Dead,
    /// As `Dead`, if it was not moved on the way: an `Option`.
    Flagged,
}

/// How an edge makes what the target keeps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Conversion {
    /// As it is bound here.
    Same,
    /// Through the probe: what has nothing to drop is forgotten, and what was moved, if the types have to say.
    Probe(Option<Question>),
    /// `Some` of the probed value, or `None` if it was moved, if the types have to say.
    ProbeSome(Option<Question>),
    /// `Some` of the value as kept.
    Some,
    None,
}

/// One local of one state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Kept {
    pub(crate) local: LocalId,
    pub(crate) form: Form,
}

/// What emission prints.
#[derive(Default)]
pub(crate) struct Layout {
    /// By block; `None`: printed inside another.
    pub(crate) states: Vec<Option<Vec<Kept>>>,
    /// By block that an edge leaves from (its exit), or by leap.
    exits: HashMap<BlockId, HashMap<BlockId, Vec<Conversion>>>,
    leaps: HashMap<LeapId, Vec<Conversion>>,
    pub(crate) landings: Landings,
    /// Parts that may be mentioned after they have been taken.
    pub(crate) again: HashSet<PartId>,
    /// By state: locals to declare where the arm begins.
    pub(crate) anew: HashMap<BlockId, Vec<LocalId>>,
    /// By block: the state in whose arm it is printed.
    roots: Vec<BlockId>,
    /// By state: what its arm assigns; a declaration is printed where one follows.
    assigned: HashMap<BlockId, HashSet<LocalId>>,
    /// Steps that assign what may have come with a value.
    replaced: HashMap<(BlockId, usize), Vec<LocalId>>,
    /// Scopes that close within their arm, by the block in which they do.
    braces: HashSet<(BlockId, ScopeId)>,
    /// Blocks in branches behind which their arm goes on.
    before_joins: HashSet<BlockId>,
    /// By block: what its arm goes on with behind its branches.
    pub(crate) behind: HashMap<BlockId, BlockId>,
    /// States whose arm drops something that it declared anew.
    pub(crate) drops_anew: HashSet<BlockId>,
    /// Each local's place in the order of declaration.
    pub(crate) order: Vec<usize>,
    /// Locals that are kept by some state, or declared anew in some arm.
    pub(crate) crossing: Vec<bool>,
    /// By state and local that it wants although it was moved before: where it is mentioned next.
    pub(crate) spent: HashMap<(BlockId, LocalId), proc_macro2::Span>,
    /// The user's locals that a state keeps although no code mentions them.
    pub(crate) unmentioned: Vec<bool>,
    /// By question: what may have been taken.
    pub(crate) taken: HashMap<Question, Taken>,
    /// Locals that may be guards, and have to be no guards where a method consumes them by its name.
    pub(crate) guards: HashSet<LocalId>,
    /// Locals that are not carried in the states, but have a slot beside them.
    pub(crate) in_place: HashMap<LocalId, Slot>,
    /// Where in a state the fields stand.
    pub(crate) places: Places,
    /// By leap: the state in whose arm it is printed.
    leap_roots: HashMap<LeapId, BlockId>,
    /// States whose arm begins again at its end, on some way.
    pub(crate) repeating: HashSet<BlockId>,
    /// Locals whose `let` leaves their type open where it is asked for, with the arm that tells it.
    pub(crate) open: HashMap<LocalId, Option<BlockId>>,
    /// Borrows of which the types have to tell whether a suspended state holds them.
    pub(crate) borrows: signpost::Asked,
}

impl Layout {
    /// Whether a local, which may borrow, is only in states that the machine passes through.
    pub(crate) fn passes(&self, body: &Body) -> bool {
        let live = |kept: &&Kept| kept.form == Form::Live;
        let start = self.states[crate::ir::ENTRY.0].as_deref();
        let stays: HashSet<LocalId> = self
            .suspended(body)
            .chain(start)
            .flatten()
            .filter(live)
            .map(|kept| kept.local)
            .collect();
        let mut kept = self.states.iter().flatten().flatten().filter(live);
        kept.any(|kept| !stays.contains(&kept.local) && !body.locals.get(kept.local).plain)
    }

    /// What each state keeps in which the coroutine is suspended.
    pub(crate) fn suspended<'a>(&'a self, body: &'a Body) -> impl Iterator<Item = &'a [Kept]> {
        let suspended = body.ids().filter(|id| body.block(*id).marker.is_some());
        suspended.filter_map(|id| self.states[id.0].as_deref())
    }

    /// Whether `scope`, which closes in `block`, does so before the arm is left.
    pub(crate) fn is_brace(&self, block: BlockId, scope: ScopeId) -> bool {
        self.braces.contains(&(block, scope))
    }

    /// Whether the arm goes on behind what `block` is a branch of: a jump at its end has to leave it.
    pub(crate) fn jumps_away(&self, block: BlockId) -> bool {
        self.before_joins.contains(&block)
    }

    /// Whether a block is a state that keeps a local.
    fn keeps(&self, block: BlockId, local: LocalId) -> bool {
        let mut kept = self.states[block.0].iter().flatten();
        kept.any(|kept| kept.local == local)
    }

    /// The state in whose arm `block` is printed.
    pub(crate) fn root(&self, block: BlockId) -> BlockId {
        self.roots[block.0]
    }

    /// How the edge from the end of `block` to `target` makes each kept local.
    pub(crate) fn edge(&self, block: BlockId, target: BlockId) -> &[Conversion] {
        &self.exits[&block][&target]
    }

    /// The locals that a step assigns and that may have come with a value, which is dropped then.
    pub(crate) fn replaced_by(&self, block: BlockId, step: usize) -> &[LocalId] {
        self.replaced.get(&(block, step)).map_or(&[], Vec::as_slice)
    }

    /// Whether the arm that `block` is printed in assigns `local`.
    pub(crate) fn assigns(&self, block: BlockId, local: LocalId) -> bool {
        let assigned = self.assigned.get(&self.roots[block.0]);
        assigned.is_some_and(|locals| locals.contains(&local))
    }

    /// Whether the arm that `block` is printed in finds `local` as the user's code has it where it begins.
    pub(crate) fn arrives(&self, block: BlockId, local: LocalId) -> bool {
        let root = self.roots[block.0];
        let mut kept = self.states[root.0].iter().flatten();
        kept.any(|kept| kept.local == local && kept.form == Form::Live)
    }

    /// The blocks that are printed in the arm of `root`.
    pub(crate) fn arm(&self, body: &Body, root: BlockId) -> impl Iterator<Item = BlockId> {
        body.ids().filter(move |block| self.roots[block.0] == root)
    }

    /// Whether the arm that `block` is printed in declares `local` as the user's code does.
    pub(crate) fn declares(&self, body: &Body, block: BlockId, local: LocalId) -> bool {
        let root = self.roots[block.0];
        let mut arm = self.arm(body, root);
        // What has no value yet is declared where the arm gives it one.
        let bare = |block: BlockId| {
            let mut steps = body.block(block).steps.iter();
            steps.any(|step| matches!(step, Step::Declare(declared) if *declared == local))
        };
        arm.any(|block| {
            declared_in(body, block).contains(&local)
                && (!bare(block) || self.assigns(block, local))
        })
    }

    /// How a leap makes each kept local of its target.
    pub(crate) fn leap(&self, leap: LeapId) -> &[Conversion] {
        self.leaps.get(&leap).map_or(&[], Vec::as_slice)
    }
}

/// Lays `body` out. `Err`: locals that verbatim code may or may not have moved
/// where a state has to know; the code that moves them must be taken apart.
pub(crate) fn lay_out(body: &Body, flow: &Flow) -> Result<Layout, Vec<LocalId>> {
    let order = declaration_order(body);
    let is_state = simplify::states(body);
    let divided = divided(body, flow, &is_state);
    let states: Vec<Option<Vec<Kept>>> = body
        .ids()
        .map(|id| is_state[id.0].then(|| kept(body, flow, id, &order, &divided)))
        .collect();
    let behind = simplify::joins::behind(body);
    let mut layout = Layout {
        again: flow.again(),
        roots: body.ids().collect(),
        braces: braces::braces(body, &is_state),
        before_joins: simplify::joins::before(body, &is_state, &behind),
        behind,
        ..Layout::default()
    };
    let mut arms = Arms {
        body,
        flow,
        is_state: &is_state,
        states: &states,
        order: &order,
        edges: Edges {
            body,
            flow,
            states: &states,
            unclear: Vec::new(),
            spent: HashMap::new(),
            taken: HashMap::new(),
            probed: Vec::new(),
        },
        replaced: Replaced::default(),
        landings: Landings::default(),
    };
    for root in body.ids().filter(|id| is_state[id.0]) {
        arms.look(&mut layout, root);
    }
    let Arms {
        mut edges,
        mut replaced,
        landings,
        ..
    } = arms;
    edges.unclear.append(&mut replaced.unclear);
    if !edges.unclear.is_empty() {
        return Err(edges.unclear);
    }
    (layout.replaced, layout.landings) = (replaced.steps, landings);
    (layout.spent, layout.taken) = (edges.spent, edges.taken);
    layout.note_crossing(body, flow, &states);
    let suspends = |block: BlockId, local| is_state[block.0] && in_scope(body, block, local);
    layout.guards = flow.guards(suspends).into_iter().collect();
    layout.open = open::open(body, &layout, &edges.probed);
    (layout.states, layout.order) = (states, order);
    Ok(layout)
}

impl Layout {
    /// Notes which locals cross from arm to arm, and which of those no code mentions.
    fn note_crossing(&mut self, body: &Body, flow: &Flow, states: &[Option<Vec<Kept>>]) {
        let kept = states.iter().flatten().flatten().map(|kept| kept.local);
        let anew = self.anew.values().flatten().copied();
        let mut crossing = vec![false; body.locals.len()];
        kept.chain(anew).for_each(|local| crossing[local.0] = true);
        let unmentioned = body.locals.ids().map(|local| {
            let known = body.locals.get(local);
            let named = known.origin != Origin::Hidden && !known.name.starts_with('_');
            crossing[local.0] && named && !flow.mentions(local)
        });
        self.unmentioned = unmentioned.collect();
        self.crossing = crossing;
    }
}
