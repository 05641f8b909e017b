//! Which borrows across a yield the types are asked about: of which place, and as what it would lend.

use super::compiled;
use crate::signpost::Borrower;
use expect_test::{Expect, expect};
use quote::ToTokens;

fn supposes(text: &str, expected: &Expect) {
    let compiled = compiled(text);
    let mut out = String::new();
    for supposed in &compiled.layout.borrows.supposed {
        let holder = match supposed.holder {
            Borrower::Local(local) => &*compiled.body.locals.get(local).name,
            Borrower::Yielded(_) => "what is yielded",
        };
        let place = supposed.place.to_token_stream().to_string();
        out += &format!(
            "{holder} {:?}: {place} as {:?}\n",
            supposed.claim, supposed.kind
        );
    }
    expected.assert_eq(&out);
}

#[test]
fn of_what_nothing_is_seen() {
    supposes(
        "fn f() -> impl Iterator<Item = usize> {
            let text = read();
            for line in text.lines().skip(1) { co_yield!(line.len()); }
            let config = load();
            for tag in &config.of.tags { co_yield!(tag.len()); }
            let first = &config.tags[0];
            co_yield!(first.len());
            if let Some(port) = config.ports.get(first) { co_yield!(1); co_yield!(*port); }
        }",
        &expect![[r#"
            first Apart: __l2_config . tags as Anything
            port Apart: __l2_config . ports as Owner(Collection)
            iter Apart: __l0_text as Owner(Text)
            iter Apart: __l2_config . of . tags as Anything
        "#]],
    );
}

#[test]
fn not_of_references_and_what_is_not_held() {
    supposes(
        "fn f(text: &str, rows: &[Row]) -> impl Iterator<Item = usize> {
            for line in text.lines() { co_yield!(line.len()); }
            for row in rows.iter() { co_yield!(row.n); }
            let config = &CONFIG;
            for tag in config.tags.iter() { co_yield!(tag.len()); }
            let list = make();
            for item in list.iter() { item.show(); }
            let first = list.first().map(|n| *n);
            co_yield!(list.len());
        }",
        &expect![""],
    );
}

#[test]
fn of_guards_until_they_are_dropped() {
    supposes(
        "fn f(shared: Shared) -> impl Iterator<Item = usize> {
            let guard = shared.lock().unwrap();
            co_yield!(guard.len());
            let cell = make();
            let borrowed = cell.borrow_mut();
            co_yield!(1);
        }",
        &expect![[r#"
            guard Apart: __l0_shared as Owner(Lock)
            borrowed Apart: __l2_cell as Owner(Cell)
        "#]],
    );
}
