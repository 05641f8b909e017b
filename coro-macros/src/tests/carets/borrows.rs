//! Borrows of a local across a yield, and what only looks like one.

use super::complains;
use expect_test::expect;

#[test]
fn pinned_where_it_stands() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let a = pin!(g());
        //          ^^^ `pin!` pins a value where it stands, and the coroutine moves at the next yield: write `Box::pin(..)`, or `#[coro::coroutine(pinned)]`
            co_yield!(1);
            {
                let mut b = std::pin::pin!(g());
                let c = b.as_mut().get();
            }
            let mut d = std::pin::pin!(h(a));
        //              ^^^^^^^^^^^^^ `pin!` pins a value where it stands, and the coroutine moves at the next yield: write `Box::pin(..)`, or `#[coro::coroutine(pinned)]`
            if d.ready() { co_yield!(2); }
        }
    "#]]);
}

#[test]
fn references() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(argument: u8) -> impl Coroutine<u8, Yield = u8> {
            let local = g();
            let view = &local;
        //             ^^^^^^ `view` borrows from the local `local` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let list = vec![1, 2];
            let part = &list[1..];
        //             ^^^^^^^^^^ `part` borrows from the local `list` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let pointer: *const u8 = &local;
        //                           ^^^^^^ `pointer` borrows from the local `local` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let given: &u8;
            given = &argument;
        //          ^^^^^^^^^ `given` borrows from the argument `argument` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            co_yield!(*view);
            h(view, given, part, pointer);
        }
    "#]]);
}

#[test]
fn loops() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f(given: &str) -> impl Coroutine<u8, Yield = u8> {
            let text = format!("{}", given);
            for (at, line) in text.lines().enumerate().skip(1) { co_yield!(at); }
        //                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this loop borrows from the local `text` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let list = [1, 2, 3];
            for item in &list { co_yield!(*item); }
        //              ^^^^^ this loop borrows from the local `list` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            for item in list { co_yield!(item); }
            for line in given.lines() { co_yield!(line.len()); }
            for line in text.lines() { println!("{line}"); }
            let mut words = text.split(' ').peekable();
        //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ `words` borrows from the local `text` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            while let Some(word) = words.next() { co_yield!(word.len()); }
        }
    "##]]);
}

#[test]
fn guards() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let cell = RefCell::new(1);
            let lock = Mutex::new(1);
            let held = lock.lock().unwrap();
        //             ^^^^^^^^^^^^^^^^^^^^ `held` borrows from the local `lock` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let borrowed = cell.borrow_mut();
        //                 ^^^^^^^^^^^^^^^^^ `borrowed` borrows from the local `cell` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let released = cell.borrow();
            drop(released);
            let number = *cell.borrow();
            co_yield!(number);
        }
    "#]]);
}

/// What rustc decides: the borrow may be over, or was never one of the local.
#[test]
fn uncertain() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f(given: &Vec<u8>) -> impl Coroutine<u8, Yield = u8> {
            let local = g();
            let idle = &local;
            h(idle);
            let mut moved_on = &local;
            moved_on = given;
            let mut changed = &local;
            change!(changed = given);
            let text = String::new();
            let count = text.lines().count();
            let first = text.chars().next();
            let list = vec![1];
            let copied = list.first().copied();
            let inner = local.lines();
            let through = &local.field;
            let array: [u8; 2] = local.array();
            for item in &local { co_yield!(*item); }
            co_yield!(count);
            h(moved_on, changed, first, copied, inner, through, array);
        }
    "##]]);
}

#[test]
fn closures() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f() -> impl Coroutine<u8, Yield = u8> {
            let mut lines = Vec::new();
            let mut add = |line| lines.push(line);
        //                ^^^^^^^^^^^^^^^^^^^^^^^ `add` borrows from the local `lines` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let own = move |line| lines.push(line);
            add(co_yield!(1));
        }
    "#]]);
}

#[test]
fn yielded() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f<'a>(given: &'a str) -> impl Iterator<Item = &'a str> {
            let text = given.to_string();
            co_yield!(text.trim());
        //            ^^^^^^^^^^^ what is yielded borrows from the local `text`, which stays in the coroutine: yield an owned value, or take what is borrowed as an argument
            co_yield!(given.trim());
            let owned = given.len();
            co_yield!(g(&owned));
            co_yield!(&text[1..]);
        //            ^^^^^^^^^^ what is yielded borrows from the local `text`, which stays in the coroutine: yield an owned value, or take what is borrowed as an argument
        }
    "#]]);
}

/// A borrow that is no part of what is yielded is a mismatch of types, which rustc words.
#[test]
fn yielded_by_mistake() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f() -> impl Iterator<Item = String> {
            let text = String::new();
            co_yield!(text.trim());
        }
    "##]]);
}

