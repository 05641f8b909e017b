//! A marker where nothing can suspend.

use coro::prelude::*;

fn main() {
    let sent = co_yield!(1);
    println!("{sent}");
}
