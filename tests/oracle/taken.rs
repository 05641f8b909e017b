//! What is taken out of a local by value: whether the local is still there is a question of types.

use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

#[derive(Clone)]
struct Node<'l> {
    val: Noisy<'l>,
    next: Option<Box<Node<'l>>>,
}

struct Named<'l, T> {
    text: T,
    rest: Noisy<'l>,
}

#[derive(Clone)]
enum Tree<'l> {
    Leaf(i32),
    Named(Noisy<'l>),
    Fork(Box<Tree<'l>>, Box<Tree<'l>>),
}

/// A part of it can be copied out, and it has a destructor itself.
#[derive(Clone)]
struct Tagged<'l> {
    id: i32,
    name: Noisy<'l>,
}

#[derive(Clone)]
struct Settings<'l> {
    depth: i32,
    width: i32,
    name: Noisy<'l>,
}

fn node<'l>(log: &'l Log, name: &str, next: Option<Box<Node<'l>>>) -> Box<Node<'l>> {
    Box::new(Node {
        val: log.noisy(name),
        next,
    })
}

fn list(log: &Log) -> Option<Box<Node<'_>>> {
    Some(node(log, "a", Some(node(log, "b", None))))
}

fn tagged(log: &Log) -> Tagged<'_> {
    Tagged {
        id: 4,
        name: log.noisy("tagged"),
    }
}

fn settings(log: &Log) -> Settings<'_> {
    Settings {
        depth: 1,
        width: 2,
        name: log.noisy("settings"),
    }
}

fn eat(n: Noisy<'_>) -> i32 {
    n.into_n()
}