/// By the type that is written, of an argument or of a local.
#[test]
fn written_types() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(list: Vec<u8>, text: String, array: [u8; 2], cell: RefCell<u8>) -> impl Iterator<Item = u8> {
            for item in &list { co_yield!(*item); }
        //              ^^^^^ this loop borrows from the argument `list` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            for item in list.iter().copied() { co_yield!(item); }
        //              ^^^^^^^^^^^^^^^^^^^^ this loop borrows from the argument `list` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let mut chars = text.chars();
        //                  ^^^^^^^^^^^^ `chars` borrows from the argument `text` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            while let Some(char) = chars.next() { co_yield!(char as u8); }
            for item in &array { co_yield!(*item); }
        //              ^^^^^^ this loop borrows from the argument `array` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let held = cell.borrow_mut();
        //             ^^^^^^^^^^^^^^^^^ `held` borrows from the argument `cell` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            co_yield!(*held);
            let gathered: Vec<u8> = list.iter().copied().collect();
            for item in &gathered { co_yield!(*item); }
        //              ^^^^^^^^^ this loop borrows from the local `gathered` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let words = text.split(' ').collect::<Vec<_>>();
            for word in words.iter() { co_yield!(word.len() as u8); }
        //              ^^^^^^^^^^^^ this loop borrows from the local `words` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            for item in list { co_yield!(item); }
        }
    "#]]);
}

/// What is borrowed is not the argument, or the borrow is over, or its type says too little.
#[test]
fn uncertain_arguments() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f<'a, T>(
            list: &[u8],
            text: &'a String,
            given: T,
            boxed: Box<Queue>,
            rest: Vec<u8>,
        ) -> impl Iterator<Item = u8> {
            for item in list { co_yield!(*item); }
            for char in text.chars() { co_yield!(char as u8); }
            for item in &given { co_yield!(*item); }
            for item in boxed.iter() { co_yield!(*item); }
            for item in rest.clone() { co_yield!(item); }
            let first = rest.iter().next().copied();
            co_yield!(first.unwrap_or_default());
            let all: &[u8] = &rest;
            h(all);
            yield_from!(rest);
        }
    "##]]);
}

#[test]
fn delegates() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(argument: Vec<u8>, given: &[u8]) -> impl Iterator<Item = u8> {
            let list = vec![1, 2];
            yield_from!(list.iter().copied());
        //              ^^^^^^^^^^^^^^^^^^^^ this delegate borrows from the local `list` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            yield_from!(&list);
        //              ^^^^^ this delegate borrows from the local `list` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            yield_from!(argument.iter().copied());
        //              ^^^^^^^^^^^^^^^^^^^^^^^^ this delegate borrows from the argument `argument` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            yield_from!(given.iter().copied());
            let mut other = g();
            yield_from!(&mut other);
            let mut gathered = vec![1];
            yield_from!(&mut gathered);
        //              ^^^^^^^^^^^^^ this delegate borrows from the local `gathered` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            for item in &mut gathered { co_yield!(*item); }
        //              ^^^^^^^^^^^^^ this loop borrows from the local `gathered` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            yield_from!(list);
            yield_from!(h(&argument));
        }
    "#]]);
}

/// What a pattern binds of what is borrowed.
#[test]
fn patterns() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f(mut array: [u8; 4], map: HashMap<u8, String>) -> impl Iterator<Item = u8> {
            let text = String::from("a b");
            let pair = (1, 2);
            let maybe = Some(pair);
            let lock = Mutex::new(1);
            if let Some(name) = map.get(&1) { co_yield!(1); h(name); }
        //                      ^^^^^^^^^^^ `name` borrows from the argument `map` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let Some(first) = array.first() else { return };
        //                    ^^^^^^^^^^^^^ `first` borrows from the argument `array` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let (l, r) = &pair;
        //               ^^^^^ `l` borrows from the local `pair` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            match &maybe { Some(inside) => { co_yield!(1); h(inside) } None => {} }
        //        ^^^^^^ `inside` borrows from the local `maybe` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            while let Some(inside) = maybe.as_ref() { co_yield!(1); h(inside) }
        //                           ^^^^^^^^^^^^^^ `inside` borrows from the local `maybe` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            if let Ok(mut guard) = lock.lock() { co_yield!(1); *guard += 1; }
        //                         ^^^^^^^^^^^ `guard` borrows from the local `lock` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let Some((key, value)) = text.split_once(' ') else { return };
        //                           ^^^^^^^^^^^^^^^^^^^^ `key` borrows from the local `text` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let (low, high) = array.split_at_mut(2);
        //                    ^^^^^^^^^^^^^^^^^^^^^ `low` borrows from the argument `array` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let ref whole = pair;
        //                  ^^^^ `whole` borrows from the local `pair` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            if let [begin, .., end] = &array[..] { co_yield!(1); h(begin, end); }
        //                            ^^^^^^^^^^ `begin` borrows from the argument `array` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            co_yield!(*first);
            h(l, r, key, value, low, high, whole);
        }
    "##]]);
}

