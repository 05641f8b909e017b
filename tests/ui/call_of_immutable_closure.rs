//! A closure that changes what it captured has to be `mut`.

use coro::prelude::*;

#[coro::coroutine]
fn numbers(mut list: Vec<u32>) -> impl Coroutine<u32, Return = ()> {
    let add = move |n| list.push(n);
    add(co_yield!());
    add(co_yield!());
}

fn main() {
    drop(numbers(vec![]));
}
