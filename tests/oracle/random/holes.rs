//! Templates: text of a body with holes, each of which is written as what it stands for, from left to right.
//!
//! | hole | stands for |
//! |---|---|
//! | `~#` | the number of this template, for names that nothing else has |
//! | `~s` | an `i32` that neither yields nor moves |
//! | `~k` | a literal, or a local that is an `i32`: what a `move` closure may copy |
//! | `~y` | a yield of such a number |
//! | `~i` `~f` `~v` | an `i32`, a `bool`, a noisy value: each may yield, move and leave |
//! | `~c` | an `i32` that is evaluated on some ways only |
//! | `~b` | statements that run on some ways only, in a block of their own where more follows |
//! | `~m` | statements that run on all ways, of which what they declare stays in scope |
//! | `~j` | a jump out of here |
//! | `~r` | a value of the return type that mentions no local |
//! | `~t` `~u` `~w` | a region that comes to an `i32`, to nothing, to a noisy value |
//! | `~e` `~x` | an error, a `co_raise!` of one |
//! | `~d` `~D` | a `yield_from!` that comes to an `i32`; what can be delegated to |
//! | `~L` `~E` | the label of a loop, and its end: between them nothing is moved that the loop outlives |
//! | `~T` `~U` | where a region begins and ends: what is moved between them is gone behind it |
//! | `~F` `~B` | where the label of a `for` stands, and where its head ends |

use super::body::Writer;
use super::scope::{Holds, Kind};

/// What was found to be refused, or to differ, and is not mended yet: written where that is asked for.
const KNOWN: &[&str] = &[
    "#[derive(Clone, Copy)] enum Own~# { No, Yes(i32), Both { a: i32, b: i32 } } use Own~#::*; let e~# = match ~i { 0 => No, 1 => Yes(~c), _ => Both { a: ~c, b: 2 } }; ~m log.say(match e~# { No => 0, Yes(k~#) => k~# ^ ~c, Both { a, b } => a ^ b });",
    "{ mod inner~# { pub const K: i32 = 2; pub fn f(n: i32) -> i32 { n ^ K } } use inner~#::{K, f as g~#}; log.say(g~#(~y) ^ K); ~b}",
    "let l~# = [~i, ~i]; log.say(l~#[~y as usize] > ~y);",
    "if matches!(log.noisy(\"m~#\").grown(log.num(\"by\", 2)).n, 0..=4) { ~b}",
    "let n~# = ~v; let k~# = matches!(n~#.grown(log.num(\"by\", 2)).n, 0..=4); ~m log.say(k~#);",
    "macro_rules! item~# { ($name:ident) => { fn $name(n: i32) -> i32 { n ^ 1 } }; } item~#!(made~#); log.say(made~#(~y));",
];

/// What was once wrong or refused.
const MENDED: &[&str] = &[
    "let d~# = Duo(~v, ~v, 1); log.say(eat({ d~# }.first(), ~y));",
    "let t~# = &\"abcdef\"[at(log, ~y)..]; ~m log.say(t~#);",
    "let (n~#, 0..=3) = (log.noisy(\"n~#\"), seen(&log.noisy(\"t~#\"), ~y)) else { ~j }; log.say(n~#.n);",
    "let (_, k~#) = (Tag(log, ~#, seen(&log.noisy(\"t~#\"), 1)), ~y); log.say(k~#);",
    "log.say(three(log, ({ ~y; log.noisy(\"r~#\") }).get(), log.noisy_n(\"s~#\", ~y).get(), 5));",
    "log.say(three(log, (loop { if ~y > 1 { break log.noisy(\"r~#\"); } }).get(), log.noisy_n(\"s~#\", ~y).get(), 5));",
    "let mut n~# = ~i; macro_rules! up~# { () => { n~# ^= 1 }; } log.say(n~# > { up~#!(); ~y });",
    "let n~# = ~i; macro_rules! out~# { () => { in~#!() }; } macro_rules! in~# { () => { n~# }; } ~y; log.say(out~#!());",
    "for (0, k~#) | (k~#, _) in [(~i, ~y), (~y, 2)] { log.say(k~#); ~y; }",
    "if !(Vat::new(log, ~#, ~i) + ~y) { ~b}",
];

