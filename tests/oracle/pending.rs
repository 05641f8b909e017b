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
}
