//! Branches, loops and jumps of generated bodies. Every loop ends: it counts, or it yields and the script ends.

use super::body::Writer;
use super::scope::{Holds, Kind, Target};

/// A pattern, and the name that it binds.
pub(super) type Arm<'a> = (String, Option<(&'a str, Kind, bool)>);

impl Writer {
    pub(super) fn branches(&mut self, depth: usize) -> String {
        let height = self.scope.locals.len();
        let (head, inside) = self.head(depth);
        let before = self.scope.holdings();
        if let Some((name, kind)) = inside {
            self.scope.declare(&name, kind, false);
        }
        let then = self.nested(depth, 3);
        self.scope.locals.truncate(height);
        let mut ways = vec![self.scope.holdings()];
        self.scope.restore(&before);
        let otherwise = match self.rng.below(3) {
            0 => String::new(),
            1 if depth > 1 => format!(" else {}", self.branches(depth - 1)),
            _ => format!(" else {{ {}}}", self.nested(depth, 2)),
        };
        ways.push(self.scope.holdings());
        self.scope.join(&ways);
        format!("if {head} {{ {then}}}{otherwise}")
    }

    /// A condition, and what it binds.
    fn head(&mut self, depth: usize) -> (String, Option<(String, Kind)>) {
        let name = self.new_name();
        let options = self.scope.writable(Kind::Maybe);
        let moved = self.scope.movable(Kind::Maybe);
        match self.rng.below(8) {
            0 => (
                format!("let Some({name}) = pick({})", self.int(depth - 1)),
                Some((name, Kind::Int)),
            ),
            1 => {
                let value = self.noisy(depth - 1);
                (
                    format!("let Some({name}) = Some({value})"),
                    Some((name, Kind::Noisy)),
                )
            }
            2 if !options.is_empty() => (
                format!("let Some({name}) = {}.take()", self.name(&options)),
                Some((name, Kind::Noisy)),
            ),
            3 if !moved.is_empty() => (
                format!("let Some({name}) = {}", self.moved(&moved)),
                Some((name, Kind::Noisy)),
            ),
            4 => {
                let first = self.flag(depth - 1);
                (
                    format!(
                        "({first}) && let {name} @ 0..=4 = co_yield!({})",
                        self.rng.below(5)
                    ),
                    Some((name, Kind::Int)),
                )
            }
            _ => (self.flag(depth), None),
        }
    }

    pub(super) fn arms(&mut self, depth: usize) -> String {
        let name = self.new_name();
        let scrutinee = format!("({}, {})", self.noisy(depth - 1), self.int(depth - 1));
        let bound = |mutable| Some((name.as_str(), Kind::Noisy, mutable));
        let arms = [
            (format!("({name}, 0)"), bound(false)),
            (format!("({name}, 1 | 2)"), bound(false)),
            (format!("(mut {name}, _)"), bound(true)),
        ];
        self.matched(depth, &scrutinee, &arms)
    }

