//! Rows that fail because of a gap in the engine; not compiled. Each says what fails, and where it belongs.

rows! {
    // control.rs: a match guard that yields is refused
    fork match_guard_yields_and_moves(log) -> i32 {
        let a = Some(log.noisy("a"));
        let r = match a {
            Some(n) if co_yield!(n.n) > 1 => {
                log.say("moved in");
                co_yield!(n.get());
                n.into_n()
            }
            Some(n) => n.get(),
            None => co_yield!(0),
        };
        co_yield!(50);
        r
    }

    // patterns.rs: refused: 'a pattern without a value'
    fork deferred_in_match(log) -> i32 {
        let (a, b): (i32, Noisy<'_>);
        match co_yield!(1) {
            0 => { a = 0; b = log.noisy("zero"); }
            n => { b = log.noisy("other"); a = co_yield!(n); }
        }
        co_yield!(a) + b.into_n()
    }

    // moves.rs: refused (E0382): partial moves of a local
    fork partial_move(log) -> i32 {
        let p = pair(log);
        let l = p.left;
        co_yield!(l.n);
        let r = p.right;
        co_yield!(r.n);
        l.get()
    }

    // moves.rs: refused (E0382): partial moves of a local
    fork partial_move_one(log) -> i32 {
        let p = pair(log);
        let _c = log.noisy("c");
        eat(p.left);
        log.say("half");
        co_yield!(1)
    }

    // moves.rs: refused (E0382): partial moves of a local
    fork partial_move_in_branch(log) -> i32 {
        let p = pair(log);
        if co_yield!(1) > 1 { eat(p.right); }
        co_yield!(2)
    }

    // moves.rs: refused (E0382): partial moves of a local
    fork partial_move_by_pattern(log) -> i32 {
        let t = (log.noisy("a"), log.noisy("b"), 5);
        let (a, _, n) = t;
        co_yield!(n);
        a.get() + t.1.get()
    }

    // moves.rs: refused (E0382): partial moves of a local
    fork partial_reinit(log) -> i32 {
        let mut p = pair(log);
        eat(p.left);
        p.left = log.noisy("left2");
        co_yield!(1);
        eat(p.right);
        p.right = log.noisy_n("right2", co_yield!(2));
        p.left.get() + p.right.get()
    }

    // moves.rs: refused (E0382): a consuming method by a name outside the table
    fork own_consuming_method(log) -> i32 {
        let a = log.noisy("a");
        let b = log.noisy("b");
        co_yield!(1);
        let x = a.eat();
        co_yield!(x);
        if x > 0 { b.eat(); }
        co_yield!(3)
    }

    // temporaries.rs: refused (E0382): a consuming method of a temporary receiver, a yield among the arguments
    body temporary_receiver_chain(log) -> i32 {
        let x = Scale(log.noisy("recv")).with(co_yield!(1)).with(7).weigh(co_yield!(2));
        log.say("next statement");
        co_yield!(x)
    }

    // closures.rs: items of two blocks clash (E0428)
    fork items_in_blocks(log) -> i32 {
        let mut n = 0;
        for i in 0..2 {
            const STEP: i32 = 10;
            fn next(n: i32) -> i32 { n + STEP }
            n = next(n) + co_yield!(n + i);
        }
        { fn next(n: i32) -> i32 { n + 1 } n = next(co_yield!(n)); }
        n
    }

    // closures.rs: SILENT: an item of an inner block hides the module's item outside that block
    fork item_hides_only_in_its_block(log) -> i32 {
        let a = helper(co_yield!(1));
        { fn helper(n: i32) -> i32 { n + 1 } log.say(helper(co_yield!(2))); }
        a + helper(co_yield!(3))
    }

    // moves.rs: refused: 'may or may not have been moved' at both parameters of a pattern
    fork arguments_moved_conditionally(log, (x, b): (i32, Noisy<'_>) = (4, log.noisy("arg"))) -> i32 {
        for c in vec![log.noisy_n("n1", if x > 2 { let e; if x > 3 { let _ = b.into_n(); e = 2; } else { e = 3; } e } else { let _ = b.into_n(); x })] {
            co_yield!(c.n);
        }
        5
    }

    // moves.rs: refused (E0382): a move in vec! inside a labelled block inside matches!
    fork moved_in_block_in_matches(log) -> i32 {
        let a = log.noisy("a");
        if matches!('l1: { if a.n > 4 { break 'l1 2; } let v = vec![a, log.noisy("n3")]; v.len() }, 1 | 2 | 5) { co_yield!(3); }
        co_yield!(4)
    }

    // closures.rs: refused (E0382): calling an FnOnce is not read as a move of it
    fork closure_called_once(log) -> i32 {
        let a = log.noisy("a");
        let f = move |n: i32| a.into_n() + n;
        let _b = log.noisy("b");
        let made = f(co_yield!(2));
        co_yield!(made)
    }
}
