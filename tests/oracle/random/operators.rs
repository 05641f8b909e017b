//! Operators of an own type that say when they are called, and places whose indices and references have effects.

use super::body::Writer;

/// The type that the rows share.
pub(super) const TYPES: &str = "#[derive(Clone)] struct Vat<'l> { log: &'l Log, id: i32, all: [i32; 3] }
impl<'l> Vat<'l> {
    fn new(log: &'l Log, id: i32, n: i32) -> Self { log.say(format!(\"+vat{id}\")); Vat { log, id, all: [n, 1, 2] } }
    fn say(&self, what: &str) { self.log.say(format!(\"{what} {}\", self.id)); }
    fn mix(&self) -> i32 { self.say(\"mix\"); self.all.iter().fold(0, |a, k| a ^ k) }
    fn nth(&mut self, at: usize) -> &mut i32 { self.say(\"nth\"); &mut self.all[at] }
}
impl Drop for Vat<'_> { fn drop(&mut self) { self.say(\"-vat\"); } }
impl std::ops::Deref for Vat<'_> { type Target = [i32; 3]; fn deref(&self) -> &[i32; 3] { self.say(\"deref\"); &self.all } }
impl std::ops::DerefMut for Vat<'_> { fn deref_mut(&mut self) -> &mut [i32; 3] { self.say(\"deref_mut\"); &mut self.all } }
impl std::ops::Index<usize> for Vat<'_> { type Output = i32; fn index(&self, at: usize) -> &i32 { self.say(\"index\"); &self.all[at] } }
impl std::ops::IndexMut<usize> for Vat<'_> { fn index_mut(&mut self, at: usize) -> &mut i32 { self.say(\"index_mut\"); &mut self.all[at] } }
impl std::ops::Add<i32> for Vat<'_> { type Output = Self; fn add(mut self, by: i32) -> Self { self.say(\"add\"); self.all[0] ^= by; self } }
impl std::ops::AddAssign<i32> for Vat<'_> { fn add_assign(&mut self, by: i32) { self.say(\"add_assign\"); self.all[1] ^= by; } }
impl std::ops::AddAssign for Vat<'_> { fn add_assign(&mut self, by: Self) { self.say(\"add_vat\"); self.all[2] ^= by.all[2]; } }
impl std::ops::Not for Vat<'_> { type Output = bool; fn not(self) -> bool { self.say(\"not\"); self.all[0] == 0 } }
impl std::ops::Neg for Vat<'_> { type Output = Self; fn neg(mut self) -> Self { self.say(\"neg\"); self.all[0] ^= 3; self } }
impl PartialEq<i32> for Vat<'_> { fn eq(&self, other: &i32) -> bool { self.say(\"eq\"); self.all[0] == *other } }
impl PartialOrd<i32> for Vat<'_> { fn partial_cmp(&self, other: &i32) -> Option<std::cmp::Ordering> { self.say(\"cmp\"); self.all[0].partial_cmp(other) } }
fn at(log: &Log, n: i32) -> usize { log.say(format!(\"at {n}\")); n.rem_euclid(3) as usize }
fn within<'a>(log: &Log, list: &'a mut [i32], n: usize) -> &'a mut i32 { log.say(format!(\"within {n}\")); &mut list[n] }
";

impl Writer {
    /// A value of the own type, and what operators make of it.
    pub(super) fn operated(&mut self, depth: usize) -> String {
        let made = self.filled(depth, "Vat::new(log, ~#, ~i)");
        let n = self.fresh();
        let steps: String = (0..1 + self.rng.below(3))
            .map(|_| {
                self.one_of(depth, OPERATORS)
                    .replace("VAT", &format!("vat{n}"))
                    + " "
            })
            .collect();
        let last = self.one_of(depth, LAST).replace("VAT", &format!("vat{n}"));
        format!("{{ let mut vat{n} = {made}; {steps}{last} }}")
    }

    /// Places with effects.
    pub(super) fn indexed(&mut self, depth: usize) -> String {
        let n = self.fresh();
        let list = *self
            .rng
            .pick(&["[~s, ~s, 3]", "vec![~i, 2, ~i]", "Box::new([~s, 1, ~i])"]);
        let list = self.filled(depth, list);
        let steps: String = (0..1 + self.rng.below(3))
            .map(|_| {
                self.one_of(depth, PLACES)
                    .replace("LIST", &format!("list{n}"))
                    + " "
            })
            .collect();
        format!("{{ let mut list{n} = {list}; {steps}log.say(format!(\"{{list{n}:?}}\")); }}")
    }
}

const OPERATORS: &[&str] = &[
    "VAT[at(log, co_yield!(~k))] += ~i;",
    "VAT[at(log, ~s)] = ~i;",
    "VAT[{ log.say(\"ix\"); ~y; 1 }] = ~y;",
    "VAT[1] = VAT[2] ^ ~y;",
    "VAT[0] ^= VAT[at(log, ~y)];",
    "VAT += ~i;",
    "VAT += Vat::new(log, ~#, ~i);",
    "VAT += Vat::new(log, ~#, ~i) + ~i;",
    "VAT.swap(0, at(log, ~s));",
    "log.say(VAT[0] ^ ~y ^ VAT[at(log, ~s)]);",
    "if VAT == ~i { ~b}",
    "if !(VAT == ~i) && VAT < ~c { ~b} else { ~y; }",
    "*VAT.nth(1) ^= ~i;",
    "*VAT.nth(at(log, ~s)) = ~i;",
    "*VAT.nth({ ~y; 2 }) = ~y;",
    "(VAT.all[0], VAT[1]) = (~i, ~i);",
    "match VAT[at(log, ~y)] { 0 => { ~b} k~# => { ~b log.say(k~#); } }",
    "match *VAT { [0, ..] => { ~b} [a~#, .., b~#] if a~# > b~# => { ~b log.say(a~#); } _ => { ~y; } }",
    "let [a~#, _, b~#] = *VAT; log.say(a~# ^ ~y ^ b~#);",
    "for k~# in VAT.iter_mut() { *k~# ^= 1; }",
    "~Ffor k~# in *VAT ~B{ ~b log.say(k~#); }~E",
    "raise(log, ~i, &mut VAT[1]);",
    "log.say(VAT.mix() ^ ~y ^ VAT.mix());",
    "VAT = VAT + ~y;",
    "VAT = -VAT;",
    "VAT = Vat::new(log, ~#, ~i);",
    "log.say(VAT.first().copied() == pick(~i));",
    "log.say(VAT.len() as i32 + ~y);",
    "let k~# = VAT[at(log, ~s)]; ~y; log.say(k~#);",
    "log.say((Vat::new(log, ~#, ~i) + ~y)[at(log, ~y)]);",
    "let k~# = !(Vat::new(log, ~#, ~i) + ~y); if k~# { ~b}",
    "if Vat::new(log, ~#, ~i) == ~y { ~b} else { ~y; }",
    "let o~# = std::mem::replace(&mut VAT, Vat::new(log, ~#, ~i)); ~b log.say(o~#.id);",
    "let r~# = &mut VAT; r~#[0] ^= 1; *r~# += 2; log.say(r~#.mix()); ~y;",
    "let r~# = &VAT; log.say(r~#[1] ^ r~#.mix()); ~y;",
];

const LAST: &[&str] = &[
    "log.say(VAT.mix());",
    "log.say(VAT.mix() ^ ~y);",
    "log.say(!(VAT + ~y));",
    "log.say(!VAT);",
    "let w~# = -VAT + ~i; ~b log.say(w~#[at(log, ~y)]);",
    "drop((VAT, ~y));",
    "match VAT { Vat { all: [a~#, ..], .. } if a~# > 1 => { ~b} Vat { id: k~#, .. } => { ~y; log.say(k~#); } }",
    "~b",
];

const PLACES: &[&str] = &[
    "LIST[at(log, co_yield!(~k))] ^= ~i;",
    "LIST[at(log, ~s)] = ~i;",
    "LIST[{ log.say(\"ix\"); ~y; 1 }] = LIST[{ log.say(\"iy\"); 2 }] ^ ~y;",
    "LIST[at(log, ~s)] ^= LIST[at(log, ~y)];",
    "*within(log, &mut LIST[..], 1) ^= ~i;",
    "*within(log, &mut LIST[..], at(log, ~s)) = ~i;",
    "*within(log, &mut LIST[1..], { ~y; 1 }) = ~y;",
    "*LIST.get_mut(1).unwrap() ^= ~y;",
    "*LIST.iter_mut().max().unwrap() = ~y;",
    "log.say(LIST[at(log, ~s)] ^ ~y ^ LIST[at(log, ~y)]);",
    "LIST.swap(at(log, ~y), at(log, ~y));",
    "log.say(LIST[~y.rem_euclid(3) as usize..].len() as i32 + ~y);",
    "(LIST[0], LIST[at(log, 2)]) = (LIST[1], ~y);",
    "(LIST[at(log, 1)], _) = (~i, ~i);",
    "match LIST[at(log, ~y)] { 0..=2 => { ~b} k~# => { ~y; log.say(k~#); } }",
    "match LIST[..] { [a~#, .., b~#] if a~# > b~# => { ~b log.say(b~#); } [a~#, ref rest~# @ ..] => { log.say(rest~#.len()); ~b log.say(a~#); } [] => {} }",
    "if let [a~#, b~#, _] = LIST[..] && a~# > ~y { ~b log.say(b~#); }",
    "if let &[a~#, b~#, ..] = &LIST[..] { ~b log.say(a~# ^ b~#); }",
    "raise(log, ~i, &mut LIST[at(log, 1)]);",
    "log.say(three(log, LIST[0], ~y, LIST[at(log, ~s)]));",
    "let r~# = &mut LIST[1]; *r~# ^= 5; ~y;",
    "LIST.reverse(); ~b",
    "let n~# = LIST[0] ^ { LIST[0] ^= 3; ~y } ^ LIST[0]; log.say(n~#);",
];
