//! The document `conjoin` of CPython's `test_generators.py`: backtracking by generators.

use coro::prelude::*;
use std::cell::{Cell, RefCell};

/// Makes a generator of the values for one place.
type Place<'a> = Box<dyn Fn() -> Box<dyn Iterator<Item = usize> + 'a> + 'a>;

/// Recursive: one generator for each place.
#[coro::coroutine]
fn conjoin<'p>(
    places: &'p [Place<'_>],
    values: &'p RefCell<Vec<usize>>,
) -> Box<dyn Iterator<Item = Vec<usize>> + 'p> {
    let at = values.borrow().len();
    let Some(place) = places.get(at) else {
        co_yield!(values.borrow().clone());
        return;
    };
    for value in place() {
        values.borrow_mut().push(value);
        yield_from!(conjoin(places, values));
        values.borrow_mut().pop();
    }
}

/// Without recursion: the generators that are open are in a vector.
#[coro::coroutine]
fn flat_conjoin<'a>(places: &[Place<'a>]) -> impl Iterator<Item = Vec<usize>> {
    let mut values = Vec::new();
    let mut open: Vec<Box<dyn Iterator<Item = usize> + 'a>> = Vec::new();
    loop {
        // Descend.
        while let Some(place) = places.get(values.len()) {
            let mut generator = place();
            let Some(value) = generator.next() else { break };
            values.push(value);
            open.push(generator);
        }
        if values.len() == places.len() {
            co_yield!(values.clone());
        }
        // Backtrack until an older one can be resumed.
        loop {
            values.pop();
            let Some(generator) = open.last_mut() else {
                return;
            };
            if let Some(value) = generator.next() {
                values.push(value);
                break;
            }
            open.pop();
        }
    }
}

fn binary<'a>(n: usize) -> Vec<Place<'a>> {
    fn bits<'a>() -> Box<dyn Iterator<Item = usize> + 'a> {
        Box::new(0..2)
    }
    (0..n).map(|_| Box::new(bits) as Place<'a>).collect()
}

#[test]
fn binary_numbers() {
    let expected = (0..8)
        .map(|n| vec![n >> 2, n >> 1 & 1, n & 1])
        .collect::<Vec<_>>();
    let (places, values) = (binary(3), RefCell::default());
    assert_eq!(conjoin(&places, &values).collect::<Vec<_>>(), expected);
    assert_eq!(flat_conjoin(&places).collect::<Vec<_>>(), expected);
    for n in 0..10 {
        let (places, values) = (binary(n), RefCell::default());
        for all in [
            conjoin(&places, &values).collect::<Vec<_>>(),
            flat_conjoin(&places).collect(),
        ] {
            assert_eq!(all.len(), 1 << n);
            assert_eq!((&all[0], all.last().unwrap()), (&vec![0; n], &vec![1; n]));
        }
    }
}

struct Queens {
    n: usize,
    used: Cell<u64>,
}

impl Queens {
    /// The columns that are free in a row, each taken while it is given out.
    #[coro::coroutine]
    fn row(&self, i: usize) -> Box<dyn Iterator<Item = usize> + '_> {
        let n = self.n;
        for j in 0..n {
            let uses = 1 << j | 1 << (n + i + n - 1 - j) | 1 << (n + 2 * n - 1 + i + j);
            if self.used.get() & uses == 0 {
                self.used.set(self.used.get() | uses);
                co_yield!(j);
                self.used.set(self.used.get() & !uses);
            }
        }
    }

    fn rows(&self) -> Vec<Place<'_>> {
        (0..self.n)
            .map(|i| Box::new(move || self.row(i)) as Place<'_>)
            .collect()
    }
}

#[test]
fn eight_queens() {
    let queens = Queens {
        n: 8,
        used: Cell::new(0),
    };
    let (rows, values) = (queens.rows(), RefCell::default());
    let all: Vec<_> = conjoin(&rows, &values).collect();
    assert_eq!(
        all[..2],
        [[0, 4, 7, 5, 2, 6, 1, 3], [0, 5, 7, 2, 6, 3, 1, 4]]
    );
    assert_eq!((all.len(), queens.used.get()), (92, 0));
    assert_eq!(flat_conjoin(&rows).collect::<Vec<_>>(), all);
}

/// A closed knight's tour, by Warnsdorff's rule and backtracking.
struct Knights {
    m: usize,
    n: usize,
    successors: RefCell<Vec<Vec<usize>>>,
    last: Cell<usize>,
    end: Cell<usize>,
}

impl Knights {
    fn new(m: usize, n: usize) -> Self {
        let offsets = [
            (1, 2),
            (2, 1),
            (2, -1),
            (1, -2),
            (-1, -2),
            (-2, -1),
            (-2, 1),
            (-1, 2),
        ];
        let step = |x: usize, by: isize, to| x.checked_add_signed(by).filter(|x| *x < to);
        let successors = (0..m * n).map(|square| {
            let of = |&(i, j)| Some(step(square / n, i, m)? * n + step(square % n, j, n)?);
            offsets.iter().filter_map(of).collect()
        });
        let successors = RefCell::new(successors.collect());
        Knights {
            m,
            n,
            successors,
            last: Cell::new(0),
            end: Cell::new(0),
        }
    }

