//! Methods that take their receiver by value: a copy of what a guard points to, what is ordered, what iterates.

#![allow(
    clippy::double_ended_iterator_last,
    clippy::unnecessary_literal_unwrap,
    reason = "the methods are what is tested"
)]

use coro::prelude::*;
use std::cmp::Reverse;
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

fn yields<Y, T, E>(mut c: impl Coroutine<usize, Yield = Y, Return = T, Throw = E>) -> Vec<Y> {
    let first = c.prime().ok().flatten();
    let rest = std::iter::from_fn(|| c.send(0).ok());
    first.into_iter().chain(rest).collect()
}

#[derive(Clone, Copy)]
struct Point(i32);

impl Point {
    fn scaled(self, by: i32) -> i32 {
        self.0 * by
    }

    fn flipped(self) -> Self {
        Self(-self.0)
    }
}

fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap()
}

#[coro::coroutine]
fn of_a_number(lock: &Mutex<i32>) -> impl Coroutine<usize, Yield = bool> {
    let Ok(guard) = lock.lock() else { return };
    let size = guard.abs();
    co_yield!(size > 0);
    co_yield!(lock.try_lock().is_err());
}

#[coro::coroutine]
fn of_a_copy(lock: &Mutex<Point>) -> impl Coroutine<usize, Yield = bool> {
    let guard = open(lock);
    let scaled = guard.scaled(3);
    co_yield!(scaled > 0 && lock.try_lock().is_err());
    drop(guard);
    let guard = match lock.lock() {
        Ok(guard) => guard,
        Err(poisoned) => poisoned.into_inner(),
    };
    let flipped = guard.flipped();
    co_yield!(flipped.0 < 0 && lock.try_lock().is_err());
    co_yield!(lock.try_lock().is_err());
}

#[coro::coroutine]
fn of_what_is_counted(number: &Rc<u32>) -> impl Coroutine<usize, Yield = usize> {
    let other = Rc::clone(number);
    let power = other.pow(2);
    co_yield!(power as usize);
    co_yield!(Rc::strong_count(number));
}

/// The guard is held, the count is not one less.
#[test]
fn of_what_a_guard_points_to() {
    assert_eq!(yields(of_a_number(&Mutex::new(-1))), [true, true]);
    assert_eq!(yields(of_a_copy(&Mutex::new(Point(1)))), [true, true, true]);
    assert_eq!(yields(of_what_is_counted(&Rc::new(3))), [9, 2]);
}

#[coro::coroutine]
fn ordered(len: usize, want: usize) -> impl Coroutine<usize, Yield = usize, Return = usize> {
    let want = want.clamp(1, len);
    let least = want.min(len - 1);
    co_yield!(least);
    let more = least + 1;
    let order = more.cmp(&least);
    co_yield!(order as usize);
    let more = least + 2;
    let order = more.partial_cmp(&least);
    co_yield!(order.map_or(9, |order| order as usize));
    let time = Duration::from_secs(len as u64);
    let longer = time.max(Duration::from_secs(2));
    co_yield!(longer.as_secs() as usize);
    let list = Some(vec![2]).unwrap_or_default();
    let greater = list.max(vec![3]);
    co_yield!(greater[0]);
    let counted = Rc::new(1);
    let greater = counted.max(Rc::new(4));
    co_yield!(*greater);
    let float = len as f64;
    let less = float.min(2.5);
    co_yield!(less as usize);
    let reversed = Reverse(5);
    let less = reversed.max(Reverse(6));
    co_yield!(less.0);
    least
}

#[coro::coroutine]
fn compared(text: String) -> impl Coroutine<usize, Yield = bool> {
    let same = text.eq("x");
    co_yield!(same);
    let byte = text.len() as u8;
    let less = byte.lt(&4);
    co_yield!(less);
    let range = 0..3;
    let same = range.eq([0, 1, 2]);
    co_yield!(same);
}

#[test]
fn of_what_is_ordered() {
    assert_eq!(yields(ordered(5, 9)), [4, 1, 1, 5, 3, 4, 2, 5]);
    assert_eq!(yields(compared("x".to_string())), [true, true, true]);
}

