//! How each kind of mention is read: a row for each line of the table in the
//! design (what a state keeps); `names`: for each class of names in `methods`.
//!
//! A local is mentioned once and never again; after that it is moved or not.

mod names;

use super::facts;

/// What is known of `v` where the coroutine goes on after `code` and a yield.
fn after(code: &str) -> String {
    let text =
        format!("fn f(mut v: V) -> impl Coroutine<Return = T> {{ {code}; co_yield!(()); end() }}");
    let facts = facts(&text);
    let last = facts.lines().last().unwrap_or_default();
    let (_, known) = last.split_once(" v ").expect("`v` is an argument");
    known.split(';').next().unwrap_or_default().to_owned()
}

fn moved(rows: &[&str]) {
    for row in rows {
        assert_eq!(after(row), "No", "{row}: read as a borrow");
    }
}

fn borrowed(rows: &[&str]) {
    for row in rows {
        assert_eq!(after(row), "Yes", "{row}: read as a move");
    }
}

fn asked(rows: &[&str]) {
    for row in rows {
        assert_eq!(after(row), "Asked", "{row}: read without asking the types");
    }
}

#[test]
fn operands_that_are_values() {
    moved(&[
        "g(v)",
        "g(1, (v))",
        "let t = v",
        "let Some((p, q)) = v else { return }",
        "let x = S { v }",
        "let x = S { p: v }",
        "let x = (v, 1)",
        "let x = [v]",
        "let x = [v; 3]",
        "let x = v..3",
        "let x = v as u8",
        "let x = v + 1",
        "let x = 1 - v",
        "let x = !v",
        "v?",
        "x = v",
        "x.y = v",
        "x += v",
        "x.push(v)",
        "x[v] = 1",
        "let x = { v }",
        "let x = unsafe { v }",
        "let x = 'l: { break 'l v }",
        "let x = loop { break v }",
        "for x in v {}",
        "if v {}",
        "let x = vec![v]",
        "dbg!(v)",
    ]);
}

#[test]
fn operands_in_place() {
    borrowed(&[
        "g(&v)",
        "let x = &raw const v",
        "let x = v[0]",
        "let x = v.field",
        "let x = v.field.field",
        "let x = &v.field",
        "let x = -*v",
        "*v = 1",
        "v.field = 1",
        "v[0] = 1",
        "v[0].field += 1",
        "v += 1",
        "v == w",
        "w != v",
        "v < 3",
        "v >= w",
        "let _ = v",
        "let ref x = v",
    ]);
}

/// A call of what can be called once takes it.
#[test]
fn calls() {
    asked(&["v(1)", "(v)(1)", "let x = v()"]);
}

/// A wildcard looks at nothing; only a binding by value takes.
#[test]
fn scrutinees() {
    moved(&[
        "match v { x => g(x) }",
        "match v { (Ok(p), (q, 1)) => g(p, q) }",
        "match v { x => g(x), y => g(y) }",
        "let (x, y) = v",
    ]);
    borrowed(&[
        "match v { 1 => {} _ => {} }",
        "match v { x @ (1 | 2) => g(x), y => g(y) }",
        "match v { 'a'..='z' => {} y => g(y) }",
        "if let x @ 4.. = v { g(x) }",
        "match v { Some(_) => {} NONE => {} }",
        "match v { ref x => g(x) }",
        "match v { Some(ref mut x) => g(x), None => {} }",
        "match v { &x => g(x) }",
        "match &v { x => g(x) }",
        "match v.field { x => g(x) }",
        "if let Some(1) = v {}",
        "while let None = v {}",
    ]);
}

/// A condition that binds takes the local where it holds.
#[test]
fn conditions() {
    for row in ["if let Some(x) = v {}", "if let x = v {}"] {
        assert_eq!(after(row), "Maybe", "{row}");
    }
    moved(&["if let Some(x) = v {} else { return t }"]);
    borrowed(&["while let Some(x) = v {}"]);
}

/// What has a destructor is only copied from, and stays.
#[test]
fn structs_that_are_taken_apart() {
    asked(&[
        "let S { p, q } = v",
        "match v { S { p, q: (q, 1) } => g(p, q) }",
        "let Some(S(p)) = v else { return }",
    ]);
}

