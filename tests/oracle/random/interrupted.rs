//! Random bodies that catch, raise and delegate: compiled by both engines, and compared at sequences of what can be done with a coroutine.
//!
//! ```text
//! ORACLE_SEED=1 ORACLE_COUNT=600 ORACLE_SIZE=30 cargo test --test oracle random_interrupts -- --nocapture
//! ```
//!
//! The defaults are the small batch of CI; `batch.rs` has what each variable says, and what is found. They are the bodies of
//! [`random_bodies`](super::random_bodies) with what only a coroutine can do strewn in (`regions.rs`). There is no plain function to say whether a row
//! is valid Rust: it is if the pinned engine takes it, which leaves the body to rustc. What the rows are driven by is [`crate::interrupts`].

use super::batch::try_rows;
use super::scratch::Table;
use super::{head, regions, rows, sizes};

const HEAD: &str = "use crate::interrupts::driver::both;
use crate::log::{Log, Noisy};
use coro::{Coroutine, Interrupt};

";

const MODULES: &str = "mod interrupts {
    #[path = \"@/interrupts/delegates.rs\"]
    pub(crate) mod delegates;
    #[path = \"@/interrupts/driver.rs\"]
    pub(crate) mod driver;
}
#[path = \"@/log.rs\"]
mod log;
#[path = \"@/rng.rs\"]
mod rng;
";

/// Rows of the pinned engine only.
const PINNED: &str = "macro_rules! valid {
    (body $name:ident<$lt:lifetime>($log:ident $(, $arg:tt : $ty:ty = $init:expr)*) -> $result:ty | $error:ty $body:block) => {
        mod $name { crate::interrupts::driver::pinned! { <$lt> ($log $(, $arg : $ty)*) $result, $error, $body } }
    };
}
";

fn row(seed: u64) -> String {
    let (size, known) = sizes(14);
    rows::interrupted_row(seed, size, known)
}

#[test]
fn random_interrupts() {
    let table = Table {
        name: "random-interrupts",
        modules: MODULES,
        head: head(HEAD) + regions::HELPERS,
        rows: "both",
        valid: PINNED,
        row,
    };
    try_rows(&table, 40);
}
