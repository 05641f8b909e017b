//! Generators of generators.

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
    name: "Generators of generators",
    workloads: &[
        Workload {
            name: "pull through 5",
            contenders: &[
                ("hand", by_hand::pulled),
                ("coro", ours::pulled),
                ("coro, pinned", pinned::pulled),
                ("diapause", diapause::pulled),
                ("genawaiter", genawaiter::pulled),
                ("genawaiter, rc", genawaiter_rc::pulled),
                ("genawaiter, sync", genawaiter_sync::pulled),
                ("next-gen", next_gen::pulled),
                ("fauxgen", fauxgen::pulled),
                ("corosensei", corosensei::pulled),
            ],
        },
        Workload {
            name: "delegation, 1 deep",
            contenders: &[
                ("hand", by_hand::deep_1),
                ("coro", ours::deep_1),
                ("coro, pinned", pinned::deep_1),
                ("diapause", diapause::deep_1),
                ("genawaiter", genawaiter::deep_1),
                ("genawaiter, rc", genawaiter_rc::deep_1),
                ("genawaiter, sync", genawaiter_sync::deep_1),
                ("next-gen", next_gen::deep_1),
                ("fauxgen", fauxgen::deep_1),
                ("corosensei", corosensei::deep_1),
            ],
        },
        Workload {
            name: "delegation, 4 deep",
            contenders: &[
                ("hand", by_hand::deep_4),
                ("coro", ours::deep_4),
                ("coro, pinned", pinned::deep_4),
                ("diapause", diapause::deep_4),
                ("genawaiter", genawaiter::deep_4),
                ("genawaiter, rc", genawaiter_rc::deep_4),
                ("genawaiter, sync", genawaiter_sync::deep_4),
                ("next-gen", next_gen::deep_4),
                ("fauxgen", fauxgen::deep_4),
                ("corosensei", corosensei::deep_4),
            ],
        },
        Workload {
            name: "delegation, 16 deep",
            contenders: &[
                ("hand", by_hand::deep_16),
                ("coro", ours::deep_16),
                ("coro, pinned", pinned::deep_16),
                ("diapause", diapause::deep_16),
                ("genawaiter", genawaiter::deep_16),
                ("genawaiter, rc", genawaiter_rc::deep_16),
                ("genawaiter, sync", genawaiter_sync::deep_16),
                ("next-gen", next_gen::deep_16),
                ("fauxgen", fauxgen::deep_16),
                ("corosensei", corosensei::deep_16),
            ],
        },
        Workload {
            name: "delegation, 4 deep, generic",
            contenders: &[
                ("hand", by_hand::deep_4),
                ("coro", ours::generic_4),
                ("coro, pinned", pinned::generic_4),
            ],
        },
        Workload {
            name: "tree walk, recursive",
            contenders: &[
                ("hand", by_hand::recursive),
                ("coro", ours::recursive),
                ("coro, pinned", pinned::recursive),
                ("diapause", diapause::recursive),
                ("genawaiter", genawaiter::recursive),
                ("genawaiter, rc", genawaiter_rc::recursive),
                ("genawaiter, sync", genawaiter_sync::recursive),
                ("next-gen", next_gen::recursive),
                ("fauxgen", fauxgen::recursive),
                ("corosensei", corosensei::recursive),
            ],
        },
    ],
};
