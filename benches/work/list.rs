//! Everything that is measured.

use super::{Family, Workload, composed, kept, loops, sent};

pub(crate) const FAMILIES: &[Family] = &[
    loops::FAMILY,
    kept::FAMILY,
    sent::FAMILY,
    composed::FAMILY,
    DYN,
];

/// Bodies of the other families.
const DYN: Family = Family {
    name: "Behind a dyn",
    workloads: &[
        Workload {
            name: "range, dyn",
            contenders: &[
                ("hand", loops::by_hand::range_dyn),
                ("coro", loops::ours::range_dyn),
                ("coro, pinned", loops::pinned::range_dyn),
                ("diapause", loops::diapause::range_dyn),
            ],
        },
        Workload {
            name: "grid, dyn",
            contenders: &[
                ("hand", loops::by_hand::grid_dyn),
                ("coro", loops::ours::grid_dyn),
                ("coro, pinned", loops::pinned::grid_dyn),
                ("diapause", loops::diapause::grid_dyn),
            ],
        },
        Workload {
            name: "[u64; 256] kept, dyn",
            contenders: &[
                ("hand", kept::by_hand::table_dyn),
                ("coro", kept::ours::table_dyn),
                ("coro, pinned", kept::pinned::table_dyn),
                ("diapause", kept::diapause::table_dyn),
            ],
        },
        Workload {
            name: "running mean, dyn",
            contenders: &[
                ("hand", sent::by_hand::mean_dyn),
                ("coro", sent::ours::mean_dyn),
                ("coro, pinned", sent::pinned::mean_dyn),
                ("diapause", sent::diapause::mean_dyn),
            ],
        },
        Workload {
            name: "delegation, 4 deep, dyn",
            contenders: &[
                ("hand", composed::by_hand::deep_4_dyn),
                ("coro", composed::ours::deep_4_dyn),
                ("coro, pinned", composed::pinned::deep_4_dyn),
                ("diapause", composed::diapause::deep_4_dyn),
            ],
        },
    ],
};
