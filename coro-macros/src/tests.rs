//! The pipeline run as a library: graphs, facts and expansions of Rust text.

mod carets;
mod check;
mod facts;
mod fixtures;
mod graph;
mod mentions;
mod show;
mod supposed;
mod wide;
mod workspace;

use crate::compile::{self, Compiled};
use crate::diagnostics::Diagnostics;
use crate::expand;
use crate::{build, flow, resolve, simplify, syntax};
use proc_macro2::TokenStream;

/// The source of a coroutine, read.
fn source(text: &str) -> syntax::Source {
    let mut diagnostics = Diagnostics::default();
    let function: syn::ItemFn = syn::parse_str(text).expect("the text is a function");
    let arguments = syntax::arguments::parse(TokenStream::new(), &mut diagnostics);
    match expand::read(arguments, function, &mut diagnostics) {
        Ok(source) => source,
        Err(expand::Refused { errors, .. }) => panic!("refused: {errors}"),
    }
}

/// The simplified graph.
fn graph(text: &str) -> crate::ir::Body {
    let source = source(text);
    let mut diagnostics = Diagnostics::default();
    let names = build::Names {
        private: syn::parse_quote!(__coro),
        yields: syn::parse_quote!(_),
        resume: source.protocol.resume.clone(),
        throws: source.protocol.throws.clone(),
    };
    let resolved = resolve::resolve(&source.parameters, &source.body);
    let mut body = build::build(resolved, &names, &mut diagnostics);
    diagnostics.close().expect("the body is supported");
    simplify::simplify(&mut body, true);
    check(&body);
    body
}

/// The graph keeps the laws of graphs.
fn check(body: &crate::ir::Body) {
    if let Err(broken) = crate::ir::check::check(body) {
        panic!("{broken}\n{}", crate::ir::text::print(body));
    }
}

/// The graph's text, with what stands at every yield written short.
fn print(body: &crate::ir::Body) -> String {
    let text = crate::ir::text::print(body);
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("match __coro :: receive") {
        out.push_str(&rest[..at]);
        let (_, raised) = rest.split_once(":: Break (").expect("it may stop");
        let (stop, raised) = raised.split_once(") => ").expect("it binds why");
        let (raised, after) = raised.split_once(" , }").expect("it has two arms");
        out.push_str("SENT");
        if raised != format!("__finish (__coro :: Err ({stop}))") {
            out.push_str(" or ");
            out.push_str(&raised.replace(stop, "stop"));
        }
        rest = after;
    }
    out.push_str(rest);
    out.replace("__coro :: core :: ", "")
        .replace("__coro :: ", "")
}

/// What each block needs and may have to drop, beside its name.
fn facts(text: &str) -> String {
    use std::fmt::Write;
    let body = graph(text);
    let flow = flow::analyse(&body);
    let mut out = String::new();
    for id in body.ids() {
        let _ = write!(out, "b{} {:?}:", id.0, body.block(id).role);
        for local in body.locals.ids() {
            let known = body.locals.get(local);
            let Some(scope) = known.scope else { continue };
            if !body.block(id).open.contains(&scope) {
                continue;
            }
            let live = if flow.live_at(id, local) { "live " } else { "" };
            let init = format!("{:?}", flow.init_at(id, local));
            // Which question it is does not matter here.
            let init = init.split('(').next().unwrap_or_default();
            let _ = write!(out, " {} {live}{init};", known.name);
        }
        out.push('\n');
    }
    out
}

/// What each state keeps, in the order of declaration, and declares anew.
///
/// `x`: as it is; `(x)`: for its drop alone; `(x?)`: for its drop, if it was not
/// moved on the way.
fn kept(text: &str) -> String {
    use crate::layout::Form;
    let Compiled { body, layout, .. } = compiled(text);
    let name = |local| &body.locals.get(local).name;
    let mut out = String::new();
    for (id, state) in body.ids().zip(&layout.states) {
        let Some(state) = state else { continue };
        let kept = state.iter().map(|kept| match kept.form {
            Form::Live => name(kept.local).clone(),
            Form::Dead => format!("({})", name(kept.local)),
            Form::Flagged => format!("({}?)", name(kept.local)),
        });
        let anew = layout.anew.get(&id).into_iter().flatten();
        let anew = anew.map(|local| format!("let {}", name(*local)));
        let all: Vec<String> = kept.chain(anew).collect();
        out += &format!("{:?}: {}", body.block(id).role, all.join(", "));
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out
}

/// The layout, or the names of the locals that are in its way.
fn compiled(text: &str) -> Compiled {
    let mut diagnostics = Diagnostics::default();
    match compile::compile(&source(text), &mut diagnostics) {
        Ok(compiled) => {
            check(&compiled.body);
            compiled
        }
        Err(errors) => panic!("refused: {errors}"),
    }
}

/// The formatted expansion.
fn expansion(text: &str) -> String {
    let tokens = expand::expand(TokenStream::new(), syn::parse_str(text).expect("tokens"));
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(error) => panic!("the expansion does not parse: {error}\n{tokens}"),
    }
}

/// A bug of the compiler's is an error at the function, which is there for its callers.
#[test]
fn a_panic_is_an_error() {
    let item = quote::quote!(
        fn f() -> impl Iterator<Item = u8> {}
    );
    let expanded =
        crate::expand::guarded(quote::quote!(), item, || panic!("{} of a kind", 3)).to_string();
    assert!(
        expanded.contains("a bug of `coro` (3 of a kind)"),
        "{expanded}"
    );
    assert!(expanded.contains("fn f ()"), "{expanded}");
}
