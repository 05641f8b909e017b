//! A temporary that a `let` extends out of a branch, an `unsafe` block or a `format_args!` lives to the end of the block, and a yield comes before that.

use coro::prelude::*;
use std::cell::RefCell;

#[coro::coroutine]
fn longest(names: &RefCell<Vec<u32>>, short: bool) -> impl Iterator<Item = usize> {
    let other = vec![1, 2, 3];
    let chosen: &Vec<u32> = if short { &names.borrow() } else { &other };
    let length = chosen.len();
    co_yield!(length);
}

#[coro::coroutine]
fn first(names: &RefCell<Vec<u32>>, which: u8) -> impl Iterator<Item = usize> {
    let length;
    {
        let chosen: &Vec<u32> = match which {
            0 => &vec![],
            1 => {
                let names = names;
                &names.borrow()
            }
            _ => &vec![1],
        };
        length = chosen.len();
        co_yield!(1);
    }
    co_yield!(length);
}

#[coro::coroutine]
fn pairs(names: &RefCell<Vec<u32>>, short: bool) -> impl Iterator<Item = usize> {
    let other = vec![1, 2, 3];
    let (chosen, n): (&[u32], usize) = match short {
        true => (&names.borrow()[..], 1),
        false => (&other, 2),
    };
    let length = chosen.len() + n;
    co_yield!(length);
}

#[coro::coroutine]
fn others(names: &RefCell<Vec<u32>>) -> impl Iterator<Item = usize> {
    let length = {
        let all = unsafe { &names.borrow() };
        let text = format_args!("{:?}", names.borrow());
        co_yield!(all.len() + text.to_string().len());
        1
    };
    co_yield!(length);
}

fn main() {
    let names = RefCell::new(vec![]);
    drop((longest(&names, true), first(&names, 1)));
    drop((pairs(&names, true), others(&names)));
}
