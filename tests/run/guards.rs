//! Match guards that yield, and yields in `unsafe` blocks.

use coro::prelude::*;

#[coro::coroutine]
fn guards(n: Option<u32>) -> impl Coroutine<bool, Yield = &'static str, Return = u32> {
    match n {
        None => 0,
        Some(x) if x > 100 => x,
        Some(x) if co_yield!("first") => x + 1,
        Some(5) => 5,
        Some(x) if co_yield!("second") && x > 1 => x + 2,
        Some(_) => 9,
    }
}

fn answers(n: Option<u32>, sent: &[bool]) -> (Vec<&'static str>, u32) {
    let mut c = guards(n);
    let mut yields = Vec::new();
    let mut answer = c.prime().map(Option::unwrap);
    let mut sent = sent.iter();
    loop {
        match answer {
            Ok(y) => yields.push(y),
            Err(Stop::Returned(t)) => return (yields, t),
            Err(other) => panic!("{other:?}"),
        }
        answer = c.send(*sent.next().unwrap());
    }
}

#[test]
fn a_guard_yields_before_later_arms_are_tried() {
    assert_eq!(answers(None, &[]), (vec![], 0));
    assert_eq!(answers(Some(101), &[]), (vec![], 101));
    assert_eq!(answers(Some(7), &[true]), (vec!["first"], 8));
    assert_eq!(answers(Some(5), &[false]), (vec!["first"], 5));
    assert_eq!(
        answers(Some(7), &[false, true]),
        (vec!["first", "second"], 9)
    );
    assert_eq!(
        answers(Some(1), &[false, true]),
        (vec!["first", "second"], 9)
    );
    assert_eq!(
        answers(Some(7), &[false, false]),
        (vec!["first", "second"], 9)
    );
}
