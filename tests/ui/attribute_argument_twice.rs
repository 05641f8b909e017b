use coro::co_yield;

#[coro::coroutine(pinned, prime, pinned)]
fn twice() -> impl Iterator<Item = u8> {
    co_yield!(1);
}

fn main() {
    twice();
}
