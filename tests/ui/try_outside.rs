//! Nothing is thrown into a plain function.

use coro::prelude::*;

fn main() {
    let _ = co_try!({ 1 });
}
