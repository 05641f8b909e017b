//! A glob in an inner block that imports what has the name of a local that is kept.

use coro::prelude::*;

mod table {
    #[allow(non_upper_case_globals)]
    pub(crate) const limit: u32 = 7;
    pub(crate) const OTHER: u32 = 8;
}

#[coro::coroutine]
fn numbers(limit: u32) -> impl Iterator<Item = u32> {
    {
        use table::*;
        co_yield!(OTHER);
    }
    co_yield!(limit);
}

fn main() {
    drop(numbers(3));
    let _ = table::limit;
}
