//! A marker is imported like any macro.

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

fn main() {
    drop(numbers());
}
