//! Locals that are called, and what they point to.

use coro::prelude::*;
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

#[coro::coroutine]
fn shared(
    on: Rc<dyn Fn(i32) -> i32>,
    get: &Rc<dyn Fn() -> i32>,
    once: Box<dyn FnOnce(i32) -> i32>,
) -> impl Iterator<Item = i32> {
    let again = on.clone();
    co_yield!(on(0));
    let last = again(1);
    co_yield!(last);
    let got = get();
    co_yield!(got);
    let at_last = once(got);
    co_yield!(at_last);
}

#[test]
fn through_a_pointer() {
    let get: Rc<dyn Fn() -> i32> = Rc::new(|| 7);
    let on = Rc::new(|n| n * 2 + 1);
    assert!(shared(on.clone(), &get, Box::new(|n| n + 1)).eq([1, 3, 7, 8]));
    assert_eq!(Rc::strong_count(&on), 1);
}

type Shared = Arc<dyn Fn(i32, &str) -> usize>;

#[coro::coroutine]
fn of_a_list(list: Vec<Shared>) -> impl Iterator<Item = usize> {
    for f in list {
        let n = f(1, "abc");
        co_yield!(n);
    }
}

#[coro::coroutine]
fn pinned_in_a_box(f: Pin<Box<dyn Fn() -> i32>>) -> impl Iterator<Item = i32> {
    let n = f();
    co_yield!(n);
}

#[test]
fn of_other_pointers() {
    let list: Vec<Shared> = vec![
        Arc::new(|n, text| text.len() + n as usize),
        Arc::new(|_, text| text.len()),
    ];
    assert!(of_a_list(list).eq([4, 3]));
    assert!(pinned_in_a_box(Box::pin(|| 5)).eq([5]));
}

type Callback = RefCell<Box<dyn FnMut() -> i32>>;

/// A guard of what is called is held as any other.
#[coro::coroutine]
fn behind_a_guard(cell: &Callback) -> impl Iterator<Item = i32> {
    {
        let mut f = cell.borrow_mut();
        let n = f();
        co_yield!(n);
    }
    co_yield!(2);
}

#[test]
fn a_guard_is_held() {
    let mut n = 4;
    let cell: Callback = RefCell::new(Box::new(move || {
        n += 1;
        n
    }));
    let mut it = behind_a_guard(&cell);
    assert_eq!(it.next(), Some(5));
    assert!(cell.try_borrow().is_err());
    assert_eq!(it.next(), Some(2));
    assert!(cell.try_borrow().is_ok());
}

#[allow(clippy::too_many_arguments, reason = "as many as one may see")]
#[coro::coroutine]
fn of_many<F: Fn(u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8) -> u8>(
    f: F,
) -> impl Iterator<Item = u8> {
    let n = f(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    co_yield!(n);
}

#[test]
fn many_arguments() {
    let sum =
        |a, b, c, d, e, f, g, h, i, j, k, l, m| a + b + c + d + e + f + g + h + i + j + k + l + m;
    assert!(of_many(sum).eq([13]));
}

/// What is called in a closure is taken by it, if it can be called once.
mod in_closures {
    use coro::prelude::*;

    #[coro::coroutine]
    fn once(found: Option<u32>, f: impl FnOnce() -> u32) -> impl Iterator<Item = u32> {
        let n = found.unwrap_or_else(|| f() + 1);
        co_yield!(n);
    }
    #[coro::coroutine]
    fn again(found: Option<u32>, f: impl Fn() -> u32) -> impl Iterator<Item = u32> {
        let n = found.unwrap_or_else(|| f() + 1);
        co_yield!(n);
        co_yield!(f());
    }
    #[coro::coroutine]
    fn changed<F: FnMut(u32) -> u32>(list: Vec<u32>, mut f: F) -> impl Iterator<Item = u32> {
        let sum: u32 = list.iter().map(|n| f(*n)).sum();
        co_yield!(sum);
        co_yield!(f(1));
    }
    #[coro::coroutine]
    fn nested(found: Option<u32>, f: Box<dyn FnOnce() -> u32>) -> impl Iterator<Item = u32> {
        let n = found.unwrap_or_else(|| {
            let g = || f();
            g()
        });
        co_yield!(n);
    }
    #[coro::coroutine]
    fn on_one_path(
        found: Option<u32>,
        f: impl FnOnce() -> u32,
        c: bool,
    ) -> impl Iterator<Item = u32> {
        if c {
            let n = found.unwrap_or_else(|| f() + 1);
            co_yield!(n);
        } else {
            co_yield!(f());
        }
        co_yield!(3);
    }

    #[test]
    fn taken_or_not() {
        assert_eq!(once(None, || 3).collect::<Vec<_>>(), [4]);
        assert_eq!(again(None, || 3).collect::<Vec<_>>(), [4, 3]);
        let mut calls = 0;
        let f = |n| {
            calls += 1;
            n + calls
        };
        assert_eq!(changed(vec![1, 2], f).collect::<Vec<_>>(), [6, 4]);
        assert_eq!(nested(None, Box::new(|| 3)).collect::<Vec<_>>(), [3]);
        assert_eq!(on_one_path(None, || 3, true).collect::<Vec<_>>(), [4, 3]);
        assert_eq!(
            on_one_path(Some(1), || 4, false).collect::<Vec<_>>(),
            [4, 3]
        );
    }
}
