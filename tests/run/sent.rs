//! What a yield evaluates to is a value like any other temporary: it may be borrowed mutably where it stands.

#![allow(
    clippy::match_single_binding,
    clippy::swap_with_temporary,
    reason = "the forms are what is tested"
)]

use coro::prelude::*;
#[coro::coroutine]
fn text() -> impl Coroutine<String, Yield = u32, Return = usize> {
    co_yield!(9).push('c');
    match &mut co_yield!(3) {
        s => s.push('x'),
    }
    let x = co_yield!(9).pop();
    let mut other = String::new();
    let r = &mut co_yield!(3);
    r.push('d');
    std::mem::swap(&mut co_yield!(5), &mut other);
    co_yield!(1);
    x.map_or(0, |c| c as usize)
}
#[coro::coroutine]
fn option() -> impl Coroutine<Option<String>, Yield = u32, Return = usize> {
    let t = co_yield!(1).take();
    let l = co_yield!(1).as_mut().map(|s| {
        s.push('x');
        s.len()
    });
    t.map_or(0, |t| t.len()) + l.unwrap_or(0)
}
#[coro::coroutine]
fn list() -> impl Coroutine<Vec<u32>, Yield = u32, Return = u32> {
    let mut sum = 0;
    co_yield!(1).iter_mut().for_each(|n| sum += *n);
    co_yield!(2)[0] += 3;
    sum + 3
}

#[test]
fn borrowed_where_it_stands() {
    let mut c = text();
    assert_eq!(c.prime(), Ok(Some(9)));
    let sent = ["ab", "cd", "ef", "gh", "ij"].map(str::to_string);
    let yields = sent.map(|text| c.send(text));
    assert_eq!(yields, [3, 9, 3, 5, 1].map(Ok));
    let popped = 'f' as usize;
    assert_eq!(c.send(String::new()), Err(Stop::Returned(popped)));

    let mut c = option();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.send(Some("ab".to_string())), Ok(1));
    assert_eq!(c.send(Some("abc".to_string())), Err(Stop::Returned(2 + 4)));

    let mut c = list();
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.send(vec![1, 2]), Ok(2));
    assert_eq!(c.send(vec![3]), Err(Stop::Returned(6)));
}
