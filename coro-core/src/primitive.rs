//! The types of which `place += value` evaluates the value first.
//!
//! Of any other the place is evaluated first, and a macro cannot tell them apart. So where the order can be seen, and one side yields,
//! both have to be primitive.

/// A number or a truth value, to which a `Value` is assigned with an operation that is built in. One trait for both, since one error is enough.
#[diagnostic::on_unimplemented(
    message = "this assignment evaluates its place before its value, and one of them yields",
    label = "the value is evaluated first where both are numbers, and last where they are `{Self}` and `{Value}`",
    note = "bind the value first, as in `let value = co_yield!(..); place += value;`"
)]
pub trait Primitive<Value> {}

macro_rules! alike {
    ($($ty:ty)*) => { $(impl Primitive<$ty> for $ty {})* };
}

// Whole numbers are shifted by others.
macro_rules! whole {
    ($place:ty: $($value:ty)*) => { $(impl Primitive<$value> for $place {})* };
    ($($place:ty)*) => {
        $(whole!($place: u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);)*
    };
}

alike!(f32 f64 bool);
whole!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

/// Lets through what is primitive.
pub const fn primitive<P: Primitive<V>, V>(_: &P, _: &V) {}
