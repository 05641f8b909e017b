//! Borrows of a local across a yield, and what only looks like one.

use super::complains;
use expect_test::expect;

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
