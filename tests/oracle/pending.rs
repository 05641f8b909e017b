//! Rows that fail because of a gap in the engine; not compiled. Each says what fails, and where it belongs.

rows! {
    // control.rs: a match guard that yields is refused
    fork match_guards_yield(log) -> i32 {
        let a = log.noisy("a");
        match (co_yield!(1), co_yield!(2)) {
            (x, y) if log.flag("g1", x == y) => co_yield!(x),
            (x, _) if co_yield!(3) == x => log.num("second", x),
            (0, y) | (y, 0) if log.flag("g3", y > 0) && co_yield!(4) == y => a.get(),
            (x, y) if { let _g = log.noisy("g"); co_yield!(5) > 1 } => x + y,
            _ => -1,
        }
    }

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

    // control.rs: refused: 'this local may or may not have been moved' though no local of the user's is
    fork match_in_match(log) -> i32 {
        let x = match match co_yield!(1) { 0 => None, n => Some(n) } {
            Some(n) => match co_yield!(n) {
                0 => { let _d = log.noisy("d"); co_yield!(4) }
                m => m * 2,
            },
            None => { log.say("none"); 7 }
        };
        co_yield!(x)
    }

    // cycles.rs: a for binding not mentioned after the yield drops before it
    fork for_noisy(log) -> i32 {
        let mut sum = 0;
        for n in vec![log.noisy("a"), log.noisy("b"), log.noisy("c")] {
            sum += co_yield!(n.n);
            if sum > 3 { break; }
            log.say("round");
        }
        co_yield!(99);
        sum
    }

    // cycles.rs: same: for binding
    fork two_loops_share_a_name(log) -> i32 {
        for i in 0..2 { co_yield!(i); }
        for i in [log.noisy("x")] { co_yield!(i.get()); }
        let mut i = 0;
        while i < 2 { i += 1; co_yield!(i); }
        i
    }

    // cycles.rs: a move closure that mentions only noisy.n (Copy field) does not move noisy
    fork for_over_iterator_with_state(log) -> i32 {
        let noisy = log.noisy("captured");
        let it = (0..3).map(move |i| { log.say(format!("map {i}")); i + noisy.n });
        let mut sum = 0;
        for i in it {
            sum += co_yield!(i);
            if sum > 4 { break }
        }
        log.say("after");
        co_yield!(sum)
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

    // moves.rs: refused (E0502): a dead '&mut' of a local is probed after the local is used again
    fork borrowed_then_moved(log) -> i32 {
        let mut v = vec![3, 1, 2];
        let m = &mut v;
        m.sort();
        let first = v[0];
        co_yield!(first);
        let w = v;
        co_yield!(w.len() as i32);
        w[2]
    }

    // temporaries.rs: refused (E0382): a consuming method of a temporary receiver, a yield among the arguments
    body temporary_receiver_chain(log) -> i32 {
        let x = Scale(log.noisy("recv")).with(co_yield!(1)).with(7).weigh(co_yield!(2));
        log.say("next statement");
        co_yield!(x)
    }

    // temporaries.rs: does not compile (E0308, expected i32, found Gone, at the attribute)
    fork unused_block_value(log) -> i32 {
        let _ = { let _in = log.noisy("in"); co_yield!(1); log.noisy("value") };
        log.say("between");
        co_yield!(2)
    }

    // temporaries.rs: a temporary of the for head drops before the body
    body for_head_temporary(log) -> i32 {
        let mut sum = 0;
        for i in 0..log.noisy("head").get() {
            log.say("body");
            sum += co_yield!(i);
        }
        log.say("after");
        co_yield!(sum)
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
    body nested_temporaries(log) -> i32 {
        let n = three(log, log.noisy("t1").get(), seen(&log.noisy("t2"), co_yield!(1)), log.noisy("t3").get());
        log.say("next");
        n
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

    // temporaries.rs: a temporary of an operand drops before a later yield of the same statement
    body temporary_before_binary(log) -> i32 {
        let n = log.noisy("left").get() * co_yield!(1) + log.noisy("right").get() * co_yield!(2);
        log.say("next");
        n
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

    // temporaries.rs: a match arm's binding that is not mentioned after the yield drops before it
    body match_scrutinee_owned(log) -> i32 {
        match (log.noisy("a"), log.noisy("b"), co_yield!(1)) {
            (a, b, 0) => { co_yield!(2); a.get() + b.get() }
            (a, b, 1) => { drop(b); co_yield!(3); a.get() }
            (a, b, n) => { let c = a; co_yield!(b.n); c.get() + n }
        }
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
}
