//! The macros of the standard library: what they evaluate.
//!
//! Those that are not known here are opaque.

mod assertions;
mod bind;

pub(crate) use assertions::{branch_of_debug, checks, is_of_debug};
pub(crate) use bind::{bind_arguments, is_bound};

use super::separators::ends_value;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Macro, Pat, Token};

/// `mac` with each argument that it evaluates changed by `change`; `None` if they are not known.
pub(crate) fn with_arguments(mac: &Macro, change: &mut dyn FnMut(&mut Expr)) -> Option<Macro> {
    evaluated(mac)?;
    let mut changed = mac.clone();
    if let Ok(mut repeat) = syn::parse2::<Repeat>(mac.tokens.clone()) {
        change(&mut repeat.value);
        let Repeat { value, count } = repeat;
        changed.tokens = quote!(#value; #count);
    } else if is_called(mac, "matches") {
        let mut matches: Matches = syn::parse2(mac.tokens.clone()).ok()?;
        change(&mut matches.value);
        let Matches {
            value,
            pattern,
            guard,
        } = matches;
        let guard = guard.map(|guard| quote!(if #guard));
        changed.tokens = quote!(#value, #pattern #guard);
    } else {
        let arguments = parsed::<Argument>(mac)?.into_iter().map(|mut argument| {
            change(&mut argument.value);
            argument
        });
        changed.tokens = quote!(#(#arguments),*);
    }
    Some(changed)
}

/// What a macro of the standard library evaluates, each read in place or (`true`)
/// by value; `None` if that is not known.
pub(crate) fn evaluated(mac: &Macro) -> Option<Vec<(Expr, bool)>> {
    let name = mac.path.segments.last()?.ident.to_string();
    let all = |value: bool| -> Option<Vec<(Expr, bool)>> {
        let arguments = parsed::<Argument>(mac)?;
        Some(arguments.into_iter().map(|a| (a.value, value)).collect())
    };
    match name.as_str() {
        "print" | "println" | "eprint" | "eprintln" | "format" | "format_args" | "panic"
        | "todo" | "unimplemented" | "unreachable" | "write" | "writeln" | "assert"
        | "debug_assert" | "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => {
            all(false)
        }
        "vec" => match syn::parse2(mac.tokens.clone()) {
            Ok(Repeat { value, count }) => Some(vec![(value, true), (count, true)]),
            Err(_) => all(true),
        },
        "dbg" => all(true),
        "matches" => {
            let Matches { value, guard, .. } = syn::parse2(mac.tokens.clone()).ok()?;
            let guard = guard.map(|guard| (guard, true));
            Some(std::iter::once((value, false)).chain(guard).collect())
        }
        _ => None,
    }
}

/// The pattern of a `matches!`, and its guard, which may name what that binds.
pub(crate) fn matched_against(mac: &Macro) -> Option<TokenStream> {
    let last = mac.path.segments.last()?;
    let matches: Option<Matches> = (last.ident == "matches")
        .then(|| syn::parse2(mac.tokens.clone()).ok())
        .flatten();
    let Matches { pattern, guard, .. } = matches?;
    Some(quote!(#pattern #guard))
}

/// What a `matches!` without a guard looks at, and its pattern.
pub(crate) fn looks_at(mac: &Macro) -> Option<(Expr, Pat)> {
    let matches = is_called(mac, "matches").then(|| syn::parse2::<Matches>(mac.tokens.clone()));
    let matches = matches?.ok().filter(|matches| matches.guard.is_none())?;
    Some((matches.value, matches.pattern))
}

/// Whether a macro changes its first argument.
pub(crate) fn writes(mac: &Macro) -> bool {
    let name = mac.path.segments.last();
    name.is_some_and(|name| name.ident == "write" || name.ident == "writeln")
}

/// Whether a macro formats its arguments, or takes the first as a receiver.
pub(crate) fn formats(mac: &Macro) -> bool {
    let formats = [
        "print", "println", "eprint", "eprintln", "format", "write", "writeln",
    ];
    let name = mac.path.segments.last();
    name.is_some_and(|name| formats.iter().any(|known| name.ident == known))
}

/// Whether a macro's arguments jump: such a jump has to be seen. A `?` ahead of a value says how it is logged.
pub(crate) fn jumps(tokens: &TokenStream) -> bool {
    let mut before = None;
    tokens.clone().into_iter().any(|token| {
        let jumps = match &token {
            TokenTree::Punct(punct) => punct.as_char() == '?' && ends_value(before.as_ref()),
            TokenTree::Ident(name) => ["return", "break", "continue"].iter().any(|j| name == j),
            TokenTree::Group(group) => jumps(&group.stream()),
            TokenTree::Literal(_) => false,
        };
        before = Some(token);
        jumps
    })
}

/// One argument of a format macro.
struct Argument {
    name: Option<Ident>,
    value: Expr,
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let named = input.peek(syn::Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]);
        let name = if named {
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        Ok(Self {
            name,
            value: input.parse()?,
        })
    }
}

impl ToTokens for Argument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (name, value) = (&self.name, &self.value);
        let label = name.as_ref().map(|name| quote!(#name =));
        tokens.extend(quote!(#label #value));
    }
}

fn parsed<T: Parse>(mac: &Macro) -> Option<Vec<T>> {
    let parser = Punctuated::<T, Token![,]>::parse_terminated;
    Some(
        parser
            .parse2(mac.tokens.clone())
            .ok()?
            .into_iter()
            .collect(),
    )
}

struct Repeat {
    value: Expr,
    count: Expr,
}

impl Parse for Repeat {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<Token![;]>()?;
        Ok(Self {
            value,
            count: input.parse()?,
        })
    }
}

/// Whether this is the name of a macro, by whatever path.
fn is_called(mac: &Macro, name: &str) -> bool {
    let last = mac.path.segments.last();
    last.is_some_and(|last| last.ident == name)
}

struct Matches {
    value: Expr,
    pattern: Pat,
    guard: Option<Expr>,
}

impl Parse for Matches {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<Token![,]>()?;
        let pattern = Pat::parse_multi_with_leading_vert(input)?;
        let guard = match input.parse::<Option<Token![if]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        input.parse::<Option<Token![,]>>()?;
        Ok(Self {
            value,
            pattern,
            guard,
        })
    }
}
