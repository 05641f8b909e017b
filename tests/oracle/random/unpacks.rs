//! `let .. else` whose `else` yields, chains of conditions, and loops that pop what they push.

use super::body::Writer;
use super::scope::{Holds, Kind};

impl Writer {
    pub(super) fn unpacked(&mut self, depth: usize) -> String {
        match self.rng.below(9) {
            0..=3 => self.let_else(depth),
            4 | 5 => self.chained(depth),
            6 => self.popped(depth),
            7 => {
                let value = self.labelled(depth, Kind::Opt);
                self.bound_in(depth, &value)
            }
            _ => self.chained_loop(depth),
        }
    }

    fn bound_in(&mut self, depth: usize, value: &str) -> String {
        let name = self.new_name();
        let bound = Some((name.as_str(), Kind::Int, false));
        let arms = [
            ("None".to_string(), None),
            (format!("Some({name} @ 0..=2)"), bound),
            (format!("Some({name})"), bound),
        ];
        self.matched(depth, value, &arms)
    }

    fn let_else(&mut self, depth: usize) -> String {
        let (a, b) = (self.new_name(), self.new_name());
        let b = if a == b { "other".to_string() } else { b };
        let (pattern, value, binds) = self.refutable(depth, &a, &b);
        let value = if value.ends_with('}') {
            format!("({value})")
        } else {
            value
        };
        let before = self.scope.holdings();
        let height = self.scope.locals.len();
        let first = self.some(depth, 1);
        let yields = match self.rng.chance(70) {
            true => format!("{}; ", self.suspend(depth - 1)),
            false => String::new(),
        };
        let way_out = self.jump(depth);
        self.scope.locals.truncate(height);
        self.scope.restore(&before);
        for (name, kind) in binds {
            self.scope.declare(&name, kind, false);
        }
        format!("let {pattern} = {value} else {{ {first}{yields}{way_out} }};")
    }

    /// A pattern, the value that it may not fit, and what it binds.
    fn refutable(
        &mut self,
        depth: usize,
        a: &str,
        b: &str,
    ) -> (String, String, Vec<(String, Kind)>) {
        let deeper = depth - 1;
        let binds = |kinds: &[Kind]| -> Vec<(String, Kind)> {
            [a, b]
                .iter()
                .map(|name| (*name).to_string())
                .zip(kinds.iter().copied())
                .collect()
        };
        let nests = self.scope.readable(Kind::Nest);
        let arrays = self.scope.readable(Kind::Array);
        match self.rng.below(11) {
            0 => (
                format!("Pair {{ first: {a}, n: {b} @ 0..=3 }}"),
                self.pair(deeper),
                binds(&[Kind::Noisy, Kind::Int]),
            ),
            1 => (
                format!("(Some({a}), {b})"),
                format!("({}, {})", self.opt(deeper), self.noisy(deeper)),
                binds(&[Kind::Int, Kind::Noisy]),
            ),
            2 => {
                let options = self.scope.movable(Kind::Maybe);
                let value = match options.is_empty() {
                    true => format!("Some({})", self.noisy(deeper)),
                    false => self.moved(&options),
                };
                (format!("Some({a})"), value, binds(&[Kind::Noisy]))
            }
            3 if !arrays.is_empty() => (
                format!("[{a}, 0..=3, {b}]"),
                self.name(&arrays),
                binds(&[Kind::Int, Kind::Int]),
            ),
            4 => (
                format!("Ok({a})"),
                format!("parse({})", self.int(deeper)),
                binds(&[Kind::Int]),
            ),
            5 => (
                format!("(Shape::One({a}) | Shape::Two {{ of: {a}, n: _ }})"),
                self.shape(deeper),
                binds(&[Kind::Noisy]),
            ),
            6 => ("Level::High".to_string(), self.level(deeper), Vec::new()),
            7 => (
                format!("(Some({a}), Some({b}))"),
                format!("({}, {})", self.opt(deeper), self.opt(deeper)),
                binds(&[Kind::Int, Kind::Int]),
            ),
            8 if !nests.is_empty() => (
                format!("Nest {{ at: ({a}, 0..=5), .. }}"),
                self.name(&nests),
                binds(&[Kind::Int]),
            ),
            9 => (
                format!("({a}, 1..=3, _)"),
                format!(
                    "({}, {}, {})",
                    self.noisy(deeper),
                    self.int(deeper),
                    self.noisy(deeper)
                ),
                binds(&[Kind::Noisy]),
            ),
            _ => (
                format!("Some({a} @ 1..=4)"),
                self.opt(depth),
                binds(&[Kind::Int]),
            ),
        }
    }