    /// Nobody can go to `square` any more. False if that leaves a square that cannot be left, or two that
    /// must both be next.
    fn take(&self, square: usize) -> bool {
        let mut all = self.successors.borrow_mut();
        let (mut none, mut one) = (0, 0);
        for i in all[square].clone() {
            all[i].retain(|to| *to != square);
            none += usize::from(all[i].is_empty());
            one += usize::from(all[i].len() == 1);
        }
        none == 0 && one < 2
    }

    fn give_back(&self, square: usize) {
        let mut all = self.successors.borrow_mut();
        for i in all[square].clone() {
            all[i].push(square);
        }
    }

    #[coro::coroutine]
    fn first(&self) -> Box<dyn Iterator<Item = usize> + '_> {
        self.take(0);
        self.last.set(0);
        co_yield!(0);
        self.give_back(0);
    }

    /// Two choices; the other one is where the tour must end.
    #[coro::coroutine]
    fn second(&self) -> Box<dyn Iterator<Item = usize> + '_> {
        for (i, j) in [(1, 2), (2, 1)] {
            let (this, end) = (i * self.n + j, (3 - i) * self.n + 3 - j);
            self.end.set(end);
            self.take(this);
            self.successors.borrow_mut()[end].push(0);
            self.last.set(this);
            co_yield!(this);
            self.successors.borrow_mut()[end].retain(|to| *to != 0);
            self.give_back(this);
        }
    }

    /// A square with one exit must be next; else those with fewer exits are tried first.
    #[coro::coroutine]
    fn advance(&self) -> Box<dyn Iterator<Item = usize> + '_> {
        let mut candidates = Vec::new();
        for &i in &self.successors.borrow()[self.last.get()] {
            candidates.push((self.successors.borrow()[i].len(), i));
        }
        candidates.sort_unstable();
        if candidates.first().is_some_and(|(exits, _)| *exits == 1) {
            let order = &self.successors.borrow()[self.last.get()];
            let forced = order
                .iter()
                .find(|i| self.successors.borrow()[**i].len() == 1);
            candidates = vec![(1, *forced.unwrap())];
        }
        for (_, i) in candidates {
            if i != self.end.get() {
                if self.take(i) {
                    self.last.set(i);
                    co_yield!(i);
                }
                self.give_back(i);
            }
        }
    }

    #[coro::coroutine]
    fn finish(&self) -> Box<dyn Iterator<Item = usize> + '_> {
        co_yield!(self.end.get());
    }

    fn squares(&self) -> Vec<Place<'_>> {
        let mut all: Vec<Place<'_>> = vec![Box::new(|| self.first()), Box::new(|| self.second())];
        for _ in 3..self.m * self.n {
            all.push(Box::new(|| self.advance()));
        }
        all.push(Box::new(|| self.finish()));
        all
    }

    /// The number of the move that takes each square, row by row.
    fn board(&self, tour: &[usize]) -> Vec<usize> {
        let mut board = vec![0; self.m * self.n];
        for (move_number, square) in (1..).zip(tour) {
            board[*square] = move_number;
        }
        board
    }
}

#[rustfmt::skip]
const FIRST_TOUR: [usize; 100] = [
      1, 58, 27, 34,  3, 40, 29, 10,  5,  8,
     26, 35,  2, 57, 28, 33,  4,  7, 30, 11,
     59,100, 73, 36, 41, 56, 39, 32,  9,  6,
     74, 25, 60, 55, 72, 37, 42, 49, 12, 31,
     61, 86, 99, 76, 63, 52, 47, 38, 43, 50,
     24, 75, 62, 85, 54, 71, 64, 51, 48, 13,
     87, 98, 91, 80, 77, 84, 53, 46, 65, 44,
     90, 23, 88, 95, 70, 79, 68, 83, 14, 17,
     97, 92, 21, 78, 81, 94, 19, 16, 45, 66,
     22, 89, 96, 93, 20, 69, 82, 67, 18, 15,
];

#[test]
fn knights_tour() {
    let knights = Knights::new(10, 10);
    let (squares, values) = (knights.squares(), RefCell::default());
    let tours: Vec<_> = conjoin(&squares, &values).take(2).collect();
    assert_eq!(knights.board(&tours[0]), FIRST_TOUR);
    // The second differs from the first where three knights change places.
    let mut second = FIRST_TOUR;
    for (square, number) in [(62, 89), (72, 92), (81, 88), (91, 91)] {
        second[square] = number;
    }
    assert_eq!(knights.board(&tours[1]), second);
    let knights = Knights::new(10, 10);
    assert_eq!(
        flat_conjoin(&knights.squares()).take(2).collect::<Vec<_>>(),
        tours
    );
}
