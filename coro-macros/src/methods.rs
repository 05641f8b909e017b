//! What the name of a method says.
//!
//! A macro sees no types, so whether `v.method()` consumes `v` is read off the
//! name, by Rust's naming conventions. Read wrongly in one direction a local is
//! kept too long, and rustc reports a use after the move; in the other it is not
//! held: a guard on which a method of such a name is called through `Deref` would be
//! released at the next yield. So its type is asked (`coro-core/src/guard.rs`), if its initialiser does not show
//! that it is one (`owners::is_guard`).
//! So names that slices, strings and guards use for borrowing are not in the table.

use crate::owners;

/// Whether a method of this name and number of arguments takes `self` by value,
/// by convention.
pub(crate) fn consumes(name: &str, arguments: usize) -> bool {
    // `Iterator::take` has an argument, `Option::take` has none.
    (name == "take" && arguments == 1)
        // A thread's or a scope's, not a slice's, which has a separator.
        || (name == "join" && arguments == 0)
        // A reader's; a string's borrows (see `standard`).
        || name == "lines"
        || converts(name)
        || adapts(name)
        || matches!(name, "build" | "into" | "boxed" | "try_into")
}

/// Conversions, and what options and results have: `self` by value.
fn converts(name: &str) -> bool {
    name.starts_with("into_")
        || name.starts_with("unwrap")
        || name.starts_with("expect")
        || matches!(
            name,
            "ok" | "err"
                | "ok_or"
                | "ok_or_else"
                | "is_some_and"
                | "is_none_or"
                | "is_ok_and"
                | "is_err_and"
                | "map_or"
                | "map_or_else"
                | "or_else"
                | "and_then"
                | "unzip"
                | "transpose"
                | "downcast"
        )
}

/// Whether a method of this name, by which it consumes, may be called on a copy behind a guard: those of options and
/// results, and conversions. Iterators are no copies, and `into` takes what it is called on, whatever that is.
pub(crate) fn may_copy(name: &str) -> bool {
    let of_others = [
        "map", "filter", "zip", "flatten", "copied", "cloned", "inspect",
        // A string's.
        "lines",
    ];
    converts(name) || of_others.contains(&name)
}

/// Whether a type may well have a method of such a name that borrows: `into` takes what it is called on, whatever that is, and readers have
/// some of these names.
pub(crate) fn may_borrow(name: &str) -> bool {
    let of_all = ["into", "try_into", "boxed"];
    !of_all.contains(&name)
}

/// Whether lookup may be asked for the method: its type is known from what it is called on, also where that is an iterator.
pub(crate) fn can_be_looked_up(name: &str) -> bool {
    let plain = [
        "rev",
        "skip",
        "enumerate",
        "peekable",
        "fuse",
        "count",
        "step_by",
        "cloned",
        "copied",
    ];
    plain.contains(&name) || !adapts(name) && name != "unzip"
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
            | "rfold"
            | "for_each"
            | "count"
            | "sum"
            | "product"
            | "partition"
            | "reduce"
            | "max_by"
            | "max_by_key"
            | "min_by"
            | "min_by_key"
            | "map_err"
    )
}

/// Whether what a method of this name gives has nothing of the closures that it or its receiver was given.
pub(crate) fn ends_closures(name: &str) -> bool {
    let of_iterators = [
        "all",
        "any",
        "collect",
        "count",
        "find",
        "find_map",
        "fold",
        "for_each",
        "last",
        "max",
        "max_by",
        "max_by_key",
        "min",
        "min_by",
        "min_by_key",
        "next",
        "next_back",
        "nth",
        "partition",
        "position",
        "product",
        "reduce",
        "rposition",
        "sum",
        "try_fold",
        "unzip",
    ];
    let of_others = [
        "and_then",
        "binary_search_by",
        "get_or_insert_with",
        "is_none_or",
        "is_ok_and",
        "is_some_and",
        "map_err",
        "map_or",
        "map_or_else",
        "ok_or_else",
        "or_else",
        "or_insert_with",
        "partition_point",
        "then",
        "unwrap_or_else",
    ];
    of_iterators.contains(&name) || of_others.contains(&name)
}

/// Whether what a method of this name gives keeps a closure that it was given.
pub(crate) fn keeps_closure(name: &str) -> bool {
    matches!(
        name,
        "map"
            | "filter"
            | "filter_map"
            | "flat_map"
            | "skip_while"
            | "take_while"
            | "map_while"
            | "scan"
            | "inspect"
            | "chunk_by"
            | "split"
            | "rsplit"
            | "splitn"
            | "rsplitn"
            | "split_inclusive"
            | "split_terminator"
            | "matches"
            | "match_indices"
    )
}

/// A method of an iterator's by whose name other types have one that looks at `self`, or one of what is ordered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standard {
    /// Iterators are consumed; all else is looked at.
    Compares,
    /// Iterators are consumed; of all else, lookup knows.
    Finds,
    /// What is `Ord` is consumed; of all else, lookup knows.
    Ranks,
    /// Iterators and readers are consumed; all else is looked at, or lookup knows.
    Reads,
    /// Options and results are consumed; all else is looked at.
    Chooses,
    /// What points to something else stays, unless the method is its own; all else is consumed.
    Through,
}

