//! Macros with their arguments outside of them.
//!
//! In: a macro call with a marker, or a jump, among its arguments. Out: the same call on the values of its arguments, bound by a `match` first:
//! the arguments then stand where an expression may yield. `println!("{}", co_yield!(1))` becomes
//! `match (&co_yield!(1),) { (arg,) => println!("{}", *arg) }`.

use super::assertions::{asserted, checked_in_debug, compared, if_debug};
use super::{Argument, Matches, Repeat, parsed};
use crate::syntax::{delimiters, markers};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Macro, parse_quote, parse_quote_spanned};

/// The call with its arguments bound first; `None` if this macro is not known,
/// or its arguments are not those it takes. `written`: what the user has written for some code, given as text.
pub(crate) fn bind_arguments(mac: &Macro, written: &dyn Fn(String) -> String) -> Option<Expr> {
    if let Some(checked) = checked_in_debug(mac) {
        let bound = bind_arguments(&checked, written)?;
        return Some(if_debug(mac, &quote!(#bound;)));
    }
    let name = mac.path.segments.last()?.ident.to_string();
    match name.as_str() {
        // A block: its temporaries end with it.
        "print" | "println" | "eprint" | "eprintln" | "format" => {
            formatted(mac, 0).map(|bound| parse_quote_spanned!(place(mac)=> { #bound }))
        }
        "panic" | "todo" | "unimplemented" | "unreachable" => formatted(mac, 0),
        "write" | "writeln" => formatted(mac, 1),
        "vec" | "dbg" => listed(mac),
        "assert" => asserted(mac, written),
        "assert_eq" | "assert_ne" => compared(mac),
        "matches" => matched(mac),
        _ => None,
    }
}

/// Format macros read their arguments in place. `skip`: arguments before the format.
pub(super) fn formatted(mac: &Macro, skip: usize) -> Option<Expr> {
    let arguments: Vec<Argument> = parsed(mac)?;
    let (first, arguments) = arguments.split_at_checked(skip + 1)?;
    if first
        .iter()
        .any(|argument| markers::in_tokens(&argument.value.to_token_stream()))
    {
        return None;
    }
    let mut first: Vec<Expr> = first
        .iter()
        .map(|argument| argument.value.clone())
        .collect();
    let names = bound_all(arguments.iter().map(|argument| &argument.value));
    let destination = match first.first_mut() {
        Some(destination) if skip > 0 && !is_read_in_place(destination) => Some(destination),
        _ => None,
    };
    let (outer, names) = match destination {
        // Evaluated first, as a receiver is.
        Some(destination) => {
            let name = bound(arguments.len(), destination);
            let value = std::mem::replace(destination, parse_quote!(#name));
            (Some((name, quote!(&mut (#value)))), names)
        }
        None => (None, names),
    };
    let values = lent(arguments);
    let (path, rebuilt) = (&mac.path, labelled(arguments, &names));
    let call = quote_spanned!(place(mac)=> #path!(#(#first,)* #(#rebuilt),*));
    let (names, values): (Vec<_>, Vec<_>) = match outer {
        Some(outer) => std::iter::once(outer)
            .chain(names.iter().cloned().zip(values))
            .unzip(),
        None => (names.clone(), values),
    };
    Some(with(mac, &values, &names, &call))
}

/// What a macro that reads its arguments in place is given of them.
pub(super) fn lent(arguments: &[Argument]) -> Vec<TokenStream> {
    let values = arguments.iter().map(|argument| &argument.value);
    values.map(|value| quote!(&(#value))).collect()
}

/// The arguments again, of what is behind their names.
pub(super) fn labelled(arguments: &[Argument], names: &[Ident]) -> Vec<TokenStream> {
    let labelled = arguments.iter().zip(names).map(|(argument, name)| {
        let label = argument.name.as_ref().map(|label| quote!(#label =));
        let behind = behind(name);
        quote!(#label #behind)
    });
    labelled.collect()
}

/// A place is read where it stands.
fn is_read_in_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Field(field) => is_read_in_place(&field.base),
        Expr::Unary(unary) => {
            matches!(unary.op, syn::UnOp::Deref(_)) && is_read_in_place(&unary.expr)
        }
        Expr::Reference(reference) => is_read_in_place(&reference.expr),
        Expr::Paren(inner) => is_read_in_place(&inner.expr),
        _ => false,
    }
}

fn listed(mac: &Macro) -> Option<Expr> {
    if let Ok(Repeat { value, count }) = syn::parse2(mac.tokens.clone()) {
        let (path, values) = (&mac.path, [value, count]);
        let names = bound_all(&values);
        let (a, b) = (&names[0], &names[1]);
        let call = quote_spanned!(place(mac)=> #path![#a; #b]);
        return Some(with(mac, &values, &names, &call));
    }
    let values: Vec<Expr> = parsed(mac)?;
    let names = bound_all(&values);
    let path = &mac.path;
    let call = quote_spanned!(place(mac)=> #path![#(#names),*]);
    Some(with(mac, &values, &names, &call))
}

fn matched(mac: &Macro) -> Option<Expr> {
    let Matches {
        mut value,
        pattern,
        guard,
    } = syn::parse2(mac.tokens.clone()).ok()?;
    delimiters::stand_in_head(&mut value);
    let guard = guard.map(|guard| quote!(if #guard));
    Some(parse_quote_spanned!(place(mac)=>
        match #value { #pattern #guard => true, _ => false }
    ))
}

/// The name that an argument is bound to: where errors on it stand, the argument does.
pub(super) fn bound(number: usize, argument: &impl ToTokens) -> Ident {
    let first = argument.to_token_stream().into_iter().next();
    let span = first.map_or_else(Span::call_site, |token| token.span());
    let site = Span::mixed_site().located_at(span);
    Ident::new(&format!("__arg{number}"), site)
}

/// The names of all arguments.
pub(super) fn bound_all<'v, T: ToTokens + 'v>(
    values: impl IntoIterator<Item = &'v T>,
) -> Vec<Ident> {
    let values = values.into_iter().enumerate();
    values.map(|(number, value)| bound(number, value)).collect()
}

/// Whether a name is one that arguments are bound to.
pub(crate) fn is_bound(name: &Ident) -> bool {
    let name = name.to_string();
    let number = name.strip_prefix("__arg");
    number.is_some_and(|number| number.parse::<usize>().is_ok())
}

/// What a name points to.
pub(super) fn behind(name: &Ident) -> TokenStream {
    quote_spanned!(name.span()=> *#name)
}

/// `match (values,) { (names,) => call }`, where the macro stands.
pub(super) fn with(
    mac: &Macro,
    values: &[impl ToTokens],
    names: &[Ident],
    call: &impl ToTokens,
) -> Expr {
    parse_quote_spanned!(place(mac)=> match (#(#values,)*) { (#(#names,)*) => #call })
}

/// Where a macro stands; what is made there is no code of the user's to lints.
pub(super) fn place(mac: &Macro) -> Span {
    let last = mac.path.segments.last();
    let span = last.map_or_else(Span::call_site, |last| last.ident.span());
    Span::mixed_site().located_at(span)
}
