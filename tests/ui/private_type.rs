//! Nothing hides a private type in a public signature.

#![deny(private_interfaces)]

use coro::prelude::*;

mod inner {
    use coro::prelude::*;

    struct Secret;

    #[coro::coroutine]
    pub fn secrets() -> impl Iterator<Item = Secret> {
        co_yield!(Secret);
    }
}

fn main() {
    let mut secrets = inner::secrets();
    secrets.next();
}
