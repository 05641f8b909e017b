//! The compiler of `coro`: the attribute `#[coro::coroutine]`.
//!
//! This is the only file that names `proc_macro`; everything below works on
//! `proc_macro2` tokens, so that each stage can be run and tested as a library.

mod bindings;
mod build;
mod captures;
mod compile;
mod diagnostics;
mod emit;
mod expand;
mod fields;
mod flow;
mod frame;
mod in_place;
mod ir;
mod layout;
mod lent;
mod messages;
mod methods;
mod owners;
mod reports;
mod resolve;
mod returns;
mod signpost;
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

/// `#[coro::coroutine(pinned)]`, for the tests that run over both engines.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn pinned(
    arguments: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    let arguments = proc_macro2::TokenStream::from(arguments);
    expand::expand(quote::quote!(pinned, #arguments), item.into()).into()
}
