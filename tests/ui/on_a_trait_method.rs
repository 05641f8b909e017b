//! A declaration has nothing to compile.

trait Numbers {
    #[coro::coroutine]
    fn numbers(&self) -> impl Iterator<Item = u32>;
}

fn main() {}
