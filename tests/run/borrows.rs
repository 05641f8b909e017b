//! What borrows across a yield, what is forgotten so that it may, and what is moved out in part.

use coro::prelude::*;

/// What borrows is forgotten before what it borrows from is moved into the state.
#[coro::coroutine]
fn borrowed_and_idle(
    cell: std::rc::Rc<std::cell::OnceCell<String>>,
) -> impl Iterator<Item = usize> {
    let inside = cell.get().unwrap();
    let len = inside.len();
    co_yield!(len);
}

#[test]
fn idle_borrows() {
    assert_eq!(
        borrowed_and_idle(std::rc::Rc::new("ab".to_string().into())).next(),
        Some(2)
    );
}

#[coro::coroutine]
fn two_of(rest: &mut std::ops::Range<u32>) -> impl Iterator<Item = u32> {
    yield_from!(rest.take(2));
}

#[test]
fn part_of_a_borrowed_iterator() {
    let mut rest = 1..5;
    assert_eq!(two_of(&mut rest).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(rest, 3..5);
}

struct Stack<T> {
    items: Vec<T>,
    _rest: String,
}

impl<T> Stack<T> {
    #[coro::coroutine]
    fn boxed(self: Box<Self>) -> Box<dyn Iterator<Item = T>>
    where
        T: 'static,
    {
        for x in self.items {
            co_yield!(x);
        }
    }
}

/// A part is moved out of a box.
#[test]
fn partial_move_out_of_a_box() {
    let stack = Stack {
        items: vec!['a', 'b'],
        _rest: String::new(),
    };
    assert_eq!(Box::new(stack).boxed().collect::<String>(), "ab");
}

struct Node {
    value: i32,
    next: Option<Box<Node>>,
}

/// What is lent on through a reference that is not mentioned again.
mod lent_on {
    use super::*;

    #[coro::coroutine]
    fn field(nodes: &mut [Node]) -> impl Iterator<Item = &mut i32> {
        for node in nodes {
            co_yield!(&mut node.value);
        }
    }

    #[coro::coroutine]
    fn walk(head: &mut Node) -> impl Iterator<Item = &mut i32> {
        let mut at = Some(head);
        while let Some(node) = at {
            at = node.next.as_deref_mut();
            co_yield!(&mut node.value);
        }
    }

    #[coro::coroutine]
    fn rows(rows: &mut [Vec<i32>]) -> impl Iterator<Item = &mut i32> {
        for row in rows {
            let (first, rest) = row.split_first_mut().unwrap();
            co_yield!(first);
            for cell in rest.iter_mut() {
                co_yield!(cell);
            }
        }
    }

    #[coro::coroutine]
    fn parts(mut pairs: Vec<&mut (i32, i32)>) -> impl Iterator<Item = i32> {
        while let Some(pair) = pairs.pop() {
            let first = &mut pair.0;
            *first += 1;
            co_yield!(*first);
            *first += 1;
        }
    }

    impl Node {
        #[coro::coroutine]
        fn counted(&mut self) -> impl Coroutine<Yield = i32> {
            for _ in 0..2 {
                self.value += 1;
                co_yield!(self.value);
            }
        }
    }

    #[coro::coroutine]
    fn each(nodes: &mut [Node]) -> impl Coroutine<Yield = i32> {
        for node in nodes {
            yield_from!(node.counted());
        }
    }

    #[test]
    fn through_loops_and_patterns() {
        let node = |value| Node { value, next: None };
        let mut nodes = [node(1), node(2)];
        field(&mut nodes).for_each(|value| *value *= 10);
        assert_eq!(each(&mut nodes).collect::<Vec<_>>(), [11, 12, 21, 22]);

        let mut head = Node {
            value: 1,
            next: Some(Box::new(node(2))),
        };
        walk(&mut head).for_each(|value| *value += 5);
        assert_eq!((head.value, head.next.unwrap().value), (6, 7));

        let mut table = [vec![1, 2, 3], vec![4]];
        rows(&mut table).for_each(|cell| *cell += 1);
        assert_eq!(table, [vec![2, 3, 4], vec![5]]);

        let (mut one, mut two) = ((1, 0), (2, 0));
        assert_eq!(parts(vec![&mut one, &mut two]).collect::<Vec<_>>(), [3, 2]);
        assert_eq!((one, two), ((3, 0), (4, 0)));
    }
}

/// A pointer to what is behind a `&mut` may be held beside that: it stays where it is.
#[test]
fn pointers_behind_arguments() {
    struct Pair {
        x: u32,
        y: u32,
    }
    impl Pair {
        #[coro::coroutine]
        fn same(&mut self) -> impl Coroutine<Yield = bool> {
            let whole: *mut Self = self;
            let (x, y): (*const u32, _) = (&self.x, &raw const self.y);
            co_yield!(whole.is_null());
            self.y += 1;
            co_yield!(std::ptr::eq(whole, self));
            co_yield!(std::ptr::eq(x, &self.x) && std::ptr::eq(y, &self.y));
        }
    }
    let mut pair = Pair { x: 1, y: 2 };
    let mut same = pair.same();
    assert_eq!(same.prime(), Ok(Some(false)));
    assert_eq!(same.send(()), Ok(true));
    assert_eq!(same.send(()), Ok(true));
}
