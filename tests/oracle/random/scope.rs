//! What a generated body may mention at a point: which locals are in scope, of what kind, and whether they hold a value.

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Kind {
    Int,
    Noisy,
    Triple,
    Maybe,
    Stack,
    Text,
    Pair,
    Array,
    Shape,
    Boxed,
    Tag,
    Closure,
    /// A closure that changes what it has captured.
    Counter,
    Opt,
    Level,
    Nest,
    Nums,
    Bytes,
    Slice,
    /// An `i32` that is only compared, as it may be the least or the greatest.
    Wide,
}

/// Whether a local holds a value. A conditional move counts as a move.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Holds {
    Value,
    Nothing,
}

#[derive(Clone, Debug)]
pub(super) struct Local {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) mutable: bool,
    /// How many loops were around its declaration: it is not moved in a loop that it outlives.
    pub(super) loops: usize,
    pub(super) holds: Holds,
    /// Borrowed by an operand that is evaluated around this point.
    pub(super) frozen: bool,
}

/// What `break` and `continue` may name.
#[derive(Clone)]
pub(super) struct Target {
    pub(super) label: String,
    pub(super) is_loop: bool,
    /// What the locals around it held at each `break`.
    pub(super) exits: Vec<Vec<Holds>>,
    /// The kind of value a `break` must bring; `None` for `()`.
    pub(super) value: Option<Kind>,
}

#[derive(Clone, Default)]
pub(super) struct Scope {
    pub(super) locals: Vec<Local>,
    pub(super) targets: Vec<Target>,
    pub(super) loops: usize,
    /// What was moved out, in the order of the text.
    taken: Vec<usize>,
}

impl Scope {
    pub(super) fn declare(&mut self, name: &str, kind: Kind, mutable: bool) {
        let local = Local {
            name: name.to_string(),
            kind,
            mutable,
            loops: self.loops,
            holds: Holds::Value,
            frozen: false,
        };
        self.locals.push(local);
    }

    fn visible(&self, index: usize) -> bool {
        !self.locals[index + 1..]
            .iter()
            .any(|later| later.name == self.locals[index].name)
    }

    /// The locals that satisfy `wanted` and are not shadowed.
    pub(super) fn find(&self, wanted: impl Fn(&Local) -> bool) -> Vec<usize> {
        (0..self.locals.len())
            .filter(|&i| self.visible(i) && !self.locals[i].frozen && wanted(&self.locals[i]))
            .collect()
    }

    pub(super) fn readable(&self, kind: Kind) -> Vec<usize> {
        self.find(|local| local.kind == kind && local.holds == Holds::Value)
    }

    pub(super) fn writable(&self, kind: Kind) -> Vec<usize> {
        self.find(|local| local.kind == kind && local.holds == Holds::Value && local.mutable)
    }

    pub(super) fn movable(&self, kind: Kind) -> Vec<usize> {
        self.find(|local| {
            local.kind == kind && local.holds == Holds::Value && local.loops == self.loops
        })
    }

    /// A local's value is moved out of it.
    pub(super) fn take(&mut self, local: usize) {
        self.locals[local].holds = Holds::Nothing;
        self.taken.push(local);
    }

    /// After what may have been left at any of its yields: a local holds a value where it did throughout.
    pub(super) fn interrupted(&mut self, before: &Self) {
        self.join(&[before.holdings(), self.holdings()]);
        for &local in &self.taken[before.taken.len()..] {
            if let Some(local) = self.locals.get_mut(local) {
                local.holds = Holds::Nothing;
            }
        }
    }

    pub(super) fn holdings(&self) -> Vec<Holds> {
        self.locals.iter().map(|local| local.holds).collect()
    }

    pub(super) fn restore(&mut self, holdings: &[Holds]) {
        for (local, holds) in self.locals.iter_mut().zip(holdings) {
            local.holds = *holds;
        }
    }

    /// After ways that join: a local holds a value where it does on every way.
    pub(super) fn join(&mut self, ways: &[Vec<Holds>]) {
        for (i, local) in self.locals.iter_mut().enumerate() {
            let on_all = ways.iter().all(|way| way.get(i) == Some(&Holds::Value));
            local.holds = if on_all { Holds::Value } else { Holds::Nothing };
        }
    }
}
