//! What is left of a value when a pattern, or a literal with a base, takes a part out of it: it is dropped at the end of its
//! scope, whatever comes between.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

struct Config<'l> {
    a: i32,
    b: i32,
    #[allow(dead_code, reason = "it is dropped")]
    n: Noisy<'l>,
}

fn config(log: &Log) -> Config<'_> {
    Config {
        a: 0,
        b: 2,
        n: log.noisy("config"),
    }
}

struct Around<'l> {
    base: Config<'l>,
    k: i32,
    #[allow(dead_code, reason = "it is dropped")]
    other: Noisy<'l>,
}

rows! {
    body left_by_wild_tuple(log) -> i32 {
        let pair = (log.noisy("a"), log.noisy("b"));
        let late = log.noisy("late");
        let (a, _) = pair;
        co_yield!(1);
        drop(a);
        co_yield!(late.get())
    }
    body left_by_wild_match(log) -> i32 {
        let pair = (log.noisy("a"), log.noisy("b"));
        match pair { (a, _) => { co_yield!(1); drop(a); } }
        co_yield!(2)
    }
    body left_by_wild_temp(log) -> i32 {
        match (log.noisy("a"), log.noisy("b")) { (a, _) => { co_yield!(1); drop(a); } }
        co_yield!(2)
    }
    body left_by_rest(log) -> i32 {
        let pair = (log.noisy("a"), log.noisy("b"));
        let (a, ..) = pair;
        co_yield!(1);
        drop(a);
        co_yield!(2)
    }

    body left_struct(log) -> i32 {
        struct Two<'a> { one: Noisy<'a>, two: Noisy<'a>, n: i32 }
        let pair = Two { two: log.noisy("b"), one: log.noisy("a"), n: 3 };
        let late = log.noisy("late");
        if log.num("k", 2) > 1 {
            let inner = log.noisy("inner");
            let Two { one, .. } = pair;
            log.say(one.get());
        }
        co_yield!(1);
        co_yield!(late.get())
    }
    body left_in_loop(log) -> i32 {
        for i in 0..2 {
            let pair = (log.noisy("a"), log.noisy("b"), 1);
            let late = log.noisy("late");
            match pair { (a, _, 1) if co_yield!(i) > 1 => { co_yield!(1); drop(a); co_yield!(3); } (_, b, ..) => { co_yield!(5); log.say(b.get()); } }
            co_yield!(2);
        }
        3
    }
    body left_drop_type(log) -> i32 {
        struct D<'a>(i32, Noisy<'a>);
        impl Drop for D<'_> { fn drop(&mut self) { self.1.get(); } }
        let d = D(3, log.noisy("d"));
        let D(n, _) = d;
        co_yield!(n);
        co_yield!(4)
    }
    body left_argument(log) -> i32 {
        let (pair, n) = ((log.noisy("a"), log.noisy("b")), 3);
        let (a, _) = pair;
        co_yield!(n);
        drop(a);
        co_yield!(4)
    }
    body base_left(log) -> i32 {
        struct Two<'a> { one: Noisy<'a>, two: Noisy<'a>, text: String, n: i32 }
        let first = Two { two: log.noisy("b"), one: log.noisy("a"), text: "x".into(), n: 3 };
        let late = log.noisy("late");
        let second = Two { one: log.noisy("c"), n: first.n + 1, text: first.text.clone(), ..first };
        co_yield!(1);
        log.say(second.text.clone());
        let third = Two { two: log.noisy("d"), ..second };
        co_yield!(2);
        let third = if log.num("k", 2) > 1 { Two { one: log.noisy("e"), text: third.text, ..third } } else { third };
        log.say(third.text.clone());
        co_yield!(third.n);
        co_yield!(late.get())
    }
    body base_of_call(log) -> i32 {
        #[derive(Clone, Copy)] struct P { a: i32, b: i32 }
        let p = P { a: 1, b: 2 };
        let q = P { a: co_yield!(3), ..p };
        co_yield!(p.a + q.b + q.a)
    }
    body deref_left(log) -> i32 {
        struct T<'a> { name: Noisy<'a>, id: i32, text: String }
        let boxed = Box::new(T { name: log.noisy("a"), id: 3, text: "t".to_string() });
        let late = log.noisy("late");
        let T { name, id: _, text } = *boxed;
        co_yield!(name.get());
        co_yield!(late.get())
    }
    body or_left(log) -> i32 {
        enum E<'a> { A(Noisy<'a>), B { text: String, n: i32, guard: Noisy<'a> }, C(String, Noisy<'a>) }
        let e = E::B { text: "x".to_string(), n: 4, guard: log.noisy("g") };
        let late = log.noisy("late");
        match e { E::B { text, .. } | E::C(text, _) => { co_yield!(1); log.say(text); } E::A(_) => {} }
        let pair = (log.noisy("pa"), log.noisy("pb"));
        match pair { (a, _) if a.n > 100 => { co_yield!(1); drop(a); } (_, b) => { drop(b); co_yield!(5); } }
        co_yield!(late.get())
    }
    body left_string_let(log) -> i32 {
        struct Token<'a> { text: String, line: i32, guard: Noisy<'a> }
        let token = Token { text: "x".to_string(), line: 3, guard: log.noisy("g") };
        let late = log.noisy("late");
        let Token { mut text, line, .. } = token;
        co_yield!(line);
        text.push('y');
        log.say(text.clone());
        drop(text);
        co_yield!(late.get())
    }
    body left_string_match(log) -> i32 {
        enum Token<'a> { Word { text: String, line: i32, guard: Noisy<'a> }, Other(i32) }
        for token in [Token::Other(1), Token::Word { text: "x".to_string(), line: 3, guard: log.noisy("g") }] {
            match token {
                Token::Word { text, line, .. } => { co_yield!(line); log.say(text); }
                Token::Other(n) if n > 3 => { co_yield!(n); }
                Token::Other(n) => { co_yield!(n); }
            }
            log.say("after");
            co_yield!(7);
        }
        3
    }
    body left_string_temps(log) -> i32 {
        struct Token<'a> { text: String, line: i32, guard: Noisy<'a> }
        let mut tokens = vec![Token { text: "x".to_string(), line: 3, guard: log.noisy("g") }, Token { text: "z".to_string(), line: 4, guard: log.noisy("h") }];
        while let Some(Token { text, line, .. }) = tokens.pop() {
            co_yield!(line);
            log.say(text);
        }
        let tokens = vec![Token { text: "x".to_string(), line: 3, guard: log.noisy("g") }, Token { text: "z".to_string(), line: 4, guard: log.noisy("h") }];
        for Token { text, line, .. } in tokens {
            co_yield!(line);
            log.say(text);
        }
        match (Token { text: "x".to_string(), line: 3, guard: log.noisy("k") }) {
            Token { line: 4, .. } => {}
            Token { text, .. } => { co_yield!(1); log.say(text) }
        }
        if let Token { text, .. } = (Token { text: "x".to_string(), line: 3, guard: log.noisy("k") }) {
            co_yield!(1); log.say(text)
        }
        3
    }
    body left_verbatim(log) -> i32 {
        struct Token<'a> { text: String, line: i32, guard: Noisy<'a> }
        let token = Token { text: "x".to_string(), line: 3, guard: log.noisy("g") };
        let other = Some(Token { text: "x".to_string(), line: 3, guard: log.noisy("o") });
        match token { Token { text, line: 3, .. } => { log.say(text); } _ => {} }
        co_yield!(1);
        let Some(Token { text, .. }) = other else { return 3 };
        co_yield!(2);
        log.say(text);
        let boxed = Box::new(Token { text: "x".to_string(), line: 3, guard: log.noisy("b") });
        let Token { text, .. } = *boxed;
        co_yield!(2);
        log.say(text);
        4
    }
    body two_left_let(log) -> i32 {
        let t = (log.noisy("a"), log.noisy("b"), log.noisy("c"));
        let (a, ..) = t;
        co_yield!(1);
        drop(a);
        co_yield!(2)
    }
    body two_left_match_temp(log) -> i32 {
        match (log.noisy("a"), log.noisy("b"), log.noisy("c")) { (a, _, _) => { co_yield!(1); drop(a); } }
        co_yield!(2)
    }
    body two_left_for(log) -> i32 {
        for (a, _, _) in [(log.noisy("a"), log.noisy("b"), log.noisy("c"))] { co_yield!(1); drop(a); }
        co_yield!(2)
    }
    body nested_left(log) -> i32 {
        let t = ((log.noisy("a"), log.noisy("b")), log.noisy("c"));
        let ((a, _), _) = t;
        co_yield!(1);
        drop(a);
        co_yield!(2)
    }
    body struct_left(log) -> i32 {
        struct S<'a> { a: Noisy<'a>, b: Noisy<'a>, c: i32 }
        let s = S { c: 1, b: log.noisy("b"), a: log.noisy("a") };
        let S { b, c, .. } = s;
        co_yield!(c);
        drop(b);
        co_yield!(2)
    }
    body quiet_arm(log) -> i32 {
        match (log.noisy("a"), log.noisy("b"), log.noisy("c")) { (a, _, _) if a.n > 100 => { co_yield!(1); } (a, _, _) => { log.say(a.get()); } }
        co_yield!(2)
    }
    body struct_two_left(log) -> i32 {
        struct S<'a> { a: Noisy<'a>, b: String, c: i32, d: String }
        let s = S { c: 1, b: "b".to_string(), a: log.noisy("a"), d: "d".to_string() };
        match s { S { b, c: _, a: _, d } => { co_yield!(1); log.say(b + &d); } }
        for S { b, d: _, a: _, .. } in [S { c: 1, b: "b".to_string(), a: log.noisy("a"), d: "d".to_string() }] { co_yield!(1); log.say(b); }
        while let Some(S { b, d: _, a: _, .. }) = Some(S { c: 1, b: "b".to_string(), a: log.noisy("a"), d: "d".to_string() }) { if co_yield!(1) > 2 { break; } log.say(b); }
        co_yield!(2)
    }
    body tuple_part_dropped(log) -> i32 {
        let pair = (log.noisy("a"), log.noisy("b"), 3);
        let late = log.noisy("late");
        drop(pair.0);
        co_yield!(pair.2);
        log.say(format!("{} {:?}", pair.1.n, pair.1));
        co_yield!(late.get())
    }
    body parts_beside_their_names(log) -> i32 {
        let pair = (log.noisy("a"), log.noisy("b"), 5);
        co_yield!(1);
        if let Some(pair_0) = Some(log.noisy_n("c", 7)) {
            co_yield!(pair.0.into_n() + pair_0.into_n());
        }
        let sum = |pair_2: i32| pair_2 + pair.2;
        let pair_1 = log.noisy_n("d", sum(1));
        co_yield!(pair.1.into_n() + pair_1.into_n())
    }

    body tuple_part_on_a_path(log) -> i32 {
        let mut pair = (log.noisy("a"), log.noisy("b"));
        let late = log.noisy("late");
        if log.flag("f", co_yield!(1) > 1) { drop(pair.1); co_yield!(2); }
        co_yield!(3);
        pair.1 = log.noisy("c");
        co_yield!(pair.1.get());
        co_yield!(late.get())
    }
    body tuple_mut(log) -> i32 {
        let mut pair: (i32, Noisy<'_>, String) = (1, log.noisy("b"), String::new());
        pair.0 += 1;
        pair.2.push('x');
        co_yield!(pair.0);
        let n = pair.1;
        co_yield!(n.get());
        pair.0 += n.n;
        log.say(pair.2);
        co_yield!(pair.0)
    }

    body left_if_else(log) -> i32 {
        struct Token<'a> { text: String, line: i32, guard: Noisy<'a> }
        let mut tokens = vec![Some(Token { text: "x".to_string(), line: 3, guard: log.noisy("g") }), None, Some(Token { text: "z".to_string(), line: 4, guard: log.noisy("h") })];
        let mut n = 0;
        loop {
            let line = if let Some(Some(Token { text, line, .. })) = tokens.pop() {
                co_yield!(line);
                log.say(text);
                line
            } else if n < 3 { n += 1; log.say("none"); co_yield!(0) } else { break; };
            n += line;
            co_yield!(n);
        }
        let other = log.noisy("other");
        if let (1, Token { text, line: 1, .. }) = (1, Token { text: "q".to_string(), line: other.n, guard: log.noisy("k") }) { co_yield!(1); log.say(text); } else { log.say("else"); co_yield!(2); }
        3
    }

    body left_by_alternatives(log) -> i32 {
        enum E<'a> { A(Noisy<'a>), B(Noisy<'a>, i32, Noisy<'a>), C { of: Noisy<'a>, n: i32 } }
        let mut n = 0;
        for e in [E::A(log.noisy("a")), E::B(log.noisy("b"), 1, log.noisy("bb")), E::C { of: log.noisy("c"), n: 2 }] {
            let late = log.noisy("late");
            match e { E::A(x) | E::B(x, _, _) | E::C { of: x, n: _ } => { co_yield!(x.get()); n += x.into_n(); co_yield!(n); } }
            co_yield!(late.get());
        }
        match E::B(log.noisy("d"), co_yield!(3), log.noisy("dd")) {
            E::A(mut x) | E::B(_, 1..=9, mut x) | E::C { n: _, of: mut x } if co_yield!(4) > 1 => { x.set(5); co_yield!(x.get()); }
            E::B(x, 1, _) | (E::C { of: x, n: _ } | E::B(_, _, x)) => { log.say("last"); co_yield!(x.get()); }
            E::A(_) => {}
        }
        let either = if n > 3 { Ok((log.noisy("o"), log.noisy("p"))) } else { Err(log.noisy("e")) };
        let (Ok((x, _)) | Err(x)) = either;
        co_yield!(x.get());
        drop(x);
        co_yield!(n)
    }

    body base_of_base(log) -> i32 {
        struct C<'a> { name: Noisy<'a>, other: Noisy<'a>, on: bool, n: i32 }
        let base = C { name: log.noisy("name"), other: log.noisy("other"), on: false, n: 1 };
        let config = base;
        let late = log.noisy("late");
        let config = C { name: log.noisy_n("again", co_yield!(1)), ..config };
        let on = co_yield!(config.n) > 2;
        let config = C { on, ..config };
        let last = config;
        co_yield!(last.name.n + late.n);
        let last = C { n: co_yield!(2), other: log.noisy("newer"), ..last };
        log.say(last.on);
        co_yield!(last.n);
        last.name.get() + last.other.get()
    }

    body pattern_of_a_field(log) -> i32 {
        struct S<'a> { a: Option<Noisy<'a>>, b: Noisy<'a>, c: Option<Noisy<'a>>, n: (i32, i32), text: (String, String) }
        let mut sum = 0;
        for n in 0..3 {
            let s = S {
                a: (n > 0).then(|| log.noisy("a")), b: log.noisy("b"),
                c: (n < 2).then(|| log.noisy("c")), n: (n, 2), text: ("x".to_string(), "y".to_string()),
            };
            let late = log.noisy("late");
            if let Some(a) = s.a { sum += co_yield!(a.get()); log.say("then"); } else { log.say("none"); co_yield!(1); }
            let (k, m) = s.n;
            sum += k + m;
            let (text, _) = s.text;
            log.say(text);
            co_yield!(sum);
            let Some(c) = s.c else { log.say("leaves"); continue };
            co_yield!(c.n + late.n);
            drop(c);
            co_yield!(s.b.get() + s.n.0);
        }
        sum
    }
    body match_of_a_field(log) -> i32 {
        enum K<'a> { A(String, i32), B(Option<Noisy<'a>>), C }
        struct S<'a> { k: K<'a>, b: Noisy<'a>, inner: (Option<Noisy<'a>>, i32) }
        let all = [K::A("text".to_string(), 2), K::B(Some(log.noisy("inside"))), K::B(None), K::C];
        let mut n = 0;
        for k in all {
            n += 1;
            let s = S { k, b: log.noisy_n("b", n), inner: (Some(log.noisy("i")), n) };
            let got = match s.k {
                K::A(text, 2..) => { co_yield!(1); text.len() as i32 }
                K::B(inner) => { log.say("other"); inner.is_some() as i32 }
                K::A(..) | K::C => co_yield!(9),
            };
            if let Some(x) = s.inner.0 { if got > 1 { co_yield!(x.get()); continue; } n += x.into_n(); }
            co_yield!(s.b.n + s.inner.1);
        }
        n
    }

    // A `let` that says its type.
    body typed(log) -> i32 {
        let pair = (log.noisy("a"), log.noisy("b"));
        let none: Option<i32> = None;
        let most: i32 = i32::MAX;
        let n = (1, 2);
        co_yield!(n.0);
        let (a, _): (Noisy<'_>, Noisy<'_>) = pair;
        co_yield!(a.n);
        let user = (String::from("user"), (1, String::from("inner")));
        let name: String = user.0;
        co_yield!(name.len() as i32);
        let (k, inner): (i32, String) = user.1;
        co_yield!(k);
        let Some(x): Option<i32> = none.or(Some(inner.len() as i32)) else { return 1 };
        x + most.min(3)
    }

    // Fields of a local that is held are assigned by a pattern.
    fork destructured_fields(log) -> i32 {
        #[derive(Clone)]
        struct Pair { a: i32, b: i32 }
        let mut s = Pair { a: 0, b: 1 };
        for _ in 0..3 {
            co_yield!(s.a);
            (s.a, s.b) = (s.b, s.a + s.b);
        }
        let mut list = (1, [2, 3]);
        [list.0, _] = [s.a, s.b];
        (list.1[0], list.0) = (co_yield!(list.0), list.1[1]);
        log.say(format!("{} {} {:?}", s.a, s.b, list));
        Pair { a: s.a, b: list.0 } = Pair { a: 7, b: co_yield!(s.b) };
        s.a + list.0
    }

    body base_that_a_pattern_took_out(log) -> i32 {
        let e = Around { base: config(log), k: 3, other: log.noisy("other") };
        let Around { base, k, .. } = e;
        co_yield!(k);
        let d = Config { a: 1, ..base };
        d.a + d.b
    }

    body base_that_a_pattern_took_out_of_a_tuple(log) -> i32 {
        let e = (log.noisy("first"), config(log));
        let (_, base) = e;
        co_yield!(1);
        let d = Config { a: co_yield!(2), ..base };
        d.a + d.b
    }
}
