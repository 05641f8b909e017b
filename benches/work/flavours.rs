//! genawaiter makes its generators in three ways, each in a module of its own with a `Co` to yield through. Here they
//! have the same names and the same shape, so that one text of each body does for all three: `genawaiter.rs` of a
//! family is on the stack, `genawaiter_rc.rs` and `genawaiter_sync.rs` compile it again.

/// Where its variable is declared, and lent from there.
pub(crate) mod stack {
    pub(crate) use genawaiter::stack::{Co, let_gen_using};
}

/// In a box; what is sent and yielded goes through an `Rc`.
pub(crate) mod rc {
    pub(crate) type Co<'a, Y, R = ()> = genawaiter::rc::Co<Y, R>;

    macro_rules! let_rc {
        ($name:ident, $producer:expr) => {
            #[allow(unused_mut, reason = "an iterator is made of it")]
            let mut $name = genawaiter::rc::Gen::new($producer);
        };
    }
    pub(crate) use let_rc as let_gen_using;
}

/// In a box; what is sent and yielded goes through an `Arc` and a lock.
pub(crate) mod sync {
    pub(crate) type Co<'a, Y, R = ()> = genawaiter::sync::Co<Y, R>;

    macro_rules! let_sync {
        ($name:ident, $producer:expr) => {
            #[allow(unused_mut, reason = "an iterator is made of it")]
            let mut $name = genawaiter::sync::Gen::new($producer);
        };
    }
    pub(crate) use let_sync as let_gen_using;
}
