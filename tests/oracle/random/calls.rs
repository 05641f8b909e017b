//! Calls of helpers: of modules, generic, by a reference to a local, in chains; and casts, ranges and slices.

use super::body::Writer;
use super::scope::Kind;

/// The functions that the rows share.
pub(super) const HELPERS: &str = "fn bump(n: &mut i32, by: i32) -> i32 { *n += by; *n }
fn raise(log: &Log, by: i32, n: &mut i32) { log.say(format!(\"raise {by}\")); *n += by; }
fn carried(tag: Tag<'_>, (other, n): (Option<Tag<'_>>, i32), m: i32) -> i32 { tag.2 + other.map_or(0, |other| other.2) + n + m }
fn fill(list: &mut [i32], by: i32) { for k in list { *k += by; } }
mod deep {
    pub fn twice(n: i32) -> i32 { n * 2 }
    pub mod er {
        pub const DEEP: i32 = -1;
        pub fn keep<T>(value: T) -> T { value }
        pub fn first<A, B>(a: A, _b: B) -> A { a }
    }
}
";

impl Writer {
    /// An `i32` out of a call.
    pub(super) fn called(&mut self, depth: usize) -> String {
        let deeper = depth - 1;
        let nums = self.scope.readable(Kind::Nums);
        let slices = self.scope.readable(Kind::Slice);
        match self.rng.below(17) {
            0 => format!("deep::twice({})", self.int(deeper)),
            1 => format!("deep::er::keep::<i32>({})", self.int(deeper)),
            2 => format!(
                "deep::er::first::<_, i32>({}, {})",
                self.int(deeper),
                self.int(deeper)
            ),
            3 => format!(
                "({}).max({}).min({})",
                self.int(deeper),
                self.int(deeper),
                self.int(deeper)
            ),
            4 => format!(
                "i32::wrapping_add({}, {})",
                self.int(deeper),
                self.int(deeper)
            ),
            5 => format!("(({}) as i32 as u8 as i32)", self.int(deeper)),
            6 => format!("(({}) as f64 as i32)", self.int(deeper)),
            7 => format!("(({}) as i32)", self.flag(deeper)),
            8 => format!("(0..{}).sum::<i32>()", self.int(deeper)),
            9 => format!(
                "((0..={}).contains(&({})) as i32)",
                self.rng.below(4),
                self.small_int()
            ),
            10 => format!(
                "\"{}\".parse::<i32>().unwrap_or({})",
                self.rng.below(9),
                self.int(deeper)
            ),
            11 => format!(
                "pick({}).filter(|k| *k > 1).or(pick({})).map_or({}, |k| k * 2)",
                self.int(deeper),
                self.int(deeper),
                self.int(deeper)
            ),
            12 if !nums.is_empty() => self.sliced(&nums, true),
            12 if !slices.is_empty() => self.sliced(&slices, false),
            13 => self.counted_call(depth),
            14 | 15 => self.carried(deeper),
            _ => format!("<i32 as Into<i64>>::into({}) as i32", self.int(deeper)),
        }
    }

    /// A call that is given values with a destructor as they are made.
    fn carried(&mut self, depth: usize) -> String {
        let tag = self.tag(depth);
        let other = match self.rng.below(3) {
            0 => "None".to_string(),
            _ => format!("Some({})", self.tag(depth)),
        };
        let n = self.int(depth);
        match self.rng.below(2) {
            0 => format!("carried({tag}, ({other}, 1), {n})"),
            _ => format!("carried({tag}, ({other}, {n}), {})", self.int(depth)),
        }
    }

    /// A number by the shape of a slice.
    fn sliced(&mut self, among: &[usize], owned: bool) -> String {
        let name = self.name(among);
        let slice = if owned {
            format!("{name}.as_slice()")
        } else {
            name
        };
        match self.rng.below(2) {
            0 => format!("(match {slice} {{ [] => 0, [k] => *k, [k, .., l] => k + l }})"),
            _ => format!("(match {slice} {{ [_, rest @ ..] => rest.len() as i32, _ => 7 }})"),
        }
    }

    fn counted_call(&mut self, depth: usize) -> String {
        let counters = self.scope.readable(Kind::Counter);
        if counters.is_empty() {
            return self.small_int();
        }
        let counter = *self.rng.pick(&counters);
        let name = self.scope.locals[counter].name.clone();
        let value = self.without(counter, |w| w.int(depth - 1));
        format!("{name}({value})")
    }

    /// The argument of a method that consumes: anything but a literal is refused beside a yield.
    /// An argument that a question about its method cannot repeat, and that does not yield: where what a method takes by value is dropped
    /// while its arguments yield is a known difference.
    pub(super) fn unsent(&mut self) -> String {
        let n = self.small_int();
        match self.rng.below(6) {
            0 => self.rng.below(4).to_string(),
            1 => format!("log.num(\"by\", {n})"),
            2 => format!("pick({n}).unwrap_or(2)"),
            3 => format!("{{ let k = {n}; k + 1 }}"),
            4 => format!("(match {n} {{ 0 => 1, k => k }})"),
            _ => n,
        }
    }

    fn by(&mut self, depth: usize) -> String {
        match self.refused() {
            true => self.int(depth),
            false => self.rng.below(4).to_string(),
        }
    }

    /// A noisy value out of a call.
    pub(super) fn called_noisy(&mut self, depth: usize) -> String {
        let deeper = depth - 1;
        let pairs = self.scope.movable(Kind::Pair);
        match self.rng.below(7) {
            0 => format!("deep::er::keep::<Noisy>({})", self.noisy(deeper)),
            1 => format!(
                "deep::er::first({}, {})",
                self.noisy(deeper),
                self.int(deeper)
            ),
            2 => format!("({{ {} }}.grown({}))", self.noisy(deeper), self.by(deeper)),
            3 => format!(
                "{}.into_next().grown({}).into_next()",
                self.noisy(deeper),
                self.unsent()
            ),
            4 => format!("Noisy::grown({}, {})", self.noisy(deeper), self.int(deeper)),
            5 if !pairs.is_empty() => format!("Pair::into_first({})", self.moved(&pairs)),
            _ => format!("Some({}).into_iter().next().unwrap()", self.noisy(deeper)),
        }
    }

    /// A statement that hands locals to helpers, or goes through a range.
    pub(super) fn helped(&mut self, depth: usize) -> String {
        let (ints, noisy, arrays, nests) = (
            self.scope.writable(Kind::Int),
            self.scope.writable(Kind::Noisy),
            self.scope.writable(Kind::Array),
            self.scope.writable(Kind::Nest),
        );
        match self.rng.below(12) {
            0 if !ints.is_empty() => {
                let local = *self.rng.pick(&ints);
                let name = self.scope.locals[local].name.clone();
                let by = self.without(local, Self::small_int);
                format!("log.say(bump(&mut {name}, {by}));")
            }
            1 if !ints.is_empty() => {
                format!(
                    "raise(log, {}, &mut {});",
                    self.int(depth - 1),
                    self.name(&ints)
                )
            }
            2 if ints.len() > 1 => self.swapped(&ints),
            3 if noisy.len() > 1 => self.swapped(&noisy),
            4 if !noisy.is_empty() => {
                let value = self.new_noisy(depth - 1);
                let name = self.name(&noisy);
                format!("{{ let new = {value}; drop(std::mem::replace(&mut {name}, new)); }}")
            }
            5 if !arrays.is_empty() => format!(
                "fill(&mut {}[1..], {});",
                self.name(&arrays),
                self.rng.below(3)
            ),
            6 if !nests.is_empty() => {
                let by = self.rng.below(3);
                format!("fill(&mut {}.all, {by});", self.name(&nests))
            }
            7 if !nests.is_empty() => {
                let name = self.name(&nests);
                format!("bump(&mut {name}.at.0, 1); {name}.of.bump(2);")
            }
            _ => self.ranged(depth),
        }
    }

    fn swapped(&mut self, among: &[usize]) -> String {
        let (a, b) = (self.name(among), self.name(among));
        match a == b {
            true => "log.say(1);".to_string(),
            false => format!("std::mem::swap(&mut {a}, &mut {b});"),
        }
    }

    /// A loop over a range, or over what is made of a list.
    fn ranged(&mut self, depth: usize) -> String {
        let name = self.new_name();
        let nums = self.scope.writable(Kind::Nums);
        let slices = self.scope.readable(Kind::Slice);
        let arrays = self.scope.readable(Kind::Array);
        let (pattern, over) = match self.rng.below(9) {
            0 => (name.clone(), format!("(0..{}).rev()", self.rng.below(4))),
            1 => (name.clone(), "(0..=4).step_by(2)".to_string()),
            2 => {
                let from = self.int(depth - 1);
                (name.clone(), format!("{{ let k = {from}; k..k + 2 }}"))
            }
            3 if !nums.is_empty() => (
                format!("(_, {name})"),
                format!(
                    "{}.clone().into_iter().enumerate().skip(1)",
                    self.name(&nums)
                ),
            ),
            4 if !nums.is_empty() => (
                name.clone(),
                format!("std::mem::take(&mut {})", self.name(&nums)),
            ),
            5 if !slices.is_empty() => (format!("&{name}"), self.name(&slices)),
            6 if !arrays.is_empty() => (
                name.clone(),
                format!("{}.map(|k| k * 2)", self.name(&arrays)),
            ),
            7 => (name.clone(), format!("({}..).take(2)", self.int(depth - 1))),
            _ => (
                name.clone(),
                format!("0..i32::rem_euclid({}, 3)", self.int(depth - 1)),
            ),
        };
        let height = self.scope.locals.len();
        let before = self.scope.holdings();
        let label = self.enter(true, None);
        self.scope.declare(&name, Kind::Int, false);
        let inside = self.nested(depth, 3);
        self.scope.locals.truncate(height);
        self.scope.restore(&before);
        self.exit(Some(before));
        format!("{label}: for {pattern} in {over} {{ {inside}}}")
    }
}
