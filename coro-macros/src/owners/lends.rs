//! What the methods of an owner lend, and what other methods make of that.

use super::Owner;

/// How a value borrows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Borrow {
    /// A reference to the owner itself, or to a slice of it.
    Place,
    /// A reference to a part of it, whose type may be one that does not borrow from it.
    View,
    /// A string slice.
    Text,
    /// An [`View`] that may not be there.
    Maybe,
    /// Two views, or slices.
    Pair,
    /// A [`Pair`](Borrow::Pair) that may not be there.
    MaybePair,
    /// What an iterator gives borrows too.
    Items,
    /// An iterator, whatever it gives.
    Iterator,
    Entry,
    /// A collection of what is lent.
    Collected,
    /// Until it is dropped.
    Guard,
    /// The same, in a `Result`.
    Locked,
}

impl Owner {
    /// What a method of the owner lends.
    pub(crate) fn lends(self, method: &str) -> Option<Borrow> {
        match self {
            Self::Text => of_text(method),
            Self::Collection => of_collection(method),
            Self::Optional => match method {
                "as_ref" | "as_mut" | "as_deref" | "as_deref_mut" => Some(Borrow::Maybe),
                "insert" | "get_or_insert" | "get_or_insert_with" => Some(Borrow::View),
                "iter" | "iter_mut" => Some(Borrow::Items),
                _ => None,
            },
            Self::Iterator => (method == "by_ref").then_some(Borrow::Iterator),
            Self::Peekable => match method {
                "by_ref" => Some(Borrow::Iterator),
                "peek" | "peek_mut" => Some(Borrow::Maybe),
                _ => None,
            },
            Self::Cell => ["borrow", "borrow_mut"]
                .contains(&method)
                .then_some(Borrow::Guard),
            Self::Lock => ["lock", "read", "write"]
                .contains(&method)
                .then_some(Borrow::Locked),
        }
    }
}

fn of_text(method: &str) -> Option<Borrow> {
    match method {
        "lines"
        | "split"
        | "rsplit"
        | "splitn"
        | "rsplitn"
        | "split_whitespace"
        | "split_ascii_whitespace"
        | "split_terminator"
        | "split_inclusive"
        | "matches" => Some(Borrow::Items),
        "chars" | "bytes" | "char_indices" | "match_indices" | "drain" => Some(Borrow::Iterator),
        "as_str" | "trim" | "trim_start" | "trim_end" | "trim_matches" | "trim_start_matches"
        | "trim_end_matches" => Some(Borrow::Text),
        "as_bytes" => Some(Borrow::Place),
        "split_once" | "rsplit_once" => Some(Borrow::MaybePair),
        "split_at" => Some(Borrow::Pair),
        "strip_prefix" | "strip_suffix" => Some(Borrow::Maybe),
        _ => None,
    }
}

fn of_collection(method: &str) -> Option<Borrow> {
    match method {
        "iter" | "iter_mut" | "chunks" | "chunks_exact" | "chunks_mut" | "windows" | "keys"
        | "values" | "values_mut" | "range" => Some(Borrow::Items),
        "drain" => Some(Borrow::Iterator),
        "as_slice" | "as_mut_slice" => Some(Borrow::Place),
        "get" | "get_mut" | "first" | "last" | "first_mut" | "last_mut" | "front" | "front_mut"
        | "back" | "back_mut" | "peek" => Some(Borrow::Maybe),
        "split_first" | "split_last" | "split_first_mut" | "split_last_mut" | "first_key_value"
        | "last_key_value" | "get_key_value" => Some(Borrow::MaybePair),
        "split_at" | "split_at_mut" => Some(Borrow::Pair),
        "entry" => Some(Borrow::Entry),
        _ => None,
    }
}

/// Whether a method makes an iterator of one.
pub(super) fn adapts(method: &str) -> bool {
    selects(method)
        || [
            "map",
            "filter_map",
            "enumerate",
            "zip",
            "chain",
            "map_while",
            "copied",
            "cloned",
        ]
        .contains(&method)
}

/// Whether it gives no other items than that one.
fn selects(method: &str) -> bool {
    [
        "filter",
        "skip",
        "take",
        "rev",
        "peekable",
        "step_by",
        "skip_while",
        "take_while",
        "fuse",
        "inspect",
        "cycle",
        "by_ref",
    ]
    .contains(&method)
}

impl Borrow {
    /// What a method makes of it; `None` where the borrow may end.
    pub(crate) fn through(self, method: &str) -> Option<Self> {
        let unwraps = ["unwrap", "expect"].contains(&method);
        match self {
            Self::Text => of_text(method),
            Self::Maybe => unwraps.then_some(Self::View),
            Self::MaybePair => unwraps.then_some(Self::Pair),
            Self::Locked => unwraps.then_some(Self::Guard),
            Self::Items if selects(method) => Some(Self::Items),
            Self::Items | Self::Iterator if adapts(method) => Some(Self::Iterator),
            Self::Items => [
                "next",
                "next_back",
                "nth",
                "last",
                "find",
                "min",
                "max",
                "min_by",
                "max_by",
                "min_by_key",
                "max_by_key",
            ]
            .contains(&method)
            .then_some(Self::Maybe),
            Self::Entry => ["or_insert", "or_insert_with", "or_default"]
                .contains(&method)
                .then_some(Self::View),
            Self::Place
            | Self::View
            | Self::Pair
            | Self::Iterator
            | Self::Collected
            | Self::Guard => None,
        }
    }
}
