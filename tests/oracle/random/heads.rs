//! Temporaries with a destructor in the heads of what yields: of a `match`, of conditions and their chains, of loops, of a `let`.

use super::body::Writer;

impl Writer {
    pub(super) fn headed(&mut self, depth: usize) -> String {
        match self.rng.below(6) {
            0 => self.one_of(depth, MATCHES),
            1 => self.one_of(depth, CONDITIONS),
            2 => self.one_of(depth, CHAINS),
            3 => self.one_of(depth, LOOPS),
            4 => self.one_of(depth, LETS),
            _ => self.one_of(depth, GUARDS),
        }
    }
}

const MATCHES: &[&str] = &[
    "match Tag(log, ~#, ~i).weigh() { 0 => { ~b} k~# if k~# > 1 => { log.say(k~#); ~b} _ => { ~y; } }",
    "match (Tag(log, ~#, ~s).weigh(), ~y) { (0, k~#) | (k~#, 0) => { log.say(k~#); ~b} (_, _) => { ~b} }",
    "match &Tag(log, ~#, ~i) { &Tag(_, _, 0..=1) => { ~b} &Tag(_, _, k~#) => { ~b log.say(k~#); } }",
    "match Tag(log, ~#, ~i) { Tag(_, _, 0) => { ~b} ref t~# => { log.say(t~#.weigh()); ~b} }",
    "let k~# = match Tag(log, ~#, ~s).weigh() { 0 => ~c, 1 => { ~j } _ => ~c }; log.say(k~#);",
    "match Tag(log, ~#, ~s).some() { Some(k~# @ (1 | 2)) => { ~b log.say(k~#); } Some(_) => { ~y; } None => { ~b} }",
    "match (~v).get() { 0..=2 => { ~b} _ => { ~y; } }",
    "match (~v, Tag(log, ~#, ~y)) { (_, t~#) if t~#.2 > 1 => { ~b drop(t~#); } (n~#, _) => { ~y; log.say(n~#.n); } }",
];

const CONDITIONS: &[&str] = &[
    "if Tag(log, ~#, ~s).weigh() > 1 { ~b} else { ~b}",
    "if let 1..=3 = Tag(log, ~#, ~i).weigh() { ~b} else { ~b}",
    "if let Some(k~#) = Tag(log, ~#, ~i).some() { ~b log.say(k~#); } else { ~y; }",
    "if let Some(k~#) = Tag(log, ~#, ~i).some() { ~b log.say(k~#); } else if Tag(log, 1~#, ~c).weigh() > 0 { ~b} else { ~y; }",
    "if Tag(log, ~#, ~s).weigh() > ~y || Tag(log, 1~#, ~s).weigh() == ~y { ~b}",
    "let k~# = if let Some(1 | 2) = Tag(log, ~#, ~i).some() { ~c } else { ~c }; log.say(k~#);",
    "if matches!(Tag(log, ~#, ~i).some(), Some(1..=3) | None) { ~b} else { ~y; }",
    "if matches!(~i, k~# @ 1.. if log.flag(\"w~#\", k~# < 4)) { ~b} else { ~y; }",
    "if (~v) == log.noisy_n(\"e~#\", ~y) { ~b} else { ~b}",
];

const CHAINS: &[&str] = &[
    "if let Some(a~#) = pick(~i) && a~# > ~y && let Some(b~#) = pick(~c) { ~b log.say(a~# + b~#); } else { ~b}",
    "if let Some(a~#) = Tag(log, ~#, ~s).some() && Tag(log, 1~#, ~y).weigh() > 0 { ~b log.say(a~#); } else { ~y; }",
    "if (~f) && let Some(a~#) = Tag(log, ~#, ~c).some() && let 0..=2 = Tag(log, 1~#, a~#).weigh() { ~b log.say(a~#); }",
    "if let Some(n~#) = Some(~v) && n~#.get() > ~y { ~b drop(n~#); } else { ~b}",
    "if let t~# = Tag(log, ~#, ~i) && t~#.2 > ~y { ~b log.say(t~#.weigh()); } else { ~y; }",
    "~L: while let Some(a~#) = pick(~y) && a~# > ~y { ~b log.say(a~#); }~E",
    "~L: while let Some(a~#) = Tag(log, ~#, ~y).some() && let Some(b~#) = Tag(log, 1~#, a~#).some() { ~b log.say(b~#); }~E",
];

