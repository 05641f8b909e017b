//! Types of the standard library that own what their methods lend: what is known of a local
//! that one of their constructors makes. A table without state, as `methods` is.

mod arrays;
mod guards;
mod lends;

use crate::syntax::types;
pub(crate) use arrays::{is_inert, is_small};
pub(crate) use guards::{is_guard, locks, may_be_guard};
pub(crate) use lends::Borrow;
use syn::{Expr, ExprCall, GenericArgument, Macro, Type};

/// What a local owns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Owner {
    Text,
    Collection,
    Cell,
    Lock,
    Optional,
    /// It iterates by itself.
    Iterator,
    /// The same, and its next item can be looked at.
    Peekable,
}

impl Owner {
    /// Whether it is an iterator.
    pub(crate) fn iterates(self) -> bool {
        matches!(self, Self::Iterator | Self::Peekable)
    }

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

    /// What a local is whose value is seen to be no reference: what a constructor makes, or an iterator of the standard library's.
    pub(crate) fn shown_by(init: &Expr) -> Option<Self> {
        match init {
            Expr::Paren(inner) => Self::shown_by(&inner.expr),
            Expr::Range(range) => range.start.as_ref().map(|_| Self::Iterator),
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                let made = Self::made_by(init).or_else(|| Self::collected(init));
                made.or_else(|| match Self::shown_by(&call.receiver)? {
                    Self::Iterator | Self::Peekable if name == "peekable" => Some(Self::Peekable),
                    Self::Iterator | Self::Peekable => {
                        lends::adapts(&name).then_some(Self::Iterator)
                    }
                    Self::Collection => (name == "into_iter").then_some(Self::Iterator),
                    _ => None,
                })
            }
            Expr::Call(call) => Self::made_by(init).or_else(|| {
                let Expr::Path(path) = &*call.func else {
                    return None;
                };
                path.path.is_ident("Some").then_some(Self::Optional)
            }),
            _ => Self::made_by(init),
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
            "Option" => Some(Self::Optional),
            "Peekable" => Some(Self::Peekable),
            _ => None,
        }
    }

    /// What a type is, as it is spelled.
    pub(crate) fn of_type(ty: &Type) -> Option<Self> {
        match ty {
            Type::Array(_) => Some(Self::Collection),
            Type::ImplTrait(bounds) => types::iterates(bounds).then_some(Self::Iterator),
            Type::Path(path) if path.qself.is_none() => {
                Self::named(&path.path.segments.last()?.ident)
            }
            _ => None,
        }
    }

    /// What a shared pointer to one owns: `Rc<RefCell<..>>`.
    pub(crate) fn shared_type(ty: &Type) -> Option<Self> {
        let Type::Path(path) = ty else { return None };
        let last = path
            .path
            .segments
            .last()
            .filter(|last| is_shared(&last.ident))?;
        let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
            return None;
        };
        match arguments.args.first()? {
            GenericArgument::Type(inner) => Self::of_type(inner),
            _ => None,
        }
    }

    /// What is in a shared pointer as it is made: `Rc::new(RefCell::new(..))`.
    pub(crate) fn shared_by(init: &Expr) -> Option<Self> {
        let Expr::Call(call) = init else { return None };
        let Expr::Path(path) = &*call.func else {
            return None;
        };
        let mut segments = path.path.segments.iter().rev();
        let (new, pointer) = (segments.next()?, segments.next()?);
        let makes = new.ident == "new" && is_shared(&pointer.ident);
        call.args.first().filter(|_| makes).and_then(Self::shown_by)
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
            Self::Optional | Self::Iterator | Self::Peekable => lends.then_some(Access::Changes),
            _ if CHANGES.contains(&method) => Some(Access::Changes),
            _ if lends || READS.contains(&method) => Some(Access::Reads),
            _ => None,
        }
    }
}

fn is_shared(pointer: &syn::Ident) -> bool {
    pointer == "Rc" || pointer == "Arc"
}

/// Whether a collection has exactly the items that are collected into it, and those are not said to be other than what is lent.
pub(crate) fn collects_borrows(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    let lists = [
        "Vec",
        "VecDeque",
        "HashSet",
        "BTreeSet",
        "BinaryHeap",
        "LinkedList",
    ];
    let syn::PathArguments::AngleBracketed(items) = &last.arguments else {
        return false;
    };
    let inferred = matches!(
        items.args.first(),
        Some(GenericArgument::Type(Type::Infer(_)))
    );
    lists.iter().any(|list| last.ident == list) && (inferred || types::borrows(ty))
}

/// The type that is collected into, where the call says so: `.collect::<Vec<_>>()`.
pub(crate) fn collected_into(init: &Expr) -> Option<&Type> {
    let Expr::MethodCall(call) = init else {
        return None;
    };
    let turbofish = call
        .turbofish
        .as_ref()
        .filter(|_| call.method == "collect")?;
    match turbofish.args.first()? {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}

/// Whether a method of a collection or a string by this name takes a reference.
pub(crate) fn borrows(method: &str) -> bool {
    let owners = [Owner::Text, Owner::Collection];
    owners.iter().any(|owner| owner.stays(method).is_some())
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
