//! Match guards that yield, and yields in `unsafe` blocks.

use coro::prelude::*;

#[coro::coroutine]
fn guards(n: Option<u32>) -> impl Coroutine<bool, Yield = &'static str, Return = u32> {
    match n {
        None => 0,
        Some(x) if x > 100 => x,
        Some(x) if co_yield!("first") => x + 1,
        Some(5) => 5,
        Some(x) if co_yield!("second") && x > 1 => x + 2,
        Some(_) => 9,
    }
}

fn answers(n: Option<u32>, sent: &[bool]) -> (Vec<&'static str>, u32) {
    let mut c = guards(n);
    let mut yields = Vec::new();
    let mut answer = c.prime().map(Option::unwrap);
    let mut sent = sent.iter();
    loop {
        match answer {
            Ok(y) => yields.push(y),
            Err(Stop::Returned(t)) => return (yields, t),
            Err(other) => panic!("{other:?}"),
        }
        answer = c.send(*sent.next().unwrap());
    }
}

#[test]
fn a_guard_yields_before_later_arms_are_tried() {
    assert_eq!(answers(None, &[]), (vec![], 0));
    assert_eq!(answers(Some(101), &[]), (vec![], 101));
    assert_eq!(answers(Some(7), &[true]), (vec!["first"], 8));
    assert_eq!(answers(Some(5), &[false]), (vec!["first"], 5));
    assert_eq!(
        answers(Some(7), &[false, true]),
        (vec!["first", "second"], 9)
    );
    assert_eq!(
        answers(Some(1), &[false, true]),
        (vec!["first", "second"], 9)
    );
    assert_eq!(
        answers(Some(7), &[false, false]),
        (vec!["first", "second"], 9)
    );
}

/// Jumps out of a scope in which a guard borrows from what the next state keeps.
mod jumps {
    use coro::prelude::*;
    use std::cell::RefCell;
    use std::collections::BinaryHeap;
    use std::collections::binary_heap::PeekMut;
    use std::rc::Rc;
    use std::sync::Mutex;

    #[coro::coroutine]
    fn locked(n: u32, stats: Mutex<u32>) -> impl Coroutine<Yield = u32, Return = u32> {
        for item in 0..n {
            if item % 2 == 1 {
                let mut guard = stats.lock().unwrap();
                *guard += item;
                continue;
            }
            co_yield!(item);
        }
        stats.into_inner().unwrap()
    }

    #[test]
    fn of_a_mutex() {
        let mut it = Iter::new(locked(6, Mutex::new(10)));
        assert_eq!(it.by_ref().collect::<Vec<_>>(), [0, 2, 4]);
        assert_eq!(it.into_return(), Some(19));
    }

    #[coro::coroutine]
    fn looked_up(cell: Rc<RefCell<Vec<i32>>>) -> impl Coroutine<Yield = i32, Return = i32> {
        let mut at = 0;
        let mut odd = 0;
        loop {
            let value = match cell.borrow().get(at) {
                Some(value) => *value,
                None => break,
            };
            at += 1;
            if let Ok(mut all) = cell.try_borrow_mut()
                && value % 2 == 1
            {
                all[at - 1] = 0;
                odd += 1;
                continue;
            }
            co_yield!(value);
        }
        odd
    }

    #[test]
    fn of_a_cell() {
        let cell = Rc::new(RefCell::new(vec![1, 2, 3, 4]));
        let mut it = Iter::new(looked_up(Rc::clone(&cell)));
        assert_eq!(it.by_ref().collect::<Vec<_>>(), [2, 4]);
        assert_eq!(it.into_return(), Some(2));
        assert_eq!(*cell.borrow(), [0, 2, 0, 4]);
    }

    #[coro::coroutine]
    fn peeked(mut heap: BinaryHeap<i32>, ceiling: i32) -> impl Iterator<Item = i32> {
        loop {
            let Some(mut top) = heap.peek_mut() else {
                break;
            };
            if *top > ceiling {
                *top -= 10;
                continue;
            }
            let n = PeekMut::pop(top);
            co_yield!(n);
        }
    }

    #[test]
    fn of_a_heap() {
        let heap = BinaryHeap::from([3, 25, 11]);
        assert_eq!(peeked(heap, 9).collect::<Vec<_>>(), [5, 3, 1]);
    }

    #[coro::coroutine]
    fn drained(mut batches: Vec<Vec<i32>>) -> impl Coroutine<Yield = usize, Return = i32> {
        let mut sum = 0;
        'batches: while let Some(mut batch) = batches.pop() {
            for n in batch.drain(..) {
                if n < 0 {
                    continue 'batches;
                }
                sum += n;
            }
            batch.push(sum);
            co_yield!(batch.len());
        }
        sum
    }

    #[test]
    fn of_a_drain() {
        let mut it = Iter::new(drained(vec![vec![1, 2], vec![3, -1, 100], vec![4]]));
        assert_eq!(it.by_ref().collect::<Vec<_>>(), [1, 1]);
        assert_eq!(it.into_return(), Some(10));
    }

    #[coro::coroutine]
    fn raised(
        cell: Rc<RefCell<i32>>,
    ) -> impl Coroutine<i32, Yield = i32, Return = String, Throw = String> {
        loop {
            let outcome = co_try!({
                let n = co_yield!(*cell.borrow());
                let mut sum = cell.borrow_mut();
                if n < 0 {
                    co_raise!(format!("{n} after {sum}"));
                }
                *sum += n;
            });
            if let Err(Interrupt::Thrown(error)) = outcome {
                let mut sum = cell.borrow_mut();
                *sum = 0;
                if error.len() > 10 {
                    return error;
                }
                continue;
            }
            let seen = cell.borrow();
            if *seen > 100 {
                break "much".to_owned();
            }
        }
    }

    #[test]
    fn of_a_raise() {
        let cell = Rc::new(RefCell::new(0));
        let mut coroutine = raised(Rc::clone(&cell));
        assert_eq!(coroutine.send(4), Ok(4));
        assert_eq!(coroutine.send(5), Ok(9));
        assert_eq!(coroutine.send(-1), Ok(0));
        assert_eq!(*cell.borrow(), 0);
        assert_eq!(coroutine.send(60), Ok(60));
        assert_eq!(
            coroutine.send(-2),
            Err(Stop::Returned("-2 after 60".to_owned()))
        );
        let mut coroutine = raised(cell);
        assert_eq!(coroutine.send(101), Err(Stop::Returned("much".to_owned())));
    }
}
