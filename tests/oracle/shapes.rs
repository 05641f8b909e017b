//! Functions of other shapes: generic, with lifetimes, with bounds.

use crate::harness::{Log, Noisy, compare_forks};
use coro::Coroutine;
use std::fmt::{Debug, Display};

/// `name [generics] (parameters) -> Result [where clauses] { body } with (arguments)`.
macro_rules! shapes {
    ($($name:ident [$($generics:tt)*] ($log:ident $(, $arg:ident : $ty:ty)*) -> $result:ty [$($bounds:tt)*] $body:block with ($($init:expr),*))*) => {$(
        #[allow(unused, clippy::all, reason = "bodies are written for what they do, not for their style")]
        mod $name {
            mod coroutine {
                use super::super::*;
                use coro::co_yield;
                #[coro::coroutine]
                pub(super) fn body<'l, $($generics)*>($log: &'l Log $(, $arg : $ty)*) -> impl Coroutine<i32, Yield = i32, Return = $result> + Clone
                where $($bounds)*
                $body
            }
            mod plain {
                use super::super::*;
                use crate::harness::plain_yield as co_yield;
                pub(super) fn body<'l, $($generics)*>($log: &'l Log $(, $arg : $ty)*) -> $result
                where $($bounds)*
                {
                    crate::harness::enter($log);
                    $body
                }
            }
            #[test]
            fn row() {
                use super::*;
                compare_forks(
                    |$log: &'static Log| coroutine::body($log $(, $init)*),
                    |$log: &'static Log| plain::body($log $(, $init)*),
                );
            }
        }
    )*};
}

trait Count {
    const STEP: i32;
    type Item: Clone + Debug + Into<i32>;
    fn item(&self, n: i32) -> Self::Item;
    fn bump(&mut self) -> i32 {
        Self::STEP
    }
}

#[derive(Clone)]
struct Twos(i32);

impl Count for Twos {
    const STEP: i32 = 2;
    type Item = i16;
    fn item(&self, n: i32) -> i16 {
        (self.0 + n) as i16
    }
    fn bump(&mut self) -> i32 {
        self.0 += Self::STEP;
        self.0
    }
}

shapes! {
    generic_argument [T] (log, x: T, items: Vec<T>) -> String [T: Display + Clone] {
        let y = x.clone();
        let mut out = format!("{x}");
        for item in items {
            let n = co_yield!(item.to_string().len() as i32);
            out += &format!("/{item}:{n}");
        }
        log.say(&y);
        out
    } with ("abc", vec!["d", "ef"])

    generic_trait_items [C] (log, c: C) -> i32 [C: Count + Clone] {
        let mut c = c;
        let first = c.item(co_yield!(C::STEP));
        log.say(format!("{first:?}"));
        let second: C::Item = c.item(c.clone().bump());
        co_yield!(second.clone().into());
        c.bump() + co_yield!(first.into()) + second.into()
    } with (Twos(1))

    generic_closure [F] (log, f: F) -> i32 [F: Fn(i32) -> i32 + Clone] {
        let mut x = 1;
        while x < 40 {
            x = f(co_yield!(x)) + f(x) + 1;
            log.say(x);
        }
        x
    } with (|n| n.abs() + 1)

    generic_iterator [I] (log, items: I) -> i32 [I: IntoIterator<Item = i32> + Clone, I::IntoIter: Clone] {
        let mut it = items.into_iter().fuse();
        let mut sum = 0;
        while let Some(a) = it.next() {
            let b = it.next().unwrap_or_default();
            sum += co_yield!(a * 10 + b);
            log.say(sum);
        }
        sum
    } with ([1, 2, 3])

    named_lifetime ['a] (log, a: Noisy<'l>, text: &'a str) -> (Noisy<'l>, &'a str) ['a: 'l] {
        let mut rest = text;
        let mut longest = "";
        while let Some((word, tail)) = rest.split_once(' ') {
            if word.len() > longest.len() && co_yield!(word.len() as i32) > 0 {
                longest = word;
            }
            rest = tail;
            co_yield!(a.get());
        }
        (a, longest)
    } with (log.noisy("a"), "a bcd ef g")

    constant_generic [const N: usize] (log, values: [i32; N]) -> [i32; N] [] {
        let mut out = [0; N];
        for (i, value) in values.into_iter().enumerate() {
            out[N - 1 - i] = value + co_yield!(value * i as i32);
            log.say(format!("{out:?}"));
        }
        out
    } with ([5, 6, 7])

    boxed_trait_object ['a] (log, shown: std::rc::Rc<dyn Display + 'a>) -> String [] {
        let mut all = Vec::<String>::new();
        for i in 0..2 {
            all.push(format!("{shown}{}", co_yield!(i)));
            log.say(all.join(","));
        }
        all.concat()
    } with (std::rc::Rc::new("x"))
}
