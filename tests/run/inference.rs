//! Types that a later line of a loop decides are known behind the loop.

use coro::prelude::*;

#[coro::coroutine]
fn decided_in_the_loop(
    mut items: std::vec::IntoIter<u32>,
) -> impl Coroutine<u32, Yield = u32, Return = String> {
    let mut sent = Vec::new();
    let mut last = None;
    loop {
        match items.next() {
            None => break,
            Some(item) if item == 0 => continue,
            Some(item) => {
                let n = co_yield!(item);
                sent.push(n.to_string());
                last = Some(n);
            }
        }
    }
    sent.iter().map(|s| s.len()).sum::<usize>().to_string()
        + &sent[0].repeat(last.unwrap().count_ones() as usize)
}

#[test]
fn behind_a_loop() {
    let mut c = decided_in_the_loop(vec![1, 0, 2].into_iter());
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.send(15), Ok(2));
    assert_eq!(c.send(3), Err(Stop::Returned("31515".into())));
}

#[coro::coroutine]
fn assigned_in_a_branch(limit: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let mut n = co_yield!(0);
    if n > limit {
        n = limit;
        co_yield!(n);
    } else if let Some(mut m) = n.checked_sub(1) {
        if m > 1 {
            m = 1;
        }
        co_yield!(m);
        n += m;
    }
    n
}

#[test]
fn declared_and_assigned_in_one_arm() {
    let mut c = assigned_in_a_branch(3);
    c.prime().unwrap();
    assert_eq!(c.send(9), Ok(3));
    assert_eq!(c.send(0), Err(Stop::Returned(3)));
    let mut c = assigned_in_a_branch(3);
    c.prime().unwrap();
    assert_eq!(c.send(3), Ok(1));
    assert_eq!(c.send(0), Err(Stop::Returned(4)));
}
