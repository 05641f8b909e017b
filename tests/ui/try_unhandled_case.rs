//! An interrupt is thrown or a close: both arms are due.

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Coroutine<u32, Yield = u32, Throw = String> {
    match co_try!({ co_yield!(1) }) {
        Ok(sent) => drop(sent),
        Err(Interrupt::Thrown(error)) => drop(error),
    }
}

fn main() {
    drop(numbers());
}
