//! Closures that capture by value and by reference, called on either side of a yield, chains of methods with closures, and `?` in closures.

use super::body::Writer;

impl Writer {
    pub(super) fn captured(&mut self, depth: usize) -> String {
        match self.rng.below(3) {
            0 => self.one_of(depth, CLOSURES),
            1 => self.one_of(depth, METHODS),
            _ => self.one_of(depth, ASKED),
        }
    }
}

const CLOSURES: &[&str] = &[
    "let c~# = move |k: i32| k ^ ~k; log.say(c~#(~y)); ~m log.say(c~#(~i));",
    "let mut n~# = ~i; let mut c~# = move |k: i32| { n~# ^= k; n~# }; log.say(c~#(~y) ^ ~y ^ c~#(1)); ~m n~# = c~#(2); log.say(n~#);",
    "let mut n~# = ~i; let mut c~# = |k: i32| { n~# ^= k; n~# }; log.say(c~#(1) ^ c~#(2)); ~y; log.say(n~#);",
    "let n~# = ~i; let c~# = |k: i32| { let d = |j: i32| j ^ k ^ n~#; d(1) ^ d(k) }; log.say(c~#(2)); ~m log.say(n~#);",
    "let make~# = |a: i32| move |b: i32| a ^ b; let c~# = make~#(~i); ~m log.say(c~#(~y) ^ make~#(1)(~y));",
    "let n~# = ~v; let c~# = move |k: i32| n~#.get() ^ k; log.say(c~#(~y)); ~m log.say(c~#(~i));",
    "let n~# = ~v; let c~# = |k: i32| n~#.get() ^ k; log.say(c~#(1)); ~y; log.say(n~#.n);",
    "let mut n~# = ~v; let mut c~# = move |k: i32| { n~#.set(k); n~#.as_n() }; log.say(c~#(~y)); ~y; log.say(c~#(~i));",
    "let mut n~# = ~v; { let mut c~# = |k: i32| { n~#.set(k); }; c~#(1); c~#(2); } ~y; n~#.set(3);",
    "let s~# = vec![~i, ~i]; let c~# = move |k: usize| s~#.get(k).copied(); log.say(c~#(at(log, ~y)) == c~#(0)); ~m log.say(c~#(1).is_some());",
    "let c~#: fn(i32) -> i32 = |k| k ^ 1; ~m log.say(c~#(~y) ^ (deep::twice as fn(i32) -> i32)(~y));",
    "let c~#: &dyn Fn(i32) -> i32 = &|k| k ^ 2; ~y; log.say(c~#(~y));",
    "let c~# = [deep::twice, i32::abs]; log.say(c~#[at(log, ~y) % 2](~y));",
    "log.say((move |k: i32| k ^ ~k)(~y));",
    "log.say((move |a: i32, b: i32| a ^ b ^ ~k)(~y, ~i));",
    "let (a~#, mut b~#) = (~i, ~i); let mut c~# = || { b~# ^= a~#; b~# }; log.say(c~#()); log.say(b~#); ~y; b~# ^= 1; log.say(a~# ^ b~#);",
    "let mut p~# = (~i, ~v); let mut c~# = || p~#.0 ^= 1; c~#(); c~#(); ~y; log.say(p~#.0); p~#.1.set(~y);",
];

const METHODS: &[&str] = &[
    "log.say((0..4).filter(move |k| k % 2 == ~k % 2).map(|k| k ^ 1).fold(~y, |a, b| a ^ b));",
    "log.say([~i, ~y, ~i].into_iter().map(|k| k ^ 1).filter(|k| *k > 1).max().unwrap_or(~y));",
    "log.say([~v, ~v].iter().map(|n| n.get()).fold(0, |a, b| a ^ b) ^ ~y);",
    "log.say([~v, ~v].into_iter().map(|n| n.into_n()).fold(~y, |a, b| a ^ b));",
    "let mut s~# = vec![~i, ~i, ~i]; s~#.sort_by_key(|k| -*k); s~#.retain(|k| *k != ~s); ~m s~#.extend([~y]); log.say(format!(\"{s~#:?}\"));",
    "log.say(pick(~i).map(|k| k ^ 1).filter(|k| *k != ~s).or_else(|| pick(~s)).map_or(~y, |k| k ^ 2));",
    "log.say(pick(~i).and_then(|k| pick(k - 1)).unwrap_or_else(|| log.num(\"else~#\", 3)) ^ ~y);",
    "log.say(parse(~i).map_err(|e| e.len() as i32).unwrap_or_else(|e| e) ^ ~y);",
    "log.say(Some(~v).as_ref().map_or(~s, |n| n.get()) ^ ~y);",
    "log.say(Some(~v).map(|n| n.into_next()).map_or(~y, |n| n.n));",
    "let o~# = Some(~v).filter(|n| n.get() > 2); ~m log.say(o~#.is_some());",
    "let mut o~# = Some(~v); if let Some(n) = o~#.as_mut() { n.set(4); } ~y; log.say(o~#.take().map_or(0, |n| n.n));",
    "let mut it~# = vec![~i, ~i, ~i].into_iter(); ~y; log.say(it~#.next() == pick(~y)); ~m log.say(it~#.by_ref().map(|k| k ^ 1).last() == None);",
    "let t~# = format!(\"{}-{}\", ~y, ~i); ~m log.say(t~#.chars().rev().filter(|c| c.is_ascii_digit()).count() as i32 ^ ~y);",
    "let it~# = (~i..).take(3).skip(1); ~y; for k~# in it~# { log.say(k~#); }",
    "let z~# = [~i, ~i].iter().zip([~i, ~i]).map(|(a, b)| a ^ b).collect::<Vec<_>>(); ~m log.say(z~#.len());",
];

const ASKED: &[&str] = &[
    "let r~# = (|| { let q~# = pick(~s)?; pick(q~# - 1) })(); ~y; log.say(r~#.is_some());",
    "let r~#: Result<i32, String> = (move |k: i32| { let q~# = parse(k)?; Ok(q~# ^ parse(~k)?) })(~y); ~m log.say(r~#.is_ok());",
    "let c~# = move |k: i32| -> Option<i32> { let q~# = pick(k)?; Some(q~# ^ pick(~k)?) }; log.say(c~#(~y) == None); ~m log.say(c~#(~i).unwrap_or(4));",
    "let r~# = 'b~#: { let Some(a~#) = pick(~i) else { break 'b~# None; }; ~b let Some(b~#) = pick(~y) else { ~y; break 'b~# Some(0) }; Some(a~# ^ b~#) }; log.say(r~#.unwrap_or(5));",
    "log.say([~i, ~i].into_iter().map(pick).collect::<Option<Vec<_>>>().is_some()); ~y;",
    "log.say([1, ~y].iter().map(|k| parse(*k)).collect::<Result<Vec<_>, _>>().map_or(~y, |v| v.len() as i32));",
    "let r~# = [~i, ~y].into_iter().try_fold(0i32, |a, k| if k > 3 { Err(a) } else { Ok(a ^ k) }); ~m log.say(r~# == Ok(1));",
];
