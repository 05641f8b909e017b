//! Nim's yields in what a place, a literal or a conversion is made of.

use super::{run, said};
use crate::support::Log;
use coro::prelude::*;
use std::any::Any;
use std::rc::Rc;

#[derive(Default)]
struct Point {
    id: u8,
    other: u8,
}

/// Fields and elements of what a block gives back, at an index that yields itself.
#[test]
fn places() {
    #[coro::coroutine]
    fn a_field(log: Log) -> impl Coroutine<Yield = u8> {
        said(
            &log,
            {
                let s = Point {
                    id: 2,
                    ..Point::default()
                };
                co_yield!(1);
                s
            }
            .id,
        );
        match 5 {
            0 => log.say("123"),
            1 | 2 | 5 => log.say("3"),
            _ => log.say("123"),
        }
    }
    #[coro::coroutine]
    fn an_element(log: Log) -> impl Coroutine<Yield = u8> {
        said(
            &log,
            {
                co_yield!(1);
                vec![123, 5, 123]
            }[1],
        );
        said(
            &log,
            {
                co_yield!(1);
                vec![123, 6, 123]
            }[{
                co_yield!(2);
                1
            }],
        );
    }
    let log = Log::new();
    assert_eq!(run(&log, a_field(log.clone())), "1, 2, 3, = ()");
    assert_eq!(run(&log, an_element(log.clone())), "1, 5, 1, 2, 6, = ()");
}

/// Literals of structs, arrays and text; a conversion to `dyn`, a cast.
#[test]
fn constructed() {
    #[coro::coroutine]
    fn a_struct(log: Log) -> impl Coroutine<Yield = u8> {
        let a = Point {
            other: said(&log, 5),
            id: {
                co_yield!(1);
                2
            },
        };
        said(&log, a.id);
        let Point { other, .. } = Point {
            id: {
                co_yield!(3);
                4
            },
            ..a
        };
        said(&log, other);
    }
    #[coro::coroutine]
    fn literals(log: Log) -> impl Coroutine<Yield = u8> {
        let text = ["a".to_string(), {
            co_yield!(1);
            "b".to_string()
        }]
        .concat();
        log.say(format!("{text}{}", {
            co_yield!(2);
            "c"
        }));
    }
    #[coro::coroutine]
    fn converted(log: Log) -> impl Coroutine<Yield = u8> {
        struct Foo(Log);
        impl Drop for Foo {
            fn drop(&mut self) {
                self.0.say("-foo");
            }
        }
        let mut o: Rc<dyn Any> = Rc::new(());
        log.say(o.is::<()>().to_string());
        o = {
            let f = Rc::new(Foo(log.clone()));
            co_yield!(1);
            f
        };
        log.say(o.is::<Foo>().to_string());
        let wide = {
            co_yield!(255);
            -1_i8
        } as u16;
        log.say(wide.to_string());
    }
    let log = Log::new();
    let l = || log.clone();
    assert_eq!(run(&log, a_struct(l())), "5, 1, 2, 3, 5, = ()");
    assert_eq!(run(&log, literals(l())), "1, 2, abc, = ()");
    assert_eq!(
        run(&log, converted(l())),
        "true, 1, true, 255, 65535, -foo, = ()"
    );
}

/// A local of a loop's body is a new one each time, and one of the same name outside another.
#[test]
fn locals_of_a_loop() {
    #[coro::coroutine]
    fn body(log: Log) -> impl Coroutine<Yield = u8> {
        let a = 100;
        for _ in 1..=3 {
            let mut a = 0;
            let mut b = String::new();
            co_yield!(1);
            a += 5;
            b += "hello";
            log.say(format!("{a} {b}"));
        }
        co_yield!(a);
    }
    let log = Log::new();
    assert_eq!(
        run(&log, body(log.clone())),
        "1, 5 hello, 1, 5 hello, 1, 5 hello, 100, = ()"
    );
}
