//! Types of the standard library that own what their methods lend: what is known of a local
//! that one of their constructors makes. A table without state, as `methods` is.

use syn::{Expr, ExprCall, GenericArgument, Macro, Type};

/// What a local owns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Owner {
    Text,
    Collection,
    Cell,
    Lock,
}

/// How a value borrows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Borrow {
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
    pub(crate) fn made_by(init: &Expr) -> Option<Self> {
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
        Self::named(&ty.ident)
    }

    fn named(ty: &syn::Ident) -> Option<Self> {
        match ty.to_string().as_str() {
            "String" => Some(Self::Text),
            "Vec" | "VecDeque" | "BTreeMap" | "HashMap" | "BTreeSet" | "HashSet" => {
                Some(Self::Collection)
            }
            "RefCell" => Some(Self::Cell),
            "Mutex" | "RwLock" => Some(Self::Lock),
            _ => None,
        }
    }

    /// What a type is, as it is spelled.
    pub(crate) fn of_type(ty: &Type) -> Option<Self> {
        match ty {
            Type::Array(_) => Some(Self::Collection),
            Type::Path(path) if path.qself.is_none() => {
                Self::named(&path.path.segments.last()?.ident)
            }
            _ => None,
        }
    }

    /// What `collect::<Type>()` makes.
    pub(crate) fn collected(init: &Expr) -> Option<Self> {
        let Expr::MethodCall(call) = init else {
            return None;
        };
        match call.turbofish.as_ref()?.args.first()? {
            GenericArgument::Type(ty) if call.method == "collect" => Self::of_type(ty),
            _ => None,
        }
    }

    /// Whether a method leaves the owner where it is; `None` if that is not known.
    pub(crate) fn stays(self, method: &str) -> Option<Access> {
        let lends = self.lends(method).is_some();
        match self {
            Self::Cell | Self::Lock => None,
            _ if CHANGES.contains(&method) => Some(Access::Changes),
            _ if lends || READS.contains(&method) => Some(Access::Reads),
            _ => None,
        }
    }

    /// What a method of the owner lends.
    pub(crate) fn lends(self, method: &str) -> Option<Borrow> {
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

/// Whether a method of a collection or a string by this name takes a reference.
pub(crate) fn borrows(method: &str) -> bool {
    let owners = [Owner::Text, Owner::Collection];
    owners.iter().any(|owner| owner.stays(method).is_some())
}

impl Borrow {
    /// What a method makes of it; `None` where the borrow may end.
    pub(crate) fn through(self, method: &str) -> Option<Self> {
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

/// What a method does with its owner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Access {
    /// It takes `&self`.
    Reads,
    /// It takes `&mut self`.
    Changes,
}

/// Methods of collections and strings that take `&self`, beside those that lend.
const READS: &[&str] = &[
    "binary_search",
    "binary_search_by",
    "binary_search_by_key",
    "capacity",
    "clone",
    "concat",
    "contains",
    "contains_key",
    "ends_with",
    "eq_ignore_ascii_case",
    "find",
    "is_char_boundary",
    "is_empty",
    "join",
    "len",
    "parse",
    "partition_point",
    "repeat",
    "replace",
    "rfind",
    "split_first",
    "split_last",
    "starts_with",
    "to_lowercase",
    "to_owned",
    "to_string",
    "to_uppercase",
    "to_vec",
];

/// Methods of collections and strings that take `&mut self`.
const CHANGES: &[&str] = &[
    "append",
    "as_mut_slice",
    "back_mut",
    "chunks_mut",
    "clear",
    "clone_from_slice",
    "copy_from_slice",
    "copy_within",
    "dedup",
    "dedup_by_key",
    "drain",
    "entry",
    "extend",
    "extend_from_slice",
    "fill",
    "first_mut",
    "front_mut",
    "get_mut",
    "insert",
    "insert_str",
    "iter_mut",
    "last_mut",
    "make_ascii_lowercase",
    "make_ascii_uppercase",
    "pop",
    "pop_back",
    "pop_first",
    "pop_front",
    "pop_last",
    "push",
    "push_back",
    "push_front",
    "push_str",
    "remove",
    "reserve",
    "resize",
    "resize_with",
    "retain",
    "retain_mut",
    "reverse",
    "rotate_left",
    "rotate_right",
    "shrink_to_fit",
    "sort",
    "sort_by",
    "sort_by_key",
    "sort_unstable",
    "sort_unstable_by",
    "sort_unstable_by_key",
    "split_at_mut",
    "split_off",
    "swap",
    "swap_remove",
    "truncate",
    "values_mut",
];

/// Whether what a constructor makes is so small that it may as well be carried along: up to 64 bytes.
pub(crate) fn is_small(init: &Expr) -> bool {
    match init {
        Expr::Array(array) => array.elems.len() <= 8,
        Expr::Repeat(repeat) => match &*repeat.len {
            Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Int(length),
                ..
            }) => {
                let length = length.base10_parse::<u64>();
                length.is_ok_and(|length| length.saturating_mul(element_size(&repeat.expr)) <= 64)
            }
            _ => false,
        },
        _ => false,
    }
}

/// The size of an element by its suffix, or the largest that is common.
fn element_size(element: &Expr) -> u64 {
    let suffix = match element {
        Expr::Lit(syn::ExprLit { lit, .. }) => match lit {
            syn::Lit::Int(number) => number.suffix(),
            syn::Lit::Byte(_) | syn::Lit::Bool(_) => "u8",
            _ => "",
        },
        _ => "",
    };
    match suffix {
        "u8" | "i8" => 1,
        "u16" | "i16" => 2,
        "u32" | "i32" => 4,
        _ => 8,
    }
}

/// Whether nobody can see when what a constructor makes is dropped: it is numbers or text.
pub(crate) fn is_inert(init: &Expr) -> bool {
    match init {
        Expr::Array(array) => array.elems.iter().all(is_number),
        Expr::Repeat(repeat) => is_number(&repeat.expr),
        _ => Owner::made_by(init) == Some(Owner::Text),
    }
}

fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Unary(unary) => is_number(&unary.expr),
        Expr::Array(_) | Expr::Repeat(_) => is_inert(expr),
        _ => false,
    }
}

/// Whether an initialiser is a guard of a cell or a lock, by the names of the methods.
pub(crate) fn is_guard(init: &Expr) -> bool {
    let called = |expr: &Expr, names: &[&str]| match expr {
        Expr::MethodCall(call) if call.args.len() <= 1 => {
            names.iter().any(|name| call.method == name)
        }
        _ => false,
    };
    let locks = [
        "lock",
        "read",
        "write",
        "try_lock",
        "try_read",
        "try_write",
        "try_borrow",
        "try_borrow_mut",
    ];
    match init {
        Expr::Paren(inner) => is_guard(&inner.expr),
        Expr::Try(question) => called(&question.expr, &locks),
        Expr::MethodCall(call) => {
            called(init, &["borrow", "borrow_mut"])
                || called(init, &["unwrap", "expect"]) && called(&call.receiver, &locks)
        }
        _ => false,
    }
}
