//! Values sent in, errors thrown in.

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
    name: "Values sent in",
    workloads: &[
        Workload {
            name: "running mean",
            contenders: &[
                ("hand", by_hand::mean),
                ("coro", ours::mean),
                ("coro, pinned", pinned::mean),
                ("diapause", diapause::mean),
                ("genawaiter", genawaiter::mean),
                ("genawaiter, rc", genawaiter_rc::mean),
                ("genawaiter, sync", genawaiter_sync::mean),
                ("next-gen", next_gen::mean),
                ("fauxgen", fauxgen::mean),
                ("corosensei", corosensei::mean),
            ],
        },
        Workload {
            name: "push through 5",
            contenders: &[
                ("hand", by_hand::pushed),
                ("coro", ours::pushed),
                ("coro, pinned", pinned::pushed),
                ("diapause", diapause::pushed),
                ("genawaiter", genawaiter::pushed),
                ("genawaiter, rc", genawaiter_rc::pushed),
                ("genawaiter, sync", genawaiter_sync::pushed),
                ("next-gen", next_gen::pushed),
                ("fauxgen", fauxgen::pushed),
                ("corosensei", corosensei::pushed),
            ],
        },
        Workload {
            name: "throw and catch",
            contenders: &[
                ("hand", by_hand::thrown),
                ("coro", ours::thrown),
                ("coro, pinned", pinned::thrown),
            ],
        },
        Workload {
            name: "Game of Life",
            contenders: &[
                ("hand", by_hand::life),
                ("coro", ours::life),
                ("coro, pinned", pinned::life),
                ("diapause", diapause::life),
                ("genawaiter", genawaiter::life),
                ("genawaiter, rc", genawaiter_rc::life),
                ("genawaiter, sync", genawaiter_sync::life),
                ("next-gen", next_gen::life),
                ("fauxgen", fauxgen::life),
                ("corosensei", corosensei::life),
            ],
        },
    ],
};
