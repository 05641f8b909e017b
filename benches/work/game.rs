//! Conway's Game of Life on a torus of 64 by 64 cells, as Effective Python (Item 40) has it: the rules ask for the
//! state of cells and say what cells turn into, and know no grid. This is the grid, the same for all contenders.

use super::input::mix;

/// The side of the grid.
pub(crate) const SIDE: i32 = 64;

/// What the rules yield; the answer to a query is whether the cell is alive, to the others anything.
#[derive(Clone, Copy)]
#[allow(
    unreachable_pub,
    reason = "a state of diapause's is public, and yields it"
)]
pub enum Event {
    Query { y: i32, x: i32 },
    Transition { y: i32, x: i32, alive: bool },
    Tick,
}

/// The cells around one, in the order in which they are asked for.
pub(crate) const AROUND: [(i32, i32); 8] = [
    (1, 0),
    (1, 1),
    (0, 1),
    (-1, 1),
    (-1, 0),
    (-1, -1),
    (0, -1),
    (1, -1),
];

/// What a cell turns into.
pub(crate) const fn logic(alive: bool, neighbors: u32) -> bool {
    neighbors == 3 || (alive && neighbors == 2)
}

/// The grid.
pub(crate) struct World {
    now: Vec<bool>,
    next: Vec<bool>,
    sum: u64,
}

const fn index(y: i32, x: i32) -> usize {
    (y.rem_euclid(SIDE) * SIDE + x.rem_euclid(SIDE)) as usize
}

impl World {
    pub(crate) fn new() -> Self {
        let size = (SIDE * SIDE) as usize;
        let mut seed = 1u32;
        let cells = (0..size).map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed >> 30 == 0
        });
        Self {
            now: cells.collect(),
            next: vec![false; size],
            sum: 0,
        }
    }

    /// Does what the rules ask for.
    pub(crate) fn answer(&mut self, event: Event) -> bool {
        match event {
            Event::Query { y, x } => self.now[index(y, x)],
            Event::Transition { y, x, alive } => {
                self.sum = mix(self.sum, u64::from(alive));
                self.next[index(y, x)] = alive;
                false
            }
            Event::Tick => {
                std::mem::swap(&mut self.now, &mut self.next);
                false
            }
        }
    }

    /// Plays that many events, of which the rules made the first when they were started; `resume` is how they go on.
    pub(crate) fn play(
        mut self,
        events: u32,
        first: Option<Event>,
        mut resume: impl FnMut(bool) -> Option<Event>,
    ) -> u64 {
        let mut event = first;
        for _ in 0..events {
            let Some(now) = event else { break };
            event = resume(self.answer(now));
        }
        self.sum
    }
}
