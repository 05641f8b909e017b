//! Own methods of names that say nothing: lookup tells whether the receiver was taken, on each path, and their arguments have no
//! types but by the method's.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;
use std::ops::AddAssign;

#[derive(Clone)]
struct Session<'l>(&'l Log, i32);

impl Drop for Session<'_> {
    fn drop(&mut self) {
        self.0.say(format!("-session {}", self.1));
    }
}

fn session(log: &Log, n: i32) -> Session<'_> {
    Session(log, n)
}

impl<'l> Session<'l> {
    fn login(self, user: &str) -> Session<'l> {
        self.0.say(format!("login {user}"));
        Session(self.0, self.1 + 1)
    }

    fn leave(self, code: Option<i32>, seen: Vec<i32>) -> i32 {
        self.0.num(format!("leave {code:?} {seen:?}"), self.1)
    }

    fn ping(&self, code: Option<i32>) -> i32 {
        self.0.num(format!("ping {code:?}"), self.1)
    }

    fn alter(&mut self, by: Box<dyn Fn(i32) -> i32>) -> i32 {
        self.1 = by(self.1);
        self.0.num("alter", self.1)
    }

    fn with(self, other: Noisy<'_>) -> i32 {
        self.0.num("with", self.1 + other.n)
    }

    fn render<A: std::fmt::Debug>(self, a: A) -> i32 {
        self.0.num(format!("render {a:?}"), self.1)
    }

    fn pour(self, into: &mut Vec<i32>) -> i32 {
        into.push(self.1);
        self.1
    }

    fn step(self, n: i32) -> Option<Session<'l>> {
        self.0.say(format!("step {n}"));
        (n > 0).then_some(self)
    }

    fn retry(self, n: i32) -> Result<Session<'l>, i32> {
        if n > 0 { Ok(self) } else { Err(n) }
    }

    fn dare(self, n: Option<i32>) -> Option<i32> {
        self.0.say(format!("dare {n:?}"));
        n.filter(|n| *n > 1)
    }
}

fn user(log: &Log) -> String {
    log.say("user");
    "ann".to_owned()
}

