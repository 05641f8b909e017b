//! Expressions of generated bodies. Each is written in the order in which it is evaluated, so that moves are known.

use super::body::Writer;
use super::scope::Kind;

impl Writer {
    /// An `i32`.
    pub(super) fn int(&mut self, depth: usize) -> String {
        if depth == 0 || !self.spend() {
            return self.small_int();
        }
        if self.interrupts(15) {
            return self.caught_int(depth);
        }
        match self.rng.below(42) {
            0..=5 => self.suspend(depth - 1),
            6 => format!("({} + {})", self.int(depth - 1), self.int(depth - 1)),
            7 => format!("({} - {})", self.int(depth - 1), self.int(depth - 1)),
            8 => format!("({} * {}) % 7", self.int(depth - 1), self.int(depth - 1)),
            9 => self.said(depth),
            10 => self.branch(depth, Self::int),
            11 => self.choice(depth, Self::int),
            12 => self.block_value(depth, Self::int),
            13 => format!(
                "three(log, {}, {}, {})",
                self.int(depth - 1),
                self.int(depth - 1),
                self.int(depth - 1)
            ),
            14 => format!(
                "({}, {}, {}).1",
                self.int(depth - 1),
                self.int(depth - 1),
                self.int(depth - 1)
            ),
            15 => {
                let (a, b, c) = (
                    self.int(depth - 1),
                    self.int(depth - 1),
                    self.int(depth - 1),
                );
                format!(
                    "[{a}, {b}, {c}][i32::rem_euclid({}, 3) as usize]",
                    self.int(depth - 1)
                )
            }
            16 => self.looped(depth, Kind::Int),
            17 => self.labelled(depth, Kind::Int),
            18 => self.call_closure(depth),
            19 => format!("{}.into_n()", self.noisy(depth - 1)),
            20 => format!("eat({}, {})", self.noisy(depth - 1), self.int(depth - 1)),
            21 => self.fallible(depth),
            22 => format!(
                "pick({}).map_or({}, |k| k + 1)",
                self.int(depth - 1),
                self.int(depth - 1)
            ),
            23 => self.seen(depth),
            24 => format!("-({})", self.int(depth - 1)),
            25..=27 => self.own_int(depth),
            30..=32 => self.leaving(depth, Kind::Int),
            33..=35 => self.typed_int(depth),
            36..=39 => self.called(depth),
            40 => self.configured_int(depth),
            _ => {
                let value = self.int(depth - 1);
                format!("format!(\"{{}}{}\", {value}).len() as i32", self.inline())
            }
        }
    }

    pub(super) fn small_int(&mut self) -> String {
        let (ints, noisy) = (
            self.scope.readable(Kind::Int),
            self.scope.readable(Kind::Noisy),
        );
        let (stacks, texts) = (
            self.scope.readable(Kind::Stack),
            self.scope.readable(Kind::Text),
        );
        match self.rng.below(10) {
            0..=4 if !ints.is_empty() => self.name(&ints),
            5 if !noisy.is_empty() => format!("{}.n", self.name(&noisy)),
            6 if !noisy.is_empty() => format!("{}.look()", self.name(&noisy)),
            7 if !stacks.is_empty() => format!("{}.len() as i32", self.name(&stacks)),
            8 if !texts.is_empty() => format!("{}.len() as i32", self.name(&texts)),
            _ => self.rng.below(5).to_string(),
        }
    }

    fn said(&mut self, depth: usize) -> String {
        let n = self.fresh();
        format!("log.num(\"v{n}\", {})", self.int(depth - 1))
    }

    fn seen(&mut self, depth: usize) -> String {
        let locals = self.scope.readable(Kind::Noisy);
        if locals.is_empty() && self.yields > 0 {
            return self.small_int();
        }
        if locals.is_empty() || self.yields == 0 && self.rng.chance(40) {
            return format!("seen(&{}, {})", self.new_noisy(depth), self.int(depth - 1));
        }
        let local = *self.rng.pick(&locals);
        let name = self.scope.locals[local].name.clone();
        format!("seen(&{name}, {})", self.small_int())
    }

    fn fallible(&mut self, depth: usize) -> String {
        let value = self.int(depth - 1);
        match self.returns {
            "Result<i32, String>" => format!("parse({value})?"),
            "Option<i32>" => format!("pick({value})?"),
            _ => format!("parse({value}).unwrap_or(6)"),
        }
    }

    fn call_closure(&mut self, depth: usize) -> String {
        let closures = self.scope.readable(Kind::Closure);
        if closures.is_empty() {
            return self.small_int();
        }
        let name = self.name(&closures);
        format!("{name}({})", self.int(depth - 1))
    }

    /// A `bool`.
    pub(super) fn flag(&mut self, depth: usize) -> String {
        if depth == 0 || !self.spend() {
            return format!("{} > {}", self.small_int(), self.rng.below(3));
        }
        let options = self.scope.readable(Kind::Maybe);
        match self.rng.below(10) {
            0..=2 => format!("{} > {}", self.int(depth - 1), self.rng.below(3)),
            3 => format!("{} == {}", self.int(depth - 1), self.int(depth - 1)),
            4 => self.short_circuit(depth, "&&"),
            5 => self.short_circuit(depth, "||"),
            6 => format!("!({})", self.flag(depth - 1)),
            7 => format!("matches!({}, 1 | 2 | 5)", self.int(depth - 1)),
            8 if !options.is_empty() => format!("{}.is_some()", self.name(&options)),
            _ => {
                let n = self.fresh();
                format!("log.flag(\"f{n}\", {})", self.flag(depth - 1))
            }
        }
    }

