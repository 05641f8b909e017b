//! Local names equal to those that generated code uses.

use coro::prelude::*;

#[coro::coroutine]
fn locals(state: u32, input: u32, at: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let value = co_yield!(state + input + at);
    let sent = co_yield!(value);
    let iter = [sent, value];
    let mut this = 0;
    for item in iter {
        this += co_yield!(item);
    }
    let stop = co_yield!(this);
    let start = co_yield!(stop);
    let tie = co_yield!(start);
    let machine = 'machine: {
        if co_yield!(tie) == 0 {
            break 'machine 1;
        }
        2
    };
    let residual = co_yield!(machine).checked_add(0);
    let delegate = [yield_from!(residual.into_iter().map(|arg0| arg0 + 1))];
    let __coro = co_yield!(0);
    let core = co_yield!(__coro);
    let coro = co_yield!(core);
    let std = coro + __coro;
    let [()] = delegate;
    state + input + at + value + sent + this + stop + start + tie + machine + std + core
}

#[test]
fn same_names_as_generated() {
    let mut running = locals(1, 2, 3);
    assert_eq!(running.prime(), Ok(Some(6)));
    let mut given = Vec::new();
    for sent in 1..=11 {
        match running.send(sent) {
            Ok(value) => given.push(value),
            Err(stop) => assert_eq!(stop, Stop::Returned(0)),
        }
    }
    assert_eq!(given, [1, 2, 1, 7, 5, 6, 7, 2, 10, 0, 11]);
}

/// Types and variants that generated code has as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TypesState {
    Start,
    Yield1,
    Finished,
}

#[coro::coroutine]
fn types(from: TypesState) -> impl Iterator<Item = TypesState> {
    use TypesState::{Finished, Start, Yield1};
    let mut at = from;
    loop {
        at = match at {
            Start => Yield1,
            Yield1 => Finished,
            Finished => return,
        };
        co_yield!(at);
    }
}

/// A user type called like the type parameter of a local.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct At(u32);

#[coro::coroutine]
fn parameter(at: At) -> impl Iterator<Item = At> {
    co_yield!(at);
    let another = At(at.0 + 1);
    co_yield!(another);
}

#[coro::coroutine]
fn generic<State, N: Clone>(state: State, n: N) -> impl Iterator<Item = (State, N)>
where
    State: Clone,
{
    co_yield!((state.clone(), n.clone()));
    co_yield!((state, n));
}

/// Named like its own enum, its module, its type.
#[coro::coroutine]
fn types_state() -> impl Iterator<Item = TypesState> {
    co_yield!(TypesState::Start);
}

#[coro::coroutine]
fn result() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

#[coro::coroutine]
fn raw(r#type: u32, r#match: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let r#loop = co_yield!(r#type);
    let r#struct = co_yield!(r#loop + r#match);
    let text = format!("{type} {loop}");
    co_yield!(r#struct);
    u32::try_from(text.len()).unwrap_or_default()
}

#[coro::coroutine]
fn r#yield() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

#[coro::coroutine]
fn hidden(_hidden: u32) -> impl Iterator<Item = u32> {
    let _held = String::new();
    co_yield!(1);
}

#[test]
fn same_types_as_generated() {
    assert!(types(TypesState::Start).eq([TypesState::Yield1, TypesState::Finished]));
    assert!(parameter(At(1)).eq([At(1), At(2)]));
    assert!(generic(1, 'a').eq([(1, 'a'), (1, 'a')]));
    assert!(types_state().eq([TypesState::Start]));
    assert!(result().eq([1]));
    assert_eq!(raw(1, 2).send(3), Ok(5));
    assert!(r#yield().eq([1]));
    assert!(hidden(1).eq([1]));
}

#[coro::coroutine]
fn shadowing(item: u32) -> impl Iterator<Item = String> {
    co_yield!(item.to_string());
    let item = format!("{item}{item}");
    co_yield!(item.clone());
    {
        let item = item.len();
        co_yield!(format!("{item}"));
        let item = [item; 2];
        co_yield!(format!("{item:?}"));
    }
    for item in item.into_bytes() {
        co_yield!(format!("{item}"));
    }
}

#[test]
fn shadowing_across_yields() {
    assert_eq!(
        shadowing(7).take(4).collect::<Vec<_>>(),
        ["7", "77", "2", "[2, 2]"]
    );
}

/// Functions and locals that are called as what the macro makes of markers and jumps.
mod reserved {
    use coro::co_yield;

    const fn __finish(n: i32) -> i32 {
        n + 1
    }

    const fn __part_0(n: i32) -> i32 {
        n + 2
    }

    const fn __leap_0() -> i32 {
        3
    }

    #[coro::coroutine]
    fn functions(__co_yield: fn(i32) -> i32) -> impl Iterator<Item = i32> {
        let sum = __finish(1) + __part_0(1);
        co_yield!(sum);
        for n in 0..3 {
            if n == 1 {
                continue;
            }
            co_yield!(__leap_0() + n);
        }
        let __left_1 = |n: i32| n * 2;
        co_yield!(__co_yield(3));
        co_yield!(__left_1(3));
        co_yield!(i32::from(matches!(__finish(9), 10)));
    }

    #[test]
    fn they_are_the_users() {
        assert!(functions(|n| n + 5).eq([5, 3, 5, 8, 6, 1]));
    }
}
