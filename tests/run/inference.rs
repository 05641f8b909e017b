//! Types that a later line of a loop decides are known behind the loop.

use coro::prelude::*;

#[coro::coroutine]
fn decided_in_the_loop(
    mut items: std::vec::IntoIter<u32>,
) -> impl Coroutine<u32, Yield = u32, Return = String> {
    let mut sent = Vec::new();
    let mut last = None;
    loop {
        match items.next() {
            None => break,
            Some(item) if item == 0 => continue,
            Some(item) => {
                let n = co_yield!(item);
                sent.push(n.to_string());
                last = Some(n);
            }
        }
    }
    sent.iter().map(|s| s.len()).sum::<usize>().to_string()
        + &sent[0].repeat(last.unwrap().count_ones() as usize)
}

#[test]
fn behind_a_loop() {
    let mut c = decided_in_the_loop(vec![1, 0, 2].into_iter());
    assert_eq!(c.prime(), Ok(Some(1)));
    assert_eq!(c.send(15), Ok(2));
    assert_eq!(c.send(3), Err(Stop::Returned("31515".into())));
}

#[coro::coroutine]
fn assigned_in_a_branch(limit: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let mut n = co_yield!(0);
    if n > limit {
        n = limit;
        co_yield!(n);
    } else if let Some(mut m) = n.checked_sub(1) {
        if m > 1 {
            m = 1;
        }
        co_yield!(m);
        n += m;
    }
    n
}

#[test]
fn declared_and_assigned_in_one_arm() {
    let mut c = assigned_in_a_branch(3);
    c.prime().unwrap();
    assert_eq!(c.send(9), Ok(3));
    assert_eq!(c.send(0), Err(Stop::Returned(3)));
    let mut c = assigned_in_a_branch(3);
    c.prime().unwrap();
    assert_eq!(c.send(3), Ok(1));
    assert_eq!(c.send(0), Err(Stop::Returned(4)));
}

/// Types that a branch with a yield decides are known in the branches after it, and behind the loop that it ends.
mod decided_by_a_branch {
    use super::*;

    #[coro::coroutine]
    fn behind_while(mut n: i32) -> impl Coroutine<String, Yield = i32, Return = usize> {
        let mut words = Vec::new();
        let mut last = None;
        while n > 0 {
            let word = co_yield!(n);
            words.push(word.clone());
            last = Some(word);
            n -= 1;
        }
        words.sort_by_key(|word| word.len());
        words.iter().map(|word| word.len()).sum::<usize>()
            + words[0].len()
            + last.map_or(0, |word| word.len())
    }

    #[coro::coroutine]
    fn behind_while_let(numbers: &[u8]) -> impl Coroutine<f64, Yield = u8, Return = f64> {
        let mut total = 0.0;
        let mut numbers = numbers.iter();
        while let Some(number) = numbers.next_back() {
            total += co_yield!(*number);
        }
        total.sqrt()
    }

    #[coro::coroutine]
    fn in_an_else(n: i32) -> impl Coroutine<i64, Yield = i32, Return = i64> {
        let (mut list, mut sum) = (Vec::new(), 0);
        for round in 0..n {
            if round < 2 {
                let sent = co_yield!(round);
                sum += sent;
                list.push(Some(sent));
            } else {
                sum = sum.pow(2) + list[0].map_or(0, |first| first.abs());
            }
        }
        sum
    }

    #[coro::coroutine]
    fn in_an_arm(n: i32) -> impl Coroutine<String, Yield = i32, Return = usize> {
        let mut list = Vec::new();
        for round in 0..n {
            match round {
                0 => continue,
                1 => list.push(co_yield!(round)),
                _ => list[0].push_str("xy"),
            }
        }
        list[0].len()
    }

