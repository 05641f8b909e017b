//! The closed list of what emitted code may name, and the small steps it is made of. Nothing here is for
//! users; a name that leaves this file breaks nobody but the compiler crate.

#[cfg(feature = "alloc")]
pub extern crate alloc;
#[cfg(feature = "alloc")]
pub use alloc::boxed::Box;
pub use core;
use core::mem;
pub use core::ops::ControlFlow;
pub use core::option::Option::{self, None, Some};
use core::panic::Location;
pub use core::result::Result::{self, Err, Ok};

pub use crate::__coro_alike as alike;
pub use crate::__coro_channel as channel;
pub use crate::__coro_fate as fate;
pub use crate::__coro_late as late;
pub use crate::__coro_part as part;
pub use crate::__coro_taken as taken;
#[cfg(feature = "alloc")]
pub use crate::BoxCoroutine;
pub use crate::branch::Branch;
pub use crate::by_ref::{HeadItself, HeadOther, Itself, Made, Turn, head_of, turn};
pub use crate::by_value::{
    CopiesNothing, CopiesTarget, IteratingItself, IteratingOther, IteratorItself, IteratorOther,
    OptionalItself, OptionalOther, RankedItself, RankedOther, ReaderItself, ReaderOther, copies,
    iterating, iterator, optional, ranked, reader,
};
pub use crate::delegate::first::{FirstOther, FirstUnit, first};
pub use crate::delegate::kind::{
    ChooseCoroutine, ChooseIterator, ChooseNothing, ChooseOtherItem, ChooseOtherThrow,
    ChooseOtherYield, kind, lent as lent_delegate, outlet,
};
pub use crate::delegate::{CoroutineDelegate, Delegate, Ended, Handed, IteratorDelegate, Progress};
pub use crate::guard::{
    Consumed, Finds, Found, Guard, Guarding, GuardingNothing, GuardingOther, GuardingOwner,
    GuardingPointer, Hole, Unguarded, Unknown, consumed, consumed_or_pointed_to, guarding,
    guarding_with, hole, unguarded,
};
pub use crate::held::{Held, fill, hold};
pub use crate::late::{Answer, Fate, Keeps, Leaves, Promised, answered, later, promised};
pub use crate::left::out::{
    Behind, BehindAsIs, BehindCopy, BehindHollow, ByParts, Emptied, OutAsIs, OutCopied, OutHollow,
    PlaceByParts, PlaceCopied, PlaceEmptied, WithTheWhole, behind,
};
pub use crate::left::{Also, InOrder, LetGo, Nobody, Several, Single};
pub use crate::lends::{
    Anything, Apart, Cell, Collection, Elsewhere, Free, Given as GivenAway, Here, Lending,
    LendingOther, LendingOwner, LendingUnknown, Lends, Located, LocatedElsewhere, LocatedHere,
    Lock, Optional, Owned, Peeking, Text, apart, free, given as given_away, lending, located,
    stepping,
};
pub use crate::lent_to::{GivesABorrow, GivesAnything, GivesItsOwn, leaves_free, lent_to};
pub use crate::machine::{Machine, Stands, State, Tie, one_type};
pub use crate::no_drop::{Borrowing, Foreign, Harmless, NoDrop, Owning};
pub use crate::once::{answer, once};
pub use crate::part::{
    Again, Hollow, Part, PartCopy, PartHollow, TakeCopy, TakeHollow, again, moved, part,
};
#[cfg(feature = "alloc")]
pub use crate::pinned::{
    Channel, Flat, NestedArrays, NestedOthers, Pinned, flat, nested, pause, suspend,
};
pub use crate::primitive::{Primitive, primitive};
pub use crate::probe::{
    Cut, Forget, Gone, Idle, IdleCopy, IdleKept, IdleNoDrop, Keep, alike, cut, fate, idle,
    idle_with, lent, named, promoted,
};
pub use crate::question::{
    Asked, Callable, CallableAgain, CallableFurther, CallableOnce, CallableThrough, Given,
    GivenCopy, GivenMoved, Moved, Nothing, Peek, PeekDeref, PeekNothing, Peel, PeelNothing,
    PeelReference, Stays, Verdict, VerdictAsked, VerdictFound, callable, given, peek, peel,
    verdict,
};
pub use crate::seen::{
    Over, Released, Seen, SeenCopy, SeenEffect, SeenMemory, over, released, seen,
};
pub use crate::standing::{Standing, passed, stand};
pub use crate::typed::{Typed, same, says, typed};
#[cfg(not(feature = "alloc"))]
pub use crate::unpinned::{Opens, Pinned, Sends, pause, suspend};
pub use crate::whose::{
    OfOther, OfStandard, Whose, WhoseIterator, WhoseOther, WhoseReader, WhoseStandard, whose,
};
pub use crate::{Coroutine, Interrupt, Resume, Status, Stop};

/// Puts the state in which a step suspends in the place of the finished one: that has nothing to drop, which
/// LLVM would have to find out.
#[inline(always)]
pub fn put<S>(state: &mut S, suspended: S) {
    mem::forget(mem::replace(state, suspended));
}

