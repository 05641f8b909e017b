//! What bodies have to do at an interrupt, worked out by hand from PEP 342 and PEP 380, and from Rust's order of drops.
//!
//! Both engines share the protocol, and could be wrong alike: these rows are what neither may change. Where the contract is not Python's
//! (a `send` primes, a close that is ignored leaves the coroutine suspended, a drop runs no handler), it is the contract's.

use crate::interrupts::driver::both;
use crate::log::{Log, Noisy};
use coro::{Coroutine, Interrupt};

both! {
    body closing_runs_a_handler(log) -> i32 | i32 {
        let _a = log.noisy("a");
        match co_try!({ let _b = log.noisy("b"); co_yield!(1) }) {
            Ok(n) => n,
            Err(Interrupt::Thrown(n)) => { log.say("thrown"); co_yield!(n) }
            Err(Interrupt::Close) => { log.say("closed"); co_raise!(Interrupt::Close) }
        }
    }
    tells {
        [(Prime, "+a, +b, Ok(Some(1))"), (Close, "~b, closed, ~a, Ok(None)"), (Close, "Ok(None)")] dropped "";
        [(Prime, "+a, +b, Ok(Some(1))"), (Throw(5), "~b, thrown, Ok(5)"), (Close, "~a, Ok(None)")] dropped "";
        [(Prime, "+a, +b, Ok(Some(1))"), (Send(3), "~b, ~a, Err(Returned(3))"), (Send(1), "Err(Exhausted)"), (Throw(7), "Err(Raised(7))")] dropped "";
        [(Prime, "+a, +b, Ok(Some(1))")] dropped "~b, ~a";
        [(Prime, "+a, +b, Ok(Some(1))"), (Throw(5), "~b, thrown, Ok(5)")] dropped "~a";
        [(Send(3), "+a, +b, ~b, ~a, Err(Returned(3))")] dropped "";
    }

    // What has not run has no handler.
    body not_yet_run(log) -> i32 | i32 {
        log.say("runs");
        co_try!({ co_yield!(1) }).unwrap_or(2)
    }
    tells {
        [(Throw(5), "Err(Raised(5))"), (Prime, "Err(Exhausted)"), (Throw(7), "Err(Raised(7))")] dropped "";
        [(Close, "Ok(None)"), (Send(1), "Err(Exhausted)")] dropped "";
        [] dropped "";
    }

    body a_throw_goes_to_the_delegate(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let n = co_try!({ yield_from!(sub::<i32>(log, 1)) });
        log.say(format!("{n:?}"));
        n.unwrap_or(9)
    }
    tells {
        [(Prime, "+a, +sub1, Ok(Some(1))"), (Throw(5), "Ok(2)"), (Send(3), "~sub1, Ok(53), ~a, Err(Returned(53))")] dropped "";
        [(Prime, "+a, +sub1, Ok(Some(1))"), (Throw(7), "sub raises, ~sub1, Err(Thrown(7)), ~a, Err(Returned(9))")] dropped "";
        [(Prime, "+a, +sub1, Ok(Some(1))"), (Close, "sub raises, ~sub1, Err(Close), ~a, Ok(Some(9))")] dropped "";
        [(Prime, "+a, +sub1, Ok(Some(1))"), (Send(0), "Ok(2)"), (Throw(5), "~sub1, Err(Thrown(5)), ~a, Err(Returned(9))")] dropped "";
        [(Prime, "+a, +sub1, Ok(Some(1))"), (Send(2), "~sub1, Ok(2), ~a, Err(Returned(2))")] dropped "";
    }

    // PEP 380: the delegate is closed, and then the close is raised at the `yield from`, whatever the delegate returned.
    body a_close_that_the_delegate_answers_with_a_return(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let r = co_try!({ yield_from!(returning::<i32>(log, 1)) });
        log.say(format!("{r:?}"));
        match r { Ok(n) => n + co_yield!(n), Err(e) => co_raise!(e) }
    }
    tells {
        [(Prime, "+a, +returning1, Ok(Some(1))"), (Close, "~returning1, Err(Close), ~a, Ok(None)")] dropped "";
        [(Prime, "+a, +returning1, Ok(Some(1))"), (Throw(7), "~returning1, Ok(-1), Ok(-1)"), (Send(3), "~a, Err(Returned(2))")] dropped "";
        [(Prime, "+a, +returning1, Ok(Some(1))"), (Send(4), "Ok(4)"), (Close, "~returning1, Err(Close), ~a, Ok(None)")] dropped "";
    }

    body a_close_that_the_delegate_ignores(log) -> i32 | i32 {
        let _a = log.noisy("a");
        yield_from!(stubborn::<i32>(log, 1))
    }
    tells {
        [(Prime, "+a, +stubborn1, Ok(Some(1))"), (Close, "ignores Close, Err(Ignored(11))"), (Throw(7), "ignores Thrown(7), Ok(21)"), (Close, "~stubborn1, ~a, Ok(None)")] dropped "";
        [(Prime, "+a, +stubborn1, Ok(Some(1))"), (Close, "ignores Close, Err(Ignored(11))"), (Send(2), "~stubborn1, ~a, Err(Returned(13))")] dropped "";
        [(Prime, "+a, +stubborn1, Ok(Some(1))"), (Close, "ignores Close, Err(Ignored(11))")] dropped "~stubborn1, ~a";
    }

    body a_close_that_the_delegate_answers_with_an_error(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let r = co_try!({ yield_from!(raising::<i32>(log, 1)) });
        log.say(format!("{r:?}"));
        yield_from!(raising::<i32>(log, 2))
    }
    tells {
        [(Prime, "+a, +raising1, Ok(Some(1))"), (Close, "~raising1, Err(Thrown(1)), +raising2, Err(Ignored(2))"), (Close, "~raising2, ~a, Err(Raised(2))")] dropped "";
        [(Prime, "+a, +raising1, Ok(Some(1))"), (Send(4), "~raising1, Ok(4), +raising2, Ok(2)"), (Throw(7), "~raising2, ~a, Err(Raised(2))")] dropped "";
    }

    // PEP 380: what has no `throw` is left, and the error is raised at the `yield from`.
    body a_throw_at_an_iterator(log) -> i32 | i32 {
        let _a = log.noisy("a");
        let r = co_try!({ let _b = log.noisy("b"); yield_from!([1, 2]); co_yield!(3) });
        log.say(format!("{r:?}"));
        co_yield!(4)
    }
    tells {
        [(Prime, "+a, +b, Ok(Some(1))"), (Throw(5), "~b, Err(Thrown(5)), Ok(4)"), (Close, "~a, Ok(None)")] dropped "";
        [(Prime, "+a, +b, Ok(Some(1))"), (Send(0), "Ok(2)"), (Send(0), "Ok(3)"), (Send(6), "~b, Ok(6), Ok(4)"), (Throw(7), "~a, Err(Raised(7))")] dropped "";
    }

    body raised_out_of_a_loop<'l>(log) -> i32 | Noisy<'l> {
        let _a = log.noisy("a");
        for n in [log.noisy("x"), log.noisy("y")] {
            let _m = log.noisy("m");
            if co_yield!(n.n) == 0 { co_raise!(log.noisy("e")); }
        }
        3
    }
    tells {
        [(Prime, "+a, +x, +y, +m, Ok(Some(3))"), (Send(0), "+e, ~m, ~x, ~y, ~a, ~e, Err(Raised(e=3))")] dropped "";
        [(Prime, "+a, +x, +y, +m, Ok(Some(3))"), (Send(1), "~m, ~x, +m, Ok(3)"), (Send(0), "+e, ~m, ~y, ~a, ~e, Err(Raised(e=3))")] dropped "";
        [(Prime, "+a, +x, +y, +m, Ok(Some(3))"), (Close, "~m, ~x, ~y, ~a, Ok(None)")] dropped "";
    }

    body broken_out_of_a_region(log) -> i32 | i32 {
        let n = 'block: {
            let _a = log.noisy("a");
            let r = co_try!({ let _b = log.noisy("b"); if co_yield!(1) == 0 { break 'block 10; } co_yield!(2) });
            log.say(format!("{r:?}"));
            3
        };
        co_yield!(n)
    }
    tells {
        [(Prime, "+a, +b, Ok(Some(1))"), (Send(0), "~b, ~a, Ok(10)"), (Throw(7), "Err(Raised(7))")] dropped "";
        [(Prime, "+a, +b, Ok(Some(1))"), (Send(1), "Ok(2)"), (Throw(7), "~b, Err(Thrown(7)), ~a, Ok(3)")] dropped "";
    }

    // Each delegate catches what the one in it lets through.
    body through_three_delegates(log) -> i32 | i32 {
        yield_from!(nested::<i32>(log, 1, 2))
    }
    tells {
        [(Prime, "+nested2, +nested1, +nested0, +sub1, Ok(Some(1))"), (Throw(5), "Ok(2)"), (Send(1), "~sub1, ~nested0, ~nested1, ~nested2, Err(Returned(54))")] dropped "";
        [(Prime, "+nested2, +nested1, +nested0, +sub1, Ok(Some(1))"), (Throw(7), "sub raises, ~sub1, ~nested0, +at_once-70, Ok(-70)"), (Send(1), "~at_once-70, ~nested1, ~nested2, Err(Returned(-68))")] dropped "";
        [(Prime, "+nested2, +nested1, +nested0, +sub1, Ok(Some(1))"), (Close, "sub raises, ~sub1, ~nested0, ~nested1, ~nested2, Ok(None)")] dropped "";
    }

    // It is the very same error, and it is held meanwhile.
    body raised_again<'l>(log) -> i32 | Noisy<'l> {
        let _a = log.noisy("a");
        match co_try!({ let _b = log.noisy("b"); co_yield!(1) }) {
            Ok(n) => n,
            Err(e) => { let _h = log.noisy("h"); co_yield!(2); co_raise!(e) }
        }
    }
    tells {
        [(Prime, "+a, +b, Ok(Some(1))"), (Throw(7), "+error7, ~b, +h, Ok(2)"), (Send(0), "~h, ~a, ~error7, Err(Raised(error7=7))")] dropped "";
        [(Prime, "+a, +b, Ok(Some(1))"), (Throw(7), "+error7, ~b, +h, Ok(2)"), (Close, "~h, ~error7, ~a, Ok(None)")] dropped "";
        [(Prime, "+a, +b, Ok(Some(1))"), (Throw(7), "+error7, ~b, +h, Ok(2)"), (Throw(5), "+error5, ~h, ~error7, ~a, ~error5, Err(Raised(error5=5))")] dropped "";
        [(Prime, "+a, +b, Ok(Some(1))"), (Throw(7), "+error7, ~b, +h, Ok(2)")] dropped "~h, ~error7, ~a";
    }

    // A panic is no interrupt: no region catches it.
    body a_delegate_that_panics(log) -> i32 | i32 {
        let _a = log.noisy("a");
        co_try!({ yield_from!(falling::<i32>(log, 1)) }).unwrap_or(4)
    }
    tells {
        [(Prime, "+a, +falling1, Ok(Some(1))"), (Close, "falls, ~falling1, ~a, panicked"), (Send(1), "Err(Exhausted)")] dropped "";
        [(Prime, "+a, +falling1, Ok(Some(1))"), (Throw(7), "~falling1, ~a, Err(Returned(4))")] dropped "";
    }
}
