//! A return type that says the same in other words.

use coro::prelude::*;

mod my {
    #[derive(Debug, PartialEq)]
    pub(super) struct Infallible;
}
trait MyIterator {}
impl<T> MyIterator for T {}
#[coro::coroutine]
fn trailing_plus() -> impl Coroutine<Yield = i32> {
    co_yield!(1);
}
#[coro::coroutine]
fn own_infallible() -> impl Coroutine<Yield = i32, Throw = my::Infallible> {
    co_yield!(1);
}
#[coro::coroutine]
fn own_bound() -> impl Coroutine<Yield = i32> + MyIterator {
    co_yield!(1);
}
#[allow(unused_parens, reason = "the form is what is tested")]
#[coro::coroutine]
fn in_parentheses()
-> impl Coroutine<(()), Yield = i32, Return = ((())), Throw = (std::convert::Infallible)> {
    co_yield!(1);
}
macro_rules! of_types {
    ($t:ty, $e:ty, $d:ty, $y:ty) => {
        #[coro::coroutine]
        fn of_fragments() -> impl Coroutine<$t, Yield = $y, Return = $t, Throw = $e> {
            co_yield!(1);
        }
        #[coro::coroutine]
        fn boxed_fragment() -> Box<$d> {
            co_yield!(1);
        }
    };
}
of_types!((), std::convert::Infallible, dyn Iterator<Item = i32>, i32);
#[test]
fn spellings() {
    assert_eq!(trailing_plus().next(), Some(1));
    assert_eq!(
        own_infallible().throw(my::Infallible),
        Err(Stop::Raised(my::Infallible))
    );
    for n in own_bound() {
        assert_eq!(n, 1);
    }
    assert!(in_parentheses().eq([1]) && of_fragments().eq([1]) && boxed_fragment().eq([1]));
}
