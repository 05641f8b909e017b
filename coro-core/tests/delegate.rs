//! What `yield_from!` is made of: the choice of the kind of delegate, and what each kind answers.
#![cfg(feature = "alloc")]
#![allow(clippy::needless_borrow)] // one `&` for each level, as emitted
#[allow(dead_code, unreachable_pub)]
mod support;
#[allow(unused_imports)] // as emitted: all levels, of which four are for errors
use coro_core::__private::{
    ChooseCoroutine as _, ChooseIterator as _, ChooseNothing as _, ChooseOtherItem as _,
    ChooseOtherThrow as _, ChooseOtherYield as _,
};
use coro_core::__private::{
    Delegate, Ended, FirstOther as _, FirstUnit as _, Handed, Progress, first, kind, outlet,
};
use coro_core::{Coroutine, Resume};
use std::convert::Infallible;
use std::fmt::Debug;
use support::*;

macro_rules! wrap {
    ($sub:expr, $input:expr) => {{
        let sub = $sub;
        (&&&&&&kind(&sub, &$input, &outlet()))
            .coro_choose()
            .wrap(sub)
    }};
}

fn units() -> Resume<(), Infallible> {
    Resume::Send(())
}
fn ints() -> Resume<i32, String> {
    Resume::Send(1)
}
fn show<Y: Debug, T: Debug, E: Debug>(answer: Result<Y, Ended<T, E>>) -> String {
    match answer {
        Ok(y) => format!("Yielded({y:?})"),
        Err(ended) => format!("{ended:?}"),
    }
}
/// The two ways to resume a delegate, which differ in where they say how it ended.
trait Way {
    fn go<D: Delegate<R, E>, R, E>(
        delegate: &mut D,
        handed: Handed<R, E>,
    ) -> Result<D::Yield, Ended<D::Return, E>>;
}
struct Proceeding;
impl Way for Proceeding {
    fn go<D: Delegate<R, E>, R, E>(
        delegate: &mut D,
        handed: Handed<R, E>,
    ) -> Result<D::Yield, Ended<D::Return, E>> {
        delegate.proceed(handed)
    }
}
struct Forwarding;
impl Way for Forwarding {
    fn go<D: Delegate<R, E>, R, E>(
        delegate: &mut D,
        handed: Handed<R, E>,
    ) -> Result<D::Yield, Ended<D::Return, E>> {
        let mut ended = Progress::GoesOn;
        let yielded = delegate.forward(handed, &mut ended);
        match (yielded, ended.take()) {
            (Some(value), None) => Ok(value),
            (None, Some(ended)) => Err(ended),
            _ => panic!("neither or both"),
        }
    }
}

/// Enters and runs to the end with units, of which a coroutine returns its value.
fn all<W: Way, D: Delegate<(), E>, E>(mut d: D) -> (Vec<D::Yield>, D::Return) {
    let mut seen = Vec::new();
    let mut answer = W::go(&mut d, Handed::First(Some(())));
    loop {
        match answer {
            Ok(y) => seen.push(y),
            Err(Ended::Returned(t)) => return (seen, t),
            Err(Ended::Interrupted(_)) => panic!("interrupted"),
        }
        answer = W::go(&mut d, Handed::On(Resume::Send(())));
    }
}
fn name<T>(_: &T) -> &'static str {
    std::any::type_name::<T>()
        .split('<')
        .next()
        .unwrap()
        .rsplit("::")
        .next()
        .unwrap()
}

#[test]
fn kinds() {
    let boxed_iterator: Box<dyn Iterator<Item = u32>> = Box::new(0..2);
    let mut range = 0..2_u32;
    for d in [
        name(&wrap!(vec![0_u32, 1], units())),
        name(&wrap!(0..2, ints())),
        name(&wrap!(boxed_iterator, units())),
    ] {
        assert_eq!(d, "IteratorDelegate");
    }
    assert_eq!(name(&wrap!(&mut range, ints())), "IteratorDelegate");
    // Both a coroutine and an iterator: the coroutine wins, unless what is sent or thrown differs.
    assert_eq!(name(&wrap!(count_to(2), units())), "CoroutineDelegate");
    assert_eq!(name(&wrap!(count_to(2), ints())), "IteratorDelegate");
    assert_eq!(
        name(&wrap!(count_to(2), Resume::<(), String>::Close)),
        "IteratorDelegate"
    );
    let mut c = tally();
    assert_eq!(name(&wrap!(&mut c, ints())), "CoroutineDelegate");
    assert_eq!(name(&wrap!(c.boxed(), ints())), "CoroutineDelegate");
    fn generic<I: IntoIterator<Item = u32>, R, E>(sub: I, input: &Resume<R, E>) -> &'static str {
        name(&wrap!(sub, *input))
    }
    assert_eq!(generic(count_to(2), &units()), "IteratorDelegate");
    fn generic_coroutine<C: Coroutine<R, Throw = E>, R, E>(
        sub: C,
        input: &Resume<R, E>,
    ) -> &'static str {
        name(&wrap!(sub, *input))
    }
    assert_eq!(generic_coroutine(tally(), &ints()), "CoroutineDelegate");
}

