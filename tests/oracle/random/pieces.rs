//! Boxes and what is moved out of them, values taken apart, items, casts, ranges, and operands that change what was read before.

use super::body::Writer;

/// The types that the rows share.
pub(super) const TYPES: &str = "#[derive(Clone)] struct Duo<'l>(Noisy<'l>, Noisy<'l>, i32);
impl<'l> Duo<'l> { fn first(self) -> Noisy<'l> { self.0 } }
#[derive(Clone)] struct Set { a: i32, b: i32, c: (i32, i32) }
";

impl Writer {
    pub(super) fn pieces(&mut self, depth: usize) -> String {
        match self.rng.below(5) {
            0 => self.one_of(depth, BOXES),
            1 => self.one_of(depth, PARTS),
            2 => self.one_of(depth, ITEMS),
            3 => self.one_of(depth, CASTS),
            _ => self.one_of(depth, CHANGED),
        }
    }
}

const BOXES: &[&str] = &[
    "let b~# = Box::new(~v); ~y; let n~# = *b~#; ~m log.say(n~#.n);",
    "let b~# = Box::new((~v, ~v)); let (n~#, m~#) = *b~#; ~m drop(n~#); ~y; log.say(m~#.n);",
    "let mut b~# = Box::new(~i); *b~# ^= ~y; ~m b~# = Box::new(*b~# ^ ~y); log.say(*b~#);",
    "let mut b~# = Box::new(~v); ~y; *b~# = ~v; ~m b~#.set(2); log.say(b~#.into_n());",
    "match *Box::new((~v, ~i)) { (n~#, 0..=1) => { ~b log.say(n~#.n); } (n~#, k~#) => { drop(n~#); ~b log.say(k~#); } }",
    "let b~#: Box<[i32]> = vec![~i, ~y].into_boxed_slice(); ~m log.say(b~#.len() as i32 ^ b~#[0] ^ ~y);",
    "let b~# = Some(Box::new(~v)); if let Some(n~#) = b~# { ~y; log.say(n~#.n); ~b}",
    "let b~# = Box::new(Box::new(~i)); ~m log.say(**b~# ^ ~y);",
    "log.say((*Box::new(~v)).into_n() ^ ~y);",
];

const PARTS: &[&str] = &[
    "let Duo(n~#, m~#, k~#) = Duo(~v, ~v, ~i); ~m drop(m~#); ~y; log.say(n~#.n ^ k~#);",
    "let d~# = Duo(~v, ~v, ~i); ~y; log.say(d~#.2); let Duo(n~#, m~#, _) = d~#; ~m drop((m~#, n~#));",
    "match Duo(~v, ~v, ~i) { Duo(n~#, m~#, 0..=1) => { drop(n~#); ~b drop(m~#); } Duo(n~#, _m~#, k~#) => { ~b log.say(n~#.n ^ k~#); } }",
    "let mut d~# = Duo(~v, ~v, ~i); d~#.0 = ~v; d~#.2 ^= ~y; ~m d~#.1.set(d~#.2); log.say(d~#.0.n);",
    "let d~# = (~v, ~i, ~v); let n~# = d~#.0; ~m log.say(d~#.1); ~y; drop(d~#.2); drop(n~#);",
    "let s~# = Set { a: ~i, b: ~y, c: (~i, 1) }; let t~# = Set { b: ~y, ..s~# }; ~m log.say(t~#.a ^ t~#.b ^ s~#.c.0);",
    "let s~# = Set { a: ~i, ..Set { a: 0, b: ~y, c: (1, ~y) } }; let Set { a: x~#, c: (.., y~#), .. } = s~#; ~m log.say(x~# ^ y~# ^ s~#.b);",
    "let mut s~# = Set { c: (~i, ~y), b: ~i, a: 1 }; s~# = Set { a: s~#.a ^ ~y, ..s~#.clone() }; Set { a: s~#.b, c: (s~#.a, _), .. } = s~#.clone(); log.say(s~#.a ^ s~#.b);",
    "let [n~#, _m~#, o~#] = [~v, ~v, ~v]; drop(o~#); ~m log.say(n~#.n);",
    "match [~v, ~v] { [n~#, m~#] if n~#.n > m~#.n => { ~b drop(n~#); } [_n~#, m~#] => { ~y; log.say(m~#.n); } }",
    "let ((a~#, n~#), [b~#, _]) = ((~i, ~v), [~i, ~y]); ~m log.say(a~# ^ b~# ^ n~#.n);",
    "let p~# = Pair { first: ~v, n: ~i }; ~y; let Pair { first: f~#, n: k~# } = p~#; ~m log.say(f~#.n ^ k~#);",
];

const ITEMS: &[&str] = &[
    "const C~#: i32 = 3; fn f~#(n: i32) -> i32 { const D: i32 = C~# + 1; if n > 2 { return D; } n ^ C~# } log.say(f~#(~y) ^ ~y ^ f~#(~i));",
    "trait Ext~# { fn ext~#(&self, by: i32) -> i32; } impl Ext~# for i32 { fn ext~#(&self, by: i32) -> i32 { self ^ by } } log.say(~y.ext~#(~y)); ~m log.say(3.ext~#(~i));",
    "struct Count~#(i32); impl Iterator for Count~# { type Item = i32; fn next(&mut self) -> Option<i32> { self.0 -= 1; (self.0 > 0).then_some(self.0) } } impl Clone for Count~# { fn clone(&self) -> Self { Count~#(self.0) } } ~Ffor k~# in Count~#(3) ~B{ ~b log.say(k~#); ~y; }~E",
    "type T~# = (i32, Option<i32>); let t~#: T~# = (~y, pick(~i)); ~m log.say(t~#.1.map_or(t~#.0, |k| k ^ 1));",
    "let k~# = const { 3 * 4 } ^ ~y; fn g~#<T: Into<i64>>(n: T) -> i64 { n.into() } log.say(g~#(k~#) as i32 ^ ~y);",
];

const CASTS: &[&str] = &[
    "log.say((~y as u64 as i32) ^ ((~i) as i8 as i32));",
    "match (~i) as i64 { 0 => { ~b} k~# @ 1..=3 => { ~b log.say(k~#); } _ => { ~y; } }",
    "let c~# = (~y as u8 % 26 + b'a') as char; ~m log.say(c~#); match c~# { 'a'..='b' => { ~y; } _ => { ~b} }",
    "log.say(format!(\"{:?}\", &(~y ^ 1) as &dyn std::fmt::Debug)); ~y;",
    "let d~# = &7 as &dyn std::fmt::Debug; ~m log.say(format!(\"{d~#:?}\"));",
    "let l~# = vec![~i; 2]; log.say(l~#.len() as u64 as i32 ^ ~y ^ l~#[at(log, ~y) % 2] as u8 as i32);",
    "log.say((~y as usize).min(2) as i32 ^ ((~f) as i32));",
    "let r~# = ~i..~i; ~m log.say(r~#.start ^ r~#.end ^ ~y); log.say(r~#.contains(&~y));",
    "log.say((~y..=~y).contains(&(~i))); match ~i { ..0 => { ~b} 0..2 => { ~y; } 2.. => { ~b} }",
    "~Ffor k~# in (~i % 4..5).rev().step_by(2) ~B{ ~b log.say(k~#); }~E",
    "let r~# = ..=~y; ~m log.say(r~#.contains(&~i)); log.say((~y..).start);",
    "log.say([1, 2, 3][..at(log, ~y)].len() as i32 ^ ~y);",
    "let t~#: &'static str = \"abcdef\"; let t~# = &t~#[at(log, ~y)..]; ~m log.say(t~#); log.say(&t~#[at(log, ~y)..=3]);",
];

const CHANGED: &[&str] = &[
    "let mut n~# = ~i; log.say(n~# ^ { n~# ^= 2; ~y } ^ n~#);",
    "let mut n~# = ~i; log.say(three(log, n~#, { n~# ^= 5; ~y }, n~#));",
    "let mut n~# = ~i; n~# = { n~# ^= 1; ~y } ^ n~#; ~m n~# ^= { n~# ^= 3; ~y }; log.say(n~#);",
    "let mut n~# = ~i; let t~# = (n~#, { n~# ^= 4; ~y }, [n~#, { n~# = 3; ~y }]); log.say(t~#.0 ^ t~#.2[0]); ~m log.say(n~#);",
    "let mut p~# = (~i, ~i); log.say(p~#.0 ^ { p~# = (p~#.1, ~y); p~#.0 } ^ p~#.1); (p~#.0, p~#.1) = (p~#.1, ~y ^ p~#.0); ~m log.say(p~#.0);",
    "let mut n~# = ~i; let s~# = Set { b: n~#, a: { n~# ^= 1; ~y }, c: (n~#, { n~# ^= 2; n~# }) }; ~m log.say(s~#.a ^ s~#.b ^ s~#.c.0);",
    "let mut n~# = ~i; if n~# > { n~# ^= 1; ~y } && n~# < ~y { ~b} log.say(n~#);",
    "let mut n~# = ~i; match (n~#, { n~# ^= 1; ~y }) { (a~#, b~#) if a~# > n~# => { ~b log.say(b~#); } (a~#, _) => { n~# ^= a~#; ~b} } log.say(n~#);",
    "let mut o~# = pick(~i); log.say(three(log, o~#.unwrap_or(1), { o~# = pick(~y); 2 }, o~#.map_or(~y, |k| k)));",
    "let mut n~# = ~i; ~Ffor k~# in 0..2 ~B{ let r~# = &mut n~#; *r~# ^= k~#; ~b let r~# = &mut n~#; *r~# ^= 1; ~y; }~E log.say(n~#);",
    "let mut t~# = String::from(\"a\"); log.say(t~#.len() as i32 ^ { t~#.push('b'); ~y } ^ t~#.len() as i32); ~m log.say(t~#);",
    "let mut v~# = vec![~i]; log.say(v~#[0] ^ { v~#.insert(0, ~y); ~y } ^ v~#[0]);",
    "let mut n~# = ~i; let r~# = &mut n~#; *r~# = { *r~# ^ 3 }; log.say(*r~#); n~# ^= ~y; log.say(-n~# ^ { n~# = 1; ~y } ^ !n~#);",
];
