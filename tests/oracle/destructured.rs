//! What an assignment takes apart, and what a literal takes of its base: the parts that are not named stay where they are.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;
use std::cell::RefCell;

struct Config {
    name: String,
    count: i32,
    most: i32,
}

impl Config {
    fn new() -> Self {
        Self {
            name: "name".to_owned(),
            count: 2,
            most: 9,
        }
    }
}

struct Place {
    x: i32,
    y: i32,
}

struct Held<'l> {
    list: Vec<Noisy<'l>>,
    pair: (Option<Noisy<'l>>, i32),
    n: i32,
}

rows! {
    body base_behind_a_guard(log, cell: &RefCell<Config> = Box::leak(Box::new(RefCell::new(Config::new())))) -> i32 {
        let free = || cell.try_borrow_mut().is_ok();
        let guard = cell.borrow();
        let made = Config { name: String::from("new"), ..*guard };
        co_yield!(made.count);
        log.say(free());
        let given = Some(Config { name: String::new(), count: 4, ..*guard }).map(|made| made.most + made.count);
        co_yield!(given.unwrap_or(0));
        log.say(free());
        co_yield!(Config { name: String::new(), ..(*guard) }.count);
        log.say(free());
        made.most
    }

    body base_behind_a_box(log) -> i32 {
        let boxed = Box::new((log.noisy("boxed"), Config::new()));
        let config = Box::new(Config::new());
        let made = Config { name: String::from("new"), ..*config };
        let sent = co_yield!(made.count);
        log.say(&made.name);
        let other = Config { name: String::from("other"), ..boxed.1 };
        co_yield!(other.most + sent)
    }

    body nothing_is_assigned(log, cell: &RefCell<Config> = Box::leak(Box::new(RefCell::new(Config::new())))) -> i32 {
        let free = || cell.try_borrow_mut().is_ok();
        let guard = cell.borrow();
        _ = *guard;
        co_yield!(1);
        log.say(free());
        _ = guard.name;
        co_yield!(2);
        log.say(free());
        let held = Held { list: vec![log.noisy("list")], pair: (Some(log.noisy("pair")), 3), n: 4 };
        _ = held.list;
        _ = held.pair;
        if co_yield!(3) == 1 {
            _ = held.pair.0;
        }
        co_yield!(held.n + held.list.len() as i32)
    }

    body a_guard_is_taken_apart(log, cell: &RefCell<Config> = Box::leak(Box::new(RefCell::new(Config::new()))), pair: &RefCell<(i32, Option<String>)> = Box::leak(Box::new(RefCell::new((5, None))))) -> i32 {
        let free = || (cell.try_borrow_mut().is_ok(), pair.try_borrow_mut().is_ok());
        let (count, most);
        let mut n = 0;
        let guard = cell.borrow();
        Config { count, most, .. } = *guard;
        let sent = co_yield!(count + most);
        log.say(format!("{:?}", free()));
        let other = pair.borrow();
        (n, _) = *other;
        co_yield!(n + sent);
        log.say(format!("{:?}", free()));
        n
    }

    body fields_are_taken_apart(log) -> i32 {
        let held = Held { list: vec![log.noisy("list")], pair: (Some(log.noisy("pair")), 3), n: 4 };
        let mut n = 0;
        (_, n) = held.pair;
        co_yield!(n);
        let m;
        Held { n: m, .. } = held;
        co_yield!(m + held.list.len() as i32)
    }

    body into_places(log) -> i32 {
        let mut at = Place { x: 1, y: 2 };
        let mut list = vec![0; 3];
        for _ in 0..3 {
            let next = (at.y, at.x + at.y);
            (at.x, at.y) = next;
            let sent = co_yield!(at.x);
            let triple = [sent, at.x, at.y];
            [list[0], list[1], list[2]] = triple;
            let nested = ((at.y, 1), list[1]);
            ((list[2], _), at.x) = nested;
            log.say(format!("{list:?}"));
        }
        co_yield!(at.x + list[2])
    }
}
