//! Labels that no jump names, of loops that are taken apart.

#![deny(unused_labels)]

use coro::prelude::*;

#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    'rounds: for n in 0..3 {
        'inner: loop {
            co_yield!(n);
            if n > 1 {
                continue 'rounds;
            }
            break;
        }
    }
    #[allow(unused_labels)]
    'known: loop {
        co_yield!(1);
        break;
    }
}

fn main() {
    drop(numbers());
}
