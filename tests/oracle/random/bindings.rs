//! Patterns of a `let`, a `match` and loops that bind in unusual ways, and locals that are bound late.

use super::body::Writer;

impl Writer {
    pub(super) fn oddly_bound(&mut self, depth: usize) -> String {
        self.one_of(depth, BINDINGS)
    }
}

const BINDINGS: &[&str] = &[
    "let (Ok(k~#) | Err(k~#)) = (if ~f { Ok(~c) } else { Err(2) }); ~m log.say(k~#);",
    "if let Ok(n~#) | Err(n~#) = (if ~f { Ok(log.noisy(\"ok~#\")) } else { Err(log.noisy(\"er~#\")) }) { ~b log.say(n~#.n); }",
    "~L: while let Some(1 | 2) | None = pick(~y) { ~b ~y; }~E",
    "for ((0, k~#) | (k~#, _)) in [(~i, ~y), (~y, 2)] { log.say(k~#); ~y; }",
    "if let _ = Tag(log, ~#, ~i) { ~b} match Tag(log, 1~#, ~i) { _ => { ~b} }",
    "match Tag(log, ~#, ~i) { t~# if t~#.weigh() > 2 => { ~b drop(t~#); } _ => { ~b} }",
    "let (_, k~#) = (Tag(log, ~#, ~s), ~y); log.say(k~#); let (t~#, _) = (Tag(log, 1~#, ~i), ~y); ~m log.say(t~#.2);",
    "let _ = (Tag(log, ~#, ~i), ~y); let _t~# = (Tag(log, 1~#, ~i), ~y); ~m",
    "let n~# = ~v; let _ = n~#; ~y; let _ = &n~#; ~m _ = n~#; log.say(n~#.n);",
    "match Some(~v) { Some(ref n~#) if n~#.get() > 2 => { log.say(n~#.n); ~y; } Some(n~#) => { ~b log.say(n~#.n); } None => { ~b} }",
    "let mut o~# = Some(~v); match &o~# { Some(n~#) => { log.say(n~#.get()); ~y; } None => {} } if let Some(n~#) = &mut o~# { n~#.set(1); } ~m match o~# { Some(n~#) if n~#.get() > 1 => { ~b} Some(n~#) => { ~y; drop(n~#); } None => {} }",
    "match (Some(~v), ~y) { (Some(n~#), k~#) if k~# > n~#.n => { ~b log.say(n~#.n); } (Some(n~#), _) => { ~b drop(n~#); } (None, _) => {} }",
    "let mut p~# = (~i, ~v); match &mut p~# { (k~#, n~#) => { *k~# ^= 1; n~#.set(3); ~y; } } let (ref k~#, _) = p~#; log.say(k~#); ~y; log.say(p~#.1.n);",
    "let n~#; if ~f { n~# = log.noisy(\"x~#\"); } else { ~y; n~# = log.noisy(\"y~#\"); } ~m log.say(n~#.n);",
    "let n~#; loop { if ~y > 1 { n~# = log.noisy(\"x~#\"); break; } } ~m log.say(n~#.n);",
    "let n~#; match ~i { 0 => n~# = log.noisy(\"x~#\"), 1 => { ~j } _ => { n~# = log.noisy_n(\"y~#\", ~y); ~y; } } ~m log.say(n~#.n);",
    "let mut n~# = ~v; if ~f { drop(n~#); ~y; n~# = log.noisy(\"x~#\"); } ~m n~# = log.noisy_n(\"y~#\", ~y); log.say(n~#.n);",
    "let n~# = ~v; if ~f { ~y; drop(n~#); } ~m",
    "let n~# = ~i; let n~# = { let n~# = n~# ^ 1; ~y; n~# } ^ n~#; let n~# = (n~#, ~y); let (n~#, _) = n~#; ~m log.say(n~#);",
    "let n~# = ~v; let n~# = (n~#, ~y, log.noisy(\"s~#\")); let n~# = n~#.0; ~m log.say(n~#.n);",
    "let [a~#, .., b~#] = [~i, ~y, ~i]; let c~# @ 0..=3 = a~# ^ b~# else { ~y; ~j }; let d~# @ (e~#, _) = (c~#, ~y); log.say(d~#.1 ^ e~#);",
    "let s~# = Set { a: ~i, b: 2, c: (~y, 3) }; let Set { a: q~# @ (0 | 1), .. } = s~# else { ~b ~j }; log.say(q~#);",
    "match (~y, ~y, ~y) { (a~#, ..) if a~# > 2 => { ~b} (.., b~#) if b~# > ~y => { ~b log.say(b~#); } (_, 0, _) => { ~y; } (a~#, b~#, _) => { ~y; log.say(a~# ^ b~#); } }",
    "let (n~#, m~#); (n~#, m~#) = (log.noisy(\"x~#\"), log.noisy_n(\"y~#\", ~y)); ~m drop(m~#); log.say(n~#.n);",
    "let mut n~# = ~v; (n~#, _) = (log.noisy(\"x~#\"), ~y); let k~#; (k~#, ..) = (~y, ~y, 3); ~m log.say(n~#.n ^ k~#);",
];
