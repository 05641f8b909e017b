//! What shapes and names might be taken for, and are not.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

struct Named<'l> {
    noisy: Noisy<'l>,
    len: i32,
}

impl<'l> Named<'l> {
    /// By names that views have.
    fn iter(&self) -> Noisy<'l> {
        self.noisy.clone()
    }

    fn as_guard(&self) -> Noisy<'l> {
        self.noisy.clone()
    }
}

fn named(log: &Log) -> Named<'_> {
    Named {
        noisy: log.noisy("named"),
        len: 1,
    }
}

/// For ever: a coroutine that is compared may outlive the call that makes it.
fn lent<'a, T>(value: T) -> &'a mut T {
    Box::leak(Box::new(value))
}

fn grow(named: &mut Named<'_>) -> i32 {
    named.len += 10;
    named.len
}

trait Look {
    fn peer(&self) -> i32;
}

impl Look for Noisy<'_> {
    fn peer(&self) -> i32 {
        self.get()
    }
}

#[allow(non_camel_case_types, reason = "it is the point")]
struct u24<'l>(Noisy<'l>);

/// With a destructor; the variants have been imported.
enum Kind<'l> {
    Idle,
    Busy(Noisy<'l>),
}

use Kind::{Busy, Idle};

impl Drop for Kind<'_> {
    fn drop(&mut self) {
        GONE.set(GONE.get() + 1);
    }
}

thread_local!(static GONE: std::cell::Cell<i32> = const { std::cell::Cell::new(0) });

fn made(log: &Log, n: i32) -> Kind<'_> {
    match n {
        0 => Idle,
        _ => Busy(log.noisy_n("busy", n)),
    }
}

enum Tagged<'l> {
    Number(i32, Noisy<'l>),
    Nothing,
}

impl Drop for Tagged<'_> {
    fn drop(&mut self) {
        if let Self::Number(n, noisy) = self {
            noisy.set(*n);
        }
    }
}

fn bumped<'l>(log: &'l Log, p: &mut i32) -> Noisy<'l> {
    *p += 4;
    log.noisy_n("bumped", 2)
}

/// Leaves the loop.
macro_rules! first_of {
    ($n:ident, $at:expr) => {
        if $n >= $at {
            break;
        }
        $n += 1;
    };
}

struct Cost<K> {
    so_far: K,
    guess: K,
    at: usize,
}

/// Without fields.
struct Unit;

impl Unit {
    fn get(&self) -> i32 {
        4
    }
}

