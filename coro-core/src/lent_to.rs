//! Whether what a function gives borrows from what it is lent.
//!
//! `yield_from!(term(tokens))`, where `tokens` is a `&mut` that is used again, keeps the delegate and the `&mut` beside each other. If
//! `term` gives what borrows through its argument, no state can hold both; if it gives a `Vec`, one can. Its type says so: what it gives for a
//! `&mut` of any lifetime is one type, or it has that lifetime in it.
//!
//! ```text
//! let function = term;
//! leaves_free(taken!((&&&lent_to(&function, (), &*tokens, (3,))).coro_lent_to()))
//! ```

use core::fmt::{self, Debug};
use core::marker::PhantomData;

use crate::lends::{Elsewhere, Owned};

/// The question whether what an `F` gives borrows from the `&mut T` that it is lent, ahead of which it takes the arguments `A`, and behind which
/// the arguments `B`.
pub struct LentTo<F, A, T: ?Sized, B>(PhantomData<fn() -> (F, A, B, *mut T)>);

impl<F, A, T: ?Sized, B> Debug for LentTo<F, A, T, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LentTo")
    }
}

/// Asks it.
pub fn lent_to<F, A, T: ?Sized, B>(_: &F, _: A, _: &T, _: B) -> LentTo<F, A, T, B> {
    LentTo(PhantomData)
}

/// First level: what it gives is one type, whatever the lifetime.
pub trait GivesItsOwn {
    /// Answers.
    fn coro_lent_to(&self) -> Elsewhere;
}

/// Second level: it takes any lifetime, and gives for each what has it.
pub trait GivesABorrow {
    /// Answers.
    fn coro_lent_to(&self) -> Owned;
}

/// Last level: all others, of which rustc says what is wrong.
pub trait GivesAnything {
    /// Answers.
    fn coro_lent_to(&self) -> Elsewhere;
}
impl<F, A, T: ?Sized, B> GivesAnything for LentTo<F, A, T, B> {
    fn coro_lent_to(&self) -> Elsewhere {
        Elsewhere
    }
}

/// A function that takes the arguments `A`.
pub trait Takes<A> {}

macro_rules! arguments {
    ($(($($before:ident)* & $($behind:ident)*))*) => {$(
        impl<Called, Lent: ?Sized, Given, $($before,)* $($behind,)*> GivesItsOwn
            for &&LentTo<Called, ($($before,)*), Lent, ($($behind,)*)>
        where
            Called: for<'x> FnOnce($($before,)* &'x mut Lent, $($behind,)*) -> Given,
        {
            fn coro_lent_to(&self) -> Elsewhere {
                Elsewhere
            }
        }
        impl<Called, Lent: ?Sized, $($before,)* $($behind,)*> GivesABorrow
            for &LentTo<Called, ($($before,)*), Lent, ($($behind,)*)>
        where
            Called: for<'x> Takes<($($before,)* &'x mut Lent, $($behind,)*)>,
        {
            fn coro_lent_to(&self) -> Owned {
                Owned
            }
        }
    )*};
}
macro_rules! takes {
    ($(($($argument:ident)*))*) => {$(
        impl<Called, Given, $($argument,)*> Takes<($($argument,)*)> for Called
        where
            Called: FnOnce($($argument),*) -> Given,
        {
        }
    )*};
}
arguments! {
    (&)
    (& A) (A &)
    (& A B) (A & B) (A B &)
    (& A B C) (A & B C) (A B & C) (A B C &)
}
takes! { (A) (A B) (A B C) (A B C D) }

/// What does not borrow through the argument.
#[diagnostic::on_unimplemented(
    message = "this delegate borrows through a `&mut` argument, and the argument is used again, which a coroutine that can be moved cannot hold",
    label = "the delegate keeps what the argument points to borrowed",
    note = "write `#[coro::coroutine(pinned)]`, or let the delegate return the `&mut`, for the coroutine to go on with"
)]
pub trait LeavesFree {}
impl LeavesFree for Elsewhere {}

/// Lets through what leaves the argument free.
#[inline]
pub fn leaves_free<A: LeavesFree>(_: A) {}
