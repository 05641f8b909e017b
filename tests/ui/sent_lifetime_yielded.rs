//! What is sent may be gone before what is yielded is used.

use coro::prelude::*;

#[coro::coroutine]
fn echo() -> impl for<'a> Coroutine<&'a str, Yield = &'a str> {
    let mut line = "";
    loop {
        line = co_yield!(line);
    }
}

fn main() {
    drop(echo());
}