impl Writer {
    /// A statement out of the templates of the modules.
    pub(super) fn templated(&mut self, depth: usize) -> String {
        if self.refused() {
            return self.one_of(depth, KNOWN);
        }
        match self.rng.below(17) {
            0 | 1 => self.headed(depth),
            2 => self.operated(depth),
            3 => self.indexed(depth),
            4 => self.captured(depth),
            5 | 6 => self.expanded(depth),
            7 => self.pieces(depth),
            8 => self.shared(depth),
            9 => self.falling(depth),
            10 | 11 => self.turning(depth),
            12 => self.calling(depth),
            13 => self.walked(depth),
            14 => self.one_of(depth, MENDED),
            _ => self.oddly_bound(depth),
        }
    }

    /// One of these templates.
    pub(super) fn one_of(&mut self, depth: usize, templates: &[&str]) -> String {
        let template = *self.rng.pick::<&str>(templates);
        self.filled(depth, template)
    }

    pub(super) fn filled(&mut self, depth: usize, template: &str) -> String {
        let number = self.fresh();
        let mut loops: Vec<Vec<Holds>> = Vec::new();
        let mut regions = Vec::new();
        let mut label_at = 0;
        let mut parts = template.split('~');
        let mut text = parts.next().unwrap_or_default().to_string();
        for part in parts {
            let mut after = part.chars();
            let hole = after.next().expect("a hole has a letter");
            let written = match hole {
                '#' => number.to_string(),
                'L' => {
                    loops.push(self.scope.holdings());
                    self.enter(true, None)
                }
                'E' => {
                    let before = loops.pop().expect("the loop was entered");
                    self.scope.restore(&before);
                    self.exit(Some(before));
                    String::new()
                }
                'T' => {
                    regions.push(self.scope.clone());
                    "co_try!({".to_string()
                }
                'U' => {
                    let before = regions.pop().expect("the region was begun");
                    self.scope.interrupted(&before);
                    "})".to_string()
                }
                'F' => {
                    label_at = text.len();
                    String::new()
                }
                'B' => {
                    loops.push(self.scope.holdings());
                    text.insert_str(label_at, &format!("{}: ", self.enter(true, None)));
                    String::new()
                }
                'b' => {
                    let inside = self.sometimes(|w| w.nested(depth, 2));
                    match inside.is_empty() || after.as_str().starts_with('}') {
                        true => inside,
                        false => format!("{{ {inside}}}"),
                    }
                }
                hole => self.hole(depth.saturating_sub(1), hole),
            };
            text += &written;
            text += after.as_str();
        }
        text
    }

    fn hole(&mut self, depth: usize, hole: char) -> String {
        match hole {
            's' => self.small_int(),
            'k' => self.copied_int(),
            'y' => self.suspend(0),
            'i' => self.int(depth),
            'f' => self.flag(depth),
            'v' => self.noisy(depth),
            'c' => self.sometimes(|w| w.int(depth)),
            'm' => self.some(depth + 1, 2),
            'j' => self.way_out(depth + 1),
            'r' => self.plain_result(),
            't' => self.region(depth, Some(Kind::Int)),
            'u' => self.region(depth, None),
            'w' => self.region(depth, Some(Kind::Noisy)),
            'e' => self.error(depth),
            'x' => self.raise(depth),
            'd' => self.delegation(depth),
            'D' => self.delegate(depth),
            hole => unreachable!("no hole is called {hole}"),
        }
    }

    /// What runs on some ways only: a local holds a value behind it where it does on both.
    fn sometimes(&mut self, write: impl FnOnce(&mut Self) -> String) -> String {
        let before = self.scope.holdings();
        let text = write(self);
        let after = self.scope.holdings();
        self.scope.join(&[before, after]);
        text
    }

    fn copied_int(&mut self) -> String {
        let ints = self.scope.readable(Kind::Int);
        match ints.is_empty() || self.rng.chance(40) {
            true => self.rng.below(5).to_string(),
            false => self.name(&ints),
        }
    }

    fn plain_result(&mut self) -> String {
        let n = self.rng.below(9);
        match self.returns {
            "Noisy<'l>" => format!("log.noisy(\"r{n}\")"),
            "Result<i32, String>" => format!("Ok({n})"),
            "Option<i32>" => format!("Some({n})"),
            _ => n.to_string(),
        }
    }
}
