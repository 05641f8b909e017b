//! Python's coroutines on stable Rust: functions that yield, compiled to plain enum state machines.
//!
//! # A generator
//!
//! ```
//! use coro::prelude::*;
//!
//! #[coro::coroutine]
//! fn range_gen(start: i32, end: i32, step: i32) -> impl Iterator<Item = i32> {
//!     let mut i = start;
//!     while i < end {
//!         co_yield!(i);
//!         i += step;
//!     }
//! }
//!
//! assert!(range_gen(1, 10, 2).eq([1, 3, 5, 7, 9]));
//! ```
//!
//! The function does not run when it is called: it returns a value that stands before the first line of the
//! body and runs to the next [`co_yield!`] each time it is asked to. The return type says what is made:
//! `impl Iterator<Item = Y>`, or `impl Coroutine<..>`.
//!
//! The attribute is written by its path, because rustc has an (unstable) attribute of the same name, with which
//! a bare `#[coroutine]` clashes; `use coro::coroutine as co;` makes it `#[co]`.
//!
//! # Sending
//!
//! A coroutine also consumes: the yield is an expression, and its value is what is sent in.
//!
//! ```
//! use coro::prelude::*;
//!
//! #[coro::coroutine]
//! fn minimize() -> impl Coroutine<i32, Yield = Option<i32>> {
//!     let mut current = co_yield!(None);
//!     loop {
//!         let value = co_yield!(Some(current));
//!         current = value.min(current);
//!     }
//! }
//!
//! let mut it = minimize();
//! assert_eq!(it.prime(), Ok(Some(None))); // to the first yield
//! assert_eq!(it.send(10), Ok(Some(10)));
//! assert_eq!(it.send(4), Ok(Some(4)));
//! assert_eq!(it.send(22), Ok(Some(4)));
//! ```
//!
//! In `impl Coroutine<R, Yield = Y, Return = T, Throw = E>` each part that is left out is `()`, and
//! [`Infallible`](core::convert::Infallible) for `Throw`. Priming may be left out too: the first
//! [`send`](Coroutine::send) does it, and drops what the first yield hands out; `#[coro::coroutine(prime)]`
//! does it at the call.
//!
//! What is sent may be borrowed for one send. Such a sink takes a `&str` of any lifetime:
//!
//! ```
//! use coro::prelude::*;
//!
//! #[coro::coroutine]
//! fn grep(pattern: &str, found: &mut Vec<String>) -> impl for<'a> Coroutine<&'a str> {
//!     loop {
//!         let line = co_yield!();
//!         if line.contains(pattern) {
//!             found.push(line.to_string());
//!         }
//!     }
//! }
//!
//! let mut found = Vec::new();
//! let mut sink = grep("33", &mut found);
//! for age in [24, 33, 55] {
//!     sink.send(&format!("age {age}")).unwrap();
//! }
//! drop(sink);
//! assert_eq!(found, ["age 33"]);
//! ```
//!
//! # The end
//!
//! A call that does not lead to a yield answers with a [`Stop`]: what the body returned, what it raised, or that
//! there was nothing left to run. A finished coroutine never panics and never runs again.
//!
//! ```
//! use coro::prelude::*;
//!
//! #[coro::coroutine]
//! fn create_iterator() -> impl Coroutine<bool, Yield = &'static str, Return = &'static str> {
//!     if co_yield!("one") {
//!         co_yield!("two");
//!     }
//!     co_yield!("three");
//!     "four"
//! }
//!
//! let mut it = create_iterator();
//! assert_eq!(next(&mut it), Ok("one"));
//! assert_eq!(it.send(true), Ok("two"));
//! assert_eq!(next(&mut it), Ok("three")); // sends bool::default()
//! assert_eq!(next(&mut it), Err(Stop::Returned("four")));
//! assert_eq!(next(&mut it), Err(Stop::Exhausted));
//! ```
//!
//! # Throwing and closing
//!
//! [`throw`](Coroutine::throw) raises an error at the yield where the coroutine waits, [`close`](Coroutine::close)
//! asks it to end. [`co_try!`] catches both; uncaught, they end the coroutine, and its locals are dropped.
//! [`co_raise!`] raises from within.
//!
//! ```
//! use coro::prelude::*;
//!
//! #[coro::coroutine]
//! fn worker() -> impl Coroutine<u32, Yield = u32, Return = &'static str, Throw = String> {
//!     let mut total = 0;
//!     loop {
//!         match co_try!({ co_yield!(total) }) {
//!             Ok(n) => total += n,
//!             Err(Interrupt::Thrown(e)) if e == "reset" => total = 0,
//!             Err(Interrupt::Thrown(e)) => co_raise!(e),
//!             Err(Interrupt::Close) => return "closed",
//!         }
//!     }
//! }
//!
//! let mut c = worker();
//! assert_eq!(c.send(3), Ok(3));
//! assert_eq!(c.throw("reset".into()), Ok(0));
//! assert_eq!(c.send(4), Ok(4));
//! assert_eq!(c.close(), Ok(Some("closed")));
//! ```
//!
//! # Borrowing from a local
//!
//! A coroutine can be moved while it is suspended, so no local of it may be borrowed across a yield. A body that wants to
//! says `pinned`: it becomes a frame in a box of its own, and the coroutine still moves freely.
//!
//! ```
//! # #[cfg(feature = "alloc")] {
//! use coro::prelude::*;
//!
//! #[coro::coroutine(pinned)]
//! fn words(text: String) -> impl Coroutine<Yield = usize, Return = usize> {
//!     let mut longest = "";
//!     for word in text.split(' ') {
//!         if word.len() > longest.len() {
//!             longest = word;
//!         }
//!         co_yield!(word.len());
//!     }
//!     longest.len()
//! }
//!
//! let mut it = Iter::new(words("a bcd ef".to_string()));
//! assert!(it.by_ref().eq([1, 3, 2]));
//! assert_eq!(it.into_return(), Some(3));
//! # }
//! ```
//!
//! # Delegation
//!
//! [`yield_from!`] runs another coroutine in place of this one until it returns: sends, throws and closes go to it,
//! what it yields comes out, and what it returns is the value of the expression. Anything that can be iterated
//! over is accepted too.
//!
//! ```
//! use coro::prelude::*;
//!
//! #[coro::coroutine]
//! fn sum() -> impl Coroutine<i32, Yield = i32, Return = i32> {
//!     let mut sum = 0;
//!     while sum < 100 {
//!         sum += co_yield!(sum);
//!     }
//!     sum
//! }
//!
//! #[coro::coroutine]
//! fn twice() -> impl Coroutine<i32, Yield = i32, Return = i32> {
//!     let first = yield_from!(sum());
//!     yield_from!([-1, -2]);
//!     first + yield_from!(sum())
//! }
//!
//! let mut c = twice();
//! assert_eq!(c.send(40), Ok(40));
//! assert_eq!(c.send(60), Ok(-1)); // the first returned 100
//! assert_eq!(c.send(0), Ok(-2));
//! assert_eq!(c.send(0), Ok(0));
//! assert_eq!(c.send(200), Err(Stop::Returned(300)));
//! ```
//!
//! Coroutines that share what they read from take it as a `&RefCell`: a shared reference can be held by both across a
//! yield, a `&mut` cannot (it would be borrowed by the delegate and kept by the other; `pinned` allows that, too).
//!
//! ```
//! use coro::prelude::*;
//! use std::cell::RefCell;
//!
//! #[derive(Default)]
//! struct Bits {
//!     held: u32,
//!     count: u32,
//! }
//!
//! #[coro::coroutine]
//! fn bits(from: &RefCell<Bits>, count: u32) -> impl Coroutine<u8, Yield = (), Return = u32> {
//!     while from.borrow().count < count {
//!         let byte = co_yield!(());
//!         let mut from = from.borrow_mut();
//!         from.held |= u32::from(byte) << from.count;
//!         from.count += 8;
//!     }
//!     let mut from = from.borrow_mut();
//!     let bits = from.held & ((1 << count) - 1);
//!     from.held >>= count;
//!     from.count -= count;
//!     bits
//! }
//!
//! #[coro::coroutine]
//! fn header(from: &RefCell<Bits>) -> impl Coroutine<u8, Yield = (), Return = (u32, u32)> {
//!     let kind = yield_from!(bits(from, 3));
//!     let size = yield_from!(bits(from, 9));
//!     (kind, size)
//! }
//!
//! let from = RefCell::default();
//! let mut c = header(&from);
//! c.prime().unwrap();
//! assert_eq!(c.send(0b1010_1101), Ok(()));
//! assert_eq!(c.send(0b0000_1010), Err(Stop::Returned((0b101, 0b1_0101_0101))));
//! ```
//!
//! # The rest
//!
//! - `+ Clone` in the return type makes the suspended state cloneable (a fork: both go on independently), `+ Debug`
//!   makes it printable. `Send`, `Sync` and `Unpin` follow from the locals.
//! - `Box<dyn Iterator<Item = Y>>`, `Box<dyn Coroutine<..>>` and `BoxCoroutine` as return types box the machine, for
//!   recursion. Elsewhere (an argument, a field, an alias) `dyn Coroutine` has to name all of Yield, Return and Throw, as any trait object
//!   does; `BoxCoroutine<'_, R, Y>` has defaults for the others.
//! - [`Iter`] iterates over a coroutine and keeps what ended it. `Shared` is a handle that can be cloned and sent to
//!   threads; a call while the coroutine runs is refused, never a deadlock.
//! - A borrow of a local cannot be held across a yield: pass what is borrowed in as an argument.
//!
//! The folder `examples` has some thirty programs; `cargo run --example tour` runs the small ones.

