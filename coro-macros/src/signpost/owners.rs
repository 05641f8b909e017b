//! Types of the standard library that own what their methods lend.

use syn::{Expr, ExprCall, Macro};

/// What a local owns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Owner {
    Text,
    Collection,
    Cell,
    Lock,
}

/// How a value borrows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Borrow {
    /// A reference.
    View,
    /// A reference that may not be there.
    Maybe,
    Iterator,
    /// Until it is dropped.
    Guard,
    /// The same, in a `Result`.
    Locked,
}

impl Owner {
    /// What a constructor makes.
    pub(super) fn made_by(init: &Expr) -> Option<Self> {
        match init {
            Expr::Paren(inner) => Self::made_by(&inner.expr),
            Expr::Array(_) | Expr::Repeat(_) => Some(Self::Collection),
            Expr::Macro(mac) => Self::of_macro(&mac.mac),
            Expr::Call(call) => Self::of_call(call),
            Expr::MethodCall(call) => {
                let text = call.method == "to_string" && call.args.is_empty();
                text.then_some(Self::Text)
            }
            _ => None,
        }
    }

    fn of_macro(mac: &Macro) -> Option<Self> {
        match mac.path.get_ident()?.to_string().as_str() {
            "format" => Some(Self::Text),
            "vec" => Some(Self::Collection),
            _ => None,
        }
    }

    /// `Type::new(..)` and the like.
    fn of_call(call: &ExprCall) -> Option<Self> {
        let Expr::Path(path) = &*call.func else {
            return None;
        };
        let mut segments = path.path.segments.iter().rev();
        let (function, ty) = (segments.next()?, segments.next()?);
        let makes = ["new", "from", "with_capacity", "from_iter", "default"];
        if !makes.iter().any(|name| function.ident == name) {
            return None;
        }
        match ty.ident.to_string().as_str() {
            "String" => Some(Self::Text),
            "Vec" | "VecDeque" | "BTreeMap" | "HashMap" | "BTreeSet" | "HashSet" => {
                Some(Self::Collection)
            }
            "RefCell" => Some(Self::Cell),
            "Mutex" | "RwLock" => Some(Self::Lock),
            _ => None,
        }
    }

    /// What a method of the owner lends.
    pub(super) fn lends(self, method: &str) -> Option<Borrow> {
        match (self, method) {
            (
                Self::Text,
                "lines"
                | "chars"
                | "bytes"
                | "char_indices"
                | "split"
                | "rsplit"
                | "splitn"
                | "split_whitespace"
                | "split_ascii_whitespace"
                | "split_terminator"
                | "split_inclusive"
                | "matches"
                | "match_indices",
            )
            | (
                Self::Collection,
                "iter" | "iter_mut" | "chunks" | "chunks_exact" | "chunks_mut" | "windows" | "keys"
                | "values" | "values_mut" | "drain" | "range",
            ) => Some(Borrow::Iterator),
            (Self::Text, "as_str" | "as_bytes" | "trim" | "trim_start" | "trim_end")
            | (Self::Collection, "as_slice" | "as_mut_slice") => Some(Borrow::View),
            (Self::Collection, "get" | "get_mut" | "first" | "last" | "first_mut" | "last_mut") => {
                Some(Borrow::Maybe)
            }
            (Self::Cell, "borrow" | "borrow_mut") => Some(Borrow::Guard),
            (Self::Lock, "lock" | "read" | "write") => Some(Borrow::Locked),
            _ => None,
        }
    }
}

impl Borrow {
    /// What a method makes of it; `None` where the borrow may end.
    pub(super) fn through(self, method: &str) -> Option<Self> {
        match (self, method) {
            (Self::Maybe, "unwrap" | "expect") => Some(Self::View),
            (Self::Locked, "unwrap" | "expect") => Some(Self::Guard),
            (
                Self::Iterator,
                "map" | "filter" | "filter_map" | "enumerate" | "skip" | "take" | "rev"
                | "peekable" | "zip" | "chain" | "step_by" | "skip_while" | "take_while"
                | "map_while" | "fuse" | "inspect" | "copied" | "cloned" | "cycle" | "by_ref",
            ) => Some(Self::Iterator),
            _ => None,
        }
    }
}
