//! What the name of a method says.
//!
//! A macro sees no types, so whether `v.method()` consumes `v` is read off the
//! name, by Rust's naming conventions. Read wrongly in one direction a local is
//! kept too long, which rustc reports; the other direction would drop it early,
//! so a name is only in this table if every method of that name in the standard
//! library that takes `&self` returns nothing which borrows a temporary.

/// Whether a method of this name and number of arguments takes `self` by value,
/// by convention.
pub(crate) fn consumes(name: &str, arguments: usize) -> bool {
    // `Iterator::take` has an argument, `Option::take` has none.
    (name == "take" && arguments == 1)
        || name.starts_with("into_")
        || name.starts_with("unwrap")
        || name.starts_with("expect")
        || adapts(name)
        || matches!(
            name,
            "ok" | "err"
                | "ok_or"
                | "ok_or_else"
                | "map_or"
                | "map_or_else"
                | "or_else"
                | "and_then"
                | "unzip"
                | "transpose"
                | "join"
                | "finish"
                | "build"
                | "into"
                | "try_into"
        )
}

/// Iterator adapters and consumers: `self` by value.
fn adapts(name: &str) -> bool {
    matches!(
        name,
        "map"
            | "filter"
            | "filter_map"
            | "flat_map"
            | "flatten"
            | "enumerate"
            | "zip"
            | "chain"
            | "rev"
            | "skip"
            | "skip_while"
            | "take_while"
            | "map_while"
            | "step_by"
            | "peekable"
            | "cloned"
            | "copied"
            | "cycle"
            | "scan"
            | "fuse"
            | "inspect"
            | "collect"
            | "fold"
            | "for_each"
            | "count"
            | "sum"
            | "product"
            | "last"
            | "partition"
            | "reduce"
            | "max_by"
            | "max_by_key"
            | "min_by"
            | "min_by_key"
            | "map_err"
            | "lines"
    )
}

/// Whether the value of a method of this name is a plain view or number, which
/// has nothing to drop: holding it is idle.
pub(crate) fn views(name: &str) -> bool {
    name.starts_with("trim")
        || name.starts_with("as_")
        || name.starts_with("is_")
        || name.starts_with("checked_")
        || name.starts_with("wrapping_")
        || matches!(
            name,
            "len" | "abs" | "pow" | "chars" | "bytes" | "char_indices" | "iter" | "iter_mut"
        )
}
