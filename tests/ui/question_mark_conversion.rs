//! An error that does not convert.

use coro::prelude::*;
use std::num::ParseIntError;

#[coro::coroutine]
fn numbers(text: &str) -> impl Coroutine<Yield = u32, Return = Result<(), ParseIntError>> {
    let n: f32 = text.parse()?;
    co_yield!(n as u32);
    Ok(())
}

fn main() {
    drop(numbers("1"));
}
