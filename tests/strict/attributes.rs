//! Attributes of the user stay where they are, and mean what they mean.

use coro::prelude::*;

/// A documented coroutine.
///
/// With a second paragraph.
#[inline]
#[must_use = "a reason"]
#[coro::coroutine]
fn above() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

#[coro::coroutine]
#[cold]
#[inline(never)]
#[doc(hidden)]
/// Below it.
fn below() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

#[coro::coroutine]
#[expect(unused_variables, reason = "`unused` is")]
fn expected(unused: u32) -> impl Iterator<Item = u32> {
    co_yield!(1);
}

#[expect(
    unused_variables,
    unused_mut,
    reason = "both are, before and after a yield"
)]
#[coro::coroutine]
fn expected_inside() -> impl Coroutine<u32, Yield = u32> {
    let before = 1;
    let sent = co_yield!(1);
    let mut after = 2;
    co_yield!(after);
}

#[coro::coroutine]
fn on_yields() -> impl Coroutine<u32, Yield = u32> {
    #[expect(unused_variables, reason = "nobody reads what is sent")]
    let ignored = co_yield!(1);
    #[rustfmt::skip]
    let sent   =   co_yield!(2);
    drop(sent.to_string());
    /// Documentation where it means nothing.
    #[expect(unused_doc_comments, reason = "kept on a statement that yields")]
    co_yield!(3);
}

#[coro::coroutine]
fn on_statements(number: u32) -> impl Iterator<Item = u32> {
    #[allow(
        unused_variables,
        clippy::allow_attributes,
        reason = "only this statement"
    )]
    let unused = 1;
    co_yield!(number);
    #[cfg(any())]
    {
        let nothing: NoSuchType = no_such_name;
    }
    #[cfg(any())]
    co_yield!("of another type");
    #[cfg(not(any()))]
    co_yield!(2);
    #[cfg(any())]
    let three = "3";
    #[cfg(not(any()))]
    let three = 3;
    co_yield!(three);
}

#[derive(Debug, Clone, Copy)]
enum Shape {
    Point,
    Line(u32),
}

#[coro::coroutine]
fn on_arms(shape: Shape) -> impl Iterator<Item = u32> {
    match shape {
        #[cfg(any())]
        Shape::Circle => co_yield!("no such variant"),
        #[cfg(not(any()))]
        Shape::Point => co_yield!(1),
        #[allow(
            clippy::redundant_closure_call,
            clippy::allow_attributes,
            reason = "only this arm"
        )]
        Shape::Line(n) => co_yield!(n),
    }
}

#[derive(Debug)]
struct Pair {
    left: u32,
    #[cfg(not(any()))]
    right: u32,
}

#[coro::coroutine]
fn on_fields() -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let pair = Pair {
        left: co_yield!(1),
        #[cfg(any())]
        right: co_yield!("of another type"),
        #[cfg(not(any()))]
        right: co_yield!(2),
    };
    pair.left + pair.right
}

#[coro::coroutine]
fn on_parameters(
    #[cfg(any())] absent: NoSuchType,
    #[cfg(not(any()))] present: u32,
    #[allow(unused_variables, clippy::allow_attributes, reason = "only this one")] unused: u32,
) -> impl Iterator<Item = u32> {
    co_yield!(present);
}

#[cfg(any())]
#[coro::coroutine]
fn absent() -> NoSuchType {
    no_such_name
}

#[cfg_attr(not(any()), coro::coroutine)]
fn attribute_by_cfg() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

#[deprecated = "for a reason"]
#[coro::coroutine]
fn old() -> impl Iterator<Item = u32> {
    co_yield!(1);
}

/// Items and documentation inside.
#[coro::coroutine]
fn inside() -> impl Iterator<Item = u32> {
    /// A constant.
    const FIRST: u32 = 1;
    /// A structure, with an implementation.
    #[derive(Debug, Clone, Copy, Default)]
    struct Second {
        /// A field.
        value: u32,
    }
    impl Second {
        const fn more(self) -> u32 {
            self.value + 2
        }
    }
    use Second as Renamed;
    /* An ordinary comment. */
    co_yield!(FIRST); // and another
    co_yield!(Renamed::default().more());
}

#[test]
fn attributes() {
    assert!(above().eq([1]));
    assert!(below().eq([1]));
    assert!(expected(1).eq([1]));
    assert_eq!(expected_inside().send(1), Ok(2));
    assert_eq!(on_yields().send(1), Ok(2));
    assert!(on_statements(1).eq([1, 2, 3]));
    assert!(on_arms(Shape::Point).eq([1]));
    assert!(on_arms(Shape::Line(4)).eq([4]));
    let mut fields = on_fields();
    assert_eq!(
        (fields.send(10), fields.send(20)),
        (Ok(2), Err(Stop::Returned(30)))
    );
    assert!(on_parameters(5, 6).eq([5]));
    assert!(attribute_by_cfg().eq([1]));
    #[expect(deprecated, reason = "it is")]
    let old = old();
    assert!(old.eq([1]));
    assert!(inside().eq([1, 2]));
}
