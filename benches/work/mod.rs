//! The same work, done by every contender. In goes an [`Input`], out comes a checksum; whoever gets another
//! checksum than the hand-written one does not do the same work, and nothing is measured.
//!
//! A folder for each family, in it a file for each contender. The bodies of `pinned` are those of `ours`, and all of
//! genawaiter's those of `genawaiter`.

mod composed;
mod flavours;
mod game;
mod input;
mod kept;
mod list;
mod loops;
mod sent;

pub(crate) use input::Input;
pub(crate) use list::FAMILIES;

/// One contender's way of doing it.
pub(crate) type Run = fn(&Input) -> u64;

/// One kind of work.
pub(crate) struct Workload {
    /// What it is called in the tables.
    pub(crate) name: &'static str,
    /// By whom, and how; the first is by hand.
    pub(crate) contenders: &'static [(&'static str, Run)],
}

/// Works that are shown together.
pub(crate) struct Family {
    pub(crate) name: &'static str,
    pub(crate) workloads: &'static [Workload],
}

/// All works whose name has the filter in it.
pub(crate) fn workloads(filter: &str) -> impl Iterator<Item = &'static Workload> {
    let works = FAMILIES.iter().flat_map(|family| family.workloads);
    works.filter(move |work| work.name.contains(filter))
}

/// Panics where a contender's checksum is not that of the first.
pub(crate) fn check() {
    let input = &Input::new(44_100); // more than a generation of the game
    for Workload { name, contenders } in workloads("") {
        let expected = contenders[0].1(input);
        for (contender, run) in *contenders {
            assert_eq!(run(input), expected, "{name}: {contender}");
        }
    }
}
