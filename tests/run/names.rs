//! Names in the tokens of macros: a local that is shadowed, and `self`.

use coro::prelude::*;

#[derive(Debug, PartialEq, Clone, Copy)]
struct Point {
    x: i32,
}

macro_rules! pair {
    ($key:ident = $value:expr) => {
        (stringify!($key), $value)
    };
}

#[coro::coroutine]
fn shadowed(x: i32) -> impl Iterator<Item = (&'static str, i32)> {
    let x = x + 1;
    co_yield!(pair!(x = x));
    let x = x + 1;
    co_yield!(pair!(x = x));
    for x in [x, 5] {
        co_yield!((stringify!(x), x));
    }
    co_yield!(pair!(x = x));
}

#[test]
fn a_shadowed_local_keeps_its_name() {
    let expected = [("x", 2), ("x", 3), ("x", 3), ("x", 5), ("x", 3)];
    assert_eq!(shadowed(1).collect::<Vec<_>>(), expected);
}

/// Both are held at one yield, so that one goes by another name.
#[coro::coroutine]
fn side_by_side(points: &[Point]) -> impl Iterator<Item = Vec<Point>> {
    let x = points.len() as i32;
    for x in points.iter().map(|point| point.x) {
        let all = vec![Point { x }, Point { x: x + 1 }];
        co_yield!(all);
        assert!(matches!(Point { x }, Point { x: other } if other == x));
        assert_eq!(vec![Point { x }, Point { x }].len(), 2, "{x}");
        let Point { x } = points[0];
        co_yield!(vec![Point { x }]);
    }
    co_yield!(vec![Point { x }]);
}

#[test]
fn a_field_keeps_its_name() {
    let all = side_by_side(&[Point { x: 7 }]).collect::<Vec<_>>();
    let points = |xs: &[i32]| xs.iter().map(|x| Point { x: *x }).collect::<Vec<_>>();
    assert_eq!(all, [points(&[7, 8]), points(&[7]), points(&[1])]);
}

/// One name is the other with an underscore: the numbered names must differ, too. The outer are used behind the loop.
#[coro::coroutine]
fn underscored() -> impl Coroutine<Yield = i32, Return = i32> {
    let (x, x_) = (1, 2);
    for round in 0..2 {
        let x = 12 + round;
        co_yield!(x);
        let seen = {
            let x_ = 17;
            if x_ == round {
                continue;
            }
            x
        };
        co_yield!(seen);
    }
    x + x_
}

#[test]
fn an_underscore_tells_names_apart() {
    let mut c = underscored();
    let all: Vec<i32> = c.iter().collect();
    assert_eq!(all, [12, 12, 13, 13]);
    assert_eq!(underscored().iter().count(), 4);
    let mut it = Iter::new(underscored());
    it.by_ref().for_each(drop);
    assert_eq!(it.into_return(), Some(3));
}

struct Named {
    name: &'static str,
}

trait Shown {
    fn shown(&self) -> String;
}

impl std::fmt::Display for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

macro_rules! items {
    ($($item:item)*) => { $($item)* };
}

impl Named {
    #[coro::coroutine]
    fn texts(&self) -> impl Coroutine<Yield = String, Throw = u8> {
        co_yield!("{self}".to_string());
        co_yield!(format!("{{self}} {self} {}", self.name));
        co_yield!(vec!["{self}"][0].to_string() + stringify!(self));
        let caught = co_try!({
            struct Inner(u8);
            impl Shown for Inner {
                fn shown(&self) -> String {
                    format!("inner {}", self.0)
                }
            }
            co_yield!(Inner(3).shown() + self.name);
        });
        assert!(caught.is_ok(), "nothing is thrown at {self}");
    }

    #[coro::coroutine]
    fn of_a_macro(&self) -> impl Iterator<Item = String> {
        items! {
            struct Other;
            impl Shown for Other {
                fn shown(&self) -> String {
                    let Self = self;
                    "other".to_owned()
                }
            }
        }
        co_yield!(Other.shown() + self.name);
    }
}

#[test]
fn self_is_self_in_text() {
    let named = Named { name: "n" };
    let texts: Vec<String> = named.texts().iter().collect();
    let expected = ["{self}", "{self} n n", "{self}self", "inner 3n"];
    assert_eq!(texts, expected);
    assert_eq!(named.of_a_macro().collect::<Vec<_>>(), ["othern"]);
}

#[coro::coroutine]
fn count(n: u32) -> impl Iterator<Item = u32> {
    let count = |k| 0..k;
    for x in count(n) {
        co_yield!(x);
    }
}

/// It does not call itself.
#[test]
fn a_local_with_the_name_of_the_function() {
    assert_eq!(count(3).collect::<Vec<_>>(), [0, 1, 2]);
}