    /// A `match`, each arm with its pattern and what that binds.
    pub(super) fn matched(&mut self, depth: usize, head: &str, arms: &[Arm<'_>]) -> String {
        let before = self.scope.holdings();
        let mut ways = Vec::new();
        let mut text = format!("match {head} {{ ");
        for (pattern, bound) in arms {
            self.scope.restore(&before);
            let height = self.scope.locals.len();
            if let Some((name, kind, mutable)) = *bound {
                self.scope.declare(name, kind, mutable);
            }
            text += &format!("{pattern} => {{ {}}} ", self.nested(depth, 2));
            self.scope.locals.truncate(height);
            ways.push(self.scope.holdings());
        }
        self.scope.join(&ways);
        text + "}"
    }

    /// `let .. else`.
    pub(super) fn unwrapped(&mut self, depth: usize) -> String {
        let name = self.new_name();
        let value = self.int(depth - 1);
        let before = self.scope.holdings();
        let way_out = self.jump(depth);
        self.scope.restore(&before);
        self.scope.declare(&name, Kind::Int, false);
        format!("let Some({name}) = pick({value}) else {{ {way_out} }};")
    }

    /// A jump under a condition.
    pub(super) fn leave(&mut self, depth: usize) -> String {
        if self.rng.chance(30) {
            return self.leave_guarded();
        }
        let condition = self.flag(depth - 1);
        let before = self.scope.holdings();
        let inside = if self.rng.chance(30) {
            self.some(depth, 1)
        } else {
            String::new()
        };
        let way_out = self.jump(depth);
        self.scope.locals.truncate(before.len());
        self.scope.restore(&before);
        format!("if {condition} {{ {inside}{way_out} }}")
    }

    /// A jump out of the scope of a guard, without a yield.
    fn leave_guarded(&mut self) -> String {
        let held = self.scope.readable(Kind::Noisy);
        let (target, wanted) = (
            self.target(|target| target.value.is_none() || target.is_loop),
            self.rng.below(3),
        );
        let (Some(target), false) = (target, held.is_empty()) else {
            return self.simple(0);
        };
        let name = self.name(&held);
        let condition = self.small_int();
        let Target {
            label,
            is_loop,
            value,
            ..
        } = &self.scope.targets[target];
        let way_out = if *is_loop && (wanted == 0 || value.is_some()) {
            format!("continue {label};")
        } else {
            let way_out = format!("break {label};");
            let held = self.scope.holdings();
            self.scope.targets[target].exits.push(held);
            way_out
        };
        let after = self.rng.chance(50);
        let guard = format!("let guard = {name}.lend();");
        let leaves = format!("if {condition} > 1 {{ log.say(guard.n()); {way_out} }}");
        if after {
            format!("{{ {guard} {leaves} log.say(guard.n()); }}")
        } else {
            format!("{guard} {leaves} drop(guard);")
        }
    }

    /// `break`, `continue` or `return`, with its value.
    pub(super) fn jump(&mut self, depth: usize) -> String {
        let kind = self.rng.below(3);
        let target = self.target(|target| kind == 0 || target.is_loop);
        let Some(target) = target.filter(|_| kind < 2) else {
            let value = if self.returns == "Noisy<'l>" {
                self.last_value(Kind::Noisy, 0, depth)
            } else {
                self.result()
            };
            return format!("return {value};");
        };
        let label = self.scope.targets[target].label.clone();
        if kind == 1 {
            return format!("continue {label};");
        }
        let around = self.scope.loops
            - self.scope.targets[target..]
                .iter()
                .filter(|target| target.is_loop)
                .count();
        let value = self.scope.targets[target]
            .value
            .map(|kind| self.last_value(kind, around, depth));
        let held = self.scope.holdings();
        self.scope.targets[target].exits.push(held);
        format!("break {label} {};", value.unwrap_or_default())
    }

    /// The value that leaves `around` loops: it may take a local that a loop would miss in its next round.
    fn last_value(&mut self, kind: Kind, around: usize, depth: usize) -> String {
        let free = self.scope.find(|local| {
            local.kind == Kind::Noisy && local.holds == Holds::Value && local.loops >= around
        });
        if kind == Kind::Noisy && !free.is_empty() && self.rng.chance(40) {
            self.moved(&free)
        } else {
            self.of(kind, depth - 1)
        }
    }

    pub(super) fn enter(&mut self, is_loop: bool, value: Option<Kind>) -> String {
        let label = format!("'l{}", self.fresh());
        self.scope.targets.push(Target {
            label: label.clone(),
            is_loop,
            exits: Vec::new(),
            value,
        });
        self.scope.loops += usize::from(is_loop);
        label
    }

    pub(super) fn exit(&mut self, falls_through: Option<Vec<Holds>>) {
        let target = self.scope.targets.pop().expect("it was entered");
        self.scope.loops -= usize::from(target.is_loop);
        let mut ways = target.exits;
        ways.extend(falls_through);
        self.scope.join(&ways);
    }

    /// A loop that ends by counting, or by what it is sent.
    pub(super) fn counted(&mut self, depth: usize) -> String {
        let height = self.scope.locals.len();
        let name = self.new_name();
        let kind = self.rng.below(8);
        let stacks = self.scope.writable(Kind::Stack);
        let (before_loop, head, binds) = match kind {
            0 => (
                String::new(),
                format!("for {name} in 0..{}", 1 + self.rng.below(3)),
                Some(Kind::Int),
            ),
            1 => (
                String::new(),
                format!(
                    "for {name} in [{}, {}]",
                    self.int(depth - 1),
                    self.int(depth - 1)
                ),
                Some(Kind::Int),
            ),
            2 => (
                String::new(),
                {
                    let (first, second) = (self.noisy(depth - 1), self.noisy(depth - 1));
                    format!("for {name} in vec![{first}, {second}]")
                },
                Some(Kind::Noisy),
            ),
            6 => {
                let pair = |w: &mut Self| format!("({}, {})", w.noisy(depth - 1), w.int(depth - 1));
                (
                    String::new(),
                    format!("for ({name}, _) in [{}, {}]", pair(self), pair(self)),
                    Some(Kind::Noisy),
                )
            }
            7 => (
                String::new(),
                format!(
                    "for Tag(_, _, {name}) in [{}, {}]",
                    self.tag(depth - 1),
                    self.tag(depth - 1)
                ),
                Some(Kind::Int),
            ),
            3 if !stacks.is_empty() => {
                let stack = *self.rng.pick(&stacks);
                self.scope.locals[stack].frozen = true;
                let stack = self.scope.locals[stack].name.clone();
                (
                    stack.clone(),
                    format!("while let Some({name}) = {stack}.pop()"),
                    Some(Kind::Noisy),
                )
            }
            4 => (
                String::new(),
                format!(
                    "while co_yield!({}) > {}",
                    self.rng.below(5),
                    self.rng.below(2)
                ),
                None,
            ),
            _ => (
                String::new(),
                format!(
                    "while let {name} @ 1..=3 = co_yield!({})",
                    self.rng.below(5)
                ),
                Some(Kind::Int),
            ),
        };
        let before = self.scope.holdings();
        let label = self.enter(true, None);
        if let Some(kind) = binds {
            self.scope.declare(&name, kind, false);
        }
        let inside = self.nested(depth, 4);
        self.scope.locals.truncate(height);
        self.scope
            .locals
            .iter_mut()
            .filter(|local| local.name == before_loop)
            .for_each(|local| local.frozen = false);
        self.scope.restore(&before);
        self.exit(Some(before));
        format!("{label}: {head} {{ {inside}}}")
    }

    /// A `loop` that yields in each round, and breaks with a value.
    pub(super) fn looped(&mut self, depth: usize, kind: Kind) -> String {
        let height = self.scope.locals.len();
        let label = self.enter(true, Some(kind));
        let first = format!(
            "if co_yield!({}) > {} {{ {} }} ",
            self.rng.below(5),
            self.rng.below(3),
            self.break_with(&label, depth, kind)
        );
        let inside = self.some(depth, 3);
        let last = if self.rng.chance(50) {
            self.break_with(&label, depth, kind)
        } else {
            String::new()
        };
        self.scope.locals.truncate(height);
        self.exit(None);
        format!("({label}: loop {{ {first}{inside}{last} }})")
    }

    fn break_with(&mut self, label: &str, depth: usize, kind: Kind) -> String {
        let before = self.scope.holdings();
        let target = self
            .scope
            .targets
            .iter()
            .position(|target| target.label == label)
            .expect("it is around this");
        let value = self.last_value(
            kind,
            self.scope.loops - usize::from(self.scope.targets[target].is_loop),
            depth,
        );
        let held = self.scope.holdings();
        self.scope.targets[target].exits.push(held);
        self.scope.restore(&before);
        format!("break {label} {value};")
    }

    /// A labelled block.
    pub(super) fn labelled(&mut self, depth: usize, kind: Kind) -> String {
        let height = self.scope.locals.len();
        let label = self.enter(false, Some(kind));
        let condition = self.flag(depth - 1);
        let first = format!(
            "if {condition} {{ {} }} ",
            self.break_with(&label, depth, kind)
        );
        let inside = self.some(depth, 3);
        let value = self.of(kind, depth - 1);
        self.scope.locals.truncate(height);
        let held = self.scope.holdings();
        self.exit(Some(held));
        format!("({label}: {{ {first}{inside}{value} }})")
    }
}
