//! Nothing to raise out of.

use coro::prelude::*;

fn main() {
    co_raise!("oops");
}
