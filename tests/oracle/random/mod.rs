//! Random bodies: written from a seed, compiled as coroutine by both engines and as plain function in a crate of their own, and compared.
//!
//! ```text
//! ORACLE_SEED=1 ORACLE_COUNT=2000 ORACLE_SIZE=45 cargo test --test oracle random_bodies -- --nocapture
//! ```
//!
//! The defaults are the small batch of CI; `batch.rs` has what each variable says, and what is found. A row is valid if its plain function is.
//! Besides what is written part by part, there are statements out of templates (`holes.rs`), for what is rarer.
//! Bodies that raise and delegate have no plain function, and a test of their own (`interrupted.rs`).

mod assigns;
mod batch;
mod bindings;
mod body;
mod callees;
mod calls;
mod captures;
mod cfgs;
mod drops;
mod falls;
mod flow;
mod heads;
mod holes;
mod interrupted;
mod items;
mod leaves;
mod macros;
mod operators;
mod own;
mod pieces;
mod regions;
mod rows;
mod scope;
mod scratch;
mod shared;
mod types;
mod unpacks;
mod uses;
mod values;
mod walks;

use batch::{try_rows, variable};
use scratch::Table;

const HEAD: &str = "use crate::harness::{Log, Noisy, rows};
use coro::Coroutine;

";

/// The functions that the rows share, here and in the test of those that raise.
const HELPERS: &str = "fn eat(a: Noisy<'_>, n: i32) -> i32 { a.into_n() + n }
fn pass(a: Noisy<'_>, n: i32) -> Noisy<'_> { let _ = n; a }
fn seen(a: &Noisy<'_>, n: i32) -> i32 { a.get() + n }
fn three(log: &Log, a: i32, b: i32, c: i32) -> i32 { log.say(format!(\"three {a} {b} {c}\")); a + b * 2 - c }
fn pick(n: i32) -> Option<i32> { (n != 0).then_some(n) }
fn parse(n: i32) -> Result<i32, String> { pick(n).ok_or_else(|| \"zero\".to_string()) }

";

/// What all rows share, behind these imports.
fn head(imports: &str) -> String {
    [
        imports,
        HELPERS,
        own::TYPES,
        drops::TYPES,
        types::TYPES,
        operators::TYPES,
        pieces::TYPES,
        calls::HELPERS,
        callees::HELPERS,
        walks::TYPES,
        shared::HELPERS,
    ]
    .concat()
}

/// Rows of the plain function only.
const PLAIN: &str = "use crate::harness::plain_yield as co_yield;
macro_rules! valid {
    ($($kind:ident $name:ident<$lt:lifetime>($log:ident $(, $arg:tt : $ty:ty = $init:expr)*) -> $result:ty $body:block)*) => {$(
        pub fn $name<$lt>($log: &$lt Log $(, $arg : $ty)*) -> $result $body
    )*};
}
";

const MODULES: &str = "#[path = \"@/harness.rs\"]
mod harness;
#[path = \"@/log.rs\"]
mod log;
";

/// The size of the bodies, and how much of what is refused is in them.
fn sizes(size: u64) -> (usize, usize) {
    let small = |name, default| usize::try_from(variable(name, default)).expect("a small number");
    (small("ORACLE_SIZE", size), small("ORACLE_KNOWN", 0))
}

fn row(seed: u64) -> String {
    let (size, known) = sizes(8);
    rows::row(seed, size, known)
}

#[test]
fn random_bodies() {
    let table = Table {
        name: "random-bodies",
        modules: MODULES,
        head: head(HEAD),
        rows: "rows",
        valid: PLAIN,
        row,
    };
    try_rows(&table, 60);
}