const LOOPS: &[&str] = &[
    "~L: while let 1..=2 = Tag(log, ~#, ~y).weigh() { ~b}~E",
    "~L: while Tag(log, ~#, ~y).weigh() > ~s { ~b if ~y > 2 { break; } }~E",
    "~Ffor k~# in 0..Tag(log, ~#, 2).weigh() ~B{ log.say(k~#); ~b}~E",
    "~Ffor k~# in Tag(log, ~#, ~i).some() ~B{ ~b log.say(k~#); }~E",
    "~Ffor k~# in Tag(log, ~#, ~i).list() ~B{ ~b log.say(k~#); if ~y == 1 { continue; } ~b}~E",
    "~Ffor (k~#, n~#) in [~v, ~v].into_iter().enumerate() ~B{ ~b log.say(k~#); ~y; drop(n~#); }~E",
    "~Ffor t~# in [Tag(log, ~#, ~y), Tag(log, 1~#, ~y)] ~B{ if t~#.2 > 2 { break; } ~b log.say(t~#.weigh()); }~E",
    "let mut s~# = vec![~i, ~i]; ~L: while let Some(k~#) = s~#.pop() { if k~# > 1 { s~#.push(k~# / 2); } ~b log.say(k~#); }~E",
    "let k~# = ~L: loop { match Tag(log, ~#, ~y).some() { Some(k~#) if k~# > 1 => break k~# + ~y, Some(_) => { ~b} None => break 7 } }; log.say(k~#);~E",
];

const LETS: &[&str] = &[
    "let Some(k~#) = Tag(log, ~#, ~i).some() else { ~y; ~j };",
    "let (1..=9 | -9..=-1, k~#) = (Tag(log, ~#, ~s).weigh(), ~y) else { ~b ~j }; log.say(k~#);",
    "let k~# = Tag(log, ~#, ~s).weigh() + ~y; log.say(k~#);",
    "let _ = Tag(log, ~#, ~y).weigh() + ~y;",
    "{ let t~# = &Tag(log, ~#, ~i); log.say(t~#.weigh()); ~b}",
    "{ let ref t~# = Tag(log, ~#, ~i); log.say(t~#.2); ~b}",
    "{ let _t~# = Tag(log, ~#, ~i); let _ = Tag(log, 1~#, ~i); ~b}",
    "let k~# = { ~y; Tag(log, ~#, ~s).weigh() } + ~y; log.say(k~#);",
    "let k~# = 'b~#: { let t~# = Tag(log, ~#, ~i); if t~#.2 > 1 { break 'b~# ~c; } ~y; t~#.weigh() }; log.say(k~#);",
    "log.say(three(log, Tag(log, ~#, ~s).weigh(), ~y, Tag(log, 1~#, ~s).weigh()));",
    "log.say(Tag(log, ~#, ~y).some().map_or(~i, |k| k + 1));",
    "log.say((Tag(log, ~#, ~s).weigh(), ~y, Tag(log, 1~#, ~s).weigh()).2);",
];

const GUARDS: &[&str] = &[
    "match (~i, ~i) { (0, k~#) | (1..=9, k~#) if k~# > ~y => { ~b log.say(k~#); } (_, k~#) => { ~y; log.say(k~#); } }",
    "match ~i { 0 | 2 if ~y > 1 => { ~b} 0..=3 if log.flag(\"g~#\", ~y > 1) => { ~b} k~# => { log.say(k~#); ~b} }",
    "match pick(~i) { Some(k~#) if Tag(log, ~#, k~#).weigh() > ~y => { ~b} Some(1) | None if ~y == 0 => { ~b} _ => { ~y; } }",
    "match (~i) as u8 { b'\\x00'..=b'\\x02' if ~y as u8 > 1 => { ~b} 3.. => { ~b} _ => { ~y; } }",
    "match (Level::of(~i), ~y) { (Level::Low, k~#) | (Level::High, k~# @ 1..) if k~# != ~y => { ~b} _ => { ~b} }",
    "match [~i, ~i] { [0, k~#] | [k~# @ 1..=99, _] if k~# > 1 => { ~b} [k~#, ..] => { log.say(k~#); ~b} }",
];