#[coro::coroutine]
fn found(name: Option<String>, numbers: Vec<usize>) -> impl Coroutine<usize, Yield = usize> {
    let long = name.is_some_and(|name| name.len() > 3);
    co_yield!(long as usize);
    let odd = numbers.clone().into_iter().filter(|n| n % 2 == 1);
    let most = odd.max();
    co_yield!(most.unwrap_or_default());
    let odd = numbers.into_iter().filter(|n| n % 2 == 1);
    let last = odd.last();
    co_yield!(last.unwrap_or_default());
}

#[test]
fn of_what_iterates() {
    let found = found(Some("abcd".to_string()), vec![1, 5, 2, 3]);
    assert_eq!(yields(found), [1, 5, 3]);
}

trait Shape {
    fn area(&self) -> usize;
    fn grow(&mut self) -> usize;
}

struct Square(usize, String);

impl Shape for Square {
    fn area(&self) -> usize {
        self.0 + self.1.len()
    }

    fn grow(&mut self) -> usize {
        self.0 += 1;
        self.area()
    }
}

impl<T: Shape + ?Sized> Shape for &mut T {
    fn area(&self) -> usize {
        (**self).area()
    }

    fn grow(&mut self) -> usize {
        (**self).grow()
    }
}

impl<T: Shape + ?Sized> Shape for Box<T> {
    fn area(&self) -> usize {
        (**self).area()
    }

    fn grow(&mut self) -> usize {
        (**self).grow()
    }
}

fn square(side: usize) -> Square {
    Square(side, String::new())
}

#[coro::coroutine]
fn shapes(any: Box<dyn Shape>, mut given: impl Shape) -> impl Coroutine<usize, Yield = usize> {
    let own = square(2);
    let area = own.area();
    co_yield!(area);
    let mut own = square(2);
    let area = own.grow();
    co_yield!(area);
    let area = any.area();
    co_yield!(area);
    let area = given.grow();
    co_yield!(area);
    let mut boxed = Box::new(square(7));
    let area = boxed.grow();
    co_yield!(area);
}

/// References to what has the methods have them, too.
#[test]
fn of_traits_that_references_have() {
    let areas = yields(shapes(Box::new(square(1)), square(5)));
    assert_eq!(areas, [2, 3, 1, 6, 8]);
}

/// Methods of its own that have names of such as consume, and borrow.
struct Totals {
    list: Vec<i32>,
    n: i32,
}

impl Totals {
    fn sum(&self) -> i32 {
        self.list.iter().sum()
    }
    fn count(&self) -> i32 {
        self.n
    }
}

#[coro::coroutine]
fn totals() -> impl Iterator<Item = i32> {
    let totals = Totals {
        list: vec![1, 2],
        n: 4,
    };
    co_yield!(totals.sum());
    let sum = totals.sum();
    co_yield!(sum + totals.n);
    co_yield!(totals.n);
    let last = totals.count();
    let _ = last;
}

#[test]
fn borrowing_by_a_consuming_name() {
    assert!(totals().eq([3, 7, 4]));
}

/// Consumes itself, out of a box too.
struct Node<T> {
    value: T,
    left: Option<Box<Node<T>>>,
}

impl<T: 'static> Node<T> {
    #[allow(clippy::should_implement_trait, reason = "it is what is tested")]
    #[coro::coroutine]
    fn into_iter(self) -> Box<dyn Iterator<Item = T>> {
        let Node { value, left } = self;
        if let Some(left) = left {
            yield_from!(left.into_iter());
        }
        co_yield!(value);
    }
}

#[test]
fn into_iter_of_its_own() {
    let left = Node {
        value: "left",
        left: None,
    };
    let root = Node {
        value: "root",
        left: Some(Box::new(left)),
    };
    assert!(root.into_iter().eq(["left", "root"]));
}

/// A builder, whose methods have names of a collection's, and consume; a request that is sent once.
#[derive(Default)]
struct Builder(Vec<i32>);

impl Builder {
    fn push(mut self, n: i32) -> Self {
        self.0.push(n);
        self
    }
    fn insert(self, n: i32, m: i32) -> Self {
        self.push(n).push(m)
    }
    fn send(self) -> usize {
        self.0.len()
    }
}

#[coro::coroutine]
fn built() -> impl Iterator<Item = usize> {
    let builder = Builder::default();
    let one = builder.push(1);
    co_yield!(one.0.len());
    let three = one.insert(2, 3);
    co_yield!(7);
    let sent = three.send();
    co_yield!(sent);
}

