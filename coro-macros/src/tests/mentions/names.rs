//! What the name of a method says: the classes of `methods`.

use super::super::{graph, print};
use super::{asked, borrowed, moved};
use crate::methods;
use crate::owners::may_be_guard;

/// Names that take `self` by value, by convention.
const CONSUMING: &str = "into_iter into_inner into_boxed_str is_some_and is_none_or is_ok_and is_err_and unwrap unwrap_or unwrap_or_default unwrap_err expect \
    expect_err ok err ok_or ok_or_else map_or map_or_else or_else and_then unzip transpose \
    build into try_into downcast";

/// Iterator adapters and consumers.
const ADAPTERS: &str = "map filter filter_map flat_map flatten enumerate zip chain rev skip skip_while \
    take_while map_while step_by peekable cloned copied cycle scan fuse inspect collect fold \
    for_each count sum product partition reduce max_by max_by_key min_by min_by_key \
    map_err rfold";

fn consuming() -> impl Iterator<Item = &'static str> {
    CONSUMING.split(' ').chain(ADAPTERS.split(' '))
}

/// Names that look at `self`, by convention.
const BORROWING: &str = "len get next peek clone deref deref_mut to_string to_owned iter iter_mut as_ref as_mut borrow lock \
    pop drain get_or_insert_with nth by_ref any all find \
    position contains trim split chars is_some take abs pow wrapping_add then_some";

/// Names that say nothing, some of which begin like a consuming one, and some of which builders have and collections.
const OPEN: &str = "method intomethod lines_of mapped joined finish push insert remove extend replace send close write set";

#[test]
fn methods_that_consume() {
    for name in consuming() {
        moved(&[
            &format!("v.{name}()"),
            &format!("(v).{name}(1)"),
            &format!("let x = v.{name}(|x| x).more()"),
        ]);
        // Of a field, a reference or an element: the local itself stays.
        borrowed(&[
            &format!("v.field.{name}()"),
            &format!("(&v).{name}()"),
            &format!("v[0].{name}()"),
            &format!("v.get().{name}()"),
        ]);
        // Of what a box holds, if it is no copy.
        asked(&[&format!("(*v).{name}()")]);
    }
}

#[test]
fn methods_that_borrow() {
    for name in BORROWING.split(' ') {
        borrowed(&[&format!("v.{name}()")]);
    }
}

/// The types are asked, if all arguments have types of their own.
#[test]
fn methods_that_say_nothing() {
    for name in OPEN.split(' ') {
        asked(&[
            &format!("v.{name}()"),
            &format!("let x = (v.{name}(), 1)"),
            &format!("v.{name}(1, -2, &\"text\")"),
        ]);
        borrowed(&[
            &format!("v.{name}(w)"),
            &format!("v.{name}(None)"),
            &format!("v.{name}::<u8>()"),
            &format!("unsafe {{ v.{name}() }}"),
        ]);
    }
    assert_eq!(super::after("if c { v.finish(); }"), "Maybe");
}

/// Iterators have them, and consume; so do values that are ordered. All else looks.
#[test]
fn methods_that_depend_on_the_type() {
    asked(&[
        "v.last()",
        "v.max()",
        "v.max(w)",
        "v.clamp(f(), 3)",
        "v.cmp(&f())",
        "v.eq(w)",
        // A reader's, or a string's.
        "v.lines()",
        "v.bytes()",
        "v.split(w)",
        // An option's.
        "v.or(f())",
        "v.xor(None)",
        "v.inspect_err(g)",
        "v.is_sorted()",
    ]);
    borrowed(&["v.max::<u8>()", "unsafe { v.last() }"]);
}

/// `Iterator::take(n)` consumes, `HashSet::take(&n)` and `Option::take()` do not.
#[test]
fn methods_that_depend_on_their_arguments() {
    asked(&["v.take(3)"]);
    borrowed(&["v.take()"]);
    // `JoinHandle::join()` does, `[S]::join(separator)` does not; a builder's may.
    moved(&["v.join()"]);
    asked(&["v.join(1)"]);
}

#[test]
fn arguments_of_a_method_are_values() {
    moved(&["x.method(v)", "x.unwrap().method(1, v)"]);
    borrowed(&["x.method(&v)", "x.method(v.field)"]);
}

/// Names whose value is no guard.
const VIEWS: &str = "trim trim_start trim_end_matches as_str as_bytes as_deref chars bytes \
    char_indices";

#[test]
fn views_are_no_guards() {
    let gives = |head: String| may_be_guard(&syn::parse_str(&head).unwrap());
    for name in VIEWS.split(' ') {
        assert!(methods::views(name), "{name}");
        assert!(!gives(format!("v.{name}()")), "{name}");
    }
    assert!(gives("v.issue()".into()) && !methods::views("issue"));
}

/// Whether what a method gives has a destructor its type says, whatever its name.
#[test]
fn what_a_method_gives_is_held() {
    for name in [
        "trim", "lock", "borrow", "get", "pop", "clone", "method", "iter",
    ] {
        let text = format!(
            "fn f(mut v: V) -> impl Coroutine {{ match v.{name}() {{ 1 => {{ co_yield!(()); }} _ => {{}} }} }}"
        );
        assert!(print(&graph(&text)).contains("operand."), "{name}");
    }
}

/// No name is both: what consumes makes a new value.
#[test]
fn no_view_consumes() {
    for name in VIEWS.split(' ') {
        assert!(
            !methods::consumes(name, 0) && !methods::consumes(name, 1),
            "{name}"
        );
    }
    for name in consuming() {
        assert!(methods::consumes(name, 1), "{name}");
    }
    for name in BORROWING.split(' ') {
        assert!(!methods::consumes(name, 0), "{name}");
    }
}
