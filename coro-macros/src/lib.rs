//! The compiler of `coro`: the attribute `#[coro::coroutine]`.
//!
//! This is the only file that names `proc_macro`; everything below works on
//! `proc_macro2` tokens, so that each stage can be run and tested as a library.

mod build;
mod diagnostics;
mod emit;
mod expand;
mod flow;
mod ir;
mod layout;
mod messages;
mod methods;
mod resolve;
mod simplify;
mod syntax;
mod validate;

#[cfg(test)]
mod tests;

/// Turns a function with yield points into a coroutine.
///
/// Use it through the crate `coro`, where it is documented.
#[proc_macro_attribute]
pub fn coroutine(
    arguments: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    expand::expand(arguments.into(), item.into()).into()
}
