//! `cfg` on what a body is made of: statements, arms, fields, elements.

use super::body::Writer;
use super::scope::Kind;

const ABSENT: [&str; 3] = ["#[cfg(any())]", "#[cfg(any())]", "#[cfg(not(all()))]"];
const PRESENT: [&str; 3] = ["#[cfg(all())]", "#[cfg(all())]", "#[cfg(not(any()))]"];

impl Writer {
    /// What is written and is not there.
    fn absent(&mut self, write: impl FnOnce(&mut Self) -> String) -> String {
        let before = self.scope.clone();
        let text = write(self);
        self.scope = before;
        text
    }

    pub(super) fn configured(&mut self, depth: usize) -> String {
        let (off, on) = (*self.rng.pick(&ABSENT), *self.rng.pick(&PRESENT));
        match self.rng.below(12) {
            0 => {
                let inside = self.absent(|w| w.nested(depth, 2));
                format!("{off} {{ {inside}}}")
            }
            1 => format!("{on} {{ {}}}", self.nested(depth, 2)),
            2 | 3 => self.configured_let(depth, off, on),
            4 => format!("{off} co_yield!(gone({}));", self.rng.below(5)),
            5 => format!("{on} {};", self.suspend(depth - 1)),
            6 => {
                let condition = self.flag(depth - 1);
                format!("if {condition} {{ {on} {}; }}", self.way_out(depth))
            }
            7 => {
                let way_out = self.absent(|w| w.way_out(depth));
                format!("{off} {way_out};")
            }
            8 => self.configured_arms(depth, off, on),
            9 => {
                let branches = self.absent(|w| w.branches(depth));
                format!("{off} {branches}")
            }
            10 => format!("{on} {}", self.branches(depth)),
            _ => format!("{on} {}", self.counted(depth)),
        }
    }

    /// A local that is declared thus or thus, or the one before it stays.
    fn configured_let(&mut self, depth: usize, off: &str, on: &str) -> String {
        let name = self.new_name();
        let gone = self.absent(|w| w.noisy(depth - 1));
        let gone = format!("{off} let mut {name} = {gone};");
        if self.rng.chance(30) {
            return gone;
        }
        let value = self.int(depth - 1);
        self.scope.declare(&name, Kind::Int, false);
        let there = format!("{on} let {name} = {value};");
        match self.rng.chance(50) {
            true => format!("{gone} {there}"),
            false => format!("{there} {gone}"),
        }
    }

    fn configured_arms(&mut self, depth: usize, off: &str, on: &str) -> String {
        let name = self.new_name();
        let head = format!("({}, {})", self.noisy(depth - 1), self.int(depth - 1));
        let gone = self.absent(|w| w.nested(depth, 2));
        let bound = Some((name.as_str(), Kind::Noisy, false));
        let arms = [
            (
                format!("{off} (_, 0..=9) => {{ {gone}}} {on} ({name}, 0)"),
                bound,
            ),
            (format!("{on} (_, 1)"), None),
            (format!("({name}, _)"), bound),
        ];
        self.matched(depth, &head, &arms)
    }

    /// An `i32` out of arms, elements or the end of a block.
    pub(super) fn configured_int(&mut self, depth: usize) -> String {
        let (off, on) = (*self.rng.pick(&ABSENT), *self.rng.pick(&PRESENT));
        let gone = format!("({})", self.absent(|w| w.int(depth - 1)));
        match self.rng.below(5) {
            0 => {
                let (head, value) = (self.int(depth - 1), self.int(0));
                format!("(match {head} {{ {off} 0 => {gone}, {on} 1 | 2 => {value}, _ => 1 }})")
            }
            1 => format!("({off} {gone}, {on} ({}), 3).0", self.int(depth - 1)),
            2 => format!(
                "[{}, {off} {gone}, {on} 3][{}]",
                self.int(depth - 1),
                self.rng.below(2)
            ),
            3 => {
                let (a, b) = (self.int(depth - 1), self.int(depth - 1));
                format!("three(log, {off} {gone}, {a}, {on} ({b}), 1)")
            }
            _ => format!("({{ {off} {{ {gone}; }} {} }})", self.int(depth - 1)),
        }
    }

    pub(super) fn configured_pair(&mut self, depth: usize) -> String {
        let (off, on) = (*self.rng.pick(&ABSENT), *self.rng.pick(&PRESENT));
        let deeper = depth.saturating_sub(1);
        let gone = self.absent(|w| w.int(deeper));
        let first = self.noisy(deeper);
        let n = self.int(deeper);
        match self.rng.chance(50) {
            true => format!("(Pair {{ {off} n: {gone}, {on} first: {first}, n: {n} }})"),
            false => format!("(Pair {{ first: {first}, {off} gone: {gone}, {on} n: {n} }})"),
        }
    }
}
