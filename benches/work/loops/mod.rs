//! Loops over scalars.

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
    name: "Loops over scalars",
    workloads: &[
        Workload {
            name: "range, sum",
            contenders: &[
                ("hand", by_hand::range_sum),
                ("coro", ours::range_sum),
                ("coro, pinned", pinned::range_sum),
            ],
        },
        Workload {
            name: "range, fold",
            contenders: &[
                ("hand", by_hand::range_fold),
                ("coro", ours::range_fold),
                ("coro, pinned", pinned::range_fold),
                ("diapause", diapause::range),
                ("genawaiter", genawaiter::range),
                ("genawaiter, rc", genawaiter_rc::range),
                ("genawaiter, sync", genawaiter_sync::range),
                ("next-gen", next_gen::range),
                ("fauxgen", fauxgen::range),
                ("corosensei", corosensei::range),
            ],
        },
        Workload {
            name: "range, for",
            contenders: &[
                ("hand", by_hand::range_for),
                ("coro", ours::range_for),
                ("coro, pinned", pinned::range_for),
            ],
        },
        Workload {
            name: "range, send",
            contenders: &[
                ("hand", by_hand::range_fold),
                ("coro", ours::range_send),
                ("coro, pinned", pinned::range_send),
            ],
        },
        Workload {
            name: "range, Iter",
            contenders: &[
                ("hand", by_hand::range_fold),
                ("coro", ours::range_iter),
                ("coro, pinned", pinned::range_iter),
            ],
        },
        Workload {
            name: "fibonacci",
            contenders: &[
                ("hand", by_hand::fibonacci),
                ("coro", ours::fibonacci),
                ("coro, pinned", pinned::fibonacci),
                ("diapause", diapause::fibonacci),
                ("genawaiter", genawaiter::fibonacci),
                ("genawaiter, rc", genawaiter_rc::fibonacci),
                ("genawaiter, sync", genawaiter_sync::fibonacci),
                ("next-gen", next_gen::fibonacci),
                ("fauxgen", fauxgen::fibonacci),
                ("corosensei", corosensei::fibonacci),
            ],
        },
        Workload {
            name: "grid",
            contenders: &[
                ("hand", by_hand::grid),
                ("coro", ours::grid),
                ("coro, pinned", pinned::grid),
                ("diapause", diapause::grid),
                ("genawaiter", genawaiter::grid),
                ("genawaiter, rc", genawaiter_rc::grid),
                ("genawaiter, sync", genawaiter_sync::grid),
                ("next-gen", next_gen::grid),
                ("fauxgen", fauxgen::grid),
                ("corosensei", corosensei::grid),
            ],
        },
        Workload {
            name: "triples",
            contenders: &[
                ("hand", by_hand::triples),
                ("coro", ours::triples),
                ("coro, pinned", pinned::triples),
                ("diapause", diapause::triples),
                ("genawaiter", genawaiter::triples),
                ("genawaiter, rc", genawaiter_rc::triples),
                ("genawaiter, sync", genawaiter_sync::triples),
                ("next-gen", next_gen::triples),
                ("fauxgen", fauxgen::triples),
                ("corosensei", corosensei::triples),
            ],
        },
        Workload {
            name: "made, asked once, dropped",
            contenders: &[
                ("hand", by_hand::created),
                ("coro", ours::created),
                ("coro, pinned", pinned::created),
                ("diapause", diapause::created),
                ("genawaiter", genawaiter::created),
                ("genawaiter, rc", genawaiter_rc::created),
                ("genawaiter, sync", genawaiter_sync::created),
                ("next-gen", next_gen::created),
                ("fauxgen", fauxgen::created),
                ("corosensei", corosensei::created),
            ],
        },
    ],
};
