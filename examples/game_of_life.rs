//! Effective Python, Item 40: Conway's Game of Life. One coroutine per cell, composed by delegation; the
//! grid is known only to the function that drives them.

mod support;

use coro::prelude::*;
use std::fmt::{self, Display};
use support::{print, printed};

const ALIVE: char = '*';
const EMPTY: char = '-';

/// Asks for the state of a cell.
#[derive(Clone, Copy)]
struct Query {
    y: i32,
    x: i32,
}

/// Says what a cell turns into.
#[derive(Clone, Copy)]
struct Transition {
    y: i32,
    x: i32,
    state: char,
}

/// What the coroutines yield; `Tick` ends a generation.
#[derive(Clone, Copy)]
enum Item {
    Query(Query),
    Transition(Transition),
    Tick,
}

impl Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Query(Query { y, x }) => write!(f, "Query(y={y}, x={x})"),
            Self::Transition(Transition { y, x, state }) => {
                write!(f, "Transition(y={y}, x={x}, state={state:?})")
            }
            Self::Tick => f.write_str("TICK"),
        }
    }
}

const fn query(y: i32, x: i32) -> Item {
    Item::Query(Query { y, x })
}

#[coro::coroutine]
fn count_neighbors(y: i32, x: i32) -> impl Coroutine<char, Yield = Item, Return = usize> {
    let n_ = co_yield!(query(y + 1, x)); // North
    let ne = co_yield!(query(y + 1, x + 1)); // Northeast
    let e_ = co_yield!(query(y, x + 1));
    let se = co_yield!(query(y - 1, x + 1));
    let s_ = co_yield!(query(y - 1, x));
    let sw = co_yield!(query(y - 1, x - 1));
    let w_ = co_yield!(query(y, x - 1));
    let nw = co_yield!(query(y + 1, x - 1));
    let neighbor_states = [n_, ne, e_, se, s_, sw, w_, nw];
    let mut count = 0;
    for state in neighbor_states {
        if state == ALIVE {
            count += 1;
        }
    }
    count
}

fn game_logic(state: char, neighbors: usize) -> char {
    if state == ALIVE {
        if neighbors < 2 {
            return EMPTY; // Die: Too few
        } else if neighbors > 3 {
            return EMPTY; // Die: Too many
        }
    } else if neighbors == 3 {
        return ALIVE; // Regenerate
    }
    state
}

#[coro::coroutine]
fn step_cell(y: i32, x: i32) -> impl Coroutine<char, Yield = Item> {
    let state = co_yield!(query(y, x));
    let neighbors = yield_from!(count_neighbors(y, x));
    let state = game_logic(state, neighbors);
    co_yield!(Item::Transition(Transition { y, x, state }));
}

#[coro::coroutine]
fn simulate(height: i32, width: i32) -> impl Coroutine<char, Yield = Item> {
    loop {
        for y in 0..height {
            for x in 0..width {
                yield_from!(step_cell(y, x));
            }
        }
        co_yield!(Item::Tick);
    }
}

/// Python's `%`, for an index: the grid is an endless looping space.
const fn wrap(at: i32, size: i32) -> usize {
    at.rem_euclid(size) as usize
}

struct Grid {
    height: i32,
    width: i32,
    rows: Vec<Vec<char>>,
}

impl Grid {
    fn new(height: i32, width: i32) -> Self {
        let rows = (0..height).map(|_| (0..width).map(|_| EMPTY).collect());
        Self {
            height,
            width,
            rows: rows.collect(),
        }
    }

    fn query(&self, y: i32, x: i32) -> char {
        self.rows[wrap(y, self.height)][wrap(x, self.width)]
    }

    fn assign(&mut self, y: i32, x: i32, state: char) {
        self.rows[wrap(y, self.height)][wrap(x, self.width)] = state;
    }

    fn lines(&self) -> impl Iterator<Item = String> {
        self.rows.iter().map(|row| row.iter().collect())
    }
}

/// Python lets the exceptions of `sim` pass; `?` does.
fn live_a_generation<C>(grid: &Grid, sim: &mut C) -> Result<Grid, Stop<C::Return, C::Throw>>
where
    C: Coroutine<char, Yield = Item>,
{
    let mut progeny = Grid::new(grid.height, grid.width);
    let mut item = next(sim)?;
    loop {
        item = match item {
            Item::Query(Query { y, x }) => {
                let state = grid.query(y, x);
                sim.send(state)?
            }
            Item::Transition(Transition { y, x, state }) => {
                progeny.assign(y, x, state);
                next(sim)?
            }
            Item::Tick => return Ok(progeny),
        };
    }
}

