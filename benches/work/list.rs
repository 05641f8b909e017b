//! Everything that is measured.

use super::{Family, Workload, composed, kept, loops, sent};

pub(crate) const FAMILIES: &[Family] = &[
    Family {
        name: "Loops over scalars",
        workloads: &[
            Workload {
                name: "range, sum",
                contenders: &[
                    ("hand", loops::by_hand::range_sum),
                    ("coro", loops::ours::range_sum),
                    ("coro, pinned", loops::pinned::range_sum),
                ],
            },
            Workload {
                name: "range, fold",
                contenders: &[
                    ("hand", loops::by_hand::range_fold),
                    ("coro", loops::ours::range_fold),
                    ("coro, pinned", loops::pinned::range_fold),
                    ("diapause", loops::diapause::range),
                    ("genawaiter", loops::genawaiter::range),
                    ("next-gen", loops::next_gen::range),
                    ("fauxgen", loops::fauxgen::range),
                    ("corosensei", loops::corosensei::range),
                ],
            },
            Workload {
                name: "range, for",
                contenders: &[
                    ("hand", loops::by_hand::range_for),
                    ("coro", loops::ours::range_for),
                    ("coro, pinned", loops::pinned::range_for),
                ],
            },
            Workload {
                name: "range, send",
                contenders: &[
                    ("hand", loops::by_hand::range_fold),
                    ("coro", loops::ours::range_send),
                    ("coro, pinned", loops::pinned::range_send),
                ],
            },
            Workload {
                name: "range, Iter",
                contenders: &[
                    ("hand", loops::by_hand::range_fold),
                    ("coro", loops::ours::range_iter),
                    ("coro, pinned", loops::pinned::range_iter),
                ],
            },
            Workload {
                name: "fibonacci",
                contenders: &[
                    ("hand", loops::by_hand::fibonacci),
                    ("coro", loops::ours::fibonacci),
                    ("coro, pinned", loops::pinned::fibonacci),
                    ("diapause", loops::diapause::fibonacci),
                    ("genawaiter", loops::genawaiter::fibonacci),
                    ("next-gen", loops::next_gen::fibonacci),
                    ("fauxgen", loops::fauxgen::fibonacci),
                ],
            },
            Workload {
                name: "grid",
                contenders: &[
                    ("hand", loops::by_hand::grid),
                    ("coro", loops::ours::grid),
                    ("coro, pinned", loops::pinned::grid),
                    ("diapause", loops::diapause::grid),
                    ("genawaiter", loops::genawaiter::grid),
                    ("next-gen", loops::next_gen::grid),
                    ("fauxgen", loops::fauxgen::grid),
                ],
            },
            Workload {
                name: "triples",
                contenders: &[
                    ("hand", loops::by_hand::triples),
                    ("coro", loops::ours::triples),
                    ("coro, pinned", loops::pinned::triples),
                    ("diapause", loops::diapause::triples),
                    ("genawaiter", loops::genawaiter::triples),
                    ("next-gen", loops::next_gen::triples),
                    ("fauxgen", loops::fauxgen::triples),
                    ("corosensei", loops::corosensei::triples),
                ],
            },
            Workload {
                name: "made, asked once, dropped",
                contenders: &[
                    ("hand", loops::by_hand::created),
                    ("coro", loops::ours::created),
                    ("coro, pinned", loops::pinned::created),
                    ("diapause", loops::diapause::created),
                    ("genawaiter", loops::genawaiter::created),
                    ("next-gen", loops::next_gen::created),
                    ("fauxgen", loops::fauxgen::created),
                    ("corosensei", loops::corosensei::created),
                ],
            },
        ],
    },
    Family {
        name: "State kept across yields",
        workloads: &[
            Workload {
                name: "tree walk",
                contenders: &[
                    ("hand", kept::by_hand::tree),
                    ("coro", kept::ours::tree),
                    ("coro, pinned", kept::pinned::tree),
                    ("diapause", kept::diapause::tree),
                    ("genawaiter", kept::genawaiter::tree),
                    ("next-gen", kept::next_gen::tree),
                    ("corosensei", kept::corosensei::tree),
                ],
            },
            Workload {
                name: "[u64; 256] kept",
                contenders: &[
                    ("hand", kept::by_hand::table),
                    ("coro", kept::ours::table),
                    ("coro, pinned", kept::pinned::table),
                    ("diapause", kept::diapause::table),
                    ("genawaiter", kept::genawaiter::table),
                    ("next-gen", kept::next_gen::table),
                    ("fauxgen", kept::fauxgen::table),
                    ("corosensei", kept::corosensei::table),
                ],
            },
            Workload {
                name: "tokenizer",
                contenders: &[
                    ("hand", kept::by_hand::tokenizer),
                    ("coro", kept::ours::tokenizer),
                    ("coro, pinned", kept::pinned::tokenizer),
                    ("diapause", kept::diapause::tokenizer),
                    ("genawaiter", kept::genawaiter::tokenizer),
                    ("next-gen", kept::next_gen::tokenizer),
                    ("corosensei", kept::corosensei::tokenizer),
                ],
            },
        ],
    },
    Family {
        name: "Values sent in",
        workloads: &[
            Workload {
                name: "running mean",
                contenders: &[
                    ("hand", sent::by_hand::mean),
                    ("coro", sent::ours::mean),
                    ("coro, pinned", sent::pinned::mean),
                    ("diapause", sent::diapause::mean),
                    ("genawaiter", sent::genawaiter::mean),
                    ("next-gen", sent::next_gen::mean),
                    ("fauxgen", sent::fauxgen::mean),
                    ("corosensei", sent::corosensei::mean),
                ],
            },
            Workload {
                name: "push through 5",
                contenders: &[
                    ("hand", sent::by_hand::pushed),
                    ("coro", sent::ours::pushed),
                    ("coro, pinned", sent::pinned::pushed),
                    ("diapause", sent::diapause::pushed),
                    ("genawaiter", sent::genawaiter::pushed),
                    ("next-gen", sent::next_gen::pushed),
                    ("fauxgen", sent::fauxgen::pushed),
                ],
            },
            Workload {
                name: "throw and catch",
                contenders: &[
                    ("hand", sent::by_hand::thrown),
                    ("coro", sent::ours::thrown),
                    ("coro, pinned", sent::pinned::thrown),
                ],
            },
            Workload {
                name: "Game of Life",
                contenders: &[
                    ("hand", sent::by_hand::life),
                    ("coro", sent::ours::life),
                    ("coro, pinned", sent::pinned::life),
                    ("diapause", sent::diapause::life),
                    ("genawaiter", sent::genawaiter::life),
                    ("fauxgen", sent::fauxgen::life),
                    ("corosensei", sent::corosensei::life),
                ],
            },
        ],
    },
    Family {
        name: "Generators of generators",
        workloads: &[
            Workload {
                name: "pull through 5",
                contenders: &[
                    ("hand", composed::by_hand::pulled),
                    ("coro", composed::ours::pulled),
                    ("coro, pinned", composed::pinned::pulled),
                    ("diapause", composed::diapause::pulled),
                    ("genawaiter", composed::genawaiter::pulled),
                    ("next-gen", composed::next_gen::pulled),
                    ("fauxgen", composed::fauxgen::pulled),
                ],
            },
            Workload {
                name: "delegation, 1 deep",
                contenders: &[
                    ("hand", composed::by_hand::deep_1),
                    ("coro", composed::ours::deep_1),
                    ("coro, pinned", composed::pinned::deep_1),
                    ("diapause", composed::diapause::deep_1),
                    ("genawaiter", composed::genawaiter::deep_1),
                    ("next-gen", composed::next_gen::deep_1),
                    ("fauxgen", composed::fauxgen::deep_1),
                ],
            },
            Workload {
                name: "delegation, 4 deep",
                contenders: &[
                    ("hand", composed::by_hand::deep_4),
                    ("coro", composed::ours::deep_4),
                    ("coro, pinned", composed::pinned::deep_4),
                    ("diapause", composed::diapause::deep_4),
                    ("genawaiter", composed::genawaiter::deep_4),
                    ("next-gen", composed::next_gen::deep_4),
                    ("fauxgen", composed::fauxgen::deep_4),
                ],
            },
            Workload {
                name: "delegation, 16 deep",
                contenders: &[
                    ("hand", composed::by_hand::deep_16),
                    ("coro", composed::ours::deep_16),
                    ("coro, pinned", composed::pinned::deep_16),
                    ("diapause", composed::diapause::deep_16),
                    ("genawaiter", composed::genawaiter::deep_16),
                    ("next-gen", composed::next_gen::deep_16),
                    ("fauxgen", composed::fauxgen::deep_16),
                ],
            },
            Workload {
                name: "delegation, 4 deep, generic",
                contenders: &[
                    ("hand", composed::by_hand::deep_4),
                    ("coro", composed::ours::generic_4),
                    ("coro, pinned", composed::pinned::generic_4),
                ],
            },
        ],
    },
    Family {
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
    },
];
