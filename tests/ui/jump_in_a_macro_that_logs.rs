//! A macro that logs may not evaluate its arguments, so they stay in it: a `break` or a `continue` there cannot leave a loop that yields.

use coro::prelude::*;

macro_rules! info {
    ($($t:tt)*) => {{
        let _ = format!($($t)*);
    }};
}

#[coro::coroutine]
fn numbers(texts: &[&str]) -> impl Iterator<Item = i32> {
    'all: for text in texts {
        co_yield!(1);
        info!("number {}", match text.parse::<i32>() { Ok(n) => n, Err(_) => continue });
        info!("half {}", if text.len() > 3 { break 'all } else { text.len() });
        info!("{}", loop { break 3 });
    }
}

fn main() {
    drop(numbers(&[]));
}
