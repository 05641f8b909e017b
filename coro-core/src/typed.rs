//! The type of an argument, remembered for a question that asks by which receiver a method is found (see `question`).
//!
//! ```text
//! lexer.finish(rest()?)    the question cannot call `rest` again, and `None` has no type but here:
//! lexer.finish(same(&t, rest()?))    `t.value()` stands for it in the question
//! ```

use core::marker::PhantomData;

use crate::private::never;

/// The type of an argument.
#[derive(Debug)]
pub struct Typed<T>(PhantomData<fn() -> T>);

/// One that [`same`] says.
#[inline]
#[must_use]
pub const fn typed<T>() -> Typed<T> {
    Typed(PhantomData)
}

/// The argument as it is.
#[inline]
pub fn same<T>(_: &Typed<T>, argument: T) -> T {
    argument
}

/// The type is that of the value.
pub fn says<T>(_: &Typed<T>, _: &T) {}

impl<T> Typed<T> {
    /// Stands for the argument where no code runs.
    pub fn value(&self) -> T {
        never()
    }
}
