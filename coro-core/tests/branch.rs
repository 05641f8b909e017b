//! `?` as emitted code spells it: branch, then let rustc's own `?` convert the residual.
use coro_core::__private::Branch;
use std::ops::ControlFlow;

macro_rules! question {
    ($operand:expr, $type:ty) => {
        match Branch::branch($operand) {
            ControlFlow::Continue(value) => value,
            ControlFlow::Break(residual) => {
                return (|| -> $type { match residual? {} })();
            }
        }
    };
}

#[test]
fn result_converts_the_error() {
    fn parse(s: &str) -> Result<i32, Box<dyn std::error::Error>> {
        Ok(question!(s.parse::<i32>(), Result<i32, Box<dyn std::error::Error>>) + 1)
    }
    assert_eq!(parse("1").unwrap(), 2);
    assert!(parse("x").is_err());
}

#[test]
fn option_and_control_flow() {
    fn first(s: &[i32]) -> Option<i32> {
        Some(question!(s.first(), Option<i32>) + 1)
    }
    assert_eq!((first(&[1]), first(&[])), (Some(2), None));
    fn flow(c: ControlFlow<&'static str, i32>) -> ControlFlow<&'static str, i32> {
        ControlFlow::Continue(question!(c, ControlFlow<&'static str, i32>) + 1)
    }
    assert_eq!(flow(ControlFlow::Continue(1)), ControlFlow::Continue(2));
    assert_eq!(flow(ControlFlow::Break("no")), ControlFlow::Break("no"));
}
