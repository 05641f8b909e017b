//! Parentheses that the body needs where it stands, and not where the code comes to stand.

use coro::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    to: u32,
}

impl IntoIterator for Count {
    type Item = u32;
    type IntoIter = core::ops::Range<u32>;

    fn into_iter(self) -> Self::IntoIter {
        0..self.to
    }
}

#[coro::coroutine]
fn structs_in_heads(to: u32) -> impl Coroutine<u32, Yield = u32> {
    for x in (Count { to }) {
        co_yield!(x);
    }
    for x in (Count { to: co_yield!(10) }) {
        co_yield!(x);
    }
    if let Count { to: n @ 1 } = (Count { to: co_yield!(11) }) {
        co_yield!(n + 11);
    }
    while let Count { to: n @ 2.. } = (Count { to: co_yield!(13) }) {
        drop(n.to_string());
    }
    let Count { to: 3 } = (Count { to: co_yield!(14) }) else {
        co_yield!(15);
        return;
    };
    if (Count { to: co_yield!(16) } == Count { to }) && to == 1 {
        co_yield!(17);
    }
}

#[coro::coroutine]
fn alternatives(values: &[Stop<u32, u32>]) -> impl Iterator<Item = u32> {
    for value in values {
        let (Stop::Returned(n) | Stop::Raised(n)) = *value else {
            co_yield!(0);
            continue;
        };
        co_yield!(n);
    }
}

#[coro::coroutine]
fn operands(values: &[Option<u8>]) -> impl Coroutine<u32, Yield = u32, Return = Option<u32>> {
    let sent = co_yield!(0);
    let first = u32::from((*values.first()?)?);
    let second = (if sent > 10 { None } else { Some(sent) })?;
    let third = (match sent {
        1 => None,
        _ => Some(sent),
    })?;
    let fourth = { Some(sent) }?;
    let fifth = (if co_yield!(1) > 10 { None } else { Some(sent) })?;
    Some(first + second + third + fourth + fifth)
}

#[test]
fn nothing_is_said_of_them() {
    let mut heads = structs_in_heads(1);
    let sent = [0, 1, 1, 1, 0, 2, 0, 3, 1];
    let yielded: Vec<u32> = sent.iter().map_while(|n| heads.send(*n).ok()).collect();
    assert_eq!(yielded, [10, 0, 11, 12, 13, 13, 14, 16, 17]);
    assert!(alternatives(&[Stop::Returned(1), Stop::Closed, Stop::Raised(2)]).eq([1, 0, 2]));
    let mut operands = operands(&[Some(1)]);
    assert_eq!(operands.send(2), Ok(1));
    assert_eq!(operands.send(3), Err(Stop::Returned(Some(9))));
}
