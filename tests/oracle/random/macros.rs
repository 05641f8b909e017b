//! Macros: assertions with effects, the standard library's with yields in their arguments, and those of the body.

use super::body::Writer;

impl Writer {
    pub(super) fn expanded(&mut self, depth: usize) -> String {
        match self.rng.below(3) {
            0 => self.one_of(depth, ASSERTIONS),
            1 => self.one_of(depth, STANDARD),
            _ => self.one_of(depth, OWN),
        }
    }
}

const ASSERTIONS: &[&str] = &[
    "assert!({ log.say(\"a~#\"); ~y < 9 });",
    "assert!(~i > -100_000, \"bad {} {}\", log.num(\"never~#\", 1), ~s);",
    "assert!(~y != 3, \"bad {}\", log.num(\"message~#\", 1));",
    "assert!(Tag(log, ~#, ~s).weigh() != ~y || ~y < 9, \"bad {}\", ~s);",
    "assert_eq!(~y ^ 0, ~y ^ 0, \"bad {}\", log.num(\"message~#\", ~s));",
    "assert_eq!({ log.say(\"a~#\"); ~y }.min(9), ~y.min(9));",
    "assert_ne!(~i, 77_777, \"bad {}\", log.num(\"never~#\", 1));",
    "assert_ne!(Tag(log, ~#, ~y).weigh(), ~y);",
    "assert_eq!(~v, log.noisy_n(\"e~#\", ~y));",
    "debug_assert!(~f || (~c) < 9_999_999, \"bad\");",
    "debug_assert_eq!(Tag(log, ~#, ~y).weigh(), ~y, \"bad {}\", log.num(\"m~#\", 1));",
    "debug_assert_ne!((~y, 1), (~y, 2));",
    "assert!(matches!(~i, -999_999..=999_999), \"{}\", 1);",
    "assert!(pick(~y).is_some_and(|k| k != 3) || ~y == 0);",
];

const STANDARD: &[&str] = &[
    "log.say(format!(\"{} {:?} {a}\", ~y, pick(~i), a = ~i));",
    "log.say(format!(\"{0} {1} {0} {w:>3}\", ~y, ~s, w = ~y));",
    "log.say(format!(\"{:?} {}\", ~v, ~y));",
    "{ use std::fmt::Write as _; let mut t~# = String::new(); write!(t~#, \"{} {}\", ~y, ~i).unwrap(); writeln!(t~#, \"{}\", ~y).unwrap(); ~b log.say(t~#.trim()); }",
    "let s~# = vec![~y; 2]; ~m log.say(s~#.len());",
    "let s~# = vec![~v, ~v]; ~m drop(s~#);",
    "log.say(matches!(~i, 1 | 2..=5 if ~y > 1));",
    "log.say(matches!((~i, ~y), (1.., k) | (k, ..=0) if k > 1));",
    "let t~# = concat!(\"a\", 1, stringify!(b)); ~y; log.say(t~#);",
    "let k~# = if ~y > 90 { unreachable!(\"never {}\", ~s) } else { ~c }; log.say(k~#);",
    "let k~# = match ~y { 91 => panic!(\"never {}\", ~c), 92 => todo!(), k => k }; log.say(k~#);",
    "const L~#: u32 = line!() - line!(); log.say(L~# as i32 ^ ~y);",
];

const OWN: &[&str] = &[
    "let mut n~# = ~i; macro_rules! add~# { ($e:expr) => { n~# ^= $e }; } ~y; add~#!(~s); ~m add~#!(2); log.say(n~#);",
    "let n~# = ~i; macro_rules! see~# { () => { n~# }; } let n~# = ~y; ~m log.say(see~#!() ^ n~#);",
    "let n~# = ~i; macro_rules! see~# { ($e:expr) => { $e ^ n~# }; } ~y; { let n~# = ~y; log.say(see~#!(n~#)); } ~m log.say(see~#!(1));",
    "macro_rules! ret~# { ($e:expr) => { if $e > 3 { return ~r; } }; } ~m ret~#!(~s); ~y; ret~#!(~k);",
    "macro_rules! sum~# { ($($e:expr),*) => { 0 $(^ $e)* }; } let k~# = ~y; log.say(sum~#!(k~#, ~s, 3) ^ ~y);",
    "macro_rules! few~# { () => { 1 | 2 }; } match ~i { few~#!() => { ~b} 0 | 3..=4 => { ~y; } _ => { ~b} }",
    "macro_rules! ty~# { () => { Option<i32> }; } let o~#: ty~#!() = pick(~i); ~m log.say(o~# == pick(~y));",
    "macro_rules! find~# { ($e:expr) => { loop { if $e > 1 { break 1; } break 2; } }; } let k~# = ~y; log.say(find~#!(k~#) ^ ~y ^ find~#!(~s));",
    "macro_rules! tag~# { ($e:expr) => { Tag(log, ~#, $e) }; } let t~# = tag~#!(~s); ~m log.say(t~#.weigh());",
    "macro_rules! say~# { ($($t:tt)*) => { log.say(format!($($t)*)) }; } let k~# = ~y; say~#!(\"{k~#} {} {}\", k~# ^ 1, ~s); ~m say~#!(\"{}\", k~#);",
    "let mut s~# = vec![~i]; macro_rules! push~# { ($e:expr) => { s~#.push($e) }; } push~#!(~s); ~y; push~#!(2); ~m log.say(s~#.len());",
    "macro_rules! item~# { ($name:ident) => { fn $name(n: i32) -> i32 { n ^ 1 } }; } item~#!(made~#); log.say(made~#(~s)); ~y;",
    "let mut n~# = ~v; macro_rules! set~# { ($e:expr) => {{ n~#.set($e); n~#.get() }}; } log.say(set~#!(1)); ~y; log.say(set~#!(~s)); ~m n~#.set(4);",
];
