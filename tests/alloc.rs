//! A coroutine allocates nothing of its own; a boxed one is one allocation, a pinned one two. The global allocator that counts
//! comes with a crate, since here nothing is unsafe.

use coro::prelude::*;
fn allocations<T>(run: impl FnOnce() -> T) -> (u64, T) {
    let mut value = None;
    let info = allocation_counter::measure(|| value = Some(run()));
    (info.count_total, value.unwrap())
}

#[coro::coroutine]
fn range(from: u32, to: u32) -> impl Iterator<Item = u32> {
    let mut n = from;
    while n < to {
        co_yield!(n);
        n += 1;
    }
}

#[coro::coroutine]
fn chained(to: u32) -> impl Iterator<Item = u32> {
    yield_from!(range(0, to));
    for x in range(to, 2 * to) {
        co_yield!(x);
    }
    yield_from!([1, 2]);
}

#[coro::coroutine]
fn talk() -> impl Coroutine<u32, Yield = u32, Return = u32, Throw = u32> {
    let mut total = 0;
    loop {
        match co_try!({ co_yield!(total) }) {
            Ok(n) => total += n,
            Err(Interrupt::Thrown(0)) => co_raise!(7),
            Err(Interrupt::Thrown(n)) => total *= n,
            Err(Interrupt::Close) => return total,
        }
    }
}

#[coro::coroutine]
fn boxed(n: u32) -> Box<dyn Iterator<Item = u32>> {
    if n > 0 {
        yield_from!(boxed(n - 1));
    }
    co_yield!(n);
}

#[test]
fn none_of_its_own() {
    assert_eq!(allocations(|| range(0, 1000).sum::<u32>()), (0, 499_500));
    assert_eq!(
        allocations(|| chained(100).sum::<u32>()),
        (0, 199 * 100 + 3)
    );
    let (count, end) = allocations(|| {
        let mut c = talk();
        c.send(3).unwrap();
        c.throw(4).unwrap();
        c.close()
    });
    assert_eq!((count, end), (0, Ok(Some(12))));
    assert_eq!(allocations(|| talk().boxed().send(3)), (1, Ok(3)));
}

#[coro::coroutine(pinned)]
fn lengths(text: String) -> impl Iterator<Item = usize> {
    for word in text.split(' ') {
        co_yield!(word.len());
    }
}

/// Its frame, and the channel that frame and handle share; nothing more, however often it is resumed.
#[test]
fn two_for_a_frame() {
    let text = |words| vec!["ab"; words].join(" ");
    for words in [1, 9] {
        let text = text(words);
        let (count, sum) = allocations(|| lengths(text).sum::<usize>());
        assert_eq!((count, sum), (2, 2 * words));
    }
    assert_eq!(allocations(|| lengths(String::new()).next()), (2, Some(0)));
}

#[test]
fn one_for_each_box() {
    assert_eq!(allocations(|| boxed(9).sum::<u32>()), (10, 45));
}
