//! A region has no label.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Throw = String> {
    let _ = co_try!('region: {
        co_yield!(1);
        break 'region;
    });
}

fn main() {
    drop(numbers());
}
