//! Where the states' fields stand, as they are dropped.

use super::{compiled, function};
use expect_test::{Expect, expect};

/// Checks the fields of each state of a body.
fn stands(body: &str, expected: &Expect) {
    let compiled = compiled(&function(body));
    let mut shown = String::new();
    for id in compiled.body.ids() {
        let Some(kept) = &compiled.layout.states[id.0] else {
            continue;
        };
        let fields = compiled.layout.places.fields(kept);
        let names = fields
            .iter()
            .map(|kept| compiled.body.locals.get(kept.local).name.as_str());
        let names: Vec<_> = names.collect();
        let role = compiled.body.block(id).role;
        shown += &format!("{role:?}: {}\n", names.join(", "));
    }
    expected.assert_eq(&shown);
}

/// What has nothing to drop stands first; the rest in reverse order of declaration.
#[test]
fn nothing_to_drop() {
    stands(
        "let n = 1; let k: u8 = g(); while h(n, k, &a, &b) { co_yield!(k); }",
        &expect![[r#"
            Start: b, a
            Loop: n, k, b, a
            Yield: n, k, b, a
        "#]],
    );
}

/// A place is shared by what no state keeps together.
#[test]
fn shared() {
    stands(
        "let from = 1; let to = 9; co_yield!(1); let n = from; co_yield!(to); g(n, to);",
        &expect![[r#"
            Start: 
            Yield: from, to
            Yield: n, to
        "#]],
    );
}

/// Numbers in and out of ranges, tuples, operators and casts.
#[test]
fn shown() {
    stands(
        "let (x, y) = (g(), 2); let z = -3 * 4; let t = (g() as u8, true); let o = z + g();
        for n in (0..9).rev() { co_yield!(n); k(x, y, z, t, o); }",
        &expect![[r#"
            Start: 
            Loop: y, z, t, iter, o, x
            Yield: y, z, t, iter, o, x
        "#]],
    );
}

/// An operator of own types may make anything.
#[test]
fn operators_of_own_types() {
    stands(
        "let x: u8 = g(); let y = x + b; let z = !b; co_yield!(1); h(x, y, z);",
        &expect![[r#"
            Start: b
            Yield: x, z, y
        "#]],
    );
}

/// Several states that are only passed through: all in reverse order.
#[test]
fn nested_loops() {
    stands(
        "for y in 0..2 { for x in 0..3 { co_yield!(x + y); } }",
        &expect![[r#"
            Start: 
            Loop: iter
            Loop: iter, y, iter
            Yield: iter, y, iter
        "#]],
    );
}
