//! Errors in the arguments of a macro that yields stand where they would without.

use coro::prelude::*;

struct Hidden(#[allow(dead_code)] i32);

#[coro::coroutine]
fn checks() -> impl Coroutine<i32, Yield = i32> {
    assert_eq!(co_yield!(1), "a");
    assert!(co_yield!(2));
    println!("{}", Hidden(co_yield!(3)));
    let _: Vec<i32> = vec![co_yield!(4), "b"];
    let _: u8 = vec![co_yield!(5)];
    for x in co_yield!(6) {
        co_yield!(x);
    }
}

fn main() {
    drop(checks());
}
