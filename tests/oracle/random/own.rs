//! Values of own types, texts and arrays in generated bodies, and borrows of locals that end before the next yield.

use super::body::Writer;
use super::scope::Kind;

/// The types that the rows share.
pub(super) const TYPES: &str = "#[derive(Clone)] struct Pair<'l> { first: Noisy<'l>, n: i32 }
impl<'l> Pair<'l> {
    fn total(&self) -> i32 { self.first.get() + self.n }
    fn bump(&mut self, by: i32) -> &mut Self { self.n += by; self.first.set(by); self }
    fn into_first(self) -> Noisy<'l> { self.first }
}
#[derive(Clone)] enum Shape<'l> { Zero, One(Noisy<'l>), Two { of: Noisy<'l>, n: i32 } }
";

impl Writer {
    /// A `let` of one of these kinds.
    pub(super) fn own_binding(&mut self, depth: usize) -> String {
        let name = self.new_name();
        let (kind, value) = match self.rng.below(9) {
            0 | 1 => (Kind::Pair, self.pair(depth)),
            2 | 3 => (Kind::Text, self.text(depth)),
            4 | 5 => {
                let parts = (0..3).map(|_| self.int(depth - 1)).collect::<Vec<_>>();
                (Kind::Array, format!("[{}]", parts.join(", ")))
            }
            6 => (Kind::Shape, self.shape(depth)),
            7 => (Kind::Boxed, format!("Box::new({})", self.noisy(depth - 1))),
            _ => return self.taken_apart(depth),
        };
        self.scope.declare(&name, kind, true);
        format!("let mut {name} = {value};")
    }

    pub(super) fn pair(&mut self, depth: usize) -> String {
        let deeper = depth.saturating_sub(1);
        let pairs = self.scope.movable(Kind::Pair);
        match self.rng.below(5) {
            4 => self.configured_pair(depth),
            0 if !pairs.is_empty() => self.moved(&pairs),
            1 => {
                let n = self.int(deeper);
                format!("(Pair {{ n: {n}, first: {} }})", self.noisy(deeper))
            }
            2 if depth > 1 => {
                let n = self.int(deeper);
                let base = self.pair(deeper);
                format!("(Pair {{ n: {n}, ..{base} }})")
            }
            _ => {
                let first = self.noisy(deeper);
                format!("(Pair {{ first: {first}, n: {} }})", self.int(deeper))
            }
        }
    }

    pub(super) fn text(&mut self, depth: usize) -> String {
        let deeper = depth.saturating_sub(1);
        let texts = self.scope.movable(Kind::Text);
        match self.rng.below(4) {
            0 => "String::new()".to_string(),
            1 if !texts.is_empty() => self.moved(&texts),
            2 => format!("({}).to_string()", self.int(deeper)),
            _ => format!("format!(\"{{}}-\", {})", self.int(deeper)),
        }
    }

    pub(super) fn shape(&mut self, depth: usize) -> String {
        let deeper = depth.saturating_sub(1);
        match self.rng.below(4) {
            0 => "Shape::Zero".to_string(),
            1 => format!("Shape::One({})", self.noisy(deeper)),
            _ => {
                let of = self.noisy(deeper);
                format!("(Shape::Two {{ of: {of}, n: {} }})", self.int(deeper))
            }
        }
    }

    /// A pattern that takes all of a value apart, or only what is `Copy`.
    fn taken_apart(&mut self, depth: usize) -> String {
        let pairs = self.scope.movable(Kind::Pair);
        let arrays = self.scope.readable(Kind::Array);
        if self.rng.chance(40) && !arrays.is_empty() {
            let array = self.name(&arrays);
            let (a, b) = (self.new_name(), self.new_name());
            if a == b {
                return format!("let [_, {a}, _] = {array};") + &self.declared(&[(&a, Kind::Int)]);
            }
            return format!("let [{a}, .., {b}] = {array};")
                + &self.declared(&[(&a, Kind::Int), (&b, Kind::Int)]);
        }
        if pairs.is_empty() {
            return self.simple(depth);
        }
        let (a, b) = (self.new_name(), self.new_name());
        let pair = self.moved(&pairs);
        if a == b {
            return format!("let Pair {{ first: {a}, n: _ }} = {pair};")
                + &self.declared(&[(&a, Kind::Noisy)]);
        }
        format!("let Pair {{ first: {a}, n: {b} }} = {pair};")
            + &self.declared(&[(&a, Kind::Noisy), (&b, Kind::Int)])
    }

