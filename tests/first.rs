use coro::prelude::*;

#[coro::coroutine]
fn running_mean() -> impl Coroutine<f64, Yield = Option<f64>> {
    let mut mean = None;
    let mut sum = 0.0;
    for n in 1.. {
        sum += co_yield!(mean);
        mean = Some(sum / n as f64);
    }
}

#[test]
fn mean() {
    let mut m = running_mean();
    assert_eq!(m.send(2.0), Ok(Some(2.0)));
    assert_eq!(m.send(4.0), Ok(Some(3.0)));
}
