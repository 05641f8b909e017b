//! The developer command: prints what becomes of one function.
//!
//! `CORO_SHOW=file.rs cargo test -p coro-macros show -- --nocapture`
//! prints the graph as text and as mermaid, the facts, and the expansion.

use super::{compiled, expansion, facts, graph};
use crate::ir::{mermaid, text};

const SAMPLE: &str = "
fn running_mean() -> impl Coroutine<f64, Yield = Option<f64>> {
    let mut mean = None;
    let mut sum = 0.0;
    for n in 1.. {
        sum += co_yield!(mean);
        mean = Some(sum / n as f64);
    }
}
";

#[test]
fn show() {
    let source = match std::env::var("CORO_SHOW") {
        Ok(path) => std::fs::read_to_string(path).expect("CORO_SHOW names a file"),
        Err(_) => SAMPLE.to_owned(),
    };
    let body = graph(&source);
    let drawn = mermaid::print(&body);
    println!("{}\n{drawn}\n{}", text::print(&body), facts(&source));
    println!("{}", expansion(&source));
    assert!(drawn.starts_with("flowchart TD"));
    assert!(compiled(&source).layout.states[0].is_some());
}
