//! Not a function.

#[coro::coroutine]
struct Numbers {
    next: u32,
}

fn main() {
    drop(Numbers { next: 1 });
}
