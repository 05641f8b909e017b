//! As generators of fauxgen: an async block, polled, the values passed through the waker. There is no tree
//! walk: in edition 2024 a generator with a borrowed argument does not compile.

use std::pin::pin;

use crate::work::input::{Input, fold, mix};

#[fauxgen::generator(yield = u32)]
fn table_of(to: u32) {
    let mut table = [0u64; 256];
    let mut i = 0;
    while i < to {
        let k = (i % 256) as usize;
        table[k] = mix(table[k], u64::from(i));
        r#yield!(table[k] as u32);
        i += 1;
    }
}

#[inline(never)]
pub(crate) fn table(input: &Input) -> u64 {
    fold(pin!(table_of(input.values)))
}