rows! {
    body the_index_of_a_scrutinee_is_evaluated_once(log) -> i32 {
        let list = [1, 2, 3, 4];
        let mut at = 0;
        let a = match list[log.num("index", 1) as usize] {
            2 if co_yield!(1) == 1 => log.num("first", 1),
            2 if { at = 3; co_yield!(2) } == 2 => log.num("second", 2),
            other => other,
        };
        let b = match list[at] {
            _ if { at = 1; co_yield!(at as i32) } == 3 => 7,
            4 => at as i32,
            other => other * 10,
        };
        a + b
    }

    body what_is_behind_a_reference_that_is_handed_on(log, list: &mut [Named<'_>; 2] = lent([named(log), named(log)])) -> bool {
        let [a, b] = list;
        let most = a.len.max({ grow(a); co_yield!(1) });
        let less = a.len < { log.num("grown", grow(a)); co_yield!(most) };
        let same = b.len == { let c = b; c.len = 4; co_yield!(c.len) };
        less ^ same
    }

    body an_argument_that_is_handed_on(log, a: &mut Named<'_> = lent(named(log))) -> bool {
        let most = a.len.max({ grow(a); co_yield!(1) });
        let less = a.len != { log.num("grown", grow(a)); co_yield!(most); 11 };
        less && a.len == { co_yield!(log.num("len", a.len)); 21 }
    }

    body shared_references_are_handed_on(log, list: &[Named<'_>; 2] = lent([named(log), named(log)])) -> bool {
        let look = |named: &Named<'_>| named.noisy.get();
        let first: &Named<'_> = &list[0];
        let mut all = true;
        all &= first.noisy == { look(first); co_yield!(1); log.noisy("made") };
        all
    }

    body temporaries_of_all_shapes(log) -> i32 {
        let make = |name: &str| log.noisy(name.to_owned());
        match (log.noisy("start")..log.noisy("end")).start.look() { n => { co_yield!(n); log.say("range"); } }
        match [const { None::<Noisy<'_>> }; 2].len() { n => { co_yield!(n as i32); log.say("repeat"); } }
        match (Box::new(log.noisy("box")) as Box<dyn Look>).peer() { n => { co_yield!(n); log.say("cast"); } }
        match ({ let made = log.noisy("block"); made }).look() { n => { co_yield!(n); log.say("block"); } }
        match (loop { break log.noisy("loop"); }).look() { n => { co_yield!(n); log.say("loop"); } }
        match Unit.get() { n => { co_yield!(n); log.say("unit"); } }
        match Some(make("some")).as_ref().map_or(0, |some| some.n) { n => { co_yield!(n); log.say("some"); } }
        if let 3 = make("if").look() { co_yield!(1); log.say("if"); } else { co_yield!(2); }
        5
    }

    body views_by_their_names(log) -> i32 {
        let named = named(log);
        match named.iter().look() { n => { co_yield!(n); log.say("iter"); } }
        match named.as_guard() { _ => { co_yield!(1); log.say("guard"); } }
        named.as_guard().n
    }

    body a_typed_let_else_leaves_what_it_does_not_bind(log) -> i32 {
        let pair: Option<(i32, Noisy<'_>)> = Some((1, log.noisy("part")));
        let Some((n, _)): Option<(i32, Noisy<'_>)> = pair else { co_yield!(0); return 1 };
        let two = (log.noisy("first"), Some(co_yield!(n)));
        let (_, Some(m)): (Noisy<'_>, Option<i32>) = two else { return co_yield!(3); };
        let _between = log.noisy("between");
        let Some(gone): Option<i32> = log.noisy("made").maybe() else { co_yield!(4); return 2 };
        let (ref a, Some(b)): (Noisy<'_>, Option<i32>) = two else { return 3; };
        log.num("end", co_yield!(m + b))
    }

    body what_a_cast_makes_has_a_destructor(log) -> i32 {
        let boxed = Box::new(log.noisy("boxed")) as Box<dyn Look>;
        let other = log.noisy("other");
        co_yield!(1);
        boxed.peer() + other.get()
    }

    body a_type_that_is_called_almost_as_a_number(log, a: u24<'_> = u24(log.noisy("u24"))) -> i32 {
        let b = log.noisy("b");
        co_yield!(a.0.get());
        log.say("end");
        b.n
    }

    body what_is_mentioned_again_somewhere_is_copied(log) -> i32 {
        let p = log.num("p", 5);
        let s = if p & 1 != log.num("one", 1) { 1 } else if p & 4 != 0 { 2 } else { 3 };
        co_yield!(s);
        let q = Some(p);
        let t = match q { Some(1) => 0, _ if log.flag("q", q == None) => 1, other if other.is_some() && q.is_some() => { let r = q; r.map_or(0, |r| r) } _ => 4 };
        co_yield!(t)
    }

    body truth_values_are_copied(log) -> i32 {
        let old = log.flag("old", true);
        let new = log.flag("new", false);
        let n = match co_yield!(1) {
            2 if old => 3,
            3 if new => 4,
            n if n > 3 && old || new => n,
            _ => { co_yield!(6); 4 }
        };
        if n == 4 && new { return 9; }
        co_yield!(n)
    }

    body patterns_into_references(log, list: &[Result<Option<Vec<i32>>, i32>; 3] = lent([Ok(Some(vec![1, 2])), Ok(None), Err(2)])) -> i32 {
        let mut sum = 0;
        for item in list.iter() {
            match item {
                Ok(Some(numbers)) if numbers.len() > 1 => { sum += co_yield!(numbers[1]); }
                Err(n) if *n > log.num("n", 1) => { sum -= co_yield!(*n); }
                _ => {}
            }
        }
        sum
    }

    body slices_of_a_slice_behind_an_argument(log, text: &mut &[i32] = lent(&[1, 2, 3, 4, 5][..])) -> i32 {
        let mut sum = 0;
        while !text.is_empty() {
            let (first, rest) = text.split_at(1);
            let (second, rest) = rest.split_at(rest.len().min(1));
            sum += co_yield!(first[0] + second.len() as i32);
            *text = rest;
        }
        sum
    }

    body parts_whose_types_are_told_later(log) -> i32 {
        let first = Some(Cost { so_far: Default::default(), guess: Default::default(), at: 0 });
        if let Some(Cost { so_far, .. }) = first {
            co_yield!(1);
            if log.flag("leave", so_far > 0) { return so_far; }
        }
        let Some(Cost { guess, .. }) = (Some(Cost { so_far: 1, guess: Default::default(), at: 0 })) else { return co_yield!(0); };
        log.num("guess", guess);
        let costs = [3, 1, 2];
        let mut to_see = Vec::new();
        to_see.push(Cost { so_far: Default::default(), guess: Default::default(), at: 0 });
        let mut total = 0;
        while let Some(Cost { so_far, at, .. }) = to_see.pop() {
            co_yield!(at as i32);
            if at < costs.len() {
                let cost = so_far + costs[at];
                to_see.push(Cost { so_far: cost, guess: cost, at: at + 1 });
                total = cost;
            }
        }
        total
    }

    body a_macro_hides_the_end_of_a_loop(log) -> i32 {
        let mut n = 0;
        let first;
        loop { first_of!(n, 3); log.num("round", n); }
        first = n;
        co_yield!(first);
        let mut last;
        loop { last = log.noisy(n); first_of!(n, 0); }
        'outer: loop {
            loop { if n > 5 { break 'outer; } first_of!(n, 5); }
            n += co_yield!(n);
        }
        n + last.n
    }

    body macros_of_the_body_outlive_inner_blocks(log) -> i32 {
        let c = log.num("c", 3);
        macro_rules! more { () => { c + 1 } }
        { let _g = log.noisy("g"); co_yield!(1); }
        let k = more!();
        co_yield!(k);
        { let d = log.noisy("d"); macro_rules! inner { () => { d.get() } } co_yield!(inner!()); co_yield!(inner!() + more!()); }
        more!()
    }

    body loops_that_only_look_at_what_is_moved_elsewhere(log) -> i32 {
        let words = vec![log.noisy("a"), log.noisy("b")];
        let mut list = Vec::new();
        let mut text = String::new();
        for word in &words { list.push(word.n); text.push_str(&word.name()); if list.len() > 5 { return list[0]; } }
        let noisy = log.noisy("moved");
        for word in words.iter() { log.num("seen", word.n + noisy.as_n()); }
        let sent = co_yield!(list.len() as i32);
        if log.flag("drop", sent > 1) { drop(list); drop(noisy); }
        let name = if text.is_empty() { String::from("x") } else { text };
        co_yield!(words.len() as i32 + name.len() as i32)
    }

    body what_a_later_part_of_a_head_changes(log) -> i32 {
        let mut p = 1;
        let n = match (p, bumped(log, &mut p).look()) { (at, n) => { co_yield!(at); at + n } };
        let m = match vec![p, bumped(log, &mut p).look(), p] { list => co_yield!(list[0] + list[2]) };
        let mut q = 5;
        for k in q..q + bumped(log, &mut q).look() { co_yield!(k); }
        n + m + q
    }

    body variants_that_are_imported(log) -> i32 {
        GONE.set(0);
        let gone = || GONE.get();
        if let Idle = made(log, 0) { co_yield!(1); log.num("idle", gone()); }
        log.say(gone());
        match made(log, 0) { Idle => { co_yield!(2); log.say(gone()); } Busy(ref n) => { co_yield!(n.n); } }
        log.say(gone());
        while let Idle = made(log, log.num("times", 0)) { log.say(gone()); if co_yield!(3) > 0 { break; } }
        log.say(gone());
        co_yield!(4)
    }

    body what_is_written_in_a_head(log) -> String {
        use std::fmt::Write;
        let mut text = String::new();
        match write!(text, "{}{:?}", log.noisy("first").look(), log.noisy("second")) { written => { co_yield!(1); log.flag("ok", written.is_ok()); } }
        if let Ok(()) = writeln!(text, "{n}", n = log.noisy("third").look()) { co_yield!(2); log.say("in"); }
        text
    }

    body a_closure_that_copies_out_of_what_has_a_destructor(log) -> i32 {
        let kind = Tagged::Number(4, log.noisy("tagged"));
        let n = (|| if let Tagged::Number(n, _) = kind { n } else { 0 })();
        co_yield!(n);
        let other = Tagged::Nothing;
        let m = Some(1).map(|m| match other { Tagged::Number(n, _) => n, Tagged::Nothing => m });
        co_yield!(m.unwrap_or(7))
    }
}

/// A text beside something to drop.
struct Page<'l> {
    text: String,
    cursor: Cursor<'l>,
    #[allow(dead_code, reason = "it is dropped")]
    noisy: Noisy<'l>,
}

/// With methods of consuming names.
struct Cursor<'l>(i32, #[allow(dead_code, reason = "it is dropped")] Noisy<'l>);

impl Cursor<'_> {
    fn take(&mut self, n: i32) -> i32 {
        self.0 += n;
        self.0
    }
    fn expect(&mut self, n: i32) -> bool {
        self.take(n) == n
    }
}

rows! {
    body parts_that_methods_of_consuming_names_look_at(log) -> i32 {
        let mut page = Page {
            text: String::from("a\nbc"),
            cursor: Cursor(0, log.noisy("cursor")),
            noisy: log.noisy("page"),
        };
        let n = page.text.lines().count() as i32;
        co_yield!(n);
        let mut sum = co_yield!(page.text.len() as i32);
        for line in page.text.lines().map(str::len).collect::<Vec<_>>() { sum += co_yield!(line as i32); }
        let k = page.cursor.take(2);
        co_yield!(k);
        log.say(page.cursor.expect(1));
        co_yield!(page.cursor.0);
        sum
    }
}
