//! The self-check of the graph finds what breaks each of its laws.

use super::graph;
use crate::ir::check::check;
use crate::ir::{BlockId, Body, ENTRY, Exit, LocalId, Origin, ScopeId, Step};
use proc_macro2::Span;

/// `b0` leads to the head `b1`, `b1` to `b2` or `b4`, `b2` to `b3` and that to `b1`.
fn cycle() -> Body {
    graph("fn f(a: A) -> impl Coroutine { while g(a) { co_yield!(h(a)); } k(); }")
}

/// What is said of the graph after `broken` has changed it.
fn said(broken: impl FnOnce(&mut Body)) -> String {
    let mut body = cycle();
    assert_eq!(check(&body), Ok(()));
    broken(&mut body);
    check(&body).expect_err("a law is broken")
}

fn code(body: &mut Body, block: usize, code: syn::Stmt) {
    body.blocks[block].steps.push(Step::Code(code));
}

#[test]
fn ends() {
    let lost = said(|body| body.blocks[4].exit = Exit::Diverge);
    assert_eq!(lost, "b4: control gets to its end, and goes nowhere");
}

#[test]
fn targets() {
    let missing = said(|body| body.blocks[0].exit = Exit::Goto(BlockId(9)));
    assert_eq!(missing, "b0: b9 does not exist");
    let entry = said(|body| body.blocks[3].exit = Exit::Goto(ENTRY));
    assert_eq!(entry, "b3: the entry is a target");
    let leap = said(|body| {
        code(
            body,
            2,
            syn::parse_quote!(if x {
                __leap_7()
            }),
        )
    });
    assert_eq!(leap, "b2: `__leap_7` does not exist");
}

#[test]
fn scopes() {
    let missing = said(|body| body.blocks[0].open.push(ScopeId(99)));
    assert_eq!(missing, "b0: s99 does not exist");
    let closed = said(|body| {
        body.blocks[0].steps.push(Step::Close(ScopeId(1)));
        body.blocks[0].steps.push(Step::Close(ScopeId(1)));
    });
    assert_eq!(closed, "b0: s1 closes before s0");
    let order = said(|body| body.blocks[2].steps.push(Step::Close(ScopeId(0))));
    assert_eq!(order, "b2: s0 closes before s4");
    let all = said(|body| {
        body.blocks[0].steps = [1, 0, 0].map(|s| Step::Close(ScopeId(s))).to_vec();
        body.blocks[0].steps.insert(0, Step::Open(ScopeId(1)));
    });
    assert_eq!(all, "b0: s0 is not open");
    let nested = said(|body| body.blocks[0].steps.push(Step::Open(ScopeId(0))));
    assert_eq!(nested, "b0: s0 is not inside s1");
}

#[test]
fn edges() {
    let edge = said(|body| body.blocks[0].steps.clear());
    assert_eq!(edge, "b0: [s0] is open, and b1 begins in [s0 s1]");
}

#[test]
fn names() {
    let tag = said(|body| code(body, 0, syn::parse_quote!(g(__l77_x);)));
    assert_eq!(tag, "b0: `__l77_x` is no local");
    let marker = said(|body| code(body, 0, syn::parse_quote!(g(|| __co_yield(1));)));
    assert_eq!(marker, "b0: `__co_yield` is left");
    let scope = said(|body| {
        let local = body
            .locals
            .add("late", None, Origin::User, Span::call_site());
        body.locals.get_mut(local).scope = Some(ScopeId(4));
        body.blocks[0].steps.push(Step::Declare(local));
    });
    assert_eq!(scope, "b0: `late` belongs to s4, and [s0 s1] is open");
    let captured = said(|body| {
        body.locals.get_mut(LocalId(0)).scope = Some(ScopeId(4));
        code(body, 4, syn::parse_quote!(println!("{__l0_a}");));
    });
    assert!(captured.contains("`a` belongs to s4"), "{captured}");
}

/// The law that lets rustc infer a state's types: built before taken apart.
#[test]
fn order() {
    let unreached = said(|body| {
        code(body, 0, syn::parse_quote!(panic!();));
        body.blocks[0].exit = Exit::Diverge;
    });
    assert_eq!(unreached, "b1: no block before it leads to it");
    let back = said(|body| {
        body.blocks[4].steps.clear();
        body.blocks[4].exit = Exit::Goto(BlockId(1));
        body.blocks[1].exit = Exit::Goto(BlockId(2));
        code(body, 3, syn::parse_quote!(panic!();));
        body.blocks[3].exit = Exit::Diverge;
        body.blocks[0].exit = Exit::Branch {
            condition: syn::parse_quote!(x),
            then: BlockId(1),
            otherwise: BlockId(4),
        };
    });
    assert!(back.starts_with('b'), "{back}");
}
