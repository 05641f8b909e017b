//! Names, jumps and format strings in the arguments of macros.

use crate::harness::{Log, rows};
use coro::Coroutine;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

macro_rules! info {
    ($($t:tt)*) => {{ let _ = format!($($t)*); }};
}

macro_rules! warn {
    (?$x:expr, $($t:tt)*) => {{ let _ = format!("{:?}", $x); let _ = format!($($t)*); }};
}

macro_rules! id {
    ($($t:tt)*) => { $($t)* };
}

macro_rules! run {
    ($l:lifetime $b:block) => { $l: loop { $b; break $l; } };
}

struct Fields {
    #[allow(dead_code, reason = "its offset is asked for")]
    n: i32,
}

mod x {
    pub(super) fn f() -> i32 {
        9
    }
}

fn p(s: i32) -> Option<i32> {
    if s == 2 { None } else { Some(s) }
}

fn r(s: i32) -> Result<i32, String> {
    if s == 2 { Err("two".into()) } else { Ok(s) }
}

fn pair<A, B>(_: A, _: B) -> i32 {
    2
}

fn message(f: impl FnOnce()) -> String {
    match catch_unwind(AssertUnwindSafe(f)) {
        Ok(()) => "ok".into(),
        Err(e) => e.downcast_ref::<String>().cloned().unwrap_or_default(),
    }
}

rows! {
    body message_behind_types(log) -> i32 {
        let x = 1;
        { let x = 5; co_yield!(x); log.say(message(|| assert!(pair::<i32, i32>(1, 2) < 0, "message {x}"))); log.say(x); }
        let words = vec![(1, 2), (x, 3)];
        assert_eq!(words.iter().copied().collect::<BTreeMap<_, _>>().len(), 1, "in {x}");
        assert!([1, 2].iter().fold(0, |a, b| a + b) > 2, "sum {x}");
        co_yield!(x)
    }

    body written_to_a_reference(log) -> usize {
        let mut s = String::new();
        write!(&mut s, "{}", co_yield!(1)).unwrap();
        writeln!(&mut s, "{}", co_yield!(2)).unwrap_or(());
        log.say(&s);
        s.len()
    }

    body log_question(log) -> Result<i32, String> {
        let n = log.noisy("n");
        let a = co_yield!(1);
        info!("got {}", r(a)?);
        let b = co_yield!(2);
        info!("got {} {}", n.n, match p(b) { Some(x) => x, None => return Ok(b) });
        warn!(?n, "seen {b}");
        if a > 1 { info!("{}", r(b)? + r(a)?); } else { let x = log.noisy("x"); info!("{} {}", x.n, r(b)?); }
        Ok(co_yield!(3))
    }

    body logok(log) -> Result<i32, String> {
        let a = co_yield!(1);
        info!("got {}", if a == 1 { return Ok(7) } else { 2 });
        Ok(co_yield!(2))
    }

    body logok2(log) -> Result<i32, String> {
        let a = co_yield!(1);
        info!("got {}", match p(a) { Some(x) => x, None => return Ok(a * 100) });
        Ok(co_yield!(2))
    }

    body fa(log) -> Result<i32, String> {
        let a = co_yield!(1);
        log.say(format_args!("{}", match p(a) { Some(x) => x, None => return Ok(200) }));
        Ok(co_yield!(2))
    }

    body fa2(log) -> Result<i32, String> {
        let a = co_yield!(1);
        log.say(format!("{}", format_args!("{}", match p(a) { Some(x) => x, None => return Ok(200) })));
        Ok(co_yield!(2))
    }

    body pinr(log) -> Result<i32, String> {
        let a = co_yield!(1);
        log.say(std::pin::pin!(match p(a) { Some(x) => x, None => return Ok(200) }).as_ref().get_ref());
        Ok(co_yield!(2))
    }

    body std_ones(log) -> Result<i32, String> {
        let a = co_yield!(1);
        let mut s = String::new();
        assert!(a < 100, "{}", match p(a) { Some(x) => x, None => return Ok(1) });
        debug_assert!(match p(a) { Some(x) => x < 9, None => return Ok(2) });
        println!("{x}", x = match p(a + 1) { Some(x) => x, None => return Ok(3) });
        let _ = write!(s, "{} {s2}", match p(a) { Some(x) => x, None => return Ok(4) }, s2 = 1);
        let _ = write!({ if a == 3 { return Ok(5) } &mut s }, "{}", 1);
        assert_eq!(match p(a) { Some(x) => x, None => return Ok(6) }, a, "{}", 1);
        assert_ne!(a, match p(a) { Some(x) => x + 1, None => return Ok(7) });
        if a == 0 { unreachable!("{}", return Ok(8)) }
        let v = vec![a; match p(a) { Some(x) => x as usize, None => return Ok(8) }];
        let m = matches!(a, 1 if { if v.len() == 1 { return Ok(9) } true });
        let d = dbg!(match p(a) { Some(x) => x, None => return Ok(6) });
        eprintln!("{:?}", [match p(a) { Some(x) => x, None => return Ok(6) }]);
        Ok(co_yield!(d))
    }

    body std_loop(log) -> i32 {
        let mut n = 0;
        'o: loop {
            for i in 0..5 {
                n += co_yield!(i);
                log.say(format!("{}", if n > 8 { break 'o } else { n }));
                log.say(n);
                let x = vec![if n == 2 { break } else { 1 }, if n == 3 { continue } else { 2 }];
                assert!(if x.len() == 1 { break } else { true });
            }
            n += 1;
        }
        n
    }

    body labels(log) -> i32 {
        let x = 1;
        { let x = 2; co_yield!(x); run!('x { log.say(x); }); log.say(id!({ 'x: loop { break 'x x; } })); }
        co_yield!(x)
    }

    body typed(log) -> i32 {
        let x = 1;
        { let x = 2; co_yield!(x); let y = id!({ let z: i32 = x; z }); let w = id!(if x == 2 { x..x + 2 } else { 0..x }).len(); let v = id!([x; 2]); let f = id!(self::x::f as fn() -> i32)(); log.say(y + w as i32 + v[0] + f); }
        co_yield!(x)
    }

    body offs(log) -> i32 {
        let n = log.noisy("n");
        drop(n);
        co_yield!(std::mem::offset_of!(Fields, n) as i32);
        co_yield!(2)
    }

    body offs2(log) -> i32 {
        let n = log.noisy("n");
        co_yield!(1);
        drop(n);
        co_yield!(std::mem::offset_of!(Fields, n) as i32);
        co_yield!(2)
    }
}