/// Which of these a name is, with so many arguments.
pub(crate) fn standard(name: &str, arguments: usize) -> Option<Standard> {
    match (name, arguments) {
        ("take", 1) | ("lines" | "bytes", 0) | ("split", 1) => Some(Standard::Reads),
        ("or" | "xor" | "and" | "inspect_err", 1) => Some(Standard::Chooses),
        ("is_sorted", 0) | ("is_sorted_by" | "is_sorted_by_key", 1) => Some(Standard::Compares),
        ("last", 0) | ("eq" | "ne" | "lt" | "le" | "gt" | "ge" | "cmp" | "partial_cmp", 1) => {
            Some(Standard::Compares)
        }
        ("min" | "max", 0) => Some(Standard::Finds),
        // What is generic in more than its receiver, lookup cannot be asked for.
        _ if extends_iterators(name) => match arguments == 0 && !is_generic(name) {
            true => Some(Standard::Finds),
            false => Some(Standard::Compares),
        },
        ("min" | "max", 1) | ("clamp", 2) => Some(Standard::Ranks),
        _ => None,
    }
}

/// What `itertools` adds to iterators, by value. Its trait is that of references to iterators too, so lookup finds them by any receiver.
fn extends_iterators(name: &str) -> bool {
    let prefixes = [
        "sorted",
        "collect_",
        "tuple_",
        "unique",
        "duplicates",
        "dedup_by",
        "dedup_with",
        "chunk_by",
        "group_by",
        "merge",
        "max_set",
        "min_set",
        "position_m",
        "interleave",
        "intersperse",
        "combinations",
        "k_smallest",
        "k_largest",
        "filter_ok",
        "filter_map_ok",
        "map_ok",
        "zip_longest",
        "zip_eq",
        "counts",
        "fold_",
        "tree_",
        "with_position",
        "pad_using",
        "minmax",
    ];
    let names = [
        "cartesian_product",
        "circular_tuple_windows",
        "coalesce",
        "exactly_one",
        "flatten_ok",
        "kmerge",
        "multi_cartesian_product",
        "at_most_one",
        "partition_map",
        "permutations",
        "positions",
        "powerset",
        "process_results",
        "product1",
        "sum1",
        "take_while_inclusive",
        "tuples",
        "while_some",
    ];
    prefixes.iter().any(|prefix| name.starts_with(prefix)) || names.contains(&name)
}

fn is_generic(name: &str) -> bool {
    name.contains("tuple") || ["sum1", "product1", "flatten_ok"].contains(&name)
}

/// Whether a method of this name takes its receiver by value, consumed or copied.
pub(crate) fn takes_value(name: &str, arguments: usize) -> bool {
    consumes(name, arguments)
        || of_numbers(name)
        || matches!(
            (name, arguments),
            ("min" | "max" | "or" | "xor" | "and", 1) | ("clamp", 2)
        )
}

/// Methods of numbers: they take a copy, of what a guard points to as well.
fn of_numbers(name: &str) -> bool {
    let prefixes = [
        "wrapping_",
        "checked_",
        "saturating_",
        "overflowing_",
        "leading_",
        "trailing_",
        "count_",
    ];
    let names = [
        "abs",
        "abs_diff",
        "acos",
        "asin",
        "atan",
        "atan2",
        "cbrt",
        "ceil",
        "copysign",
        "cos",
        "div_ceil",
        "div_euclid",
        "exp",
        "floor",
        "fract",
        "hypot",
        "ilog",
        "ilog10",
        "ilog2",
        "isqrt",
        "ln",
        "log",
        "log10",
        "log2",
        "mul_add",
        "next_multiple_of",
        "next_power_of_two",
        "pow",
        "powf",
        "powi",
        "recip",
        "rem_euclid",
        "reverse_bits",
        "round",
        "signum",
        "sin",
        "sqrt",
        "swap_bytes",
        "tan",
        "then_some",
        "trunc",
        "unsigned_abs",
    ];
    prefixes.iter().any(|prefix| name.starts_with(prefix)) || names.contains(&name)
}

/// Whether a method of this name looks at `self`, by convention: the types need not be asked.
pub(crate) fn borrows(name: &str) -> bool {
    let prefixes = ["as_", "is_", "has_", "get_", "set_", "to_", "trim", "iter_"];
    // Builders have some of these, and consume themselves.
    let of_builders = [
        "push", "insert", "append", "extend", "remove", "retain", "replace", "join", "repeat",
    ];
    prefixes.iter().any(|prefix| name.starts_with(prefix))
        || owners::borrows(name) && !of_builders.contains(&name)
        || of_numbers(name)
        || matches!(
            name,
            // Their result says how long they look.
            "first_chunk"
                | "last_chunk"
                | "split_first_chunk"
                | "split_last_chunk"
                | "first_chunk_mut"
                | "last_chunk_mut"
                | "get"
                | "take"
                | "nth"
                | "find"
                | "position"
                | "any"
                | "all"
                | "by_ref"
                | "next"
                | "next_back"
                | "peek"
                | "lock"
                | "borrow"
                | "borrow_mut"
                | "clone"
                // Of a trait that all references have.
                | "deref"
                | "deref_mut"
                | "prime"
        )
}

/// Whether the value of a method of this name is a view by convention, and no guard on which methods are called through `Deref`. Names that own types give
/// to something else, as `iter` to what holds a lock, are not among them. Whether it has a destructor its type says.
pub(crate) fn views(name: &str) -> bool {
    name.starts_with("trim")
        || matches!(
            name,
            "as_str"
                | "as_bytes"
                | "as_slice"
                | "as_mut_slice"
                | "as_path"
                | "as_os_str"
                | "as_ref"
                | "as_mut"
                | "as_deref"
                | "as_deref_mut"
                | "as_ptr"
                | "as_mut_ptr"
                | "chars"
                | "bytes"
                | "char_indices"
        )
}