/// The line that calls it.
#[inline]
#[must_use]
#[track_caller]
pub const fn here() -> &'static Location<'static> {
    Location::caller()
}

/// Takes the input and leaves a close in its place.
#[inline]
pub const fn take<R, E>(input: &mut Resume<R, E>) -> Resume<R, E> {
    mem::replace(input, Resume::Close)
}

/// What a yield evaluates to; what is raised at it leaves the coroutine.
#[inline]
pub fn receive<R, T, E>(input: &mut Resume<R, E>) -> ControlFlow<Stop<T, E>, R> {
    match take(input) {
        Resume::Send(value) => ControlFlow::Continue(value),
        Resume::Throw(error) => ControlFlow::Break(Stop::Raised(error)),
        Resume::Close => ControlFlow::Break(Stop::Closed),
    }
}

/// What a yield evaluates to; what is raised at it goes to the enclosing `co_try!`.
#[inline]
pub fn receive_or_interrupt<R, E>(input: &mut Resume<R, E>) -> ControlFlow<Interrupt<E>, R> {
    match take(input) {
        Resume::Send(value) => ControlFlow::Continue(value),
        Resume::Throw(error) => ControlFlow::Break(Interrupt::Thrown(error)),
        Resume::Close => ControlFlow::Break(Interrupt::Close),
    }
}

/// [`receive_or_interrupt`] of an input that is at hand.
#[inline]
pub fn received<R, E>(mut input: Resume<R, E>) -> ControlFlow<Interrupt<E>, R> {
    receive_or_interrupt(&mut input)
}

/// Stands for a value where none is ever made, so that its type is known.
pub fn never<T>() -> T {
    unreachable!("it stands where no code runs")
}

/// Keeps what is lent to the end of a statement. Its type is that which is expected of it, as a closure's parameters need it.
///
/// ```
/// let mut closure = None;
/// let run = |f: &dyn Fn(u8) -> u8| f(1);
/// assert_eq!(run(coro_core::__private::kept(&mut closure, |n| n + 1)), 2);
/// ```
#[inline]
pub fn kept<'p, T: 'p>(place: impl Keeping<'p, T>, value: T) -> &'p T {
    place.keep(value)
}

/// The same of what is lent to be changed.
#[inline]
pub fn kept_mut<'p, T: 'p>(place: impl Keeping<'p, T>, value: T) -> &'p mut T {
    place.keep(value)
}

/// Where what is lent is kept. A trait, for what is expected of the reference may be another type, to which it is coerced.
pub trait Keeping<'p, T> {
    /// Puts it there.
    fn keep(self, value: T) -> &'p mut T;
}
impl<'p, T> Keeping<'p, T> for &'p mut Option<T> {
    #[inline]
    fn keep(self, value: T) -> &'p mut T {
        self.insert(value)
    }
}

/// The head of a `for`. A function of its own, for at the user's own place the trait's path would pass for an
/// unnecessary qualification.
#[inline]
pub fn iterate<I: IntoIterator>(head: I) -> I::IntoIter {
    head.into_iter()
}

/// One round of a `for`.
#[inline]
pub fn advance<I: Iterator>(iter: &mut I) -> Option<I::Item> {
    iter.next()
}

/// What a finished coroutine answers.
#[inline]
pub fn finished<R, T, E>(input: Resume<R, E>) -> Stop<T, E> {
    match input {
        Resume::Throw(error) => Stop::Raised(error),
        Resume::Send(_) | Resume::Close => Stop::Exhausted,
    }
}

/// What comes out when no `co_try!` catches the interrupt.
#[inline]
pub fn raise<T, E>(interrupt: Interrupt<E>) -> Stop<T, E> {
    match interrupt {
        Interrupt::Thrown(error) => Stop::Raised(error),
        Interrupt::Close => Stop::Closed,
    }
}

/// What is left by a panic, by the end of the process, or not at all: it has no value.
#[derive(Debug)]
pub enum NeverEnds {}

/// What the `else` of a `let` evaluates to: nothing, for it never ends.
#[derive(Debug)]
pub enum ElseHasToDiverge {}

/// The outcome of a region whose block never ends: `never` stands for the value it would have had,
/// so that its type falls back as that of a diverging expression does.
#[inline]
pub fn diverging<T, E>(outcome: Result<T, E>, never: impl FnOnce() -> T) -> Result<T, E> {
    drop(never);
    outcome
}

/// `#[coroutine(prime)]`: runs to the first yield and drops what it yields.
#[inline]
pub fn prime<R, C: Coroutine<R>>(mut machine: C) -> C {
    let _ = machine.prime();
    machine
}

/// The state of a function that could not be compiled.
#[derive(Clone, Copy, Debug)]
pub struct Stub;

impl State for Stub {
    fn stands(&self) -> Stands {
        Stands::Finished
    }

    fn finished() -> Self {
        Self
    }
}

/// The machine of a function that could not be compiled, beside its errors.
pub const fn stub<F, Y, T, E>(step: F) -> Machine<Stub, F, Y, T, E> {
    Machine::new(Stub, step)
}
