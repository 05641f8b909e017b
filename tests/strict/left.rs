//! What a pattern leaves of a value, held: nothing of how is seen.

use coro::prelude::*;

struct Seal(u32);

impl Drop for Seal {
    fn drop(&mut self) {
        self.0 += 1;
    }
}

struct Letter {
    text: String,
    pages: u32,
    seal: Seal,
}

fn letter(pages: u32) -> Letter {
    Letter {
        text: "dear".to_owned(),
        pages,
        seal: Seal(pages),
    }
}

#[coro::coroutine]
fn parts(wanted: bool) -> impl Iterator<Item = u32> {
    let first = letter(1);
    let Letter {
        mut text, pages, ..
    } = first;
    co_yield!(pages);
    text.push('!');
    co_yield!(u32::try_from(text.len()).unwrap_or(0));

    let pair = (Seal(3), letter(4));
    let (seal, _) = pair;
    co_yield!(seal.0);

    let mut made = (Seal(5), Seal(6), 7);
    drop(made.0);
    made.2 += 1;
    co_yield!(made.1.0 + made.2);

    let base = letter(8);
    let copy = Letter { pages: 9, ..base };
    co_yield!(copy.pages + copy.seal.0);

    let mut letters = vec![letter(10), letter(11)];
    if let Some(Letter { text, .. }) = letters.pop() {
        co_yield!(u32::try_from(text.len()).unwrap_or(0));
    } else if wanted {
        co_yield!(0);
    } else {
        co_yield!(1);
    }
    for Letter { text, pages, .. } in letters {
        co_yield!(pages);
        drop(text);
    }
    match (Seal(12), Seal(13), Seal(14)) {
        (a, _, _) if a.0 > 100 => co_yield!(1),
        (mut a, _, _) => {
            a.0 += 1;
            drop(a);
        }
    }
}

#[test]
fn yields_what_it_binds() {
    let all: Vec<u32> = parts(true).collect();
    assert_eq!(all, [1, 5, 3, 14, 17, 4, 10]);
}