    #[test]
    fn is_known() {
        let mut c = behind_while(2);
        assert_eq!(c.prime(), Ok(Some(2)));
        assert_eq!(c.send("abc".into()), Ok(1));
        assert_eq!(c.send("d".into()), Err(Stop::Returned(4 + 1 + 1)));
        let mut c = behind_while_let(&[7]);
        assert_eq!(c.prime(), Ok(Some(7)));
        assert_eq!(c.send(16.0), Err(Stop::Returned(4.0)));
        let mut c = in_an_else(3);
        assert_eq!((c.prime(), c.send(-3)), (Ok(Some(0)), Ok(1)));
        assert_eq!(c.send(1), Err(Stop::Returned(4 + 3)));
        let mut c = in_an_arm(4);
        assert_eq!(c.prime(), Ok(Some(1)));
        assert_eq!(c.send("ab".into()), Err(Stop::Returned(6)));
    }

    /// A branch that need not know keeps what it borrows: it is in the arm of its condition.
    #[coro::coroutine]
    fn borrows_in_an_else() -> impl Coroutine<String, Yield = i32, Return = Vec<String>> {
        let mut words = Vec::new();
        loop {
            let line = co_yield!(words.len() as i32);
            let word = line.trim();
            if word.is_empty() {
                co_yield!(-1);
                return words;
            } else {
                words.push(word.to_string());
            }
        }
    }

    #[test]
    fn what_need_not_know_borrows() {
        let mut c = borrows_in_an_else();
        assert_eq!((c.prime(), c.send(" a ".into())), (Ok(Some(0)), Ok(1)));
        assert_eq!(c.send("  ".into()), Ok(-1));
        assert_eq!(c.send("b".into()), Err(Stop::Returned(vec!["a".into()])));
    }
}

/// The length of a chunk is known from what is done with it.
#[test]
fn lengths_of_chunks() {
    #[coro::coroutine]
    fn codes(bytes: Vec<u8>) -> impl Iterator<Item = u16> {
        let first: Option<&[u8; 2]> = bytes.first_chunk();
        co_yield!(first.map_or(3, |code| u16::from_be_bytes(*code)));
        if let Some([.., last]) = bytes.last_chunk::<3>() {
            let last = *last;
            co_yield!(u16::from(last));
        }
    }
    assert_eq!(codes(vec![1, 2, 3]).collect::<Vec<_>>(), [258, 3]);
    assert_eq!(codes(vec![1]).collect::<Vec<_>>(), [3]);
}

fn pick<T: Default>() -> T {
    T::default()
}

/// A statement without a semicolon says what its branches are.
#[coro::coroutine]
fn statements(c: u32) -> impl Iterator<Item = u32> {
    if c > 1 {
        co_yield!(1);
    } else {
        pick()
    }
    match c {
        1 => {
            co_yield!(2);
        }
        _ => pick(),
    }
    for n in 0..2 {
        co_yield!(n + 3);
        pick()
    }
}

#[test]
fn statements_have_no_value() {
    assert_eq!(statements(1).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!(statements(2).collect::<Vec<_>>(), [1, 3, 4]);
}

/// A closure that is the value of a block has its types from where the block stands.
#[test]
fn closures_behind_statements_of_a_block() {
    fn apply(n: usize, f: impl Fn(&str) -> usize) -> usize {
        f("abc") + n
    }
    fn boxed(f: Box<dyn Fn(&str) -> usize>) -> usize {
        f("abc")
    }
    #[coro::coroutine]
    fn all(numbers: &[usize]) -> impl Coroutine<Yield = u8, Return = usize> {
        let a = apply(numbers.len(), {
            co_yield!(1);
            |s| s.len()
        });
        let b = boxed({
            co_yield!(2);
            Box::new(move |s| s.len() + a)
        });
        let c = numbers.iter().map({
            co_yield!(3);
            if b == 0 {
                return 0;
            }
            |n| n + b
        });
        c.sum()
    }
    let mut all = all(&[1, 2]);
    let mut it = all.iter();
    assert!(it.by_ref().eq([1, 2, 3]));
    assert_eq!(it.into_return(), Some(19));
}