/// Prints grids side by side.
#[derive(Default)]
struct ColumnPrinter {
    columns: Vec<Vec<String>>,
}

impl ColumnPrinter {
    fn append(&mut self, grid: &Grid) {
        let title = format!("{:^1$}", self.columns.len(), grid.width as usize);
        let column = std::iter::once(title).chain(grid.lines()).collect();
        self.columns.push(column);
    }

    fn print(&self) {
        for j in 0..self.columns[0].len() {
            let cells: Vec<_> = self.columns.iter().map(|c| c[j].as_str()).collect();
            print(cells.join(" | ").trim_end());
        }
    }
}

/// `count_neighbors` with made-up answers.
fn drive_count_neighbors() {
    let mut it = count_neighbors(10, 5);
    let q1 = next(&mut it).unwrap(); // Get the first query
    print(format_args!("First yield:  {q1}"));
    let q2 = it.send(ALIVE).unwrap(); // Send q1 state, get q2
    print(format_args!("Second yield: {q2}"));
    let _q3 = it.send(ALIVE).unwrap(); // Send q2 state, get q3
    for _ in 4..=8 {
        it.send(EMPTY).unwrap(); // q3 to q7
    }
    if let Err(Stop::Returned(count)) = it.send(EMPTY) {
        print(format_args!("Count:  {count}")); // Value from return statement
    }

    assert_eq!(
        printed(),
        [
            "First yield:  Query(y=11, x=5)",
            "Second yield: Query(y=11, x=6)",
            "Count:  2",
        ]
    );
}

/// `step_cell` with made-up answers.
fn drive_step_cell() {
    let mut it = step_cell(10, 5);
    let q0 = next(&mut it).unwrap(); // Initial location query
    print(format_args!("Me:       {q0}"));
    let q1 = it.send(ALIVE).unwrap(); // Send my status, get neighbor query
    print(format_args!("Q1:       {q1}"));
    for _ in 2..=8 {
        it.send(EMPTY).unwrap();
    }
    let t1 = it.send(EMPTY).unwrap(); // Send for q8, get game decision
    print(format_args!("Outcome:  {t1}"));

    assert_eq!(
        printed(),
        [
            "Me:       Query(y=10, x=5)",
            "Q1:       Query(y=11, x=5)",
            "Outcome:  Transition(y=10, x=5, state='-')",
        ]
    );
}

/// The glider, five generations side by side.
fn glider() {
    let mut grid = Grid::new(5, 9);
    grid.assign(0, 3, ALIVE);
    grid.assign(1, 4, ALIVE);
    grid.assign(2, 2, ALIVE);
    grid.assign(2, 3, ALIVE);
    grid.assign(2, 4, ALIVE);

    let mut columns = ColumnPrinter::default();
    let mut sim = simulate(grid.height, grid.width);
    for _ in 0..5 {
        columns.append(&grid);
        grid = live_a_generation(&grid, &mut sim).unwrap();
    }
    columns.print();

    assert_eq!(
        printed(),
        [
            "    0     |     1     |     2     |     3     |     4",
            "---*----- | --------- | --------- | --------- | ---------",
            "----*---- | --*-*---- | ----*---- | ---*----- | ----*----",
            "--***---- | ---**---- | --*-*---- | ----**--- | -----*---",
            "--------- | ---*----- | ---**---- | ---**---- | ---***---",
            "--------- | --------- | --------- | --------- | ---------",
        ]
    );
}

/// The five by five grid that introduces the game.
fn small_grid() {
    let mut grid = Grid::new(5, 5);
    for (y, x) in [(1, 1), (2, 2), (2, 3), (3, 3)] {
        grid.assign(y, x, ALIVE);
    }

    let mut columns = ColumnPrinter::default();
    let mut sim = simulate(grid.height, grid.width);
    for _ in 0..5 {
        columns.append(&grid);
        grid = live_a_generation(&grid, &mut sim).unwrap();
    }
    columns.print();

    assert_eq!(
        printed(),
        [
            "  0   |   1   |   2   |   3   |   4",
            "----- | ----- | ----- | ----- | -----",
            "-*--- | --*-- | --**- | --*-- | -----",
            "--**- | --**- | -*--- | -*--- | -**--",
            "---*- | --**- | --**- | --*-- | -----",
            "----- | ----- | ----- | ----- | -----",
        ]
    );
}

pub(crate) fn main() {
    small_grid();
    drive_count_neighbors();
    drive_step_cell();
    glider();
}
