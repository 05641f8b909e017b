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

    // patterns.rs: refused (E0382): partial move out of a box by a pattern
    fork box_contents(log) -> i32 {
        let b = Box::new((log.noisy("a"), log.noisy("b")));
        co_yield!(1);
        let (x, y) = *b;
        co_yield!(2);
        drop(x);
        co_yield!(3);
        y.get()
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

    // temporaries.rs: a temporary of an operand drops before a later yield of the same statement
    body if_condition_temporary(log) -> i32 {
        if log.noisy("condition").get() > 1 {
            log.say("then");
            co_yield!(1);
        }
        if log.noisy("condition2").get() > co_yield!(2) { log.say("greater"); co_yield!(3); }
        0
    }

    // temporaries.rs: a temporary of an operand drops before a later yield of the same statement
    body part_of_temporary(log) -> i32 {
        let n = Scale(log.noisy("whole")).part().get() + co_yield!(1);
        log.say("next");
        n
    }

    // temporaries.rs: a temporary of an operand drops before a later yield of the same statement
    fork statement_end(log) -> i32 {
        let _ = add(log.noisy("one"), three(log, co_yield!(1), log.noisy("two").get(), co_yield!(2)));
        log.say("end");
        0
    }

    // temporaries.rs: the scrutinee's temporaries drop before else in Rust, after its first effects here
    body if_let_temporary(log) -> i32 {
        if let Some(n) = log.noisy("scrutinee").maybe() {
            log.say("then");
            co_yield!(n);
        }
        log.say("after");
        if let Some(0) = log.noisy("second").maybe() {
            co_yield!(-1);
        } else {
            log.say("else");
            co_yield!(5);
        }
        co_yield!(2)
    }

    // temporaries.rs: the scrutinee's temporaries drop before else in Rust, after its first effects here
    body let_else_temporary(log) -> i32 {
        let Some(n) = log.noisy("scrutinee").maybe() else { return 0 };
        log.say("after");
        co_yield!(n);
        let Some(0) = log.noisy("second").maybe() else { log.say("else"); return co_yield!(3) };
        1
    }

    // positions.rs: refused: co_yield! in vec![x; n]
    fork vec_repeat(log) -> Vec<i32> {
        vec![co_yield!(4); 2]
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

    // closures.rs: refused (E0425): a let that a cfg removes still shadows
    fork cfg_on_let(log) -> i32 {
        let a = 1;
        #[cfg(any())]
        let a = nothing();
        co_yield!(1);
        a
    }

    // closures.rs: SILENT: an item of an inner block hides the module's item outside that block
    fork item_hides_only_in_its_block(log) -> i32 {
        let a = helper(co_yield!(1));
        { fn helper(n: i32) -> i32 { n + 1 } log.say(helper(co_yield!(2))); }
        a + helper(co_yield!(3))
    }
}