    fn declared(&mut self, names: &[(&str, Kind)]) -> String {
        for (name, kind) in names {
            self.scope.declare(name, *kind, false);
        }
        String::new()
    }

    /// What changes one of them in place.
    pub(super) fn own_change(&mut self, depth: usize) -> String {
        let deeper = depth.saturating_sub(1);
        let (pairs, texts, arrays, boxes) = (
            self.scope.writable(Kind::Pair),
            self.scope.writable(Kind::Text),
            self.scope.writable(Kind::Array),
            self.scope.writable(Kind::Boxed),
        );
        match self.rng.below(13) {
            0 if !pairs.is_empty() => format!("{}.n += {};", self.name(&pairs), self.int(deeper)),
            1 if !pairs.is_empty() => format!("{}.n = {};", self.name(&pairs), self.int(deeper)),
            2 if !pairs.is_empty() => {
                format!("{}.first = {};", self.name(&pairs), self.noisy(deeper))
            }
            3 if !pairs.is_empty() => format!("{}.bump({});", self.name(&pairs), self.int(deeper)),
            4 if !texts.is_empty() => {
                let text = self.name(&texts);
                format!("{text}.push_str(&format!(\"{{}}\", {}));", self.int(deeper))
            }
            5 if !texts.is_empty() => {
                format!(
                    "{} += &({}).to_string();",
                    self.name(&texts),
                    self.small_int()
                )
            }
            6 | 7 if !arrays.is_empty() => {
                let array = self.name(&arrays);
                let at = self.index(deeper);
                let operator = *self.rng.pick(&["=", "+=", "-="]);
                format!("{array}[{at}] {operator} {};", self.int(deeper))
            }
            8 if !arrays.is_empty() => {
                format!("{}.swap(0, {});", self.name(&arrays), self.index(deeper))
            }
            9 if !boxes.is_empty() => {
                format!("{}.set({});", self.name(&boxes), self.int(deeper))
            }
            10 if !boxes.is_empty() => {
                format!("*{} = {};", self.name(&boxes), self.noisy(deeper))
            }
            _ => self.short_borrow(),
        }
    }

    pub(super) fn index(&mut self, depth: usize) -> String {
        format!("i32::rem_euclid({}, 3) as usize", self.int(depth))
    }

    /// A borrow without a yield in it.
    fn short_borrow(&mut self) -> String {
        let (ints, noisy, pairs, arrays) = (
            self.scope.writable(Kind::Int),
            self.scope.readable(Kind::Noisy),
            self.scope.writable(Kind::Pair),
            self.scope.writable(Kind::Array),
        );
        match self.rng.below(8) {
            0 if !noisy.is_empty() => {
                let of = self.name(&noisy);
                format!("{{ let guard = {of}.lend(); log.say(guard.n()); }}")
            }
            1 if !ints.is_empty() => {
                let of = self.name(&ints);
                format!("{{ let mut add = |k: i32| {of} += k; add(1); add(2); }}")
            }
            2 if !ints.is_empty() => {
                let of = self.name(&ints);
                format!("{{ let it = &mut {of}; *it *= 2; }}")
            }
            3 if !pairs.is_empty() => {
                let of = self.name(&pairs);
                format!("if let Pair {{ n: ref mut k @ 1.., .. }} = {of} {{ *k -= 1; }}")
            }
            4 if !pairs.is_empty() => {
                let of = self.name(&pairs);
                format!("{of}.bump(1).bump(2);")
            }
            5 if !arrays.is_empty() => {
                let of = self.name(&arrays);
                format!("for k in {of}.iter_mut() {{ *k += 1; }}")
            }
            6 if !arrays.is_empty() => {
                let of = self.name(&arrays);
                format!("for k in &{of} {{ if *k > 2 {{ break; }} log.say(k); }}")
            }
            7 if !noisy.is_empty() => {
                let of = self.name(&noisy);
                format!("{{ let all = [&{of}, &{of}]; log.say(all.len()); }}")
            }
            _ => "log.say(0);".to_string(),
        }
    }

