//! The user's own style, in code that is left as it is.

#![deny(unused_parens)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers(n: u32) -> impl Iterator<Item = u32> {
    if (n > 1) {
        co_yield!(n);
    }
    let m = (n + 1);
    co_yield!(m);
    for x in (0..n) {
        co_yield!(x);
    }
    let (Some(k)) = n.checked_add(m) else {
        co_yield!(0);
        return;
    };
    co_yield!(k);
}

fn main() {
    drop(numbers(1));
}