    fn short_circuit(&mut self, depth: usize, operator: &str) -> String {
        let left = self.flag(depth - 1);
        let before = self.scope.holdings();
        let right = self.flag(depth - 1);
        let after = self.scope.holdings();
        self.scope.join(&[before, after]);
        format!("({left}) {operator} ({right})")
    }

    pub(super) fn new_noisy(&mut self, depth: usize) -> String {
        let n = self.fresh();
        if depth == 0 {
            format!("log.noisy(\"n{n}\")")
        } else {
            format!("log.noisy_n(\"n{n}\", {})", self.int(depth - 1))
        }
    }

    /// A value that says when it is dropped.
    pub(super) fn noisy(&mut self, depth: usize) -> String {
        let movable = self.scope.movable(Kind::Noisy);
        if !movable.is_empty() && self.rng.chance(30) {
            return self.moved(&movable);
        }
        if depth == 0 || !self.spend() {
            return self.new_noisy(0);
        }
        let options = self.scope.writable(Kind::Maybe);
        match self.rng.below(18) {
            0 => format!("{}.into_next()", self.noisy(depth - 1)),
            1 => format!("({} + {})", self.noisy(depth - 1), self.noisy(depth - 1)),
            2 => self.branch(depth, Self::noisy),
            3 => self.choice(depth, Self::noisy),
            4 => self.block_value(depth, Self::noisy),
            5 => format!("pass({}, {})", self.noisy(depth - 1), self.int(depth - 1)),
            6 => self.looped(depth, Kind::Noisy),
            7 => self.labelled(depth, Kind::Noisy),
            8 if !options.is_empty() => {
                let n = self.fresh();
                format!(
                    "{}.take().unwrap_or_else(|| log.noisy(\"n{n}\"))",
                    self.name(&options)
                )
            }
            10 | 11 => self.own_noisy(depth - 1),
            14 => self.leaving(depth, Kind::Noisy),
            15 | 16 => self.called_noisy(depth),
            9 => format!("({}, {}).0", self.noisy(depth - 1), self.int(depth - 1)),
            _ => self.new_noisy(depth),
        }
    }

    pub(super) fn of(&mut self, kind: Kind, depth: usize) -> String {
        match kind {
            Kind::Noisy => self.noisy(depth),
            Kind::Opt => self.opt(depth),
            _ => self.int(depth),
        }
    }

    /// Takes a local's value.
    pub(super) fn moved(&mut self, among: &[usize]) -> String {
        let local = *self.rng.pick(among);
        self.scope.take(local);
        self.scope.locals[local].name.clone()
    }

    pub(super) fn branch(&mut self, depth: usize, value: fn(&mut Self, usize) -> String) -> String {
        let condition = self.flag(depth - 1);
        let before = self.scope.holdings();
        let then = self.block_of(depth - 1, value);
        let after_then = self.scope.holdings();
        self.scope.restore(&before);
        let otherwise = self.block_of(depth - 1, value);
        let after_else = self.scope.holdings();
        self.scope.join(&[after_then, after_else]);
        format!("(if {condition} {then} else {otherwise})")
    }

    fn choice(&mut self, depth: usize, value: fn(&mut Self, usize) -> String) -> String {
        let scrutinee = self.int(depth - 1);
        let before = self.scope.holdings();
        let mut ways = Vec::new();
        let mut text = format!("(match {scrutinee} {{ ");
        let name = self.new_name();
        for head in [
            "0".to_string(),
            "1 | 3".to_string(),
            format!("{name} @ 4.."),
        ] {
            self.scope.restore(&before);
            let height = self.scope.locals.len();
            if head.contains('@') {
                self.scope.declare(&name, Kind::Int, false);
            }
            let guard = if self.rng.chance(25) {
                format!(" if {}", self.guard())
            } else {
                String::new()
            };
            text += &format!("{head}{guard} => {}, ", value(self, depth - 1));
            self.scope.locals.truncate(height);
            ways.push(self.scope.holdings());
        }
        self.scope.restore(&before);
        text += &format!("_ => {} }})", value(self, depth - 1));
        ways.push(self.scope.holdings());
        self.scope.join(&ways);
        text
    }

    /// A condition without yields and moves.
    fn guard(&mut self) -> String {
        let n = self.fresh();
        format!("log.flag(\"g{n}\", {} > 0)", self.small_int())
    }

    fn block_value(&mut self, depth: usize, value: fn(&mut Self, usize) -> String) -> String {
        format!("({})", self.block_of(depth - 1, value))
    }

    /// A block that runs to its value.
    fn block_of(&mut self, depth: usize, value: fn(&mut Self, usize) -> String) -> String {
        let height = self.scope.locals.len();
        let count = self.rng.below(3);
        let statements = self.statements(depth, count);
        let value = value(self, depth);
        self.scope.locals.truncate(height);
        format!("{{ {statements}{value} }}")
    }
}
