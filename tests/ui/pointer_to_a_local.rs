//! A pointer to a local would point to where that was when it was made.

use coro::prelude::*;

#[coro::coroutine]
fn addresses(argument: u32) -> impl Iterator<Item = bool> {
    let (number, mut numbers) = (1, [1, 2, 3]);
    let raw = &raw const argument;
    let typed: *const i32 = &number;
    let cast = &numbers as *const [i32; 3];
    let first = numbers.as_mut_ptr();
    co_yield!(raw.is_null());
    co_yield!(std::ptr::eq(typed, &number) && std::ptr::eq(cast, &numbers));
    let made = std::ptr::NonNull::from(&mut numbers);
    let given = std::ptr::from_ref(&numbers[1]);
    co_yield!(made.as_ptr().cast() == first && given.is_null());
    co_yield!(raw.is_aligned() && made.is_aligned() && given.is_aligned());
}

fn main() {
    addresses(1);
}
