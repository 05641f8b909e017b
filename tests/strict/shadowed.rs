//! Modules, types and functions that hide what generated code needs.

/// Modules named like crates.
mod crates {
    mod core {}
    mod std {}
    mod alloc {}
    mod coro {}
    mod coro_core {}

    use ::coro::{Coroutine, Interrupt, co_try, co_yield, yield_from};

    #[::coro::coroutine]
    pub(super) fn numbers() -> impl Iterator<Item = u32> {
        co_yield!(1);
        for number in [2, 3] {
            co_yield!(number);
        }
        yield_from!([4]);
    }

    #[::coro::coroutine]
    pub(super) fn boxed() -> ::std::boxed::Box<dyn Coroutine<u32, Yield = u32, Throw = u32>> {
        if let Err(Interrupt::Thrown(thrown)) = co_try!({ co_yield!(1) }) {
            co_yield!(thrown);
        }
    }
}

/// Types and functions named like those of the prelude.
mod prelude {
    #[derive(Debug, PartialEq, Eq)]
    pub(super) struct Result;
    #[derive(Debug, PartialEq, Eq)]
    pub(super) struct Option;
    #[derive(Debug)]
    pub(super) struct Box;
    #[derive(Debug, PartialEq, Eq)]
    pub(super) enum Stop {
        Returned,
    }
    #[expect(dead_code, reason = "hides the trait")]
    pub(super) trait Clone {}
    #[expect(dead_code, reason = "hides the trait")]
    pub(super) trait IntoIterator {}
    #[expect(dead_code, reason = "hides the trait")]
    pub(super) trait Default {}
    #[expect(dead_code, reason = "hides the trait")]
    pub(super) trait From {}
    #[expect(dead_code, reason = "hides the trait")]
    pub(super) trait Into {}

    use coro::{Coroutine, co_raise, co_try, co_yield, yield_from};

    #[expect(non_snake_case, reason = "hides the variant")]
    const fn Some(number: u32) -> u32 {
        number
    }
    #[expect(non_snake_case, reason = "hides the variant")]
    const fn Ok(number: u32) -> u32 {
        number
    }
    #[expect(non_snake_case, reason = "hides the variant")]
    const fn Err(number: u32) -> u32 {
        number
    }
    #[expect(non_upper_case_globals, reason = "hides the variant")]
    const None: u32 = 4;
    const fn drop(number: u32) -> u32 {
        number
    }

    #[coro::coroutine]
    pub(super) fn numbers() -> impl Iterator<Item = u32> {
        co_yield!(Some(1));
        co_yield!(Ok(2));
        co_yield!(Err(3));
        co_yield!(None);
        for number in 5..7 {
            co_yield!(drop(number));
        }
        yield_from!([7]);
    }

    #[coro::coroutine]
    pub(super) fn types() -> impl Coroutine<Option, Yield = Result, Return = Stop, Throw = Box> {
        let sent = co_yield!(Result);
        if sent == Option {
            match co_try!({ co_yield!(Result) }) {
                ::core::result::Result::Ok(Option) => return Stop::Returned,
                ::core::result::Result::Err(interrupt) => co_raise!(interrupt),
            }
        }
        Stop::Returned
    }

    #[coro::coroutine]
    pub(super) fn question(
        text: &str,
    ) -> impl Coroutine<(), Yield = u8, Return = ::core::option::Option<()>> {
        let number = text.parse::<u8>().ok()?;
        co_yield!(number);
        ::core::option::Option::Some(())
    }
}

/// Traits with methods that generated code could call by mistake.
mod traits {
    use coro::prelude::*;

    #[expect(dead_code, reason = "only there to be called by mistake")]
    trait Loud {
        fn next(&mut self) -> u32 {
            unreachable!("called by generated code")
        }
        fn into_iter(self) -> u32
        where
            Self: Sized,
        {
            unreachable!("called by generated code")
        }
        fn branch(self) -> u32
        where
            Self: Sized,
        {
            unreachable!("called by generated code")
        }
        fn idle(&self) -> u32 {
            unreachable!("called by generated code")
        }
        fn lent(&self) -> u32 {
            unreachable!("called by generated code")
        }
        fn into(self) -> u32
        where
            Self: Sized,
        {
            unreachable!("called by generated code")
        }
        fn same(&self) -> u32 {
            unreachable!("called by generated code")
        }
        fn wrap(&self) -> u32 {
            unreachable!("called by generated code")
        }
        fn kind(&self) -> u32 {
            unreachable!("called by generated code")
        }
        fn resume(&self) -> u32 {
            unreachable!("called by generated code")
        }
    }
    impl<T> Loud for T {}

    #[coro::coroutine]
    pub(super) fn numbers() -> impl Coroutine<u32, Yield = u32, Return = Option<u32>, Throw = u32> {
        let text = String::from("12");
        let view = text.len();
        let parsed: u32 = text.parse().ok()?;
        for number in [parsed, parsed + 1] {
            co_yield!(number);
        }
        yield_from!(vec![1_u32]);
        if co_try!({ co_yield!(2) }).is_err() {
            co_raise!(7_u32);
        }
        drop(text);
        Some(u32::try_from(view).unwrap_or_default())
    }
}

#[test]
fn hidden_names() {
    use coro::{Coroutine, Stop};

    assert!(crates::numbers().eq([1, 2, 3, 4]));
    assert_eq!(crates::boxed().send(1), Err(Stop::Returned(())));
    assert!(prelude::numbers().eq([1, 2, 3, 4, 5, 6, 7]));
    assert_eq!(
        prelude::types().send(prelude::Option).ok(),
        Some(prelude::Result)
    );
    assert_eq!(
        prelude::question("3").send(()),
        Err(Stop::Returned(Some(())))
    );
    assert_eq!(prelude::question("x").send(()), Err(Stop::Returned(None)));
    let mut numbers = traits::numbers();
    assert_eq!(numbers.prime(), Ok(Some(12)));
    assert_eq!(numbers.send(0), Ok(13));
    assert_eq!(numbers.send(0), Ok(1));
    assert_eq!(numbers.send(0), Ok(2));
    assert_eq!(numbers.throw(1), Err(Stop::Raised(7)));
}
