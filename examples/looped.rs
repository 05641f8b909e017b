//! Stack Abuse, "Coroutines in Python": two coroutines that send to each other. The second send reaches
//! a coroutine that is still running, which a `Shared` handle refuses.

mod support;

use coro::prelude::*;
use std::fmt::{self, Display};
use support::{print, printed};

/// What Python raises; here what the coroutines throw.
#[derive(Debug)]
struct ValueError(String);

impl Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<SharedStop<(), Self>> for ValueError {
    fn from(stop: SharedStop<(), Self>) -> Self {
        match stop {
            SharedStop::Stop(Stop::Raised(error)) => error,
            stop => Self(stop.to_string()),
        }
    }
}

/// What the first coroutine is sent: at first the second one, then numbers.
enum Sent {
    NextCor(Shared<BoxCoroutine<'static, i32, (), (), ValueError>>),
    Number(#[expect(dead_code, reason = "the loop is refused before it arrives")] i32),
}

#[coro::coroutine]
fn coroutine_1(mut value: i32) -> impl Coroutine<Sent, Throw = ValueError> {
    loop {
        let next_cor = co_yield!();
        print(value);
        value -= 1;
        if let Sent::NextCor(next_cor) = next_cor
            && let Err(stop) = next_cor.send(value)
        {
            co_raise!(ValueError::from(stop));
        }
    }
}

#[coro::coroutine]
fn coroutine_2<C>(next_cor: Shared<C>) -> impl Coroutine<i32, Throw = ValueError>
where
    C: Coroutine<Sent, Yield = (), Return = (), Throw = ValueError>,
{
    loop {
        let mut value = co_yield!();
        print(value);
        value -= 2;
        if let Err(stop) = next_cor.send(Sent::Number(value)) {
            co_raise!(ValueError::from(stop));
        }
    }
}

pub(crate) fn main() {
    let cor1 = Shared::new(coroutine_1(20));
    cor1.prime().unwrap();
    let cor2 = Shared::new(coroutine_2(cor1.clone()).boxed());
    cor2.prime().unwrap();
    let Err(SharedStop::Stop(Stop::Raised(error))) = cor1.send(Sent::NextCor(cor2)) else {
        panic!("the loop is refused")
    };
    print(error);

    assert_eq!(printed(), ["20", "19", "coroutine already executing"]);
}
