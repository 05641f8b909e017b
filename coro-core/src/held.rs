//! Locals that stay where they are while the coroutine is suspended: a slot beside the state, and what
//! holds it while an arm runs. A local in a slot is dropped as a local of the arm would be, because what holds
//! it is one; where the coroutine goes on with it, the hold is forgotten.

use core::fmt::{self, Debug};
use core::mem;

/// Holds a slot for as long as an arm runs; dropped, it empties the slot.
pub struct Held<'a, B>(&'a mut Option<B>);

/// Puts a new local into its slot.
#[inline]
pub fn fill<B>(slot: &mut Option<B>, value: B) -> Held<'_, B> {
    *slot = Some(value);
    Held(slot)
}

/// Takes hold of what was put there earlier, `None` if nothing was. An arm that has asked is without the panic of
/// [`Held::get`].
#[inline]
pub const fn hold<B>(slot: &mut Option<B>) -> Option<Held<'_, B>> {
    match slot {
        Some(_) => Some(Held(slot)),
        None => None,
    }
}

impl<B> Held<'_, B> {
    /// The local.
    #[inline]
    pub fn get(&mut self) -> &mut B {
        match self.0 {
            Some(value) => value,
            None => empty(),
        }
    }

    /// The local is moved: its slot is empty from here on.
    #[inline]
    pub fn give(self) -> B {
        match mem::take(self.0) {
            Some(value) => value,
            None => empty(),
        }
    }

    /// The coroutine goes on with it: it stays in its slot.
    #[inline]
    pub const fn keep(self) {
        mem::forget(self);
    }
}

#[cold]
fn empty() -> ! {
    unreachable!("an arm whose local has a slot runs after one that fills it")
}

impl<B> Drop for Held<'_, B> {
    #[inline]
    fn drop(&mut self) {
        *self.0 = None;
    }
}

impl<B> Debug for Held<'_, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Held").finish_non_exhaustive()
    }
}
