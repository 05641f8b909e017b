//! Names in the tokens of macros.
//!
//! A macro's tokens are not syntax: what a name stands for is read off the tokens around it. A `{name}` in a string literal is a name, too: in the
//! format macros of the standard library only in the format string, elsewhere in any literal.

use super::separators::Separators;
use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};

/// What names become.
pub(crate) trait Names {
    /// The identifier at `at`.
    fn name(&self, tokens: &[TokenTree], at: usize) -> Option<Ident>;
    /// A name that a format string captures.
    fn captured(&self, name: &str, span: Span) -> Option<String>;
    /// Whether the group at `at` has names of its own.
    fn is_apart(&self, _tokens: &[TokenTree], _at: usize) -> bool {
        false
    }
}

/// The position of the format string of a standard macro that takes expressions: past all of them if it has none.
pub(super) fn format_position(name: &str) -> Option<usize> {
    match name {
        "print" | "println" | "eprint" | "eprintln" | "format" | "panic" | "format_args"
        | "todo" | "unimplemented" | "unreachable" => Some(0),
        "write" | "writeln" | "assert" | "debug_assert" => Some(1),
        "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => Some(2),
        "vec" | "dbg" | "matches" | "stringify" | "concat" => Some(usize::MAX),
        _ => None,
    }
}

/// The arguments of the macro called `name`.
pub(crate) fn arguments(names: &impl Names, name: &str, tokens: TokenStream) -> TokenStream {
    // What they say is not evaluated.
    if name == "stringify" || name == "offset_of" {
        return tokens;
    }
    let position = format_position(name);
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut separators = Separators::default();
    let mut argument = 0;
    let mut out = Vec::with_capacity(tokens.len());
    for at in 0..tokens.len() {
        argument += usize::from(separators.is_at(&tokens, at));
        let literal = position.is_none_or(|position| position == argument);
        out.push(token(names, (&tokens, at), literal, position.is_none()));
    }
    out.into_iter().collect()
}

/// Other tokens; `literals`: whether any literal may capture names.
pub(crate) fn tokens(names: &impl Names, tokens: TokenStream, literals: bool) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    (0..tokens.len())
        .map(|at| token(names, (&tokens, at), literals, literals))
        .collect()
}

fn token(
    names: &impl Names,
    (all, at): (&[TokenTree], usize),
    is_format: bool,
    nested: bool,
) -> TokenTree {
    match &all[at] {
        TokenTree::Ident(ident) => names.name(all, at).unwrap_or_else(|| ident.clone()).into(),
        TokenTree::Group(group) if !names.is_apart(all, at) => {
            // A macro in the arguments of a macro has a format string of its own.
            let stream = match called(all, at) {
                Some(name) => arguments(names, &name, group.stream()),
                None => tokens(names, group.stream(), nested),
            };
            let mut inner = Group::new(group.delimiter(), stream);
            inner.set_span(group.span());
            inner.into()
        }
        TokenTree::Literal(text) if is_format => {
            let captured = |name: &str| names.captured(name, text.span());
            renamed(text, &captured)
                .unwrap_or_else(|| text.clone())
                .into()
        }
        other => other.clone(),
    }
}

/// A string with other names captured, if any is.
pub(crate) fn renamed(
    literal: &Literal,
    rename: &dyn Fn(&str) -> Option<String>,
) -> Option<Literal> {
    let value = syn::parse_str::<syn::LitStr>(&literal.to_string())
        .ok()?
        .value();
    let renamed = rename_captures(&value, rename);
    (renamed != value).then(|| {
        let mut renamed = Literal::string(&renamed);
        renamed.set_span(literal.span());
        renamed
    })
}

/// The macro whose arguments the group at `at` is: `name ! ( .. )`.
fn called(tokens: &[TokenTree], at: usize) -> Option<String> {
    match (tokens.get(at.checked_sub(2)?), tokens.get(at - 1)) {
        (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(bang))) if bang.as_char() == '!' => {
            Some(name.to_string())
        }
        _ => None,
    }
}

/// Renames the captured names of a format string: `{x}`, `{x:?}`, `{:w$}`, `{:.p$}`.
fn rename_captures(text: &str, rename: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..=open]);
        rest = &rest[open + 1..];
        if let Some(escaped) = rest.strip_prefix('{') {
            out.push('{');
            rest = escaped;
            continue;
        }
        let Some(close) = rest.find('}') else {
            break;
        };
        out.push_str(&rename_placeholder(&rest[..close], rename));
        rest = &rest[close..];
    }
    out.push_str(rest);
    out
}

fn rename_placeholder(placeholder: &str, rename: &dyn Fn(&str) -> Option<String>) -> String {
    let (name, spec) = match placeholder.split_once(':') {
        Some((name, spec)) => (name, Some(spec)),
        None => (placeholder, None),
    };
    // No spaces are lost: the text may be none of a format.
    let mut out = match rename(name.trim()) {
        Some(new) => name.replace(name.trim(), &new),
        None => name.to_owned(),
    };
    if let Some(spec) = spec {
        out.push(':');
        out.push_str(&rename_counts(spec, rename));
    }
    out
}

/// The `width$` and `.precision$` of a format specification.
fn rename_counts(spec: &str, rename: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for c in spec.chars() {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        if c == '$' {
            let name = word.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = &word[..word.len() - name.len()];
            out.push_str(digits);
            out.push_str(&rename(name).unwrap_or_else(|| name.to_owned()));
        } else {
            out.push_str(&word);
        }
        word.clear();
        out.push(c);
    }
    out.push_str(&word);
    out
}
