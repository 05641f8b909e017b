//! A reference to a local of a type that does not iterate by itself.

use coro::prelude::*;

struct Tree(Vec<u32>);

impl<'a> IntoIterator for &'a mut Tree {
    type Item = &'a mut u32;
    type IntoIter = std::slice::IterMut<'a, u32>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

#[coro::coroutine]
fn leaves<'a>(mut tree: Tree) -> impl Iterator<Item = &'a mut u32> {
    yield_from!(&mut tree);
    tree.0.clear();
}

fn main() {
    drop(leaves(Tree(vec![])));
}