    /// Branches by one of them.
    pub(super) fn own_arms(&mut self, depth: usize) -> String {
        let shapes = self.scope.movable(Kind::Shape);
        let pairs = self.scope.readable(Kind::Pair);
        if !pairs.is_empty() && self.rng.chance(30) {
            return self.looked_at(depth, &pairs);
        }
        let value = if shapes.is_empty() {
            self.shape(depth)
        } else {
            self.moved(&shapes)
        };
        let name = self.new_name();
        let bound = Some((name.as_str(), Kind::Noisy, false));
        let arms = [
            ("Shape::Zero".to_string(), None),
            (format!("Shape::Two {{ of: {name}, n: 0..=1 }}"), bound),
            (
                format!("Shape::One({name}) | Shape::Two {{ of: {name}, n: _ }}"),
                bound,
            ),
        ];
        self.matched(depth, &value, &arms)
    }

    /// A `match` on a reference, of which nothing is kept.
    fn looked_at(&mut self, depth: usize, pairs: &[usize]) -> String {
        let pair = self.name(pairs);
        let name = self.new_name();
        let arms = [
            ("Pair { n: 0..=2, .. }".to_string(), None),
            (
                format!("&Pair {{ n: {name}, .. }}"),
                Some((name.as_str(), Kind::Int, false)),
            ),
        ];
        self.matched(depth, &format!("&{pair}"), &arms)
    }

    /// A number out of one of them.
    pub(super) fn own_int(&mut self, depth: usize) -> String {
        let (pairs, texts, arrays, boxes) = (
            self.scope.readable(Kind::Pair),
            self.scope.readable(Kind::Text),
            self.scope.readable(Kind::Array),
            self.scope.readable(Kind::Boxed),
        );
        match self.rng.below(13) {
            0 if !pairs.is_empty() => format!("{}.n", self.name(&pairs)),
            1 if !pairs.is_empty() => format!("{}.total()", self.name(&pairs)),
            2 if !pairs.is_empty() => format!("{}.first.get()", self.name(&pairs)),
            3 if !texts.is_empty() => format!("{}.len() as i32", self.name(&texts)),
            4 | 5 if !arrays.is_empty() => {
                let array = self.name(&arrays);
                format!("{array}[{}]", self.index(depth.saturating_sub(1)))
            }
            6 if !arrays.is_empty() => format!("{}.iter().sum::<i32>()", self.name(&arrays)),
            7 if !boxes.is_empty() => format!("{}.get()", self.name(&boxes)),
            10 if depth > 0 => format!("{}.eat_with({})", self.noisy(depth - 1), self.unsent()),
            11 => self.tag_int(depth),
            8 if depth > 0 => format!("(({} ^ {}) & 3)", self.int(depth - 1), self.int(depth - 1)),
            9 if depth > 0 => format!("(i32::abs({}) as i64 as i32)", self.int(depth - 1)),
            _ => self.small_int(),
        }
    }

    /// A noisy value out of one of them.
    pub(super) fn own_noisy(&mut self, depth: usize) -> String {
        let (pairs, boxes, noisy) = (
            self.scope.movable(Kind::Pair),
            self.scope.movable(Kind::Boxed),
            self.scope.readable(Kind::Noisy),
        );
        match self.rng.below(6) {
            5 => format!(
                "{}.grown({})",
                self.noisy(depth.saturating_sub(1)),
                self.unsent()
            ),
            0 if !pairs.is_empty() => format!("{}.into_first()", self.moved(&pairs)),
            1 if !boxes.is_empty() => format!("(*{})", self.moved(&boxes)),
            2 if !noisy.is_empty() => format!("{}.clone()", self.name(&noisy)),
            3 if depth > 0 => format!("{}.into_first()", self.pair(depth)),
            _ => self.new_noisy(0),
        }
    }
}
