//! What is caught is a block.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Throw = String> {
    let caught = co_try!(co_yield!(1));
    drop(caught);
}

fn main() {
    drop(numbers());
}
