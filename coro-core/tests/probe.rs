//! What becomes of a local that is dead but in scope, by its type.
#![cfg(feature = "std")]
#![allow(clippy::needless_borrow)] // one `&` for each level, as emitted
use coro_core::__private::{GivenCopy as _, GivenMoved as _, fate, given, taken};
use coro_core::__private::{IdleCopy as _, IdleKept as _, IdleNoDrop as _, idle, lent};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Mutex;

macro_rules! gone {
    ($local:expr) => {{
        let local = $local;
        let kept = (&&&&idle(&local)).coro_idle().keep(local);
        std::any::type_name_of_val(&kept) == "coro_core::probe::Gone"
    }};
}

macro_rules! moved {
    ($value:expr) => {
        taken!((&&given($value)).coro_given()).moves()
    };
}

#[test]
fn nothing_to_drop() {
    let text = String::from("a b");
    let mut list = vec![1, 2];
    let map = BTreeMap::from([(1, 2)]);
    let hash = HashMap::from([(1, 2)]);
    let deque = VecDeque::from([1]);
    assert!(gone!(text.as_str()));
    assert!(gone!(&mut list));
    assert!(gone!(3_i32));
    assert!(gone!(3));
    assert!(gone!(Some(&3_u8)));
    assert!(gone!(Some(&mut list)));
    assert!(gone!(list.iter()));
    assert!(gone!(list.iter_mut()));
    assert!(gone!(list.chunks(1)));
    assert!(gone!(text.lines()));
    assert!(gone!(text.chars()));
    assert!(gone!(text.split(' ')));
    assert!(gone!(text.split("a")));
    assert!(gone!(text.split(&text)));
    assert!(gone!(text.split(['a', 'b'])));
    assert!(gone!(text.split(&['a', 'b'][..])));
    assert!(gone!(text.split(char::is_whitespace)));
    assert!(gone!(text.split(|c: char| c > 'a')));
    assert!(gone!(text.split(|c: char| text.contains(c))));
    assert!(gone!(text.match_indices("a")));
    assert!(gone!(text.split_whitespace()));
    assert!(gone!(list.iter().enumerate()));
    assert!(gone!(list.iter().map(|x| x + 1)));
    assert!(gone!(list.iter().filter(|x| **x > list.len()).peekable()));
    assert!(gone!(list.iter().zip(text.chars()).rev_twice()));
    assert!(gone!(list.iter().flat_map(|x| [x, x])));
    assert!(gone!([text.chars()].into_iter().flatten()));
    assert!(gone!((1, text.chars(), 0..3)));
    assert!(gone!([0..3, 1..2]));
    assert!(gone!(Ok::<_, &str>(text.bytes())));
    assert!(gone!(map.range(1..)));
    assert!(gone!(hash.keys()));
    assert!(gone!(deque.iter()));
}

trait RevTwice: Sized {
    fn rev_twice(self) -> std::iter::Fuse<Self>;
}
impl<I: Iterator> RevTwice for I {
    fn rev_twice(self) -> std::iter::Fuse<Self> {
        self.fuse()
    }
}

#[test]
fn something_to_drop() {
    let mutex = Mutex::new(1);
    let cell = RefCell::new(1);
    assert!(!gone!(String::new()));
    assert!(!gone!(vec![1]));
    assert!(!gone!(mutex.lock().unwrap()));
    assert!(!gone!(Some(mutex.lock().unwrap())));
    assert!(!gone!(cell.borrow_mut()));
    assert!(!gone!(cell.borrow()));
    assert!(!gone!(Some(String::new())));
    assert!(!gone!((1, String::new())));
    assert!(!gone!(vec![1].into_iter()));
    assert!(!gone!(vec![1].into_iter().enumerate()));
    let mut list = vec![1];
    assert!(!gone!(list.drain(..)));
    assert!(!gone!(Box::new(1)));
    assert!(!gone!(std::rc::Rc::new(1)));
}

#[test]
fn in_generic_functions() {
    fn unknown<T>(x: T) -> bool {
        gone!(x)
    }
    fn reference<T>(x: &T) -> bool {
        gone!(x)
    }
    fn exclusive<T>(x: &mut T) -> bool {
        gone!(x)
    }
    fn copy<T: Copy>(x: T) -> bool {
        gone!(x)
    }
    fn items<T>(x: &[T]) -> bool {
        gone!(x.iter())
    }
    fn option<T>(x: Option<T>) -> bool {
        gone!(x)
    }
    assert!(!unknown(1));
    assert!(!option(Some(1)));
    assert!(reference(&1) && exclusive(&mut 1) && copy(1) && items(&[1]));
}

#[test]
#[allow(unused_variables, reason = "what is asked is not run")]
fn taken() {
    fn generic<T>(x: T) -> bool {
        moved!(x)
    }
    fn copy<T: Copy>(x: T) -> bool {
        moved!(x)
    }
    let (number, text, boxed) = (3, String::new(), Box::new(String::new()));
    let pair = (1, Some(&text));
    assert!(!moved!(number) && !moved!(&text) && !moved!(pair));
    assert!(moved!(text) && moved!(*boxed) && moved!((1, text)));
    assert!(generic(1) && !copy(1));
    assert!(!moved!(()));
}

#[test]
#[allow(unused_variables, reason = "what is asked is not run")]
fn fate_of_what_something_was_taken_out_of() {
    let (boxed, number) = (Box::new(String::new()), Box::new(1));
    assert!(fate!(boxed, taken: (&&given(*boxed)).coro_given()).forgets());
    assert!(!fate!(number, taken: (&&given(*number)).coro_given()).forgets());
    assert!(fate!(number, taken: (&&given(number)).coro_given()).forgets());
    let reference = &number;
    assert!(fate!(reference, taken: (&&given(**reference)).coro_given()).forgets());
    drop((*boxed, *number));
}

#[test]
fn closures() {
    fn made(s: String) -> impl Fn() -> usize {
        move || s.len()
    }
    assert!(!gone!(made(String::new())));
    let mut total = 0;
    let names = vec![String::new()];
    let none = || names.len();
    let mut add = |x: i32| total += x;
    let text = |s: &str, n: usize| s.len() + n + names.len();
    add(1 + none() as i32);
    text("", 1);
    lent::<(), _>(none);
    lent::<(_,), _>(add);
    lent::<(_, _), _>(text);
    assert_eq!(total, 2);
    drop(names);
}