/// The type of what is looked into decides: there may be a reference in it.
#[test]
fn uncertain_patterns() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f<T>(list: Vec<T>, map: BTreeMap<u8, T>) -> impl Iterator<Item = u8> {
            if let Some(&n) = list.first() { co_yield!(n); co_yield!(n); }
            if let Some((a, b)) = list.first() { co_yield!(1); h(a, b); }
            let [x, y] = &list[0];
            let Some(Some(z)) = map.get(&1) else { return };
            let Some(n) = list.iter().map(|n| n.len()).next() else { return };
            let view: &str = &list[0];
            co_yield!(1);
            h(x, y, z, n, view);
        }
    "#]]);
}

/// A part of an item of which the type is seen, `ref` in a variant, a tuple that is written out, what is collected as a list.
#[test]
fn parts() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(mut list: Vec<Result<u8, String>>, mut name: Option<String>, text: String) -> impl Iterator<Item = u8> {
            if let Some(Ok(n)) = list.last_mut() { co_yield!(1); *n += 1; }
        //                       ^^^^^^^^^^^^^^^ `n` borrows from the argument `list` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            if let Some(ref mut s) = name { co_yield!(2); s.push('a'); }
        //                           ^^^^ `s` borrows from the argument `name` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let (a, b) = (&list[0], name.as_deref());
        //                ^^^^^^^^ `a` borrows from the argument `list` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
        //                          ^^^^^^^^^^^^^^^ `b` borrows from the argument `name` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            co_yield!(3);
            h(a, b);
            let words = text.split(' ').collect::<Vec<_>>();
            for word in words { co_yield!(h(word)); }
        //              ^^^^^ this loop borrows from the argument `text` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let sizes = text.split(' ').map(|word| word.len()).collect::<Vec<_>>();
            for size in sizes { co_yield!(h(size)); }
        }
    "#]]);
}

/// A local that is bound to what borrows, and what is made of it.
#[test]
fn chains() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f(mut given: impl Iterator<Item = u8>) -> impl Iterator<Item = u8> {
            let text = String::from("a b");
            let mut words = text.trim().split(' ');
            let word = words.next().unwrap();
        //             ^^^^^^^^^^^^^^^^^^^^^ `word` borrows from the local `text` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let mut map: HashMap<u8, u8> = HashMap::new();
            let count = map.entry(1).or_insert(0);
        //              ^^^^^^^^^^^^^^^^^^^^^^^^^ `count` borrows from the local `map` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let list = vec![1, 2];
            let most = list.iter().filter(|n| **n > 0).max().unwrap();
            let again = most;
        //              ^^^^ `again` borrows from the local `list` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            for n in given.by_ref().take(2) { co_yield!(n); }
        //           ^^^^^^^^^^^^^^^^^^^^^^ this loop borrows from the argument `given` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let mut numbers = (0..9).map(|n| n * 2);
            for n in numbers.by_ref().take(2) { co_yield!(n); }
        //           ^^^^^^^^^^^^^^^^^^^^^^^^ this loop borrows from the local `numbers` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let point = Point { name: String::new(), list: vec![1] };
            for n in point.list.iter() { co_yield!(*n); }
        //           ^^^^^^^^^^^^^^^^^ this loop borrows from the local `point` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            for n in &point.list { co_yield!(*n); }
        //           ^^^^^^^^^^^ this loop borrows from the local `point` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let name = &point.name;
        //             ^^^^^^^^^^^ `name` borrows from the local `point` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let mut sum = 0;
            let mut add = |n| sum += n;
        //                ^^^^^^^^^^^^ `add` borrows from the local `sum` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            co_yield!(1);
            h(word, count, again, name);
            add(1);
            h(given, numbers);
        }
    "##]]);
}

/// What is made of a borrow, and holds it.
#[test]
fn held_in_values() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(text: String) -> impl Coroutine<String, Yield = usize> {
            let line = co_yield!(0);
            let words: Vec<&str> = line.split_whitespace().collect();
        //                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `words` borrows from the local `line` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let others = text.lines().rev().collect::<Vec<_>>();
        //               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `others` borrows from the argument `text` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let lexer = Lexer { text: &text, at: 0 };
        //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `lexer` borrows from the argument `text` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let pair = (1, text.as_str());
        //             ^^^^^^^^^^^^^^^^^^ `pair` borrows from the argument `text` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let maybe = Some(&text);
        //              ^^^^^^^^^^^ `maybe` borrows from the argument `text` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let mine: Vec<String> = text.lines().collect();
            let theirs: Vec<_> = text.lines().map(String::from).collect();
            let whole = Lexer { text: given, at: 0 };
            co_yield!(words.len() + others.len() + theirs.len());
            g(lexer, pair, maybe, mine, words, whole, others);
        }
    "#]]);
}

