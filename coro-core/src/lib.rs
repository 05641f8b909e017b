//! The runtime of [`coro`](https://docs.rs/coro): the [`Coroutine`] trait, the protocol it speaks,
//! and the machine that compiled coroutines run on.
//!
//! Users depend on `coro`, which re-exports what they name of it beside the `#[coro::coroutine]`
//! attribute; this crate is what the emitted code and the users' types meet in. It is `no_std`, has
//! no dependencies and no unsafe code.
//!
//! The semantics are those of Python's generators: [PEP 342] (`send`, `throw`, `close`) and
//! [PEP 380] (delegation), with Python's exceptions turned into the [`Stop`] that a call returns.
//!
//! | module | holds |
//! |---|---|
//! | `coroutine` | [`Coroutine`], its implementations for `&mut C` and `Box<C>`, [`next`] |
//! | `protocol` | [`Resume`], [`Stop`], [`Interrupt`], [`Status`], [`CloseError`] |
//! | `machine` | [`Machine`]: a state beside the function that steps it |
//! | `pinned` | [`Pinned`]: a frame of rustc's making in a box, for bodies that borrow across yields (feature `alloc`) |
//! | `iter` | [`Iter`]: a coroutine as an iterator that keeps what ended it |
//! | `boxed`, `shared` | `BoxCoroutine` (feature `alloc`), `Shared` (feature `std`) |
//! | `stack` | `Stack` (feature `alloc`): deep recursion on a vector of frames |
//!
//! # Features
//!
//! - `std` (default): `Shared`; implies `alloc`.
//! - `alloc`: `BoxCoroutine`, `Coroutine::boxed`, coroutines in a `Box`, `Stack`, and `Pinned`.
//!
//! [PEP 342]: https://peps.python.org/pep-0342/
//! [PEP 380]: https://peps.python.org/pep-0380/

#![no_std]
// What a call answers is spelled out: an alias would hide the contract.
#![allow(clippy::type_complexity)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "alloc")]
mod boxed;
mod branch;
mod by_ref;
mod by_value;
mod coroutine;
mod delegate;
mod guard;
mod held;
mod iter;
mod late;
mod left;
mod lends;
mod lent_to;
mod machine;
mod no_drop;
mod once;
mod part;
#[cfg(feature = "alloc")]
mod pinned;
mod primitive;
mod private;
mod probe;
mod protocol;
mod question;
mod seen;
#[cfg(feature = "std")]
mod shared;
#[cfg(feature = "alloc")]
pub mod stack;
mod standing;
mod typed;
#[cfg(not(feature = "alloc"))]
mod unpinned;
mod whose;

#[cfg(feature = "alloc")]
pub use boxed::BoxCoroutine;
pub use coroutine::{Coroutine, next, next_with};
pub use iter::Iter;
pub use machine::Machine;
#[cfg(feature = "alloc")]
pub use pinned::Pinned;
pub use protocol::{CloseError, Interrupt, Resume, Status, Stop};
#[cfg(feature = "std")]
pub use shared::{Shared, SharedCloseError, SharedStop};
#[cfg(feature = "alloc")]
pub use stack::Stack;

/// What emitted code may name. Not for users: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use crate::private::*;
}