/// What is left of a local is still its own if what was taken is a copy; what is left after
/// a move is not held (see `docs/differences.md`).
#[test]
fn parts_that_are_left() {
    asked(&[
        "let (x, _) = v",
        "let (x, ..) = v",
        "match v { S { p, .. } => g(p) }",
        "let x = S { p: 1, ..v }",
    ]);
    borrowed(&["let (x, ref y) = v"]);
    for row in ["if let (x, _) = v {} else { g(1) }", "if c { g(*v) }"] {
        assert_eq!(after(row), "Maybe", "{row}");
    }
}

/// What a pointer points to is moved out of a box, and copied out of all else.
#[test]
fn contents() {
    asked(&[
        "let x = *v",
        "let x = **v",
        "g(*v)",
        "g((*v, 1))",
        "let x = S { p: *v }",
        "x = *v",
        "(*v).into_iter()",
        "match *v { x => g(x) }",
        "match *v { S { p, q } => g(p, q) }",
        "let S { p, .. } = *v",
    ]);
    borrowed(&[
        "let x = S { p: 1, ..*v }",
        "_ = *v",
        "let x = *v + 1",
        "let x = -*v",
        "let x = *v as u8",
        "let x = *v..2",
        "let x = y[*v]",
        "x += *v",
        "if *v {}",
        "while *v {}",
        "let x = *v == 1",
        "let x = y && *v",
        "let x = || g(*v)",
        "*v = 1",
        "match *v { 1 => {} _ => {} }",
        "match *v { ref x => g(x) }",
    ]);
}

#[test]
fn macros() {
    borrowed(&[
        r#"println!("{}", v)"#,
        r#"println!("{v}")"#,
        r#"println!("{v:?} {:w$}", 1, w = 2)"#,
        r#"println!("{:v$} {:.v$}", 1, 2)"#,
        r#"format!("{x}", x = v)"#,
        r#"write!(out, "{v}")"#,
        "write!(v, \"\")",
        r#"assert!(v, "no {}", 1)"#,
        "assert_eq!(v, 1)",
        r#"assert!(true, "{v}")"#,
        "matches!(v, 1)",
        "foreign!(v)",
        "foreign! { v => 1 }",
        r#"foreign!("{v}")"#,
        "foreign!(v.method())",
        "foreign!([(v)])",
    ]);
}

/// What is no mention: as if `v` had not been said.
#[test]
fn names_that_are_not_mentions() {
    borrowed(&[
        r#"println!("v {{v}} {}", 1)"#,
        "foreign!(x.v, S { v: 1 }, v::w, w::v)",
        "let v = 1; g(v)",
        "let x = |v| g(v)",
        "fn v() {} g(v)",
        "match 1 { v => g(v) }",
        "for v in x { g(v) }",
        "x.v()",
        "x.v",
        "let x: v = 1",
        "'v: loop { break 'v }",
    ]);
}

#[test]
fn closures() {
    moved(&[
        "let x = move || g(&v)",
        "let x = move || v.method()",
        "let x = move || v[0]",
        "let x = move || { v += 1 }",
        "let x = || g(v)",
        "let x = || drop(v)",
        "let x = || { let y = v; }",
        "let x = || move || g(&v)",
        "let x = || v.into_iter()",
        "let x = async move { g(&v) }",
        "let x = async { g(v) }",
        "let x = async move || g(&v)",
        r#"let x = move || println!("{v}")"#,
        "g(|| h(v))",
    ]);
    borrowed(&[
        "let x = || g(&v)",
        "let x = || v.method()",
        "let x = || v[0]",
        "let x = || v == 1",
        "let x = || { v = 1 }",
        "let x = || { v += 1 }",
        "let x = || || g(&v)",
        "let x = async { g(&v) }",
        r#"let x = || println!("{v}")"#,
        "g(|| h(&v))",
    ]);
}

/// A closure captures the field that it mentions, and not all of the local.
#[test]
fn closures_of_fields() {
    borrowed(&[
        "let x = || g(&v.field)",
        "let x = || g(v.field)",
        "let x = move || g(&v.field)",
        "let x = move || v.field.method()",
        "let x = move || { v.field = 1 }",
    ]);
}
