//! Loops over what is static, own iterators with a destructor, collections, and chains of boxes.

use super::body::Writer;

/// The types that the rows share.
pub(super) const TYPES: &str = "#[derive(Clone)] enum Chain<'l> { End, Link(Noisy<'l>, Box<Chain<'l>>) }
#[derive(Clone)] struct Steps<'l>(&'l Log, i32);
impl Iterator for Steps<'_> { type Item = i32; fn next(&mut self) -> Option<i32> { self.0.say(\"step\"); self.1 -= 1; (self.1 > 0).then_some(self.1) } }
impl Drop for Steps<'_> { fn drop(&mut self) { self.0.say(format!(\"-steps {}\", self.1)); } }
";

impl Writer {
    pub(super) fn walked(&mut self, depth: usize) -> String {
        self.one_of(depth, WALKS)
    }
}

const WALKS: &[&str] = &[
    "~Ffor k~# in &STEPS ~B{ ~b log.say(k~#); ~y; }~E",
    "~Ffor w~# in STEPS.windows(2) ~B{ ~b log.say(w~#[0] ^ ~y ^ w~#[1]); }~E",
    "~Ffor (i~#, k~#) in STEPS.iter().enumerate().rev() ~B{ ~b log.say(i~#); log.say(*k~# ^ ~y); }~E",
    "~Ffor c~# in \"ab\".chars() ~B{ ~b log.say(c~#); ~y; }~E",
    "let t~#: &str = if ~f { \"a b\" } else { \"c\" }; ~Ffor w~# in t~#.split(' ') ~B{ ~b log.say(w~#); ~y; }~E match t~# { \"c\" => { ~y; } other~# => { ~y; log.say(other~#); } }",
    "let mut it~# = \"abc\".bytes(); ~L: while let Some(b~#) = it~#.next() { ~b log.say(b~#); if ~y > 2 { break; } }~E log.say(it~#.len());",
    "let r~# = &LIMIT; let q~#: &[i32] = &[1, 2]; let p~# = &(3, 4); ~y; log.say(*r~# ^ q~#[at(log, ~y) % 2] ^ p~#.1); ~m log.say(p~#.0);",
    "~Ffor k~# in Steps(log, 3) ~B{ ~b log.say(k~#); if ~y > 2 { break; } }~E",
    "~Ffor k~# in Steps(log, ~i & 3).map(move |k| k ^ ~k).chain([~y]) ~B{ ~b log.say(k~#); }~E",
    "let mut s~# = Steps(log, 4); log.say(s~#.next() == pick(~y)); ~Ffor k~# in s~#.by_ref() ~B{ ~b log.say(k~#); if ~y > 1 { break; } }~E log.say(s~#.next().is_some());",
    "let mut s~# = Steps(log, ~i & 3); ~L: while let Some(k~#) = s~#.next() { ~b log.say(k~#); ~y; }~E drop(s~#); ~m",
    "~Ffor (k~#, l~#) in Steps(log, 3).zip(Steps(log, ~y)) ~B{ log.say(k~# ^ l~#); ~b}~E",
    "let l~# = Steps(log, 3).collect::<Vec<_>>(); ~y; log.say(l~#.into_iter().fold(~y, |a, k| a ^ k) ^ Steps(log, 2).last().unwrap_or(~y));",
    "let mut c~# = Chain::Link(~v, Box::new(Chain::Link(~v, Box::new(Chain::End)))); while let Chain::Link(n~#, rest~#) = c~# { log.say(n~#.n); ~y; c~# = *rest~#; }",
    "match Chain::Link(~v, Box::new(Chain::Link(~v, Box::new(Chain::End)))) { Chain::End => {} Chain::Link(n~#, rest~#) => { ~b if let Chain::Link(m~#, _l~#) = *rest~# { ~y; log.say(m~#.n); } log.say(n~#.n); } }",
    "let mut m~# = std::collections::BTreeMap::from([(1, ~y)]); *m~#.entry(~i).or_insert(2) ^= ~y; *m~#.get_mut(&1).unwrap() ^= ~y; ~L: while let Some((k~#, n~#)) = m~#.pop_first() { ~b log.say(k~# ^ n~# ^ ~y); }~E",
    "let mut d~# = std::collections::VecDeque::from([~v, ~v]); d~#.push_front(~v); ~L: while let Some(n~#) = d~#.pop_back() { ~b if ~y == 1 { d~#.push_front(log.noisy(\"d~#\")); } if ~y > 1 { break; } drop(n~#); }~E log.say(d~#.len());",
    "let mut h~# = std::collections::BinaryHeap::from([~i, ~i]); ~L: while let Some(k~#) = h~#.pop() { ~b if ~y == 1 { h~#.push(k~# / 2); } else { log.say(k~#); } }~E",
    "let it~# = [~v, ~v].into_iter(); ~Ffor n~# in it~# ~B{ if ~y == 1 { continue; } ~b log.say(n~#.into_n()); if ~y == 2 { break; } }~E",
    "let mut p~# = vec![~v, ~v].into_iter().peekable(); log.say(p~#.peek().map_or(0, |n| n.n)); ~y; log.say(p~#.next_if(|n| n.n > 2).is_some()); ~Ffor n~# in p~# ~B{ ~b drop(n~#); ~y; }~E",
];
