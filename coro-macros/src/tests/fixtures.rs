//! Chosen coroutines: the input (`NAME.rs`), its graph (`NAME.graph.txt`), and
//! its formatted expansion (`NAME.expanded.rs`), to be read by a person.

use super::{check, compiled, graph, print};
use expect_test::expect_file;
use proc_macro2::TokenStream;

/// The function in the text of a fixture, and its attribute's arguments.
fn fixture(text: &str) -> (TokenStream, syn::ItemFn) {
    let mut function: syn::ItemFn = syn::parse_str(text).expect("a fixture is a function");
    let at = function
        .attrs
        .iter()
        .position(|attribute| !attribute.path().is_ident("doc"))
        .expect("a fixture is annotated");
    let arguments = match function.attrs.remove(at).meta {
        syn::Meta::List(list) => list.tokens,
        _ => TokenStream::new(),
    };
    (arguments, function)
}

/// The expansion, formatted, with the runtime's paths as they are emitted.
fn expanded(arguments: TokenStream, function: &syn::ItemFn) -> String {
    let tokens = crate::expand::expand(arguments, quote::quote!(#function));
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(error) => panic!("the expansion does not parse: {error}\n{tokens}"),
    }
}

macro_rules! fixtures {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                let text = include_str!(concat!("fixtures/", stringify!($name), ".rs"));
                let (arguments, function) = fixture(text);
                let source = quote::quote!(#function).to_string();
                let body = graph(&source);
                check(&compiled(&source).body);
                expect_file![concat!("fixtures/", stringify!($name), ".graph.txt")]
                    .assert_eq(&print(&body));
                expect_file![concat!("fixtures/", stringify!($name), ".expanded.rs")]
                    .assert_eq(&expanded(arguments, &function));
            }
        )*
    };
}

fixtures! {
    hidden_return running_mean range_gen filter_line method guard_held shadowing conditional_move
    caught delegation labelled_loops match_bindings primed slots
}

/// The other engine has no graph.
#[test]
fn pinned() {
    let (arguments, function) = fixture(include_str!("fixtures/pinned.rs"));
    expect_file!["fixtures/pinned.expanded.rs"].assert_eq(&expanded(arguments, &function));
}
