//! What a body declares besides values: items and closures of its own, names that hide others, and borrows that end.

use super::body::Writer;
use super::scope::Kind;

impl Writer {
    pub(super) fn items(&mut self, depth: usize) -> String {
        match self.rng.below(12) {
            0 => self.constant(),
            1 => self.function_item(),
            2 => self.own_item(depth),
            3 | 4 => self.keeping_closure(),
            5 => self.counter(),
            6 => self.borrowing_closure(),
            7 | 8 => self.hiding(depth),
            _ => self.ended_borrow(),
        }
    }

    fn constant(&mut self) -> String {
        let n = self.fresh();
        self.scope.declare(&format!("K{n}"), Kind::Int, false);
        let word = *self.rng.pick(&["const", "static"]);
        format!("{word} K{n}: i32 = {};", self.rng.below(4))
    }

    fn function_item(&mut self) -> String {
        let n = self.fresh();
        self.scope.declare(&format!("f{n}"), Kind::Closure, false);
        match self.rng.below(3) {
            0 => format!("use deep::twice as f{n};"),
            1 => format!("fn f{n}(a: i32) -> i32 {{ if a > 3 {{ return a - 3; }} a + LIMIT }}"),
            _ => format!("const fn f{n}(state: i32) -> i32 {{ state + 1 }}"),
        }
    }

    /// A type of the body.
    fn own_item(&mut self, depth: usize) -> String {
        let (n, name) = (self.fresh(), self.new_name());
        let item = format!(
            "#[derive(Clone)] struct Own{n} {{ a: i32 }} impl Own{n} {{ fn a(&self) -> i32 {{ self.a }} }}"
        );
        let value = self.int(depth - 1);
        let between = self.nested(depth, 2);
        self.scope.declare(&name, Kind::Int, false);
        format!(
            "let {name} = {{ {item} let own{n} = Own{n} {{ a: {value} }}; {between}own{n}.a() }};"
        )
    }

    /// A closure that has taken what it looks at.
    fn keeping_closure(&mut self) -> String {
        let (name, noisy) = (self.new_name(), self.scope.movable(Kind::Noisy));
        if noisy.is_empty() {
            self.scope.declare(&name, Kind::Closure, false);
            return format!("let {name} = |k: i32| k * 2 + LIMIT;");
        }
        let of = self.moved(&noisy);
        self.scope.declare(&name, Kind::Closure, false);
        format!("let {name} = move |k: i32| {of}.get() + k;")
    }

    /// A closure that counts in a copy.
    fn counter(&mut self) -> String {
        let (name, ints) = (self.new_name(), self.scope.writable(Kind::Int));
        if ints.is_empty() {
            return self.constant();
        }
        let of = self.name(&ints);
        self.scope.declare(&name, Kind::Counter, true);
        format!("let mut {name} = move |k: i32| {{ {of} += k; {of} }};")
    }

    /// A closure that borrows, and is not called after a yield.
    fn borrowing_closure(&mut self) -> String {
        let n = self.fresh();
        let (ints, noisy) = (
            self.scope.writable(Kind::Int),
            self.scope.readable(Kind::Noisy),
        );
        match self.rng.below(3) {
            0 if !ints.is_empty() => {
                let of = self.name(&ints);
                format!(
                    "let mut add{n} = |k: i32| {{ {of} += k; {of} }}; log.say(add{n}(1) + add{n}(2));"
                )
            }
            1 if !noisy.is_empty() => {
                let of = self.name(&noisy);
                format!("let see{n} = |k: i32| {of}.get() + k; log.say(see{n}(1) + see{n}(2));")
            }
            _ => {
                let of = self.small_int();
                format!("let sum{n} = |k: i32| k + {of}; log.say(sum{n}(3));")
            }
        }
    }

    /// A name that is hidden for as long as a block runs.
    fn hiding(&mut self, depth: usize) -> String {
        let (ints, noisy) = (
            self.scope.readable(Kind::Int),
            self.scope.movable(Kind::Noisy),
        );
        let (kind, among) = match self.rng.chance(50) && !noisy.is_empty() {
            true => (Kind::Noisy, noisy),
            false => (Kind::Int, ints),
        };
        let named = |name: &String| name.starts_with('K');
        let local = match among.is_empty() {
            true => return self.simple(depth),
            false => *self.rng.pick(&among),
        };
        let name = self.scope.locals[local].name.clone();
        if named(&name) {
            return self.simple(depth);
        }
        if kind == Kind::Noisy {
            self.scope.take(local);
        }
        let height = self.scope.locals.len();
        self.scope.declare(&name, kind, true);
        let inner = self.some(depth, 3);
        let (last, after) = match kind {
            Kind::Noisy => (self.noisy(0), format!("{name}.into_next()")),
            _ => (self.int(depth - 1), format!("{name} + 1")),
        };
        self.scope.locals.truncate(height);
        self.scope.declare(&name, kind, false);
        format!("let {name} = {{ let mut {name} = {after}; {inner}{last} }};")
    }

    /// A reference in a local, of which nothing is left at the next yield.
    fn ended_borrow(&mut self) -> String {
        let n = self.fresh();
        let (ints, texts, nums, pairs) = (
            self.scope.writable(Kind::Int),
            self.scope.readable(Kind::Text),
            self.scope.readable(Kind::Nums),
            self.scope.writable(Kind::Pair),
        );
        match self.rng.below(6) {
            0 if !ints.is_empty() => format!("let it{n} = &mut {}; *it{n} += 1;", self.name(&ints)),
            1 if !texts.is_empty() => {
                format!("let it{n}: &str = &{}; log.say(it{n});", self.name(&texts))
            }
            2 if !nums.is_empty() => {
                format!(
                    "let it{n} = {}.iter().max(); log.say(it{n}.is_some());",
                    self.name(&nums)
                )
            }
            3 if !pairs.is_empty() => {
                format!(
                    "let Pair {{ n: it{n}, .. }} = &mut {}; *it{n} -= 1;",
                    self.name(&pairs)
                )
            }
            4 if !nums.is_empty() => {
                let name = self.name(&nums);
                format!("if let [it{n}, ..] = {name}[..] {{ log.say(it{n}); co_yield!(it{n}); }}")
            }
            _ => format!("let it{n} = &STEPS[{}]; log.say(it{n});", self.rng.below(3)),
        }
    }
}
