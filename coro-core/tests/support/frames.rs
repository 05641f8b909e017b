// Frames of a `Stack`, written out by hand as the compiler would write them. The tests use them, and so do the
// examples in the documentation.

use coro_core::__private::{Stands, State, finished, here, raise};
use coro_core::stack::{Call, Reply, Request, call, give};
use coro_core::{Coroutine, Interrupt, Machine, Resume, Stop};

/// `n` frames, of which the innermost gives 0 and then what it is sent, and returns it when it is negative:
///
/// ```text
/// if n > 1 {
///     return yield_from!(call(echo(n - 1))) - 1;
/// }
/// let mut value = 0;
/// while value >= 0 {
///     value = co_yield!(give(value)).sent();
/// }
/// value
/// ```
pub fn echo(
    n: u32,
) -> impl Coroutine<Reply<i32>, Yield = Request<'static, i32, i32, String>, Return = i32, Throw = String>
{
    Machine::start(
        Echo::Start(n),
        |state: &mut Echo, input: Resume<Reply<i32>, String>| {
            let value = match std::mem::replace(state, Echo::Finished) {
                Echo::Start(n) if n > 1 => {
                    let mut sub = call(echo(n - 1));
                    let request = sub.prime()?.unwrap();
                    *state = Echo::Calls(sub);
                    return Ok(request);
                }
                Echo::Start(_) => 0,
                Echo::Calls(mut sub) => {
                    return match sub.resume(input) {
                        Err(Stop::Returned(value)) => Err(Stop::Returned(value - 1)),
                        other => other,
                    };
                }
                Echo::Gives => match input {
                    Resume::Send(reply) => reply.sent(),
                    Resume::Throw(error) => return Err(raise(Interrupt::Thrown(error))),
                    Resume::Close => return Err(raise(Interrupt::Close)),
                },
                Echo::Finished => return Err(finished(input)),
            };
            assert!(value != 99, "the body panics");
            if value < 0 {
                return Err(Stop::Returned(value));
            }
            *state = Echo::Gives;
            Ok(give(value))
        },
    )
}

enum Echo {
    Start(u32),
    Calls(Call<'static, i32, i32, i32, String>),
    Gives,
    Finished,
}

impl State for Echo {
    fn stands(&self) -> Stands {
        match self {
            Self::Start(_) => Stands::Created,
            Self::Calls(_) | Self::Gives => Stands::At(here()),
            Self::Finished => Stands::Finished,
        }
    }
    fn finished() -> Self {
        Self::Finished
    }
}
