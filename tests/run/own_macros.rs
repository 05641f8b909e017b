//! A `macro_rules!` of the body finds the locals that it names, wherever it is called.

use coro::prelude::*;

#[coro::coroutine]
fn pushes() -> impl Coroutine<u32, Yield = u32> {
    let mut stack = vec![1];
    macro_rules! push {
        ($e:expr) => {
            stack.push($e)
        };
    }
    loop {
        let n = co_yield!(stack.len() as u32);
        push!(n);
    }
}
#[coro::coroutine]
fn places(mut s: Vec<u32>) -> impl Coroutine<u32, Yield = usize, Return = Vec<u32>> {
    macro_rules! at {
        ($i:expr) => {
            s[$i]
        };
    }
    macro_rules! bump {
        ($i:expr) => {
            at!($i) += 1
        };
    }
    s.push(3);
    at!(0) += 1;
    let n = co_yield!(s.len()) + at!(0);
    s.push(n);
    bump!(1);
    for i in 0..2 {
        macro_rules! show {
            () => {
                format!("{i} {} {s:?}", at!(0)).len()
            };
        }
        let k = co_yield!(show!());
        if k > 1 {
            bump!(0);
            assert!(show!() > 0, "{}", show!());
        }
    }
    s
}
#[coro::coroutine]
fn scans(text: &str) -> impl Iterator<Item = char> {
    let mut chars = text.chars().peekable();
    macro_rules! take_while {
        ($test:expr) => {{
            let mut t = String::new();
            while let Some(c) = chars.next_if($test) {
                t.push(c);
            }
            t
        }};
    }
    while chars.peek().is_some() {
        let digits = take_while!(|c: &char| c.is_ascii_digit());
        if let Some(c) = digits.chars().next() {
            co_yield!(c);
        }
        let rest = take_while!(|c: &char| !c.is_ascii_digit());
        if !rest.is_empty() {
            co_yield!('_');
        }
    }
}
#[test]
fn found_in_each_arm() {
    let mut c = pushes();
    assert_eq!(c.send(1), Ok(2));
    assert_eq!(c.send(1), Ok(3));
    let mut c = places(vec![5]);
    assert_eq!(c.prime(), Ok(Some(2)));
    assert_eq!(c.send(10), Ok(14));
    assert_eq!(c.send(2), Ok(14));
    assert_eq!(c.send(0), Err(Stop::Returned(vec![7, 4, 16])));
    assert_eq!(scans("12ab3").collect::<String>(), "1_3");
}

/// `thread_local!` defines items, as a `static` does.
#[coro::coroutine]
fn counted(most: u32) -> impl Iterator<Item = u32> {
    thread_local! {
        static COUNT: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
    }
    for _ in 0..most {
        let count = COUNT.get() + 1;
        COUNT.set(count);
        co_yield!(count);
    }
    co_yield!(COUNT.with(std::cell::Cell::take));
}

#[test]
fn items_of_a_macro_of_the_standard_library() {
    assert!(counted(2).eq([1, 2, 2]));
    assert!(counted(1).eq([1, 1]));
}

macro_rules! several {
    ($value:expr) => {
        let one = 1;
        one + $value
    };
}
macro_rules! nothing {
    () => {};
}

/// A macro with braces at the end of a block is a statement, of which the last expression is the block's value.
#[coro::coroutine]
fn statements_at_an_end(c: bool) -> impl Coroutine<Yield = u32, Return = u32> {
    let n = if c {
        co_yield!(1);
        several! { 3 }
    } else {
        several! { 4 }
    };
    for n in 0..n {
        co_yield!(n);
        nothing! {}
    }
    several! { n }
}

#[test]
fn macros_with_braces_at_an_end() {
    let run = |c| {
        let mut coroutine = statements_at_an_end(c);
        let mut seen = Vec::new();
        loop {
            match coro::next_with(&mut coroutine, ()) {
                Ok(value) => seen.push(value),
                Err(stop) => return (seen, stop),
            }
        }
    };
    assert_eq!(run(true), (vec![1, 0, 1, 2, 3], coro::Stop::Returned(5)));
    assert_eq!(run(false), (vec![0, 1, 2, 3, 4], coro::Stop::Returned(6)));
}

struct Total {
    sum: u32,
    list: Vec<u32>,
}

impl Total {
    fn push(&mut self, n: u32) {
        self.list.push(n);
    }

    /// A macro of a method finds its `self`.
    #[coro::coroutine]
    fn grow(&mut self, by: u32) -> impl Iterator<Item = u32> {
        macro_rules! grow {
            ($self:ident, $n:expr) => {
                $self.sum += $n + by
            };
            (self . $field:ident) => {
                self.$field += 100
            };
            () => {
                self.push(1)
            };
        }
        grow!(self, 1);
        co_yield!(self.sum);
        while self.list.len() < 4 {
            grow!();
            grow!(self.sum);
            co_yield!(self.list.len() as u32 + self.sum);
        }
    }

    /// A function in it has a `self` of its own.
    #[coro::coroutine]
    fn count(&self) -> impl Iterator<Item = usize> {
        macro_rules! len {
            () => {{
                trait Len {
                    fn len(&self) -> usize;
                }
                impl Len for Total {
                    fn len(&self) -> usize {
                        self.list.len()
                    }
                }
                self.len()
            }};
        }
        for n in 0..len!() {
            co_yield!(n);
        }
        co_yield!(len!());
    }
}

#[test]
fn macros_of_methods() {
    let mut total = Total {
        sum: 1,
        list: vec![1, 2],
    };
    let grown: Vec<u32> = total.grow(10).collect();
    assert_eq!(grown, [12, 115, 216]);
    assert_eq!(total.count().collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
}