/// Those of collections and channels stay.
#[coro::coroutine]
fn kept_open(
    sender: std::sync::mpsc::Sender<Rc<i32>>,
    mut list: Vec<Rc<i32>>,
    item: &Rc<i32>,
) -> impl Iterator<Item = i32> {
    list.push(item.clone());
    co_yield!(1);
    let _ = sender.send(item.clone());
    co_yield!(2);
}

#[test]
fn builders_and_collections() {
    assert!(built().eq([1, 7, 3]));
    let item = Rc::new(5);
    let (sender, receiver) = std::sync::mpsc::channel();
    let mut it = kept_open(sender, Vec::new(), &item);
    assert_eq!(it.next(), Some(1));
    assert_eq!(Rc::strong_count(&item), 2);
    assert_eq!(it.next(), Some(2));
    assert_eq!(Rc::strong_count(&item), 3);
    // The sender is there until the end.
    assert!(receiver.recv().is_ok());
    assert!(matches!(
        receiver.try_recv(),
        Err(std::sync::mpsc::TryRecvError::Empty)
    ));
    assert_eq!(it.next(), None);
    assert_eq!(Rc::strong_count(&item), 1);
    assert!(matches!(
        receiver.try_recv(),
        Err(std::sync::mpsc::TryRecvError::Disconnected)
    ));
}

/// Methods by value that a crate like `itertools` adds to iterators, and so to references to them.
mod added {
    use coro::prelude::*;
    use std::rc::Rc;

    trait Added: Iterator + Sized {
        fn sorted(self) -> std::vec::IntoIter<Self::Item>
        where
            Self::Item: Ord,
        {
            let mut items: Vec<Self::Item> = self.collect();
            items.sort();
            items.into_iter()
        }
        fn collect_vec(self) -> Vec<Self::Item> {
            self.collect()
        }
        fn sorted_by_key<K: Ord>(
            self,
            key: impl FnMut(&Self::Item) -> K,
        ) -> std::vec::IntoIter<Self::Item> {
            let mut items: Vec<Self::Item> = self.collect();
            items.sort_by_key(key);
            items.into_iter()
        }
        fn tuple_windows<T: From<[Self::Item; 2]>>(self) -> std::vec::IntoIter<T>
        where
            Self::Item: Clone,
        {
            let items: Vec<Self::Item> = self.collect();
            let pairs = items.windows(2);
            let pairs: Vec<T> = pairs
                .map(|w| T::from([w[0].clone(), w[1].clone()]))
                .collect();
            pairs.into_iter()
        }
    }
    impl<I: Iterator> Added for I {}

    struct Own {
        list: Vec<u32>,
        count: Rc<u32>,
    }

    impl Own {
        fn sorted(&self) -> Vec<u32> {
            self.list.clone()
        }
        fn unique(self) -> u32 {
            self.list[0] + *self.count
        }
    }

    #[coro::coroutine]
    fn of_iterators(list: Vec<u32>) -> impl Iterator<Item = u32> {
        for n in list.iter().copied().collect_vec().into_iter().sorted() {
            co_yield!(n);
        }
        let even = list.clone().into_iter().filter(|n| n % 2 == 0);
        let even = even.sorted_by_key(|n| 100 - *n);
        co_yield!(0);
        for n in even {
            co_yield!(n);
        }
        let all = list.into_iter();
        for (a, b) in all.tuple_windows() {
            co_yield!(a * 10 + b);
        }
        let last = {
            co_yield!(7);
            8..10
        }
        .collect_vec();
        co_yield!(last[1]);
    }

    #[coro::coroutine]
    fn of_others(own: Own) -> impl Iterator<Item = u32> {
        let list = own.sorted();
        co_yield!(list[0]);
        for n in own.sorted() {
            co_yield!(n);
        }
        let n = own.unique();
        co_yield!(n);
    }

    #[test]
    fn by_their_names() {
        assert_eq!(
            of_iterators(vec![4, 1, 2]).collect::<Vec<_>>(),
            [1, 2, 4, 0, 4, 2, 41, 12, 7, 9]
        );
        let own = Own {
            list: vec![3, 2],
            count: Rc::new(4),
        };
        assert_eq!(of_others(own).collect::<Vec<_>>(), [3, 3, 2, 7]);
    }
}