#![no_std]

#[cfg(feature = "futures")]
extern crate alloc;

#[cfg(feature = "futures")]
pub mod futures;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// Turns a function with yields in it into a coroutine; see the [crate's documentation](crate).
///
/// Written by its path, `#[coro::coroutine]`: a bare `#[coroutine]` clashes with rustc's own unstable attribute.
///
/// | argument | effect |
/// |---|---|
/// | `prime` | runs to the first yield at the call, as Python's priming decorator does; what that yields is dropped |
/// | `pinned` | the body may borrow from its own locals across a yield: it becomes a frame of rustc's making in a box (feature `alloc`; with `std` it is `Send` where its locals and what is sent, yielded and thrown are). No `Clone`, and what is sent has one lifetime |
/// | `crate = path` | where the crate `coro` is, if it has been renamed |
///
/// ```
/// use coro::prelude::*;
///
/// #[coro::coroutine(prime)]
/// fn primed() -> impl Coroutine<u32, Yield = u32> {
///     let sent = co_yield!(0);
///     co_yield!(sent + 1);
/// }
///
/// let mut c = primed();
/// assert_eq!(c.status(), Status::Suspended);
/// assert_eq!(c.send(1), Ok(2));
/// ```
pub use coro_macros::coroutine;

#[cfg(feature = "alloc")]
pub use coro_core::BoxCoroutine;
/// ```
/// use coro::prelude::*;
/// use coro::stack::{Reply, Request, Stack, call, give};
///
/// struct Node {
///     left: Option<Box<Node>>,
///     value: u32,
///     right: Option<Box<Node>>,
/// }
///
/// #[coro::coroutine]
/// fn walk(tree: &Option<Box<Node>>) -> impl Coroutine<Reply, Yield = Request<'_, u32>, Return = usize> {
///     let Some(node) = tree else { return 0 };
///     let left = yield_from!(call(walk(&node.left)));
///     co_yield!(give(node.value));
///     let right = yield_from!(call(walk(&node.right)));
///     left + 1 + right
/// }
///
/// let leaf = |value| Some(Box::new(Node { left: None, value, right: None }));
/// let tree = Some(Box::new(Node { left: leaf(1), value: 2, right: leaf(3) }));
/// let mut values = Iter::new(Stack::new(walk(&tree)));
/// assert!(values.by_ref().eq([1, 2, 3]));
/// assert_eq!(values.into_return(), Some(3));
/// ```
#[cfg(feature = "alloc")]
pub use coro_core::stack;
#[cfg(feature = "alloc")]
pub use coro_core::stack::Stack;
pub use coro_core::{
    CloseError, Coroutine, Interrupt, Iter, Resume, Status, Stop, next, next_with,
};
#[cfg(feature = "std")]
pub use coro_core::{Shared, SharedCloseError, SharedStop};

