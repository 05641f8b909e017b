//! Operands that borrow a place ahead of a yield: it is the place that is lent, and no copy of it.

use crate::harness::{Log, rows};
use coro::Coroutine;
use std::cell::RefCell;

#[derive(Debug, Clone)]
struct Node {
    n: i32,
    list: [i32; 2],
    text: String,
    other: i32,
}

impl Node {
    fn add(&mut self, other: &mut i32, by: i32) -> i32 {
        self.n += by;
        *other += 1;
        self.n
    }
}

fn node(n: i32) -> Node {
    Node {
        n,
        list: [n, n + 1],
        text: n.to_string(),
        other: 0,
    }
}

/// What a coroutine may hold a borrow of.
fn leaked<T>(value: T) -> &'static mut T {
    Box::leak(Box::new(value))
}

fn shared<T>(value: T) -> &'static RefCell<T> {
    leaked(RefCell::new(value))
}

fn kept<T>(value: T) -> T {
    value
}

fn put(at: &mut i32, by: i32) {
    *at += by;
}

fn two(a: &mut i32, b: &mut i32, by: i32) {
    *a += by;
    *b += by * 10;
}

fn say(text: &mut String, n: i32) {
    *text += &n.to_string();
}

rows! {
    body behind_a_guard(log) -> String {
        let cell = shared(node(1));
        put(&mut cell.borrow_mut().n, co_yield!(1));
        cell.borrow_mut().list.fill(co_yield!(2));
        put(&mut cell.borrow_mut().list[0], co_yield!(3));
        say(&mut cell.borrow_mut().text, co_yield!(4));
        cell.borrow_mut().text.insert_str(0, &co_yield!(5).to_string());
        std::mem::replace(&mut (cell.borrow_mut()).n, co_yield!(6));
        put(&mut (*cell.borrow_mut()).other, { log.say(cell.try_borrow().is_ok().to_string()); co_yield!(7) });
        log.say(cell.try_borrow().is_ok().to_string());
        format!("{cell:?}")
    }

    body behind_a_guard_of_a_list(log) -> String {
        let cell = shared(vec![node(1), node(2)]);
        let mut at = 0;
        put(&mut cell.borrow_mut()[0].n, co_yield!(1));
        put(&mut cell.borrow_mut()[at].list[1], { at += 1; co_yield!(2) });
        say(&mut cell.borrow_mut()[at].text, { at = 0; co_yield!(3) });
        cell.borrow_mut()[at].list.fill({ at = 1; co_yield!(4) });
        cell.borrow_mut()[1].text.push_str(&co_yield!(5).to_string());
        put(&mut cell.borrow_mut()[{ log.say("index"); 1 }].n, co_yield!(6));
        format!("{cell:?}")
    }

    body behind_a_call(log) -> i32 {
        let cell = shared(1);
        put(&mut *cell.borrow_mut(), co_yield!(1));
        let pair = shared((1, [2, 3]));
        pair.borrow_mut().1.reverse();
        let n = leaked(5);
        put(kept(n), co_yield!(2));
        pair.borrow_mut().1[0] += co_yield!(3);
        put(&mut pair.borrow_mut().1[1], co_yield!(4));
        let sum = pair.borrow().1.iter().sum::<i32>();
        sum + *cell.borrow()
    }

    fork beside_another_field(log) -> String {
        let mut node = node(1);
        put(&mut node.n, { node.other += 1; co_yield!(1) });
        two(&mut node.n, &mut node.other, co_yield!(2));
        two(&mut node.list[0], &mut node.n, { node.other += 1; co_yield!(3) });
        node.list.fill({ node.other += 1; co_yield!(4) });
        node.list.fill({ log.say(format!("{}", node.other)); node.n += 1; co_yield!(5) });
        say(&mut node.text, { node.n += 1; co_yield!(6) });
        node.text.extend({ node.n += 1; [co_yield!(7).to_string()] });
        std::mem::swap(&mut node.n, { co_yield!(8); &mut node.other });
        let (a, b, c) = (&mut node.n, &mut node.other, co_yield!(9));
        *a += c;
        *b -= c;
        format!("{node:?}")
    }

    body beside_another_field_of_a_reference(log) -> String {
        let node = leaked(node(1));
        put(&mut node.n, { node.other += 1; co_yield!(1) });
        two(&mut node.n, &mut node.other, co_yield!(2));
        two(&mut (*node).list[0], &mut node.n, { node.other += 1; co_yield!(3) });
        node.list.fill({ node.other += 1; co_yield!(4) });
        say(&mut node.text, { node.n += 1; co_yield!(6) });
        log.say(format!("{node:?}"));
        format!("{node:?}")
    }

    fork of_a_part(log) -> String {
        let mut pair = (node(1), node(2));
        let n = pair.0.add(&mut pair.1.n, co_yield!(1));
        let m = pair.0.add(&mut pair.1.n, { pair.1.other += 1; co_yield!(n) });
        let mut boxed = Box::new((node(3), node(4)));
        put(&mut boxed.0.n, { boxed.1.other += 1; co_yield!(m) });
        boxed.0.add(&mut boxed.1.n, { log.say("in a box"); co_yield!(2) });
        format!("{pair:?} {boxed:?}")
    }

    fork indices_first(log) -> String {
        let mut list = vec![node(1), node(2), node(3)];
        let mut at = 0;
        put(&mut list[at].n, { at += 1; co_yield!(1) });
        put(&mut (list[at]).list[{ log.say("index"); 1 }], { at += 1; co_yield!(2) });
        list[at].list.fill({ at = 0; co_yield!(3) });
        say(&mut list[at].text, { at += 1; co_yield!(4) });
        format!("{at} {list:?}")
    }

    fork copied_where_it_is_taken(log) -> i32 {
        let mut pair = (1_i32, 2_i32);
        let a = pair.0.pow({ pair.0 += 2; co_yield!(1) as u32 % 3 });
        let b = pair.0 + { pair.0 += 2; co_yield!(2) };
        let c = pair.0 == { pair.0 += 2; co_yield!(3) };
        let d = pair.0.max({ pair.1 += 2; co_yield!(3) });
        log.say(format!("{a} {b} {c} {d} {pair:?}"));
        a + b + pair.0
    }
}
