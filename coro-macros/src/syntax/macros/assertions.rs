//! Assertions.
//!
//! Those of debug builds evaluate nothing elsewhere, and the message of any is made only where it fails. In: an assertion. Out: where its arguments
//! leave it, what it is made of, with the text that it would have.

use super::bind::{behind, bound, bound_all, formatted, labelled, lent, place, with};
use super::{Argument, jumps, parsed};
use crate::syntax::{delimiters, markers};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Macro, parse_quote_spanned};

/// An assertion that is one only in a debug build, apart from that; `None` for other macros.
pub(super) fn checked_in_debug(mac: &Macro) -> Option<Macro> {
    let last = &mac.path.segments.last()?.ident;
    let name = last.to_string();
    let name = name.strip_prefix("debug_").filter(|_| is_of_debug(mac))?;
    let (name, tokens) = (Ident::new(name, last.span()), &mac.tokens);
    Some(parse_quote_spanned!(place(mac)=> ::core::#name!(#tokens)))
}

/// Whether a macro evaluates nothing but in a debug build.
pub(crate) fn is_of_debug(mac: &Macro) -> bool {
    let last = mac.path.segments.last();
    last.is_some_and(|last| last.ident.to_string().starts_with("debug_assert"))
}

/// [`checked_in_debug`] as the branch that it stands in.
pub(crate) fn branch_of_debug(mac: &Macro) -> Option<Expr> {
    checked_in_debug(mac).map(|checked| if_debug(mac, &quote!(#checked;)))
}

pub(super) fn if_debug(mac: &Macro, code: &TokenStream) -> Expr {
    parse_quote_spanned!(place(mac)=> if ::core::cfg!(debug_assertions) { #code })
}

/// How many arguments of an assertion are what it checks; the others are its message, behind which it panics.
pub(crate) fn checks(mac: &Macro) -> Option<usize> {
    let name = mac.path.segments.last()?.ident.to_string();
    match name.strip_prefix("debug_").unwrap_or(&name) {
        "assert" => Some(1),
        "assert_eq" | "assert_ne" => Some(2),
        _ => None,
    }
}

/// The message is made only if the assertion fails.
pub(super) fn asserted(mac: &Macro, written: &dyn Fn(String) -> String) -> Option<Expr> {
    let arguments: Vec<Argument> = parsed(mac)?;
    let (condition, message) = arguments.split_first()?;
    let mut condition = condition.value.clone();
    let text = written(condition.to_token_stream().to_string());
    // As one sets it.
    let text = text.replace(" ?", "?").replace("! (", "!(");
    delimiters::stand_in_head(&mut condition);
    let said = quote!(#(#message),*);
    if markers::in_tokens(&said) || jumps(&said) {
        let panic = parse_quote_spanned!(place(mac)=> ::core::panic!(#said));
        let panic = formatted(&panic, 0)?;
        return Some(parse_quote_spanned!(place(mac)=>
            match #condition { true => {} false => #panic }
        ));
    }
    let message = if message.is_empty() {
        // Without an argument, for the panic's payload is a `&str` then.
        let text = text.replace('{', "{{").replace('}', "}}");
        let text = format!("assertion failed: {text}");
        quote!(#text)
    } else {
        said
    };
    let (name, path) = (bound(0, &condition), &mac.path);
    Some(parse_quote_spanned!(place(mac)=>
        match #condition { #name => #path!(#name, #message) }
    ))
}

pub(super) fn compared(mac: &Macro) -> Option<Expr> {
    let arguments: Vec<Argument> = parsed(mac)?;
    let [left, right, message @ ..] = arguments.as_slice() else {
        return None;
    };
    // What is compared is lent to the panic behind the message.
    let said = quote!(#(#message),*);
    if markers::in_tokens(&said) {
        return None;
    }
    let names = bound_all([&left.value, &right.value]);
    let (a, b) = (behind(&names[0]), behind(&names[1]));
    let values = [&left.value, &right.value].map(|v| quote!(&(#v)));
    let path = &mac.path;
    let call: Expr = if jumps(&said) {
        differing(mac, &names, message)?
    } else {
        // One of the same name may take no comma at the end.
        let message = message.iter().map(|argument| quote!(, #argument));
        parse_quote_spanned!(place(mac)=> #path!(#a, #b #(#message)*))
    };
    Some(with(mac, &values, &names, &call))
}

/// A comparison whose message jumps, of two values that have the names: the panic that it is.
fn differing(mac: &Macro, names: &[Ident], message: &[Argument]) -> Option<Expr> {
    let (first, arguments) = message.split_first()?;
    let Expr::Lit(syn::ExprLit {
        lit: syn::Lit::Str(format),
        ..
    }) = &first.value
    else {
        return None;
    };
    let (text, operator) = match is_of_equality(mac) {
        true => ("==", quote!(==)),
        false => ("!=", quote!(!=)),
    };
    let text = format!(
        "assertion `left {text} right` failed: {}\n  left: {{__left:?}}\n right: {{__right:?}}",
        format.value()
    );
    let format = syn::LitStr::new(&text, format.span());
    let (a, b) = (behind(&names[0]), behind(&names[1]));
    let numbered = arguments.iter().zip(names.len()..);
    let bound: Vec<_> = numbered
        .map(|(a, number)| bound(number, &a.value))
        .collect();
    let rebuilt = labelled(arguments, &bound);
    let panic = quote_spanned!(place(mac)=>
        ::core::panic!(#format, #(#rebuilt,)* __left = #a, __right = #b)
    );
    let panic = with(mac, &lent(arguments), &bound, &panic);
    Some(parse_quote_spanned!(place(mac)=>
        match #a #operator #b { true => {} false => #panic }
    ))
}

fn is_of_equality(mac: &Macro) -> bool {
    let last = mac.path.segments.last();
    last.is_some_and(|last| last.ident.to_string().ends_with("_eq"))
}
