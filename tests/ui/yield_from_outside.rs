//! Delegation in a plain function.

use coro::prelude::*;

fn main() {
    yield_from!([1, 2, 3]);
}
