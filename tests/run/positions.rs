//! `yield_from!` in any expression position: its value is the delegate's return value.

use coro::prelude::*;

#[coro::coroutine]
fn one(n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    co_yield!(n)
}

struct Pair {
    a: u32,
    b: u32,
}

#[coro::coroutine]
fn expressions() -> impl Coroutine<u32, Yield = u32, Return = Vec<u32>> {
    let mut v = vec![yield_from!(one(1)), 0, 0];
    v.push(yield_from!(one(2)) + yield_from!(one(3)));
    let i = yield_from!(one(4)) as usize;
    v[i] = yield_from!(one(5));
    v[i + 1] += yield_from!(one(6));
    let pair = Pair {
        b: yield_from!(one(7)),
        a: yield_from!(one(8)),
    };
    v.extend([pair.a, pair.b]);
    if yield_from!(one(9)) == 1 && (yield_from!(one(10)) == 2 || yield_from!(one(11)) == 3) {
        v.push(0);
    }
    while yield_from!(one(12)) > 0 {
        match (yield_from!(one(13)), u32::max(1, yield_from!(one(14)))) {
            (1, n) => v.push(n),
            (n, _) => v.push(yield_from!(one(n))),
        }
    }
    let [(x, _), (y, z)] = [yield_from!(one(15)), 5].map(|n| (n, n + 1));
    v.push(x + y + z);
    let nested = yield_from!(one(yield_from!(one(yield_from!(one(16))))));
    let name = yield_from!(one(17)).to_string().len() as u32;
    v.push((-(yield_from!(one(18)) as i32)).unsigned_abs());
    v.push(nested + name);
    return {
        v.push(yield_from!(one(19)));
        v
    };
}

#[test]
fn in_any_expression() {
    let mut c = expressions();
    let mut yielded = c.prime().unwrap().unwrap();
    let mut asked = vec![yielded];
    let answers = [
        10, 20, 30, 1, 50, 6, 70, 80, 1, 0, 3, // to 1..=11
        1, 1, 7, // 12, 13, 14
        1, 2, 0, 40, // 12, 13, 14, and the 2 that was sent
        0, 9, // 12, 15
        100, 101, 102, // 16, then what was sent
        333, 18, 19,
    ];
    let mut end = None;
    for answer in answers {
        match c.send(answer) {
            Ok(y) => {
                yielded = y;
                asked.push(yielded);
            }
            Err(stop) => end = stop.into_return(),
        }
    }
    assert_eq!(
        asked,
        [
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 12, 13, 14, 2, 12, 15, 16, 100, 101, 17,
            18, 19
        ]
    );
    assert_eq!(
        end,
        Some(vec![
            10,
            50,
            6,
            50,
            80,
            70,
            0,
            7,
            40,
            9 + 5 + 6,
            18,
            102 + 3,
            19
        ])
    );
}