/// What emitted code may name. Not for users: it changes without notice.
#[doc(hidden)]
pub use coro_core::__private;
// What a function with a `cfg` inside becomes is compiled by it, whatever `coroutine` is where that is written.
#[doc(hidden)]
pub use coro_macros::coroutine as __coroutine;

/// Everything that a module of coroutines usually needs, except the attribute, which is written by its path:
/// `use coro::prelude::*;`
pub mod prelude {
    #[cfg(feature = "alloc")]
    pub use crate::BoxCoroutine;
    pub use crate::{
        CloseError, Coroutine, Interrupt, Iter, Resume, Status, Stop, next, next_with,
    };
    #[cfg(feature = "std")]
    pub use crate::{Shared, SharedStop};
    pub use crate::{co_raise, co_try, co_yield, yield_from};
}

/// Suspends the coroutine, hands a value out, and evaluates to what is sent in:
/// `let sent = co_yield!(value);`, or `co_yield!()` for `()`. Python's `yield` ([PEP 342](https://peps.python.org/pep-0342/)).
///
/// What is thrown or closed while it waits leaves the body here, with its drops, unless a [`co_try!`] is around it.
///
/// ```
/// use coro::prelude::*;
///
/// #[coro::coroutine]
/// fn doubled() -> impl Coroutine<u32, Yield = u32> {
///     let mut twice = 0;
///     loop {
///         twice = 2 * co_yield!(twice);
///     }
/// }
///
/// let mut doubled = doubled();
/// assert_eq!(doubled.send(4), Ok(8));
/// assert_eq!(doubled.send(5), Ok(10));
/// ```
///
/// A marker of `#[coro::coroutine]`, which replaces it; anywhere else it is a compile error.
#[macro_export]
macro_rules! co_yield {
    (@used) => {};
    ($($anything:tt)*) => {
        ::core::compile_error!(
            "`co_yield!` may only stand directly in the body of a `#[coro::coroutine]` function, whose attribute is written by its path (a bare `#[coroutine]` is one of rustc's own): not in a closure, an async block, a nested item or another macro's argument"
        )
    };
}

