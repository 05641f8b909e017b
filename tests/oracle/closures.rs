//! Closures, captured format arguments, local items, generic functions.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

fn apply<T>(f: impl FnOnce(i32) -> T, n: i32) -> T {
    f(n)
}

fn run(f: &dyn Fn(i32) -> i32) -> i32 {
    f(1)
}

fn run_of<F: Fn(i32) -> i32>(f: &F) -> i32 {
    f(2)
}

fn run_mut(f: &mut dyn FnMut(i32) -> i32) -> i32 {
    f(1) + f(2)
}

rows! {
    fork closure_kept(log) -> i32 {
        let add = |a: i32, b: i32| a + b;
        let x = co_yield!(add(1, 2));
        co_yield!(add(x, x))
    }

    fork closure_moves_a_local(log) -> i32 {
        let a = log.noisy("a");
        let _b = log.noisy("b");
        let f = move |n: i32| a.get() + n;
        co_yield!(f(1));
        let x = f(co_yield!(2));
        co_yield!(x)
    }

    fork closure_consumes(log) -> i32 {
        let a = log.noisy("a");
        let f = move || a.into_n();
        co_yield!(1);
        if co_yield!(2) > 1 { f() } else { co_yield!(3) }
    }

    fork closure_by_reference(log) -> i32 {
        let a = log.noisy("a");
        let mut n = 0;
        let x = (|| a.get() + 1)();
        co_yield!(x);
        [1, 2, 3].iter().for_each(|i| n += i * a.n);
        co_yield!(n);
        let y = apply(|k| k + n + a.n, co_yield!(4));
        y + n
    }

    fork closure_mutates_its_own(log) -> i32 {
        let mut count = 0;
        let mut next = move || { count += 1; log.say(count); count };
        co_yield!(next());
        co_yield!(next());
        co_yield!(count);
        next()
    }

    fork closure_with_own_return(log) -> i32 {
        let half = |n: i32| { if n % 2 == 1 { return None; } Some(n / 2) };
        let parse = |s: &str| -> Result<i32, std::num::ParseIntError> { let n: i32 = s.parse()?; Ok(n + 1) };
        let x = half(co_yield!(1)).unwrap_or(7);
        let y = parse("41").unwrap_or(0);
        co_yield!(x + y)
    }

    fork closure_in_arguments(log) -> i32 {
        let factor = co_yield!(1);
        let v: Vec<i32> = (0..3).map(|i| i * factor).filter(|i| *i != 2).collect();
        co_yield!(v.len() as i32);
        let w: Vec<i32> = v.into_iter().map(move |i| i + factor).collect();
        apply(|n| w.iter().sum::<i32>() + n, co_yield!(2))
    }

    fork closure_shadowed_parameter(log) -> i32 {
        let x = log.noisy("x");
        let f = |x: i32| x + 1;
        co_yield!(f(1));
        let y = 5;
        let g = |n: i32| { let y = n; y * 2 };
        co_yield!(g(y));
        x.get()
    }

    fork boxed_closures(log) -> i32 {
        let a = log.noisy("a");
        let f: std::rc::Rc<dyn Fn(i32) -> i32 + '_> = std::rc::Rc::new(|n| log.num("called", n) + 1);
        let mut sum = 0;
        for i in 0..3 { sum += f(co_yield!(f(i))); }
        sum + a.n
    }

    fork function_pointers(log) -> i32 {
        let fs: [fn(i32) -> i32; 2] = [|x| x + 1, i32::abs];
        let mut x = co_yield!(0);
        for f in fs { x = f(co_yield!(x)); }
        x
    }

    fork captured_format(log) -> String {
        let a = co_yield!(1);
        let b = log.noisy("b");
        co_yield!(2);
        let width = 5;
        let s = format!("{a} {b:?} {a:>width$} {0} {c:02}", a + 1, c = co_yield!(3));
        co_yield!(s.len() as i32);
        let t = format!("{s}{{a}}{}", b.n);
        log.say(format_args!("{t:?} {a}"));
        t
    }

    fork format_only_mention(log) -> String {
        let x = co_yield!(1);
        let y = co_yield!(2);
        let noisy = log.noisy("only here");
        co_yield!(3);
        println_free(&format!("{x}/{y}/{noisy:?}"))
    }

    fork write_macro(log) -> String {
        use std::fmt::Write;
        let mut out = String::new();
        for i in 0..2 {
            let n = co_yield!(i);
            write!(out, "{i}:{n};").unwrap();
            write!(out, "<{}>", co_yield!(n)).unwrap();
            log.say(&out);
        }
        out
    }

    fork local_items(log) -> i32 {
        fn double(n: i32) -> i32 { n * 2 }
        const K: i32 = 3;
        static S: i32 = 4;
        struct Local { n: i32 }
        impl Local { fn get(&self) -> i32 { self.n + K } }
        #[derive(Clone)]
        enum Kind { A, B(i32) }
        use Kind::{A, B};
        let l = K + S;
        co_yield!(double(l));
        let n = Local { n: co_yield!(1) }.get();
        let kind = if n > 4 { B(co_yield!(2)) } else { A };
        match kind { A => co_yield!(3), B(x) => { type Num = i32; let y: Num = x; co_yield!(y) } }
    }

    fork local_macro(log) -> i32 {
        macro_rules! twice { ($e:expr) => { $e + $e } }
        let x = twice!(log.num("t", 2));
        let y = co_yield!(twice!(x));
        twice!(y)
    }

    fork iterator_chain(log) -> i32 {
        let mut it = (1..).map(|i| i * i).filter(|i| i % 2 == 1).take_while(|i| *i < 30);
        let mut sum = 0;
        while let Some(i) = it.next() { sum += co_yield!(i); }
        sum
    }

    fork iterator_over_noisy(log) -> i32 {
        let mut it = (0..3).map(|i| log.noisy(format!("n{i}")));
        let first = it.next().map_or(0, |n| n.n);
        co_yield!(first);
        let rest: Vec<Noisy<'_>> = it.collect();
        co_yield!(rest.len() as i32);
        rest.iter().rev().map(Noisy::get).sum()
    }

    fork attributes(log) -> i32 {
        #[allow(unused_variables)]
        let a = log.noisy("a");
        #[cfg(any())]
        nothing();
        co_yield!(1);
        #[cfg(all())]
        co_yield!(2);
        #[allow(clippy::needless_return)]
        return match co_yield!(3) {
            #[cfg(any())]
            0 => nothing(),
            #[cfg(all())]
            0 => 5,
            n => n,
        };
    }

    fork raw_identifiers(log) -> i32 {
        let r#type = co_yield!(1);
        let r#match = log.noisy("match");
        let state = co_yield!(r#type);
        let input = co_yield!(state);
        let at = co_yield!(input + r#match.n);
        co_yield!(at);
        log.say(format!("{type} {state}", type = r#type));
        state + input + at
    }

    fork prelude_shadowed(log) -> i32 {
        #[allow(dead_code)]
        #[derive(Clone)]
        enum Option { Some(i32), None }
        #[derive(Clone)]
        struct Ok(i32);
        let a = Option::Some(co_yield!(1));
        let b = Ok(co_yield!(2));
        let x = match a { Option::Some(n) => co_yield!(n), Option::None => 0 };
        for i in 0..2 { log.say(co_yield!(i)); }
        x + b.0
    }

    fork inference(log) -> usize {
        let mut v = Vec::new();
        let mut map = std::collections::BTreeMap::new();
        let n = Default::default();
        let mut best = None;
        co_yield!(n);
        v.push((co_yield!(1), 'c'));
        map.entry("k").or_insert_with(Vec::new).push(v[0].1);
        best = best.max(v.iter().map(|p| p.0).max());
        let k = "5".parse().unwrap();
        co_yield!(k);
        log.say(format!("{v:?} {map:?} {best:?}"));
        v.len() + map.len()
    }

    fork cfg_on_let(log) -> i32 {
        let a = 1;
        #[cfg(any())]
        let a = nothing();
        co_yield!(1);
        a
    }

    fork generated_names(log) -> i32 {
        if let Some(input) = Some(log.noisy("input")) { co_yield!(4); let state = input.maybe(); co_yield!(5); } else { log.say("else"); }
        let (at, sent, value, operand) = (log.noisy("at"), log.noisy("sent"), log.noisy("value"), log.noisy("operand"));
        co_yield!(6);
        let (state, input) = (1, 2);
        co_yield!(state);
        co_yield!(input + at.n + sent.n + value.n + operand.n)
    }

    body captured(log) -> i32 {
        let mut list = vec![log.noisy("a")];
        let mut add = |n| list.push(log.noisy_n("added", n));
        add(1);
        add(2);
        co_yield!(list.len() as i32);
        let total: i32 = list.iter().map(|item| item.n).sum();
        co_yield!(total)
    }

    body borrowed_until_the_last_call(log) -> i32 {
        let mut total = 0;
        let mut seen = vec![0; 20];
        let sent = co_yield!(1);
        let mut count = |n: i32| { total += n; seen[n as usize % 20] += 1; println!("{n}"); total };
        let first = count(sent);
        count(first);
        total += co_yield!(total);
        log.say(seen[1]);
        co_yield!(total)
    }


    fork closure_of_a_block_moved_on(log) -> i32 {
        let f = { let b = log.noisy("b"); move |k: i32| b.get() + k };
        co_yield!(f(1));
        let g = f;
        log.say("moved");
        co_yield!(g(2));
        let c = log.noisy("c");
        let h = move |k: i32| c.get() + k;
        let i = h;
        co_yield!(i(3))
    }

    fork closure_of_a_part_of_a_tuple(log) -> i32 {
        let pair = (log.noisy("a"), 3, log.noisy("b"));
        let n = Some(1).map_or(0, move |k| pair.0.get() + k);
        log.say("called");
        co_yield!(n);
        co_yield!(pair.1 + pair.2.get());
        let other = (log.noisy("c"), log.noisy("d"));
        let f = move || other.1.get();
        co_yield!(f());
        log.say(f());
        co_yield!(other.0.get())
    }

    // What the closures of adapters hold is dropped with them, at the end of the scope.
    fork owned_by_adapters(log) -> i32 {
        let (least, scale) = (log.noisy("least"), log.noisy("scale"));
        let mut some = (1..9).filter(move |n| *n > least.n);
        let mut more = std::iter::repeat_with(move || scale.n + 2);
        let n = some.next().unwrap_or(0);
        co_yield!(n);
        log.say("later");
        let m = more.next().unwrap_or(0);
        let spaces = vec![' '];
        let mut words = "a b".split(move |c: char| spaces.contains(&c));
        let first = words.next().map_or(0, str::len);
        co_yield!(m);
        let (found, k) = (move |c| c == n, 3);
        let is = found(k);
        co_yield!(i32::from(is) + first as i32);
        log.say("last");
        n
    }

    // What they only borrow is free again after their last use.
    body borrowed_by_adapters(log) -> i32 {
        let list = [log.noisy("a"), log.noisy("b")];
        let mut sum = 0;
        let mut counted = list.iter().map(|noisy| { sum += noisy.n; noisy.n });
        counted.next();
        co_yield!(1);
        sum += 1;
        let mut at = 0;
        let mut each = std::iter::from_fn(|| { at += 1; list.get(at - 1) });
        let first = each.next().map_or(0, |noisy| noisy.n);
        co_yield!(sum);
        log.say("later");
        first + at as i32
    }

    body closures_whose_types_the_call_tells(log) -> i32 {
        let k = log.num("k", 3) as usize;
        let by_reference = |f: &dyn Fn(&str) -> usize, n: i32| f("abc") as i32 + n;
        let boxed = |n: Box<dyn Fn(&str) -> usize>, m: i32| n("abcd") as i32 * m;
        let maybe = |f: Option<&mut dyn FnMut(&str) -> usize>, m: i32| f.map_or(0, |f| f("abcde") as i32) - m;
        struct Both<'f> { f: &'f dyn Fn(&str) -> usize, n: i32 }
        let a = by_reference(&|s| { log.say("a"); s.len() + k }, co_yield!(1));
        let b = boxed(Box::new(|s| s.len()), co_yield!(2));
        let c = maybe(Some(&mut |s| s.len() + log.num("c", 1) as usize), co_yield!(3));
        let both = Both { f: &|s| s.len(), n: co_yield!(4) };
        let d = (both.f)("ab") as i32 + both.n;
        let e = by_reference({ &|s| s.len() }, { log.say("e"); co_yield!(5) });
        a + b + c + d + e
    }

    body closures_inside_of_others(log) -> i32 {
        let a = log.noisy("a");
        let it = (0..3).map(move |n| n + a.n);
        let first = it.max().unwrap_or(1);
        co_yield!(first);
        let b = log.noisy("b");
        let evens = (0..4).map(move |n| n * b.n).filter(|n| n % 2 == 0);
        let odd = co_yield!(2);
        let mut sum = 0;
        for n in evens { sum += co_yield!(n); }
        let c = log.noisy("c");
        let fs = vec![move |n: i32| c.n + n];
        for f in fs { let n = f(1); sum += co_yield!(n); }
        let d = log.noisy("d");
        let cb = (odd > 0).then_some(move |n: i32| d.n + n);
        if let Some(f) = cb { let n = f(2); co_yield!(n); log.say("held"); co_yield!(3); }
        let mut gs = vec![|n: i32| n + 1, |n| n * 2];
        while let Some(g) = gs.pop() { let n = g(3); sum += co_yield!(n); }
        sum + first
    }

    body a_closure_takes_what_it_looks_at_on_one_way(log) -> i32 {
        let on = co_yield!(1) > 1;
        let a = log.noisy("a");
        let f: Box<dyn Fn(i32) -> i32 + '_> = if on { Box::new(move |n| n + a.n) } else { Box::new(|n| n) };
        let n = f(1);
        co_yield!(n);
        log.say("end");
        n + f(2)
    }

    body what_a_closure_looks_at_by_names_of_iterators(log) -> i32 {
        let mut own = Lines(log.noisy("own"));
        let mut f = |n| own.take(n);
        let a = f(1) + f(2);
        co_yield!(a);
        log.say("between");
        let other = Lines(log.noisy("other"));
        let g = || other.lines();
        let b = g() + g();
        co_yield!(b);
        log.say("end");
        a + b
    }

    body cfg_closure(log) -> i32 {
        let x = log.noisy("x");
        let f = || { #[cfg(any())] drop(x); 1 };
        log.say(f());
        co_yield!(1);
        log.say("end");
        1
    }

    body cfg_closure2(log) -> i32 {
        let x = log.noisy("x");
        let y = log.noisy("y");
        let f = move || { #[cfg(any())] log.say(x.n); y.n };
        log.say(f());
        co_yield!(1);
        log.say("end");
        1
    }

    body cfg_async(log) -> i32 {
        let x = log.noisy("x");
        let f = async { #[cfg(any())] drop(x); 1 };
        drop(f);
        co_yield!(1);
        log.say("end");
        1
    }

    body lent_in_a_head(log) -> i32 {
        let held = log.noisy("held");
        match run(&move |x| x + held.n) { n => { co_yield!(n); } }
        co_yield!(2)
    }
    body lent_in_a_for(log) -> i32 {
        let held = log.noisy("held");
        let other = log.noisy("other");
        for i in 0..run_of(&move |x| x + held.n) { if co_yield!(i) == 2 { break; } }
        other.n
    }
    body lent_beside_a_yield(log) -> i32 {
        let held = log.noisy("held");
        let late = log.noisy("late");
        run(&move |x| x + held.n) + co_yield!(1) + run_of(&(move |x: i32| x + late.n)) + co_yield!(2)
    }
    body lent_to_be_changed(log) -> i32 {
        let held = log.noisy("held");
        let mut sum = 0;
        if let 1.. = run_mut(&mut move |x| { sum += x; sum + held.n }) { co_yield!(sum); }
        while let 5.. = run_mut(&mut move |x| { sum += x; sum }) { if co_yield!(3) > 1 { break; } }
        co_yield!(sum)
    }
    body lent_borrowing(log) -> i32 {
        let held = log.noisy("held");
        let n = run(&|x| x + held.n) + co_yield!(1);
        match run(&|x| x + held.n) { 1 => {} k => { co_yield!(k); } }
        n + held.n
    }
    body lent_twice(log) -> i32 {
        let a = log.noisy("a");
        let b = log.noisy("b");
        match (run(&move |x| x + a.n), run_of(&move |x| x + b.n)) { (n, m) => { co_yield!(n + m); } }
        co_yield!(2)
    }
}

/// With methods that are called as iterators' and readers' are.
struct Lines<'l>(Noisy<'l>);

impl Lines<'_> {
    fn take(&mut self, n: i32) -> i32 {
        self.0.set(n);
        n
    }
    fn lines(&self) -> i32 {
        self.0.n
    }
}

fn println_free(text: &str) -> String {
    text.to_string()
}
