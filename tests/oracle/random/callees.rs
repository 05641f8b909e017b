//! What is called, and what it is called on, beside arguments that yield: fields, elements and branches as functions, references to locals, paths.

use super::body::Writer;

/// What the rows share.
pub(super) const HELPERS: &str =
    "#[derive(Clone, Copy)] struct Op { f: fn(i32) -> i32, g: [fn(i32) -> i32; 2] }
fn op(log: &Log) -> Op { log.say(\"op\"); Op { f: deep::twice, g: [i32::abs, deep::twice] } }
";

impl Writer {
    pub(super) fn calling(&mut self, depth: usize) -> String {
        self.one_of(depth, CALLEES)
    }
}

const CALLEES: &[&str] = &[
    "let o~# = op(log); log.say((o~#.f)(~y) ^ (o~#.g[at(log, ~s) % 2])(~y));",
    "let mut o~# = op(log); log.say((o~#.f)({ o~#.f = |k| k ^ 1; ~y }) ^ (o~#.f)(~y));",
    "log.say((op(log).f)(~y) ^ (op(log).g[at(log, ~y) % 2])(~i));",
    "log.say((if ~f { deep::twice } else { i32::abs })(~y));",
    "log.say({ log.say(\"callee\"); deep::twice }(~y));",
    "log.say((match ~i { 0 => deep::twice as fn(i32) -> i32, _ => |k| k ^ 1 })(~y));",
    "let mut n~# = ~i; log.say(bump(&mut n~#, ~y) ^ n~#); ~m log.say(bump(&mut n~#, { ~y; 2 }));",
    "let mut l~# = vec![~i, ~i]; Vec::push(&mut l~#, ~y); fill(&mut l~#[1..], ~y); log.say(bump(&mut l~#[at(log, ~s) % 2], ~y)); log.say(format!(\"{l~#:?}\"));",
    "let mut p~# = (~i, [~i, 2]); log.say(bump(&mut p~#.0, ~y)); log.say(bump(&mut p~#.1[at(log, ~y) % 2], p~#.0 ^ ~y));",
    "let mut n~# = ~i; n~# = std::mem::replace(&mut n~#, ~y) ^ ~y; let m~# = std::mem::take(&mut n~#); ~m log.say(n~# ^ m~#);",
    "let (mut n~#, mut m~#) = (~v, ~v); std::mem::swap(&mut n~#, &mut m~#); ~m drop(std::mem::replace(&mut n~#, ~v)); log.say(m~#.n);",
    "log.say(<i32 as PartialOrd>::lt(&~y, &~y)); log.say(i32::wrapping_pow(~y, ~y as u32) ^ Option::map_or(pick(~y), ~y, deep::twice));",
    "log.say(Noisy::get(&log.noisy_n(\"u~#\", ~y)) ^ ~y);",
    "let n~# = ~v; log.say(n~#.weigh(~y, &n~#)); log.say(n~#.weigh(~y, &log.noisy_n(\"by~#\", ~y)));",
    "let mut o~# = pick(~i); log.say(*o~#.get_or_insert(3) ^ ~y); *o~#.get_or_insert_with(|| 2) ^= ~y; *o~#.as_mut().unwrap() = ~y; ~m log.say(o~#.replace(~y) == o~#.take());",
    "let mut o~# = Some(~v); drop(o~#.replace(~v)); ~y; o~#.insert(~v).set(2); ~m log.say(o~#.is_some_and(|n| n.n > 1));",
    "let mut t~# = ~y.to_string(); t~# = t~# + &format!(\"{}\", ~y); t~# += &(~y).to_string(); t~#.insert_str(0, &~y.to_string()); ~m log.say(std::mem::take(&mut t~#) + &t~#);",
    "let n~# = { 5 }.max(~y).min(-{ ~y } ^ !{ ~s }); log.say(n~#);",
    "let mut v~# = Vat::new(log, ~#, ~i); log.say(v~#[0].max(~s) ^ ~y ^ v~#.all[1].wrapping_pow(~y as u32)); log.say(v~#[0] > ~s && v~#.all[1] == ~y); log.say(Some(v~#[0]).map_or(~y, |k| k) ^ [v~#[1], ~y][1] ^ (v~#[2], ~y).0); v~#[1] ^= -v~#[2] ^ ~y;",
    "let v~# = Vat::new(log, ~#, ~i); let s~# = Set { a: v~#[0], b: ~y, c: (v~#[1], ~y) }; log.say(s~#.a ^ s~#.c.0); for k~# in (v~#[1]..v~#[1] + ~y).take(2) { log.say(k~#); ~y; } log.say(!v~#[0] as i64 as i32 ^ ~y);",
    "let b~# = Box::new(Vat::new(log, ~#, ~i)); log.say(b~#[1] ^ ~y ^ (**b~#)[0] ^ b~#.mix()); ~m log.say(b~#.first().copied().unwrap_or(~y));",
];
