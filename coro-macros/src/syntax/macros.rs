//! The standard library's macros whose arguments yield.
//!
//! In: a macro call with a marker among its arguments. Out: the same call on
//! the values of its arguments, bound by a `match` first: the arguments then
//! stand where an expression may yield. `println!("{}", co_yield!(1))` becomes
//! `match (&co_yield!(1),) { (arg,) => println!("{}", *arg) }`.

use super::{delimiters, markers};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Macro, Pat, Token, parse_quote, parse_quote_spanned};

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

/// An assertion that is one only in a debug build, apart from that; `None` for other macros.
fn checked_in_debug(mac: &Macro) -> Option<Macro> {
    let last = &mac.path.segments.last()?.ident;
    let name = last.to_string();
    let name = name
        .strip_prefix("debug_")
        .filter(|name| name.starts_with("assert"))?;
    let (name, tokens) = (Ident::new(name, last.span()), &mac.tokens);
    Some(parse_quote_spanned!(place(mac)=> ::core::#name!(#tokens)))
}

/// Whether a macro evaluates nothing but in a debug build.
pub(crate) fn is_of_debug(mac: &Macro) -> bool {
    checked_in_debug(mac).is_some()
}

/// [`checked_in_debug`] as the branch that it stands in.
pub(crate) fn branch_of_debug(mac: &Macro) -> Option<Expr> {
    checked_in_debug(mac).map(|checked| if_debug(mac, &quote!(#checked;)))
}

fn if_debug(mac: &Macro, code: &TokenStream) -> Expr {
    parse_quote_spanned!(place(mac)=> if ::core::cfg!(debug_assertions) { #code })
}

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

/// Whether a name is one that arguments are bound to.
pub(crate) fn is_bound(name: &Ident) -> bool {
    let name = name.to_string();
    let number = name.strip_prefix("__arg");
    number.is_some_and(|number| number.parse::<usize>().is_ok())
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
        "print" | "println" | "eprint" | "eprintln" | "format" | "panic" | "todo"
        | "unimplemented" | "unreachable" | "write" | "writeln" | "assert" | "debug_assert"
        | "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => all(false),
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

/// How many arguments of an assertion are what it checks; the others are its message, behind which it panics.
pub(crate) fn checks(mac: &Macro) -> Option<usize> {
    let name = mac.path.segments.last()?.ident.to_string();
    match name.strip_prefix("debug_").unwrap_or(&name) {
        "assert" => Some(1),
        "assert_eq" | "assert_ne" => Some(2),
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

/// Whether a macro's arguments jump: such a jump has to be seen.
pub(crate) fn jumps(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Ident(name) => ["return", "break", "continue"].iter().any(|j| name == j),
        TokenTree::Group(group) => jumps(&group.stream()),
        TokenTree::Literal(_) => false,
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

/// The name that an argument is bound to: where errors on it stand, the argument does.
fn bound(number: usize, argument: &impl ToTokens) -> Ident {
    let first = argument.to_token_stream().into_iter().next();
    let span = first.map_or_else(Span::call_site, |token| token.span());
    let site = Span::mixed_site().located_at(span);
    Ident::new(&format!("__arg{number}"), site)
}

/// The names of all arguments.
fn bound_all<'v, T: ToTokens + 'v>(values: impl IntoIterator<Item = &'v T>) -> Vec<Ident> {
    let values = values.into_iter().enumerate();
    values.map(|(number, value)| bound(number, value)).collect()
}

/// What a name points to.
fn behind(name: &Ident) -> TokenStream {
    quote_spanned!(name.span()=> *#name)
}

/// `match (values,) { (names,) => call }`, where the macro stands.
fn with(mac: &Macro, values: &[impl ToTokens], names: &[Ident], call: &impl ToTokens) -> Expr {
    parse_quote_spanned!(place(mac)=> match (#(#values,)*) { (#(#names,)*) => #call })
}

/// Where a macro stands; what is made there is no code of the user's to lints.
fn place(mac: &Macro) -> Span {
    let last = mac.path.segments.last();
    let span = last.map_or_else(Span::call_site, |last| last.ident.span());
    Span::mixed_site().located_at(span)
}

/// Format macros read their arguments in place. `skip`: arguments before the format.
fn formatted(mac: &Macro, skip: usize) -> Option<Expr> {
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
fn lent(arguments: &[Argument]) -> Vec<TokenStream> {
    let values = arguments.iter().map(|argument| &argument.value);
    values.map(|value| quote!(&(#value))).collect()
}

/// The arguments again, of what is behind their names.
fn labelled(arguments: &[Argument], names: &[Ident]) -> Vec<TokenStream> {
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
        Expr::Paren(inner) => is_read_in_place(&inner.expr),
        _ => false,
    }
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

/// The message is made only if the assertion fails.
fn asserted(mac: &Macro, written: &dyn Fn(String) -> String) -> Option<Expr> {
    let arguments: Vec<Argument> = parsed(mac)?;
    let (condition, message) = arguments.split_first()?;
    let mut condition = condition.value.clone();
    let text = written(condition.to_token_stream().to_string());
    // As one sets it.
    let text = text.replace(" ?", "?").replace("! (", "!(");
    delimiters::stand_in_head(&mut condition);
    if leaves(message) {
        let panic = formatted(&panicking(mac, message), 0)?;
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
        quote!(#(#message),*)
    };
    let (name, path) = (bound(0, &condition), &mac.path);
    Some(parse_quote_spanned!(place(mac)=>
        match #condition { #name => #path!(#name, #message) }
    ))
}

fn compared(mac: &Macro) -> Option<Expr> {
    let arguments: Vec<Argument> = parsed(mac)?;
    let [left, right, message @ ..] = arguments.as_slice() else {
        return None;
    };
    // What is compared is lent to the panic behind the message.
    if message
        .iter()
        .any(|argument| markers::in_tokens(&argument.to_token_stream()))
    {
        return None;
    }
    let names = bound_all([&left.value, &right.value]);
    let (a, b) = (behind(&names[0]), behind(&names[1]));
    let values = [&left.value, &right.value].map(|v| quote!(&(#v)));
    let path = &mac.path;
    let call: Expr = if leaves(message) {
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

fn panicking(mac: &Macro, message: &[Argument]) -> Macro {
    parse_quote_spanned!(place(mac)=> ::core::panic!(#(#message),*))
}

/// Whether a message leaves the macro: it yields, or jumps.
fn leaves(message: &[Argument]) -> bool {
    let message = quote!(#(#message),*);
    markers::in_tokens(&message) || jumps(&message)
}

fn is_of_equality(mac: &Macro) -> bool {
    let last = mac.path.segments.last();
    last.is_some_and(|last| last.ident.to_string().ends_with("_eq"))
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
