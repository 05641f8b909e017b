use coro::prelude::*;

struct Tree {
    sum: u32,
    children: Vec<Tree>,
}

impl Tree {
    #[coro::coroutine]
    fn twice(&mut self) -> impl Iterator<Item = u32> {
        for child in &mut self.children {
            co_yield!(child.sum);
        }
        self.sum = 0;
        self.children.clear();
    }

    #[coro::coroutine]
    fn then_a_method(&mut self) -> impl Iterator<Item = u32> {
        for child in self.children.iter_mut() {
            co_yield!(child.sum);
        }
        self.clear();
    }

    fn clear(&mut self) {}
}

#[coro::coroutine]
fn argument(list: &mut Vec<u32>) -> impl Coroutine<u32, Yield = u32> {
    let last = list.last_mut();
    co_yield!(0);
    last.map(|last| *last += 1);
    list.clear();
}

fn main() {}
