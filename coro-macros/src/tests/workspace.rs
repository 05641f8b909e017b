//! Every coroutine of the workspace compiles to a graph that keeps the laws.
//!
//! The sources of `examples`, `tests` and `benches` are read; so are the bodies
//! in the oracle's rows, which are the tokens of macros. What is refused, as it
//! is in `tests/ui`, has no graph and is passed over.

use crate::diagnostics::Diagnostics;
use crate::{compile, expand, ir, syntax};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

/// The functions found in one file.
#[derive(Default)]
struct Found(Vec<syn::ItemFn>);

impl Found {
    fn function(&mut self, attributes: &[syn::Attribute], function: syn::ItemFn) {
        let named = |attribute: &syn::Attribute| {
            let mut path = attribute.path().segments.iter().map(|s| &s.ident);
            path.next().is_some_and(|first| first == "coro")
                && path.next().is_some_and(|second| second == "coroutine")
        };
        if attributes.iter().any(named) {
            self.0.push(syn::ItemFn {
                attrs: Vec::new(),
                ..function
            });
        }
    }

    /// Braces with a marker in them: the body of a row.
    fn rows(&mut self, tokens: TokenStream) {
        for token in tokens {
            let TokenTree::Group(group) = token else {
                continue;
            };
            let braced = group.delimiter() == Delimiter::Brace;
            if braced && syntax::markers::in_tokens(&group.stream()) {
                let body = TokenStream::from(TokenTree::Group(group.clone()));
                if let Ok(body) = syn::parse2::<syn::Block>(body) {
                    self.0.push(syn::parse_quote! {
                        fn row(log: &Log) -> impl Coroutine<i32, Yield = i32, Return = T> #body
                    });
                    continue;
                }
            }
            self.rows(group.stream());
        }
    }
}

impl<'ast> Visit<'ast> for Found {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.function(&function.attrs, function.clone());
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, method: &'ast syn::ImplItemFn) {
        let function = syn::ItemFn {
            attrs: Vec::new(),
            vis: method.vis.clone(),
            sig: method.sig.clone(),
            block: Box::new(method.block.clone()),
        };
        self.function(&method.attrs, function);
        visit::visit_impl_item_fn(self, method);
    }

    fn visit_item_macro(&mut self, mac: &'ast syn::ItemMacro) {
        // What `macro_rules!` defines has holes in it.
        if mac.ident.is_none() {
            self.rows(mac.mac.tokens.clone());
        }
    }
}

/// Whether `function` has a graph; panics if it breaks a law.
fn checked(file: &Path, function: syn::ItemFn) -> bool {
    let name = function.sig.ident.clone();
    let mut diagnostics = Diagnostics::default();
    let arguments = syntax::arguments::parse(TokenStream::new(), &mut diagnostics);
    let Ok(source) = expand::read(arguments, function, &mut diagnostics) else {
        return false;
    };
    let Ok(compiled) = compile::compile(&source, &mut diagnostics) else {
        return false;
    };
    if let Err(broken) = ir::check::check(&compiled.body) {
        let graph = super::print(&compiled.body);
        panic!("{}, {name}: {broken}\n{graph}", file.display());
    }
    true
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_graph_keeps_the_laws() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for folder in ["examples", "tests", "benches"] {
        sources(&root.join(folder), &mut files);
    }
    let (mut kept, mut refused) = (0, 0);
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source can be read");
        // Some files of `tests/ui` are not even Rust.
        let Ok(parsed) = syn::parse_file(&text) else {
            continue;
        };
        let mut found = Found::default();
        found.visit_file(&parsed);
        for function in found.0 {
            match checked(&file, function) {
                true => kept += 1,
                false => refused += 1,
            }
        }
    }
    // A published crate is alone, without the workspace around it.
    assert!(
        kept == 0 || kept > 400,
        "{kept} of {} found",
        kept + refused
    );
    assert!(
        refused * 4 < kept.max(1),
        "{refused} refused, {kept} compiled"
    );
}
