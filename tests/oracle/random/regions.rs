//! What only a coroutine can do, where a body may raise: regions, what becomes of what they catch, errors, and delegations.

use super::body::Writer;
use super::scope::Kind;

/// The functions that the rows share.
pub(super) const HELPERS: &str = "fn fell<E: std::fmt::Debug>(log: &Log, r: Result<i32, Interrupt<E>>) -> i32 { log.say(format!(\"{r:?}\")); r.unwrap_or(1) }
fn got<'l, E>(log: &'l Log, r: Result<Noisy<'l>, Interrupt<E>>) -> Noisy<'l> { r.unwrap_or_else(|_| log.noisy(\"got\")) }
";

impl Writer {
    /// Whether to write what may raise, where that may be: with this chance.
    pub(super) fn interrupts(&mut self, percent: usize) -> bool {
        self.raises.is_some() && self.rng.chance(percent)
    }

    pub(super) fn interrupted(&mut self, depth: usize) -> String {
        match self.rng.below(8) {
            0..=2 => self.one_of(depth, CAUGHT),
            3 => self.one_of(depth, LOOPS),
            4 => self.one_of(depth, OPERANDS),
            5 | 6 => self.one_of(depth, RAISED),
            _ => self.one_of(depth, DELEGATED),
        }
    }

    /// An `i32` out of a region or a delegate.
    pub(super) fn caught_int(&mut self, depth: usize) -> String {
        let deeper = depth - 1;
        match self.rng.below(5) {
            0 => format!("fell(log, {})", self.region(deeper, Some(Kind::Int))),
            1 => {
                let region = self.region(deeper, Some(Kind::Int));
                format!("{region}.unwrap_or({})", self.small_int())
            }
            2 => {
                let region = self.region(deeper, Some(Kind::Noisy));
                format!("got(log, {region}).into_n()")
            }
            _ => self.delegation(deeper),
        }
    }

    /// A `co_try!` of a block with a value of this kind. It may be left at each of its yields, and what it took is gone then.
    pub(super) fn region(&mut self, depth: usize, kind: Option<Kind>) -> String {
        let before = self.scope.clone();
        let mut inside = self.some(depth + 1, 2);
        if self.rng.chance(30) {
            let condition = self.flag(depth);
            inside += &format!("if {condition} {{ {}; }} ", self.raise(depth));
        }
        let value = kind.map(|kind| self.of(kind, depth.max(1)));
        self.scope.locals.truncate(before.locals.len());
        self.scope.interrupted(&before);
        format!("co_try!({{ {inside}{} }})", value.unwrap_or_default())
    }

    /// A way out by a `co_raise!`, after which the other ways go on.
    pub(super) fn raise(&mut self, depth: usize) -> String {
        let before = self.scope.holdings();
        let error = match self.rng.below(6) {
            0 => "Interrupt::Close".to_string(),
            1 => format!("Interrupt::Thrown({})", self.error(depth)),
            _ => self.error(depth),
        };
        self.scope.restore(&before);
        format!("co_raise!({error})")
    }

    pub(super) fn error(&mut self, depth: usize) -> String {
        let kind = match self.raises {
            Some("i32") => Kind::Int,
            _ => Kind::Noisy,
        };
        self.of(kind, depth)
    }

    /// A `yield_from!` that comes to an `i32`. The temporaries of its operand may end before the suspension, as those of a yield's.
    pub(super) fn delegation(&mut self, depth: usize) -> String {
        self.yields += 1;
        let way = self.rng.below(10);
        let text = match way {
            0 => format!("({{ yield_from!([{}, 2]); 3 }})", self.int(depth)),
            1 => format!(
                "({{ yield_from!(Steps(log, {} & 3)); 4 }})",
                self.int(depth)
            ),
            _ => format!("yield_from!({})", self.delegate(depth)),
        };
        self.yields -= 1;
        text
    }

    /// What can be delegated to, and returns an `i32`.
    pub(super) fn delegate(&mut self, depth: usize) -> String {
        let raises = self.raises.expect("it may raise");
        let n = self.int(depth);
        let name = *self.rng.pick(&[
            "sub",
            "sub",
            "stubborn",
            "raising",
            "returning",
            "falling",
            "at_once",
            "mixed",
            "nested",
        ]);
        match name {
            "nested" => format!("nested::<{raises}>(log, {n}, {})", self.rng.below(3)),
            _ => format!("{name}::<{raises}>(log, {n})"),
        }
    }
}

/// What becomes of what a region catches.
const CAUGHT: &[&str] = &[
    "match ~t { Ok(k~#) => { ~b log.say(k~#); } Err(Interrupt::Thrown(e~#)) => { ~b log.say(format!(\"{e~#:?}\")); } Err(Interrupt::Close) => { ~b} }",
    "match ~t { Ok(0..=2) => { ~b} Ok(k~#) => { ~y; log.say(k~#); } Err(Interrupt::Close) => { ~j } Err(e~#) => { ~b co_raise!(e~#); } }",
    "match ~w { Ok(n~#) if n~#.get() > 2 => { ~b} Ok(n~#) => { ~y; drop(n~#); } Err(Interrupt::Thrown(e~#)) => { ~b drop(e~#); } Err(_) => { ~b} }",
    "if let Err(e~#) = ~u { ~b co_raise!(e~#); }",
    "if let Err(Interrupt::Thrown(e~#)) = ~u { ~b drop(e~#); } else { ~b}",
    "if let Ok(k~#) = ~t { ~b log.say(k~#); } else { ~y; }",
    "let Ok(k~#) = ~t else { ~b ~j }; log.say(k~#);",
    "~L: while let Ok(k~#) = ~T let _t~# = Tag(log, ~#, ~s); ~y ~U { ~b if k~# > 1 { break; } }~E",
    "if ~u.is_err() { ~b}",
    "if ~u.is_ok() && ~t.is_ok_and(|k| k > 1) { ~b} else { ~b}",
    "let Err(e~#) = ~t else { ~j }; ~m log.say(format!(\"{e~#:?}\"));",
    "let r~# = ~t; ~m log.say(format!(\"{r~#:?}\"));",
    "let r~# = ~w; ~m match r~# { Ok(n~#) => { ~b drop(n~#); } Err(Interrupt::Close) => { ~j } Err(e~#) => { ~y; co_raise!(e~#); } }",
    "let r~# = ~u; let s~# = ~u; ~m if r~#.is_err() { ~b} drop(s~#);",
    "let _ = ~w; let _r~# = ~u; ~m",
    "_ = ~t; ~u.ok();",
    "let n~# = ~w.unwrap_or_else(|_| log.noisy(\"else~#\")); ~m log.say(n~#.n);",
    "let k~#; match ~t { Ok(k) => k~# = k, Err(Interrupt::Thrown(_)) => { ~y; k~# = 2; } Err(Interrupt::Close) => { ~j } } ~m log.say(k~#);",
    "let k~# = 'b~#: { let _t~# = Tag(log, ~#, ~i); match ~t { Ok(k) => break 'b~# k, Err(e~#) => { ~y; drop(e~#); } } ~c }; log.say(k~#);",
    "let n~# = ~v; let r~# = ~T if ~y > 1 { drop(n~#); ~y; } else { log.say(n~#.n); } ~y ~U; log.say(fell(log, r~#));",
    "let mut n~# = ~v; let r~# = ~T if ~y == 1 { drop(n~#); ~y; n~# = log.noisy(\"again~#\"); } ~y; n~#.n ~U; ~y; log.say(fell(log, r~#));",
    "let mut o~# = Some(~v); let r~# = ~T let n~# = o~#.take().unwrap(); ~y; o~# = Some(n~#); ~y; ~U; ~m log.say(o~#.is_some()); log.say(r~#.is_ok());",
    "let n~#; if ~T n~# = log.noisy_n(\"late~#\", ~y); ~y; n~#.n ~U.is_ok() { ~b}",
];

/// Regions in loops, and jumps out of them.
const LOOPS: &[&str] = &[
    "~L: while let (Ok(k~#), 1..) = (~t, ~y) { ~b log.say(k~#); }~E",
    "~L: while let (0.., Err(e~#)) = (~y, ~u) { ~b drop(e~#); }~E",
    "~Ffor k~# in 0..3 ~B{ match ~t { Ok(0) => continue, Ok(_) => { ~b} Err(Interrupt::Close) => break, Err(_) => { ~b} } log.say(k~#); ~y; }~E",
    "~Ffor n~# in [~v, ~v] ~B{ let r~# = ~t; if ~y > 1 { drop(n~#); } log.say(fell(log, r~#)); }~E",
    "'a~#: for i~# in 0..2 { let _t~# = Tag(log, ~#, i~#); let r~# = ~T let _u~# = Tag(log, 1~#, i~#); let s~# = ~y; if s~# == 0 { continue 'a~#; } if s~# == 1 { break 'a~#; } ~y; i~# ~U; log.say(fell(log, r~#)); ~y; }",
    "let k~# = 'a~#: { ~T let _t~# = Tag(log, ~#, ~y); if ~y > 1 { break 'a~# ~s; } ~y; ~U.is_ok() as i32 }; log.say(k~#);",
    "let k~# = loop { match ~T ~y ~U { Ok(k) if k > 1 => break k, Ok(_) => { ~y; } Err(Interrupt::Thrown(_)) => break 9, Err(e~#) => { ~y; co_raise!(e~#) } } }; log.say(k~#);",
    "let mut l~# = vec![~v, ~v]; ~L: while let Some(n~#) = l~#.pop() { let r~# = ~t; log.say(fell(log, r~#)); if ~y > 1 { drop(n~#); break; } }~E log.say(l~#.len());",
    "~L: while ~T let _t~# = Tag(log, ~#, ~s); ~y ~U.is_ok_and(|k| k > 0) { ~b}~E",
    "~T ~L: loop { let t~# = Tag(log, ~#, ~s); if ~y > 1 { break; } if ~y == 1 { drop(t~#); co_raise!(~e); } }~E ~U.is_ok();",
];

/// Regions and delegates beside other operands.
const OPERANDS: &[&str] = &[
    "log.say(three(log, ~i, fell(log, ~t), ~y));",
    "log.say(three(log, Tag(log, ~#, ~s).weigh(), fell(log, ~t), Tag(log, 1~#, ~s).weigh()));",
    "log.say(~t.unwrap_or(~i)); log.say(~t.map_or(~c, |k| k + 1));",
    "drop((~v, ~t, log.noisy(\"t~#\")));",
    "let d~# = Duo(~v, got(log, ~w), ~d); ~m log.say(d~#.2);",
    "log.say(eat(~v, fell(log, ~t)) ^ eat(log.noisy(\"e~#\"), ~d));",
    "match (~t, ~y) { (Ok(k~#), l~#) if k~# > l~# => { ~b} (Err(Interrupt::Thrown(e~#)), _) => { ~b drop(e~#); } _ => { ~b} }",
    "match Tag(log, ~#, fell(log, ~t)).weigh() { 0 => { ~b} k~# if k~# > ~y => { ~b} _ => { ~b} }",
    "match ~i { 0 if ~t.is_ok() => { ~b} 1 if ~d > 1 => { ~b} k~# => { log.say(k~#); ~b} }",
    "let mut l~# = [~i, ~i]; l~#[1] = fell(log, ~t); l~#[0] ^= ~d; log.say(l~#[0] ^ l~#[1]);",
    "log.say(format!(\"{} {:?}\", ~d, ~t)); log.say(vec![~d, fell(log, ~t)].len());",
    "log.say((~d > 1 || ~t.is_ok()) && ~u.is_err());",
];

const RAISED: &[&str] = &[
    "if ~f { ~x; }",
    "if ~f { ~b co_raise!(Interrupt::Close); }",
    "let k~# = if ~f { ~x } else { ~c }; log.say(k~#);",
    "let k~# = match ~i { 0 => ~x, 1 => { ~b ~x } k => k }; log.say(k~#);",
    "let Some(k~#) = pick(~i) else { ~x }; log.say(k~#);",
    "log.say(three(log, Tag(log, ~#, ~s).weigh(), if ~f { ~x } else { 1 }, ~y));",
    "drop((~v, if ~f { ~x } else { ~c }, log.noisy(\"t~#\")));",
    "let n~# = ~v; if ~f { let _m~# = log.noisy(\"m~#\"); ~x; } ~m log.say(n~#.n);",
    "~Ffor n~# in [~v, ~v] ~B{ let _t~# = Tag(log, ~#, 1); if ~y > 1 { ~x; } drop(n~#); }~E",
    "if let Err(Interrupt::Thrown(e~#)) = ~T if ~f { ~x; } if ~f { ~x } else { ~y } ~U { ~b log.say(format!(\"{e~#:?}\")); }",
    "let t~# = Tag(log, ~#, ~i); match t~#.some() { Some(k~#) if ~y > k~# => { ~x; } Some(_) => { ~b} None => { ~y; } }",
];

const DELEGATED: &[&str] = &[
    "let k~# = ~d; ~m log.say(k~#);",
    "log.say(~d ^ ~d);",
    "log.say(three(log, ~d, Tag(log, ~#, ~s).weigh(), ~d));",
    "if ~d > 1 { ~b} else { ~d; }",
    "match ~d { 0..=2 => { ~b} k~# => { ~d; log.say(k~#); } }",
    "~L: while let (1..=9, 1..) = (~d, ~y) { ~b}~E",
    "~Ffor k~# in 0..2 ~B{ let _t~# = Tag(log, ~#, k~#); log.say(~d); ~b}~E",
    "yield_from!((0..~s & 3).map(move |k| k ^ ~k)); ~m",
    "let s~# = [~i, ~i, 3]; ~m yield_from!(s~#);",
    "let n~# = ~v; yield_from!(Steps(log, n~#.n & 3)); ~m drop(n~#);",
    "log.say(~T let _t~# = Tag(log, ~#, ~s); yield_from!(Steps(log, 3)); ~d ~U.unwrap_or(~d));",
    "let mut s~# = Steps(log, 4); yield_from!(&mut s~#); log.say(s~#.1); ~m",
    "let mut s~# = Steps(log, 4); let r~# = ~T yield_from!(&mut s~#); ~y ~U; log.say(fell(log, r~#)); ~b log.say(s~#.next().is_some());",
    "let mut s~# = ~D; let r~# = ~T yield_from!(&mut s~#) ^ ~y ~U; log.say(fell(log, r~#)); log.say(format!(\"{:?}\", s~#.status())); ~m",
    "let mut s~# = ~D; ~m let p~# = s~#.prime(); ~b log.say(format!(\"{p~#:?}\")); if p~#.is_ok() { log.say(~y ^ yield_from!(s~#, ~y)); }",
    "let s~# = ~D; let t~# = ~D; ~m log.say(yield_from!(t~#) ^ yield_from!(s~#));",
    "~Ffor s~# in [~D] ~B{ let _t~# = Tag(log, ~#, ~s); log.say(yield_from!(s~#)); ~b}~E",
    "let mut b~# = vec![Box::new(~D)]; ~y; if let Some(s~#) = b~#.pop() { log.say(yield_from!(s~#)); } ~m",
    "let k~# = ~d + if ~f { ~x } else { ~d }; log.say(k~#);",
];