rows! {
    fork one_after_the_other(log) -> i32 {
        let session = session(log, 1);
        co_yield!(1);
        let session = session.login(&format!("{}!", user(log)));
        co_yield!(2);
        session.ping(None);
        co_yield!(3);
        session.leave(None, Vec::new());
        co_yield!(4);
        5
    }

    fork taken_on_one_path(log) -> i32 {
        let session = session(log, 1);
        let other = log.noisy("other");
        if co_yield!(1) == 1 {
            session.leave("4".parse().ok(), (0..2).collect());
        }
        co_yield!(2);
        other.get()
    }

    fork looked_at_on_one_path(log) -> i32 {
        let mut session = session(log, 1);
        let n = co_yield!(1);
        if n == 1 {
            session.ping("4".parse().ok());
        } else if n == 0 {
            session.alter(Box::new(move |x| x + n));
        }
        co_yield!(2);
        3
    }

    fork by_arms(log) -> i32 {
        let session = session(log, 1);
        let n = co_yield!(1);
        let r = match n {
            0 => session.with(log.noisy("with")),
            1 => session.render(user(log)),
            2 => session.ping(None),
            3 => {
                drop(session);
                4
            }
            _ => {
                co_yield!(9);
                5
            }
        };
        co_yield!(r);
        r
    }

    fork behind_a_condition(log) -> i32 {
        let session = session(log, 1);
        let n = co_yield!(1);
        let taken = n > 0 && session.render((n, user(log))) > 0;
        co_yield!(taken as i32);
        3
    }

    fork taken_and_made_again(log) -> i32 {
        let mut open = session(log, 1);
        for round in 0..3 {
            if co_yield!(round) == 1 {
                open.leave(Default::default(), vec![round]);
                open = session(log, 10 + round);
            }
            co_yield!(20);
        }
        co_yield!(30);
        4
    }

    fork arguments_of_an_inner_block(log) -> i32 {
        let session = session(log, 1);
        let mut poured = vec![co_yield!(1)];
        let r = {
            let inner = log.noisy("inner");
            session.with(inner)
        };
        co_yield!(r);
        let session = self::session(log, 2);
        session.pour(&mut poured);
        co_yield!(poured.len() as i32);
        poured.push(3);
        poured.iter().sum()
    }

    fork an_argument_that_leaves(log) -> Option<i32> {
        let session = session(log, 1);
        let n = co_yield!(1);
        let r = session.dare(n.checked_sub(1))? + session_of(n)?;
        co_yield!(r);
        let session = self::session(log, 2);
        co_yield!(session.dare(Some(session_of(n)?)).unwrap_or_default());
        co_yield!(r);
        Some(r)
    }

    fork ahead_of_a_yield(log) -> i32 {
        let open = session(log, 1);
        let r = open.leave(Some(co_yield!(1)), [1].to_vec()) + co_yield!(2);
        let one = session(log, 2);
        let sum = one.leave(None, user(log).bytes().map(i32::from).collect()) + co_yield!(r);
        co_yield!(sum);
        4
    }

    fork a_temporary_ahead_of_a_yield(log) -> i32 {
        let r = session(log, 1).login(&user(log)).render(user(log)) + co_yield!(1);
        let r = session(log, 2).ping("4".parse().ok()) + co_yield!(r);
        co_yield!(r);
        log.noisy("last").get()
    }

    fork a_block_ahead_of_a_yield(log) -> i32 {
        let r = ({ co_yield!(0); session(log, 1) }).render(user(log)) + co_yield!(1);
        let r = (match r { 0 => session(log, 2), _ => session(log, 3) }).leave(None, vec![r]) + co_yield!(r);
        co_yield!(({ co_yield!(r); session(log, 4) }).leave(None, vec![]));
        for n in [session(log, 5).ping(None), (session(log, 6), 3).0.leave(None, vec![r])] {
            co_yield!(n);
        }
        5
    }

    fork a_machine_of_values(log) -> i32 {
        let mut state = session(log, 1);
        loop {
            let n = co_yield!(1);
            state = match state.step(n) {
                Some(next) => next,
                None => break,
            };
        }
        co_yield!(2);
        3
    }

    fork a_machine_by_let_else(log) -> i32 {
        let mut state = session(log, 1);
        loop {
            let n = co_yield!(1);
            let Some(next) = state.step(n) else { break };
            state = next;
        }
        let mut state = session(log, 2);
        for _ in 0..3 {
            let n = co_yield!(1);
            if state.step(n).is_some() {
                break;
            }
            state = session(log, 3);
        }
        4
    }

    fork a_machine_that_yields_its_error(log) -> i32 {
        let mut state = session(log, 1);
        for _ in 0..3 {
            let n = co_yield!(1);
            state = match state.retry(n) {
                Ok(state) => state,
                Err(e) => {
                    co_yield!(e);
                    session(log, n)
                }
            };
        }
        state.1
    }

    fork boxed(log) -> i32 {
        let session = Box::new(session(log, 1));
        let n = co_yield!(1);
        if n > 0 {
            session.leave(None, vec![]);
        }
        co_yield!(2);
        3
    }

    body receivers_that_are_references(log) -> i32 {
        let mut v = vec![1];
        let mut pair = (vec![2], log.noisy("a"));
        (&mut v).push(co_yield!(4));
        (&mut pair.0).insert(co_yield!(5) as usize % 2, { log.say("two"); 7 });
        (&pair.1).weigh(co_yield!(6), &log.noisy("b"));
        let boxed = Box::new(log.noisy("boxed"));
        (&*boxed).weigh(co_yield!(3), &boxed);
        (&mut v[{ log.say("index"); 0 }]).add_assign(co_yield!(8));
        v.iter().sum::<i32>() + pair.0[0] + (&v)[co_yield!(1) as usize % 2]
    }
}

fn session_of(n: i32) -> Option<i32> {
    (n < 5).then_some(n)
}