rows! {
    fork box_by_let(log) -> i32 {
        let boxed = Box::new(log.noisy("boxed"));
        let _l = log.noisy("l");
        let inner = *boxed;
        co_yield!(inner.n);
        let number = Box::new(3);
        let n = *number;
        co_yield!(n);
        log.say("end");
        n
    }

    fork box_in_an_argument(log) -> i32 {
        let boxed = Box::new(log.noisy("boxed"));
        let n = eat(*boxed) + co_yield!(1);
        let other = Box::new(log.noisy("other"));
        let pair = (*other, n);
        co_yield!(pair.1)
    }

    fork box_that_is_yielded(log) -> i32 {
        let boxed = Box::new(co_yield!(1));
        let sent = co_yield!(*boxed);
        let twice = Box::new(Box::new(log.noisy("twice")));
        let inner = **twice;
        co_yield!(sent);
        inner.n
    }

    fork list_taken_apart_by_let(log) -> i32 {
        let mut head = list(log);
        let mut n = 0;
        while let Some(node) = head {
            let Node { val, next } = *node;
            head = next;
            n += co_yield!(val.n);
        }
        n
    }

    fork list_taken_apart_by_match(log) -> i32 {
        let head = list(log);
        if let Some(node) = head {
            match *node {
                Node { val, next: Some(next) } => {
                    co_yield!(val.n);
                    let inner = *next;
                    co_yield!(inner.val.n);
                }
                Node { val, next: None } => { co_yield!(val.n); }
            }
            co_yield!(7);
        }
        co_yield!(8)
    }

    fork tree_whose_arms_take_and_copy(log) -> i32 {
        let mut n = 0;
        let trees = [
            Tree::Leaf(1),
            Tree::Named(log.noisy("named")),
            Tree::Fork(Box::new(Tree::Leaf(2)), Box::new(Tree::Named(log.noisy("right")))),
        ];
        for tree in trees.map(Box::new) {
            match *tree {
                Tree::Leaf(k) => n += co_yield!(k),
                Tree::Named(name) => { co_yield!(name.n); n += eat(name); }
                Tree::Fork(left, right) => {
                    if let Tree::Leaf(k) = *left { n += co_yield!(k); }
                    if let Tree::Named(name) = *right { n += co_yield!(name.n); log.say("named"); }
                }
            }
            co_yield!(n);
        }
        n
    }

    fork arms_of_a_local(log) -> i32 {
        let mut n = 0;
        for tree in [Tree::Leaf(1), Tree::Named(log.noisy("named"))] {
            match tree {
                Tree::Leaf(k) => n += co_yield!(k),
                Tree::Named(name) => n += co_yield!(name.n),
                Tree::Fork(left, _) => { co_yield!(9); drop(left); }
            }
            co_yield!(n);
        }
        n
    }

    fork copies_leave_the_local_there(log) -> i32 {
        let whole = tagged(log);
        let _l = log.noisy("l");
        let Tagged { id, .. } = whole;
        let n = co_yield!(id);
        let boxed = Box::new(tagged(log));
        let Tagged { id, name: _ } = *boxed;
        co_yield!(id);
        let pair = (3, log.noisy("pair"));
        let (k, _) = pair;
        co_yield!(k);
        log.say("end");
        n
    }

    fork moves_leave_the_rest_behind(log) -> i32 {
        let pair = (log.noisy("pair"), 3);
        let (p, _) = pair;
        co_yield!(p.n);
        let whole = tagged(log);
        let Tagged { name, id: _ } = whole;
        co_yield!(name.n)
    }

    fork on_some_paths(log) -> i32 {
        let boxed = Box::new(log.noisy("boxed"));
        let pair = (log.noisy("p"), 2);
        if co_yield!(1) > 1 {
            eat(*boxed);
            co_yield!(2);
        } else {
            let (p, _) = pair;
            co_yield!(3);
            log.say(p.n);
        }
        log.say("after");
        co_yield!(4)
    }

    fork copied_on_some_paths_of_code_that_does_not_yield(log) -> i32 {
        let (k, flag) = (&log.num("k", 3), co_yield!(1) > 1);
        let boxed = Box::new(5);
        let whole = tagged(log);
        let mut n = 1;
        if flag { n = *boxed; let Tagged { id, .. } = whole; n += id; }
        let n = if n > 1 { n } else { log.num("again", 2) };
        co_yield!(n);
        log.say("end");
        n
    }

    fork replaced_after_it_was_taken(log) -> i32 {
        let mut boxed = Box::new(log.noisy("one"));
        let one = *boxed;
        co_yield!(one.n);
        boxed = Box::new(log.noisy("two"));
        co_yield!(boxed.n);
        for i in 0..2 {
            let inner = *boxed;
            if co_yield!(i) == 0 { break; }
            boxed = Box::new(log.noisy(format!("again{i}")));
            log.say(inner.n);
        }
        log.say("end");
        co_yield!(9)
    }

    body read_through_a_reference(log) -> i32 {
        let list = [1, 2, 3];
        let mut n = 0;
        for x in Vec::from(list).iter().map(|x| *x).collect::<Vec<_>>() { n += co_yield!(x); }
        let shared = std::rc::Rc::new(7);
        let seven = *shared;
        co_yield!(seven);
        let cell = std::rc::Rc::new((log.noisy("held"), 2));
        let (_, two) = *cell;
        co_yield!(two + n)
    }

    fork struct_update(log) -> i32 {
        let base = settings(log);
        let new = Settings { depth: 5, ..base };
        co_yield!(new.depth);
        let new = Settings { depth: co_yield!(6), ..new };
        co_yield!(new.depth);
        log.say(&new.name.n);
        new.width
    }

    fork struct_update_of_a_temporary(log) -> i32 {
        let base = settings(log);
        let pair = (Settings { depth: co_yield!(1), ..base.clone() }, co_yield!(2));
        co_yield!(pair.0.depth + pair.1)
    }

    fork struct_update_of_a_copy(log) -> i32 {
        #[derive(Clone, Copy)]
        struct Point { x: i32, y: i32 }
        let base = Point { x: 1, y: 2 };
        let far = Point { x: co_yield!(base.x), ..base };
        co_yield!(far.x + far.y);
        base.x
    }

    fork eaten_with_locals(log, by: i32 = 2) -> i32 {
        let scale = log.noisy_n("scale", 5);
        let mut total = 0;
        for n in 0..3 {
            let a = log.noisy_n("a", n);
            let late = log.noisy("late");
            total += a.weigh(n + by, &scale);
            co_yield!(total);
            total += a.eat_with(n + by);
            co_yield!(total);
            let b = log.noisy_n("b", n);
            let extra = b.n + 1;
            total += late.weigh(extra, &b);
            co_yield!(total);
            total += b.eat_with(total);
            log.say(late.get());
        }
        total += scale.eat_with(by);
        co_yield!(total)
    }

    fork grown_on_a_path(log) -> i32 {
        let b = log.noisy("b");
        let n = co_yield!(1);
        let late = log.noisy("late");
        let b = if n == 1 { b.grown(2) } else { b };
        let k = co_yield!(b.n);
        let b = match k { 0 => b.grown(k), 1 => b, 2 => b.grown(n + k), _ if n > 2 => return b.eat_with(1), _ => b.grown(1).grown(k) };
        co_yield!(late.n);
        let mut c = log.noisy("c");
        while co_yield!(2) > 1 { c = if n > 0 { c.grown(n) } else { c }; }
        if n > 1 { log.say(c.weigh(n, &b)); } else { let d = c; co_yield!(d.n); }
        co_yield!(b.get())
    }

    body asked_of_a_part(log) -> Option<usize> {
        let pair = (Some(String::from("text")), log.noisy("rest"));
        let named = Named { text: Some(vec![1, 2, 3]), rest: log.noisy("named") };
        co_yield!(1);
        let text = pair.0?;
        co_yield!(text.len() as i32);
        for n in named.text? {
            co_yield!(n);
        }
        log.say(pair.1.get() + named.rest.get());
        Some(text.len())
    }

    body asked_of_an_error(log) -> Result<usize, String> {
        let named: Named<'_, Result<Vec<i32>, String>> = Named { text: Ok(vec![1, 2]), rest: log.noisy("named") };
        let failed: Named<'_, Result<Vec<i32>, String>> = Named { text: Err(String::from("none")), rest: log.noisy("failed") };
        let sum: i32 = named.text?.iter().sum::<i32>() + co_yield!(1);
        let list = match co_yield!(sum) { 1 => failed.text?, n => vec![n] };
        co_yield!(list.len() as i32);
        Ok(list.len())
    }
}
