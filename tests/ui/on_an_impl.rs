//! On the method, not on the block.

struct Numbers;

#[coro::coroutine]
impl Numbers {
    fn all(&self) -> impl Iterator<Item = u32> {
        std::iter::once(1)
    }
}

fn main() {
    drop(Numbers.all());
}