#[test]
fn behind_shared_pointers() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(m: Arc<Mutex<Vec<u8>>>, r: Rc<RefCell<Vec<u8>>>, given: &Arc<Mutex<u8>>) -> impl Coroutine<u8, Yield = u8> {
            let guard = m.lock().unwrap();
        //              ^^^^^^^^^^^^^^^^^ `guard` borrows from the argument `m` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            for x in r.borrow().iter() { co_yield!(*x); }
        //           ^^^^^^^^^^ this temporary borrows from the argument `r` to the end of its statement, across a yield, which a coroutine that can be moved cannot hold: bind what comes of it, or what yields, ahead, as by `let value = ..;`, so that the borrow ends, or write `#[coro::coroutine(pinned)]`, which holds it there
            let own = Rc::new(RefCell::new(1));
            let seen = own.borrow();
        //             ^^^^^^^^^^^^ `seen` borrows from the local `own` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or pass what is borrowed in as an argument
            let fine = given.lock().unwrap();
            co_yield!(1);
            g(guard, seen);
            while let Some(x) = m.lock().unwrap().pop() { co_yield!(x); }
        //                      ^^^^^^^^^^^^^^^^^ this temporary borrows from the argument `m` to the end of its statement, across a yield, which a coroutine that can be moved cannot hold: bind what comes of it, or what yields, ahead, as by `let value = ..;`, so that the borrow ends, or write `#[coro::coroutine(pinned)]`, which holds it there
            if let Some(x) = r.borrow_mut().pop() { co_yield!(x); }
        //                   ^^^^^^^^^^^^^^ this temporary borrows from the argument `r` to the end of its statement, across a yield, which a coroutine that can be moved cannot hold: bind what comes of it, or what yields, ahead, as by `let value = ..;`, so that the borrow ends, or write `#[coro::coroutine(pinned)]`, which holds it there
        }
    "#]]);
}

/// Closures that only look at what they name.
#[test]
fn looked_at_by_closures() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f(word: u64, name: String, view: &str) -> impl Coroutine<u8, Yield = String> {
            let digit = |i| word >> i;
        //              ^^^^^^^^^^^^^ `digit` borrows from the argument `word` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let greet = |w: &str| format!("{w} {name}");
        //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `greet` borrows from the argument `name` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let other = |w: &str| format!("{} {}", w, name);
        //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `other` borrows from the argument `name` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            let fine = |i: usize| view.len() + i;
            let taking = move |i: u64| word + i;
            co_yield!(greet("a"));
            co_yield!(other("a"));
            g(digit(1), greet("b"), other("c"), fine(2), taking(3));
        }
    "##]]);
}

/// What is handed out of a `&mut` argument that a method of it wants, too; by fields alone it can be.
#[test]
fn handed_out_of_an_argument() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(list: &mut List, pair: &mut (u8, u8)) -> impl Iterator<Item = &mut u8> {
            co_yield!(&mut list.first);
        //            ^^^^^^^^^^^^^^^ what is yielded borrows through `list` for as long as the caller likes, and `list` is used again: mention it by its fields alone, or take it apart first, as by `let Self { a, b } = self;`
            list.grow();
            co_yield!(&mut pair.0);
            co_yield!(&mut pair.1);
        }
    "#]]);
}

#[test]
fn temporaries_of_heads() {
    complains(&expect![[r##"
        #[coro::coroutine]
        fn f(n: u32) -> impl Iterator<Item = char> {
            for digit in n.to_string().chars() { co_yield!(digit); }
        //               ^^^^^^^^^^^^^^^^^^^^^ this loop borrows from a temporary across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take what is in the temporary by value, as by `into_iter`
            yield_from!(format!("{n}").chars().rev());
        //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this delegate borrows from a temporary across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take what is in the temporary by value, as by `into_iter`
            yield_from!(n.to_string().into_bytes());
        }
    "##]]);
}

/// What a pattern binds of a value that it looks at, and elements in closures.
#[test]
fn parts_and_elements() {
    complains(&expect![[r#"
        #[coro::coroutine]
        fn f(json: Json, table: Vec<u8>) -> impl Iterator<Item = u8> {
            match &json {
                Json::Number(n) => co_yield!(*n),
                Json::List(list) => for x in list { co_yield!(*x); },
        //                                   ^^^^ this loop borrows from the argument `json` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            }
            let get = |i: usize| table[i];
        //            ^^^^^^^^^^^^^^^^^^^ `get` borrows from the argument `table` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take it by reference, so that the caller owns it
            co_yield!(get(0));
            co_yield!(get(1));
        }
    "#]]);
}
