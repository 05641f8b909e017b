//! A yield in another future would be one of whoever polls that.

use coro::prelude::*;

#[coro::coroutine(pinned)]
fn numbers() -> impl Iterator<Item = u32> {
    let smuggled = async {
        co_yield!(42);
    };
    drop(smuggled);
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
