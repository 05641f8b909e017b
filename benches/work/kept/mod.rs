//! State that is kept across yields.

pub(super) mod by_hand;
pub(super) mod corosensei;
pub(super) mod diapause;
pub(super) mod fauxgen;
pub(super) mod genawaiter;
pub(super) mod genawaiter_rc;
pub(super) mod genawaiter_sync;
pub(super) mod next_gen;
pub(super) mod ours;
pub(super) mod pinned;

use super::flavours::stack as flavour;
use super::{Family, Workload};
use coro as engine;

pub(super) const FAMILY: Family = Family {
    name: "State kept across yields",
    workloads: &[
        Workload {
            name: "tree walk",
            contenders: &[
                ("hand", by_hand::tree),
                ("coro", ours::tree),
                ("coro, pinned", pinned::tree),
                ("diapause", diapause::tree),
                ("genawaiter", genawaiter::tree),
                ("genawaiter, rc", genawaiter_rc::tree),
                ("genawaiter, sync", genawaiter_sync::tree),
                ("next-gen", next_gen::tree),
                ("fauxgen", fauxgen::tree),
                ("corosensei", corosensei::tree),
            ],
        },
        Workload {
            name: "[u64; 256] kept",
            contenders: &[
                ("hand", by_hand::table),
                ("coro", ours::table),
                ("coro, pinned", pinned::table),
                ("diapause", diapause::table),
                ("genawaiter", genawaiter::table),
                ("genawaiter, rc", genawaiter_rc::table),
                ("genawaiter, sync", genawaiter_sync::table),
                ("next-gen", next_gen::table),
                ("fauxgen", fauxgen::table),
                ("corosensei", corosensei::table),
            ],
        },
        Workload {
            name: "tokenizer",
            contenders: &[
                ("hand", by_hand::tokenizer),
                ("coro", ours::tokenizer),
                ("coro, pinned", pinned::tokenizer),
                ("diapause", diapause::tokenizer),
                ("genawaiter", genawaiter::tokenizer),
                ("genawaiter, rc", genawaiter_rc::tokenizer),
                ("genawaiter, sync", genawaiter_sync::tokenizer),
                ("next-gen", next_gen::tokenizer),
                ("fauxgen", fauxgen::tokenizer),
                ("corosensei", corosensei::tokenizer),
            ],
        },
    ],
};
