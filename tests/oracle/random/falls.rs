//! Panics of plain operations, amid values that are dropped on the way out: divisions, indices, `unwrap`, arithmetic.

use super::body::Writer;

impl Writer {
    pub(super) fn falling(&mut self, depth: usize) -> String {
        self.one_of(depth, FALLS)
    }

    /// What leaves in the middle of operands, and blocks as conditions and heads.
    pub(super) fn turning(&mut self, depth: usize) -> String {
        self.one_of(depth, TURNS)
    }
}

const FALLS: &[&str] = &[
    "log.say(Tag(log, ~#, ~i).weigh() ^ 7 / ~y);",
    "log.say(eat(~v, 7 % ~y));",
    "let t~# = (~v, 7 / ~y, ~v); ~m log.say(t~#.1);",
    "let d~# = Duo(~v, ~v, 4 % ~y); ~m log.say(d~#.2);",
    "let n~# = [~v, pick(~y).map(|_| log.noisy(\"m~#\")).unwrap(), ~v]; ~m drop(n~#);",
    "log.say([5, 6, 7][~y as usize] ^ seen(&log.noisy(\"f~#\"), [1, 2, 3][~s.clamp(0, 3) as usize]));",
    "let n~# = ~v; let k~# = pick(~y).expect(\"none\"); ~m log.say(n~#.n ^ k~#);",
    "match (~v, 6 / ~y) { (n~#, 3..) => { ~b drop(n~#); } (_, k~#) => { ~y; log.say(k~#); } }",
    "~Ffor k~# in [~v, ~v] ~B{ let m~# = log.noisy(\"m~#\"); log.say(9 / ~y); ~b drop((k~#, m~#)); }~E",
    "if Tag(log, ~#, 6 / ~y).weigh() > 6 % ~y { ~b}",
    "let mut n~# = ~v; n~# = pick(~y).map(|k| log.noisy_n(\"w~#\", k)).unwrap(); ~m log.say(n~#.n);",
    "let mut n~# = ~v; n~#.n /= ~y; n~#.n %= ~y; log.say(n~#.n);",
    "let b~# = Box::new((~v, 8 / ~y)); ~m log.say(b~#.1);",
    "log.say((~y as u8 - 1) as i32); log.say(i32::MAX - 2 + ~y);",
    "let mut l~# = vec![~v]; l~#.push(pick(~y).map(|k| log.noisy_n(\"p~#\", k)).unwrap()); l~#.remove(~y as usize); ~m drop(l~#);",
    "log.say(format!(\"{} {:?} {}\", Tag(log, ~#, ~s).weigh(), ~v, 5 / ~y));",
    "let k~# = loop { let n~# = log.noisy(\"l~#\"); if ~y > 1 { break n~#.n / ~y; } ~y; }; log.say(k~#);",
    "log.say(three(log, 5 / ~y, Tag(log, ~#, ~s).weigh(), 5 % ~y));",
    "(~v) + pick(~y).map(|k| log.noisy_n(\"a~#\", k)).unwrap();",
    "assert_eq!(6 / ~y, { let _t~# = Tag(log, ~#, ~s); ~y });",
];

const TURNS: &[&str] = &[
    "log.say(three(log, Tag(log, ~#, ~y).weigh(), if ~f { ~j } else { 1 }, ~y));",
    "drop((~v, if ~f { ~j } else { ~c }, log.noisy(\"t~#\")));",
    "let d~# = Duo(log.noisy(\"s~#\"), match ~i { 0 => log.noisy(\"u~#\"), 1 => { ~j } _ => log.noisy(\"w~#\") }, ~y); ~m log.say(d~#.2);",
    "let k~# = 'b~#: { if ~f { break 'b~# Tag(log, ~#, ~s).weigh() ^ ~y; } ~b Tag(log, 1~#, ~s).weigh() ^ ~y }; log.say(k~#);",
    "if ~f { let t~# = Tag(log, ~#, ~c); let u~# = &Tag(log, 1~#, t~#.2); log.say(u~#.2); ~j; }",
    "while { let t~# = Tag(log, ~#, ~y); t~#.weigh() > 1 } { log.say(\"round\"); ~y; }",
    "if { ~b log.flag(\"if~#\", ~y > 1) } { ~b} else { ~y; }",
    "match { let t~# = Tag(log, ~#, ~i); ~y; t~#.weigh() } { 0..=1 => { ~b} _ => { ~y; } }",
    "~Ffor k~# in { let t~# = Tag(log, ~#, ~i); ~y; 0..t~#.weigh() & 3 } ~B{ ~b log.say(k~#); }~E",
    "'a~#: for i~# in 0..2 { let _t~# = Tag(log, ~#, i~#); 'c~#: loop { let _u~# = Tag(log, 1~#, i~#); if ~y == 0 { continue 'a~#; } if ~y == 1 { break 'a~#; } if ~y == 2 { break 'c~#; } } log.say(\"end\"); }",
    "for i~# in 0..3 { let t~# = Tag(log, ~#, i~#); if ~y == i~# { continue; } let u~# = Tag(log, 1~#, ~y); if u~#.2 > t~#.2 { drop(t~#); break; } ~y; }",
    "let k~# = 1 + loop { let t~# = Tag(log, ~#, ~y); match t~#.some() { Some(k~#) if ~y > 1 => break k~#, Some(_) => continue, None => break { drop(t~#); ~y } } }; log.say(k~#);",
    "let k~# = [1, 2, 3][Tag(log, ~#, ~y).weigh().rem_euclid(3) as usize] ^ ~y; log.say(k~#);",
    "log.say((Pair { first: ~v, n: ~y }).n ^ ~y);",
    "log.say((Pair { first: ~v, n: ~y }).total() ^ ~y);",
    "log.say([~v, ~v][at(log, ~y) % 2].get() ^ ~y);",
    "log.say((~v, ~y).0.get() ^ ~y);",
    "log.say({ let t~# = Tag(log, ~#, ~i); t~# }.weigh() ^ ~y);",
    "log.say(bump(&mut Tag(log, ~#, ~i).2, ~s) ^ ~y);",
    "match (if ~f { Tag(log, ~#, ~c) } else { Tag(log, 1~#, ~c) }).weigh() { 0 => { ~b} k~# => { ~y; log.say(k~#); } }",
    "match loop { if ~y > 1 { break Tag(log, ~#, 1); } }.weigh() { 0 => { ~b} k~# => { ~y; log.say(k~#); } }",
    "match 'b~#: { if ~f { break 'b~# Tag(log, ~#, ~c); } ~y; Tag(log, 1~#, 0) }.some() { None => { ~b} Some(k~#) => { ~y; log.say(k~#); } }",
];