/// Delegates to another coroutine, or to anything that can be iterated over, and evaluates to what it returns:
/// `let result = yield_from!(sub);`, or `yield_from!(sub, value)` for one that has already started. Of an iterator, that is `()`.
/// Python's `yield from` ([PEP 380](https://peps.python.org/pep-0380/)).
///
/// A coroutine has to be sent, to yield and to be thrown the same types. What is sent, thrown or closed meanwhile goes to it; an error that leaves it is
/// raised here.
///
/// # Panics
///
/// If the delegate has finished, or if it has started, values are sent, and none is given for it.
///
/// ```
/// use coro::prelude::*;
///
/// #[coro::coroutine]
/// fn part(n: u32) -> impl Coroutine<Yield = u32, Return = u32> {
///     co_yield!(n);
///     10 * n
/// }
///
/// #[coro::coroutine]
/// fn whole() -> impl Iterator<Item = u32> {
///     let tenfold = yield_from!(part(1));
///     yield_from!([tenfold, 11]);
/// }
///
/// assert!(whole().eq([1, 10, 11]));
/// ```
///
/// A marker of `#[coro::coroutine]`, which replaces it; anywhere else it is a compile error.
#[macro_export]
macro_rules! yield_from {
    (@used) => {};
    ($($anything:tt)*) => {
        ::core::compile_error!(
            "`yield_from!` may only stand directly in the body of a `#[coro::coroutine]` function, whose attribute is written by its path (a bare `#[coroutine]` is one of rustc's own): not in a closure, an async block, a nested item or another macro's argument"
        )
    };
}

/// Catches what is thrown or closed at a yield inside its block, as a `Result<T, Interrupt<E>>`:
/// `match co_try!({ co_yield!(value) }) { .. }`, or `co_try! { co_yield!(value) }`. Python's `try` around a `yield`.
///
/// ```
/// use coro::prelude::*;
///
/// #[coro::coroutine]
/// fn careful() -> impl Coroutine<u32, Yield = String, Throw = &'static str> {
///     let mut said = String::new();
///     loop {
///         said = match co_try!({ co_yield!(said) }) {
///             Ok(n) => format!("got {n}"),
///             Err(Interrupt::Thrown(why)) => format!("caught {why}"),
///             Err(Interrupt::Close) => return,
///         };
///     }
/// }
///
/// let mut careful = careful();
/// assert_eq!(careful.send(1), Ok("got 1".into()));
/// assert_eq!(careful.throw("it"), Ok("caught it".into()));
/// assert_eq!(careful.close(), Ok(Some(())));
/// ```
///
/// A marker of `#[coro::coroutine]`, which replaces it; anywhere else it is a compile error.
#[macro_export]
macro_rules! co_try {
    (@used) => {};
    ($($anything:tt)*) => {
        ::core::compile_error!(
            "`co_try!` may only stand directly in the body of a `#[coro::coroutine]` function, whose attribute is written by its path (a bare `#[coroutine]` is one of rustc's own): not in a closure, an async block, a nested item or another macro's argument"
        )
    };
}

/// Raises an error or an [`Interrupt`]: to the enclosing [`co_try!`], else out of the coroutine:
/// `co_raise!(error)`. Python's `raise`.
///
/// Out of the coroutine an error is a [`Stop::Raised`], and an [`Interrupt::Close`] a [`Stop::Closed`].
///
/// ```
/// use coro::prelude::*;
///
/// #[coro::coroutine]
/// fn strict() -> impl Coroutine<u32, Yield = u32, Throw = String> {
///     let mut sent = co_yield!(0);
///     while sent < 10 {
///         sent = co_yield!(sent + 1);
///     }
///     co_raise!(format!("{sent} is too much"));
/// }
///
/// let mut strict = strict();
/// assert_eq!(strict.send(3), Ok(4));
/// assert_eq!(strict.send(12), Err(Stop::Raised("12 is too much".into())));
/// ```
///
/// A marker of `#[coro::coroutine]`, which replaces it; anywhere else it is a compile error.
#[macro_export]
macro_rules! co_raise {
    (@used) => {};
    ($($anything:tt)*) => {
        ::core::compile_error!(
            "`co_raise!` may only stand directly in the body of a `#[coro::coroutine]` function, whose attribute is written by its path (a bare `#[coroutine]` is one of rustc's own): not in a closure, an async block, a nested item or another macro's argument"
        )
    };
}