    /// The conditions of a chain. The locals that they bind are left in scope.
    fn conditions(&mut self, depth: usize, ways: &mut Vec<Vec<Holds>>) -> String {
        let deeper = depth - 1;
        let mut all = Vec::new();
        for _ in 0..2 + self.rng.below(2) {
            let name = self.new_name();
            let options = self.scope.writable(Kind::Maybe);
            let (text, binds) = match self.rng.below(7) {
                0 | 1 => (
                    format!("let Some({name}) = {}", self.opt(depth)),
                    Some(Kind::Int),
                ),
                2 => (
                    format!("let {name} @ 0..=4 = {}", self.int(deeper)),
                    Some(Kind::Int),
                ),
                3 => (
                    format!("let Ok({name}) = parse({})", self.int(deeper)),
                    Some(Kind::Int),
                ),
                4 => (
                    format!("let Some({name}) = Some({})", self.noisy(deeper)),
                    Some(Kind::Noisy),
                ),
                5 if !options.is_empty() => (
                    format!("let Some({name}) = {}.take()", self.name(&options)),
                    Some(Kind::Noisy),
                ),
                _ => (format!("({})", self.flag(deeper)), None),
            };
            if let Some(kind) = binds {
                self.scope.declare(&name, kind, false);
            }
            ways.push(self.scope.holdings());
            all.push(text);
        }
        all.join(" && ")
    }

    fn chained(&mut self, depth: usize) -> String {
        let height = self.scope.locals.len();
        let mut ways = Vec::new();
        let head = self.conditions(depth, &mut ways);
        let then = self.nested(depth, 3);
        self.scope.locals.truncate(height);
        let after_then = self.scope.holdings();
        self.scope.join(&ways);
        let otherwise = match self.rng.chance(50) {
            true => format!(" else {{ {}}}", self.nested(depth, 2)),
            false => String::new(),
        };
        let after_else = self.scope.holdings();
        self.scope.join(&[after_then, after_else]);
        format!("if {head} {{ {then}}}{otherwise}")
    }

    /// A loop with such a head, which yields in each round.
    fn chained_loop(&mut self, depth: usize) -> String {
        let height = self.scope.locals.len();
        let before = self.scope.holdings();
        let label = self.enter(true, None);
        let first = self.suspend(0);
        let head = self.conditions(depth, &mut Vec::new());
        let inside = self.nested(depth, 3);
        self.scope.locals.truncate(height);
        self.scope.restore(&before);
        self.exit(Some(before));
        format!("{label}: while {first} > 0 && {head} {{ {inside}}}")
    }

    /// A loop over a list that it may push to.
    fn popped(&mut self, depth: usize) -> String {
        let (stacks, nums) = (
            self.scope.writable(Kind::Stack),
            self.scope.writable(Kind::Nums),
        );
        let (list, kind) = match (stacks.is_empty(), nums.is_empty()) {
            (false, _) => (*self.rng.pick(&stacks), Kind::Noisy),
            (_, false) => (*self.rng.pick(&nums), Kind::Int),
            _ => return self.let_else(depth),
        };
        let (stack, name) = (self.scope.locals[list].name.clone(), self.new_name());
        let height = self.scope.locals.len();
        let before = self.scope.holdings();
        let label = self.enter(true, None);
        let (first, limit) = (self.suspend(0), self.rng.below(3));
        let push = match name == stack {
            true => String::new(),
            false => format!("{stack}.push({}); ", self.of(kind, depth - 1)),
        };
        self.scope.declare(&name, kind, false);
        let inside = self.without(list, |w| w.nested(depth, 3));
        self.scope.locals.truncate(height);
        self.scope.restore(&before);
        self.exit(Some(before));
        format!(
            "{label}: while let Some({name}) = {stack}.pop() {{ if {first} > {limit} {{ {push}}} {inside}}}"
        )
    }
}
