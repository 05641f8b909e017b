//! Reserved calls: what verbatim code says that no Rust does.
//!
//! Each is read here, and made here or, where only types and names of the runtime are put together, in `syntax::generated`.

use super::{LeapId, PartId, TypedId};
use crate::syntax::generated;
use proc_macro2::{Ident, Span};
use syn::Expr;

/// The reserved call that stands for leap `id` in verbatim code.
pub(crate) fn leap_call(id: LeapId, operands: &[Expr]) -> Expr {
    let name = Ident::new(&format!("__leap_{}", id.0), Span::mixed_site());
    generated::call(name, operands.iter().cloned(), Span::call_site())
}

/// The leap that a call stands for.
pub(crate) fn leap_of(call: &syn::ExprCall) -> Option<LeapId> {
    numbered(call, "__leap_").map(LeapId)
}

/// The reserved call that stands for `return` of a finished answer of the step.
pub(crate) fn finish_call(answer: &Expr) -> Expr {
    let name = Ident::new("__finish", Span::mixed_site());
    generated::call(name, [answer.clone()], Span::call_site())
}

/// Whether a call is a [`finish_call`].
pub(crate) fn is_finish(call: &syn::ExprCall) -> bool {
    matches!(&*call.func, Expr::Path(path) if path.path.is_ident("__finish"))
}

/// The reserved call that stands for a part, a field by value, of a local that is held after that.
pub(crate) fn part_call(id: PartId, part: &Expr) -> Expr {
    let name = Ident::new(&format!("__part_{}", id.0), Span::mixed_site());
    generated::call(name, [part.clone()], Span::call_site())
}

/// The part that a [`part_call`] stands for.
pub(crate) fn part_of(call: &syn::ExprCall) -> Option<(PartId, &Expr)> {
    call.args
        .first()
        .zip(numbered(call, "__part_"))
        .map(|(part, id)| (PartId(id), part))
}

/// The number of a reserved call with such a name.
fn numbered(call: &syn::ExprCall, prefix: &str) -> Option<usize> {
    let Expr::Path(path) = &*call.func else {
        return None;
    };
    let name = path.path.get_ident()?.to_string();
    name.strip_prefix(prefix)?.parse().ok()
}

/// Stands for what the pattern of a `match` takes out of its scrutinee, which stays whole; with more patterns, one for each
/// alternative, that name what the first leaves, that is given, too, and nothing stays. `_` is what other alternatives leave.
pub(crate) fn left_call(id: PartId, matched: Expr) -> Expr {
    let name = Ident::new(&format!("__left_{}", id.0), Span::mixed_site());
    generated::call(name, [matched], Span::call_site())
}

/// The `match` that a [`left_call`] stands for.
pub(crate) fn left_of(call: &syn::ExprCall) -> Option<(PartId, &syn::ExprMatch)> {
    match (numbered(call, "__left_"), call.args.first()) {
        (Some(id), Some(Expr::Match(matched))) => Some((PartId(id), matched)),
        _ => None,
    }
}

/// Stands for a struct literal with a base, and the parts that it leaves there.
pub(crate) fn base_call(literal: syn::ExprStruct, left: Vec<Expr>) -> Expr {
    let name = Ident::new("__base", Span::mixed_site());
    let arguments = std::iter::once(Expr::Struct(literal)).chain(left);
    generated::call(name, arguments, Span::call_site())
}

/// The literal that a [`base_call`] stands for.
pub(crate) fn base_of(call: &syn::ExprCall) -> Option<&syn::ExprStruct> {
    let base = matches!(&*call.func, Expr::Path(path) if path.path.is_ident("__base"));
    match call.args.first() {
        Some(Expr::Struct(literal)) if base => Some(literal),
        _ => None,
    }
}

/// Stands for an argument whose type a question asks for, and in the question for one of that type.
pub(crate) fn typed_call(id: TypedId, argument: Option<Expr>) -> Expr {
    let name = Ident::new(&format!("__typed_{}", id.0), Span::mixed_site());
    generated::call(name, argument, Span::call_site())
}