#[test]
fn iteration() {
    iterates::<Proceeding>();
    iterates::<Forwarding>();
}
fn iterates<W: Way>() {
    let no: Resume<(), Infallible> = Resume::Close;
    assert_eq!(
        all::<W, _, Infallible>(wrap!(vec![5, 6], no)),
        (vec![5, 6], ())
    );
    assert_eq!(
        all::<W, _, Infallible>(wrap!(count_to(2), no)),
        (vec![0, 1], ())
    );
    assert_eq!(
        all::<W, _, _>(wrap!(sum_to(3), Resume::<(), String>::Close)),
        (vec![0, 1, 2], 3)
    );
    let mut started = count_to(3);
    started.prime().unwrap();
    assert_eq!(all::<W, _, _>(wrap!(&mut started, no)), (vec![1, 2], ()));

    let mut d = wrap!(7..9, ints());
    assert_eq!(
        show(Delegate::<i32, String>::enter_with(&mut d, 1)),
        "Yielded(7)"
    );
    assert_eq!(
        show(W::go::<_, i32, String>(
            &mut d,
            Handed::On(Resume::Throw("e".into()))
        )),
        "Interrupted(Thrown(\"e\"))"
    );
    assert_eq!(
        show(W::go::<_, i32, String>(&mut d, Handed::On(Resume::Close))),
        "Interrupted(Close)"
    );
}

#[test]
fn coroutines() {
    delegates::<Proceeding>();
    delegates::<Forwarding>();
}
fn delegates<W: Way>() {
    let mut d = wrap!(tally(), ints());
    assert_eq!(show(W::go(&mut d, Handed::First(None))), "Yielded(0)");
    assert_eq!(
        show(W::go(&mut d, Handed::On(Resume::Send(4)))),
        "Yielded(4)"
    );
    assert_eq!(
        show(W::go(&mut d, Handed::On(Resume::Send(0)))),
        "Returned(4)"
    );

    let mut d = wrap!(tally(), ints());
    assert_eq!(show(d.enter_with(4)), "Yielded(4)");
    assert_eq!(
        show(W::go(&mut d, Handed::On(Resume::Throw("e".into())))),
        "Interrupted(Thrown(\"e\"))"
    );

    let mut d = wrap!(tally(), ints());
    let _ = W::go(&mut d, Handed::First(None));
    assert_eq!(
        show(W::go(&mut d, Handed::On(Resume::Close))),
        "Interrupted(Close)"
    );

    let closing = |on_close| {
        let mut d = wrap!(stubborn(on_close), ints());
        let _ = W::go(&mut d, Handed::First(None));
        show(W::go(&mut d, Handed::On(Resume::Close)))
    };
    assert_eq!(closing(OnClose::Yield), "Yielded(99)");
    assert_eq!(closing(OnClose::Return), "Interrupted(Close)");
    assert_eq!(closing(OnClose::Raise), "Interrupted(Thrown(\"raised\"))");
    let mut d = wrap!(stubborn(OnClose::Yield), ints());
    let _ = W::go(&mut d, Handed::First(None));
    assert_eq!(
        show(W::go(&mut d, Handed::On(Resume::Throw("four".into())))),
        "Yielded(4)"
    );
    assert_eq!(
        show(W::go(&mut d, Handed::On(Resume::Throw("close".into())))),
        "Interrupted(Close)"
    );
}

#[test]
fn borrowed_values() {
    fn step<D: for<'a> Delegate<&'a str, Infallible, Yield = usize>>(d: &mut D) -> Option<usize> {
        let local = String::from("four");
        d.proceed(Handed::On(Resume::Send(&local))).ok()
    }
    let mut d = {
        let local = String::new();
        let input: Resume<&str, Infallible> = Resume::Send(&local);
        let mut d = wrap!(lengths(), input);
        let Ok(0) = d.proceed(Handed::First((&&first(&input)).coro_first())) else {
            panic!()
        };
        d
    };
    assert_eq!((step(&mut d), step(&mut d)), (Some(4), Some(8)));
}

#[test]
fn first_is_the_unit_or_nothing() {
    assert_eq!((&&first(&units())).coro_first(), Some(()));
    assert_eq!((&&first(&ints())).coro_first(), None);
    fn generic<R, E>(input: &Resume<R, E>) -> Option<R> {
        (&&first(input)).coro_first()
    }
    assert_eq!(generic(&units()), None);
}

fn message(call: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let payload = std::panic::catch_unwind(call).unwrap_err();
    payload
        .downcast_ref::<&str>()
        .map(|s| s.to_string())
        .or(payload.downcast_ref().cloned())
        .unwrap()
}

#[test]
fn misuse_panics() {
    misused::<Proceeding>();
    misused::<Forwarding>();
}
fn misused<W: Way>() {
    assert_eq!(
        message(|| {
            let mut c = tally();
            c.prime().unwrap();
            let _ = W::go(&mut wrap!(c, ints()), Handed::First(None));
        }),
        "yield_from! of a coroutine that has already started: pass the value to send first, as in yield_from!(sub, value)"
    );
    assert_eq!(
        message(|| {
            let mut c = tally();
            c.close().unwrap();
            let _ = W::go(&mut wrap!(c, ints()), Handed::First(None));
        }),
        "yield_from! of a coroutine that is already finished"
    );
}

#[test]
fn misuse_names_the_line() {
    use std::sync::Mutex;
    static LINE: Mutex<u32> = Mutex::new(0);
    let mut c = tally();
    c.close().unwrap();
    let mut d = wrap!(c, ints());
    let here = std::thread::spawn(move || {
        let old = std::panic::take_hook();
        std::panic::set_hook(Box::new(|info| {
            let line = info.location().unwrap();
            if line.file().ends_with("delegate.rs") && std::thread::current().name().is_none() {
                *LINE.lock().unwrap() = line.line();
            }
        }));
        let mut here = 0;
        #[rustfmt::skip]
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            here = line!(); let _ = d.proceed(Handed::First(None));
        }));
        assert!(result.is_err());
        std::panic::set_hook(old);
        here
    });
    let here = here.join().unwrap();
    assert_eq!(*LINE.lock().unwrap(), here);
}
