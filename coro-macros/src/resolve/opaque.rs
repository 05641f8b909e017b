//! Mentions in the tokens of macros.
//!
//! A macro's tokens are not syntax, so every identifier that names a local in
//! scope is read as a mention, except after a dot (a field or a method), and
//! except before a single colon (a field of a struct literal). A `{name}` in a
//! string literal is a mention too: in the format macros of the standard library
//! only in the format string, elsewhere in any literal.
//!
//! The arguments of a macro of the standard library are expressions. Where something in them may bind names, they are resolved as
//! syntax first; what is tagged then is no name of the body any more.

use super::Resolver;
use crate::syntax::macros;
use proc_macro2::{Group, Literal, Spacing, TokenStream, TokenTree};
use syn::visit_mut::VisitMut;

/// The standard macros whose format string is at the given position.
fn format_position(name: &str) -> Option<usize> {
    match name {
        "print" | "println" | "eprint" | "eprintln" | "format" | "panic" | "format_args"
        | "todo" | "unimplemented" | "unreachable" => Some(0),
        "write" | "writeln" | "assert" | "debug_assert" => Some(1),
        "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => Some(2),
        "vec" | "dbg" | "matches" | "stringify" | "concat" => Some(usize::MAX),
        _ => None,
    }
}

impl Resolver {
    pub(super) fn opaque(&mut self, mac: &mut syn::Macro) {
        let name = mac
            .path
            .segments
            .last()
            .map_or_else(String::new, |s| s.ident.to_string());
        if binds(mac.tokens.clone()) {
            let resolved = macros::with_arguments(mac, &mut |value| self.visit_expr_mut(value));
            *mac = resolved.unwrap_or_else(|| mac.clone());
        }
        mac.tokens = self.arguments(&name, std::mem::take(&mut mac.tokens));
    }

    /// A macro that the body defines finds the locals that were bound before it.
    pub(super) fn own_macro(&mut self, item: &mut syn::ItemMacro) {
        if item.ident.is_some() {
            item.mac.tokens = self.tokens(std::mem::take(&mut item.mac.tokens), true);
        }
    }

    /// The arguments of the macro called `name`.
    fn arguments(&self, name: &str, tokens: TokenStream) -> TokenStream {
        let position = format_position(name);
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut argument = 0;
        let mut out = Vec::with_capacity(tokens.len());
        for at in 0..tokens.len() {
            if matches!(&tokens[at], TokenTree::Punct(p) if p.as_char() == ',') {
                argument += 1;
            }
            let literal = position.is_none_or(|position| position == argument);
            out.push(self.token(&tokens, at, literal, position.is_none()));
        }
        out.into_iter().collect()
    }

    fn tokens(&self, tokens: TokenStream, literals: bool) -> TokenStream {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        (0..tokens.len())
            .map(|at| self.token(&tokens, at, literals, literals))
            .collect()
    }

    fn token(&self, tokens: &[TokenTree], at: usize, literal: bool, nested: bool) -> TokenTree {
        match &tokens[at] {
            TokenTree::Ident(ident) if !is_field(tokens, at) => match self.tag(ident) {
                Some(tag) => tag.into(),
                None => ident.clone().into(),
            },
            TokenTree::Group(group) => {
                // A macro in the arguments of a macro has a format string of its own.
                let stream = match called(tokens, at) {
                    Some(name) => self.arguments(&name, group.stream()),
                    None => self.tokens(group.stream(), nested),
                };
                let mut inner = Group::new(group.delimiter(), stream);
                inner.set_span(group.span());
                inner.into()
            }
            TokenTree::Literal(text) if literal => self.literal(text).into(),
            other => other.clone(),
        }
    }

    fn literal(&self, literal: &Literal) -> Literal {
        let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) else {
            return literal.clone();
        };
        let value = text.value();
        let renamed = rename_captures(&value, &|name| {
            self.lookup(name, literal.span())
                .map(|id| self.locals.tag(id, literal.span()).to_string())
        });
        if renamed == value {
            return literal.clone();
        }
        let mut renamed = Literal::string(&renamed);
        renamed.set_span(literal.span());
        renamed
    }
}

/// Whether something in `tokens` may bind names: they are other locals than those around the macro that are called so.
fn binds(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "match" || word == "let" || word == "for",
        TokenTree::Punct(bar) => bar.as_char() == '|',
        TokenTree::Group(group) => binds(group.stream()),
        TokenTree::Literal(_) => false,
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

/// After a dot (but not after `..`), or before a single colon; or a variable of a macro, after `$`.
fn is_field(tokens: &[TokenTree], at: usize) -> bool {
    let punct = |at: usize| match tokens.get(at) {
        Some(TokenTree::Punct(p)) => Some((p.as_char(), p.spacing())),
        _ => None,
    };
    let after_dot = at > 0
        && matches!(punct(at - 1), Some(('.', _)))
        && !(at > 1 && matches!(punct(at - 2), Some(('.', Spacing::Joint))));
    let path = |at: usize| matches!(punct(at), Some((':', Spacing::Joint)));
    let after_path = at > 1 && matches!(punct(at - 1), Some((':', _))) && path(at - 2);
    let variable = at > 0 && matches!(punct(at - 1), Some(('$', _)));
    variable
        || after_dot
        || after_path
        || path(at + 1)
        || matches!(punct(at + 1), Some((':', Spacing::Alone)))
}

/// Renames the captured names of a format string: `{x}`, `{x:?}`, `{:w$}`, `{:.p$}`.
pub(crate) fn rename_captures(text: &str, rename: &dyn Fn(&str) -> Option<String>) -> String {
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
    let mut out = rename(name.trim()).unwrap_or_else(|| name.to_owned());
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