/// The argument that a [`typed_call`] stands for, if `argument` is one.
pub(crate) fn typed_of(argument: &Expr) -> Option<(TypedId, Option<&Expr>)> {
    let Expr::Call(call) = argument else {
        return None;
    };
    let id = numbered(call, "__typed_").map(TypedId)?;
    Some((id, call.args.first()))
}

/// Stands for the claim that `place` and `value` are primitive.
pub(crate) fn primitive_call(place: &Expr, value: &Expr) -> Expr {
    let name = Ident::new("__primitive", Span::mixed_site());
    let borrowed = [place, value].map(|side| syn::parse_quote!(&(#side)));
    generated::call(name, borrowed, Span::call_site())
}

/// Whether it is a [`primitive_call`].
pub(crate) fn is_primitive(call: &syn::ExprCall) -> bool {
    matches!(&*call.func, Expr::Path(path) if path.path.is_ident("__primitive"))
}

/// Stands for the claim that the drop of a temporary cannot be seen.
pub(crate) fn unseen_call(made: &Expr) -> Expr {
    let name = Ident::new("__unseen", Span::mixed_site());
    generated::call(name, [made.clone()], Span::call_site())
}

/// What an [`unseen_call`] claims it of.
pub(crate) fn unseen_of(call: &syn::ExprCall) -> Option<&Expr> {
    let unseen = matches!(&*call.func, Expr::Path(path) if path.path.is_ident("__unseen"));
    call.args.first().filter(|_| unseen)
}

/// Whether there are more patterns.
pub(crate) fn names_what_is_left(left: &syn::ExprMatch) -> bool {
    left.arms.len() > 2
}

/// Whether it takes what is sent.
pub(crate) fn is_receive(call: &syn::ExprCall) -> bool {
    is_runtime(call, &["receive", "receive_or_interrupt"])
}

/// Whether it is what was sent.
pub(crate) fn is_received(value: &Expr) -> bool {
    match value {
        Expr::Match(matched) => matches!(&*matched.expr, Expr::Call(call) if is_receive(call)),
        _ => false,
    }
}

/// What a `for` iterates over, where the call makes its iterator.
pub(crate) fn iterated(call: &syn::ExprCall) -> Option<&Expr> {
    call.args.first().filter(|_| is_runtime(call, &["iterate"]))
}

/// The iterator that a `for` asks for its next item.
pub(crate) fn advanced(scrutinee: &Expr) -> Option<&Expr> {
    let Expr::Call(call) = scrutinee else {
        return None;
    };
    match call
        .args
        .first()
        .filter(|_| is_runtime(call, &["advance"]))?
    {
        Expr::Reference(iterator) => Some(&iterator.expr),
        _ => None,
    }
}

/// What a delegate that is lent anew for each round is made of.
pub(crate) fn lent_delegate(call: &syn::ExprCall) -> Option<&Expr> {
    let lends = is_runtime(call, &["lent_delegate"]);
    call.args.first().filter(|_| lends)
}

/// Whether a call is of one of these functions of the runtime.
fn is_runtime(call: &syn::ExprCall, functions: &[&str]) -> bool {
    let Expr::Path(path) = &*call.func else {
        return false;
    };
    let mut names = path.path.segments.iter().map(|segment| &segment.ident);
    names.next().is_some_and(|first| first == "__coro")
        && names.any(|name| functions.iter().any(|function| name == function))
}

/// Whether the path that is called ends in these words.
pub(crate) fn is_called_by(call: &syn::ExprCall, words: [&str; 2]) -> bool {
    let Expr::Path(path) = &*call.func else {
        return false;
    };
    let last = path.path.segments.iter().rev().take(2);
    last.map(|word| word.ident.to_string())
        .eq(words.into_iter().rev())
}

/// The last word of the path that is called.
pub(crate) fn called_name(call: &syn::ExprCall) -> Option<String> {
    let Expr::Path(path) = &*call.func else {
        return None;
    };
    let last = path.path.segments.last();
    last.map(|last| last.ident.to_string())
}
