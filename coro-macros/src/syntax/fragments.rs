//! What a `macro_rules!` around the function has matched.
//!
//! A fragment (`$count:expr`) comes in a group without delimiters, which holds it together: `10 * $count` is not `10 * 1 + 1`. rustc forgets such
//! groups when a macro puts tokens together anew (rust-lang/rust#67062), and syn knows them for expressions and types alone. So here
//! they become what they mean: parentheses where something else would bind closer, and nothing where none can stand: around a block,
//! a label or a `let`.

use proc_macro2::{Delimiter, Group, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::{Expr, Type};

/// The function without groups that rustc would forget.
pub(crate) fn settle(tokens: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut settled = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            settled.push(token.clone());
            continue;
        };
        let attribute = group.delimiter() == Delimiter::Bracket && follows_hash(&tokens[..at]);
        if attribute {
            settled.push(token.clone());
            continue;
        }
        let inner = settle(group.stream());
        if group.delimiter() == Delimiter::None {
            let ends =
                matches!(tokens.get(at + 1), Some(TokenTree::Punct(p)) if p.as_char() == ';');
            fragment(group, inner, ends, &mut settled);
            if is_statement(&tokens, at) {
                settled.push(Punct::new(';', Spacing::Alone).into());
            }
        } else {
            settled.push(regrouped(group, group.delimiter(), inner));
        }
    }
    settled.into_iter().collect()
}

/// `#` or `#!`: what an attribute has matched is no code.
fn follows_hash(before: &[TokenTree]) -> bool {
    let is = |token: &TokenTree, c: char| matches!(token, TokenTree::Punct(p) if p.as_char() == c);
    match before {
        [.., hash, bang] if is(bang, '!') => is(hash, '#'),
        [.., hash] => is(hash, '#'),
        [] => false,
    }
}

/// Whether a fragment that begins a statement, and is no block or `let`, has another behind it: `$($statement)*`.
fn is_statement(tokens: &[TokenTree], at: usize) -> bool {
    let fragment = |token: Option<&TokenTree>| match token {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
            Some(group.stream().into_iter().collect::<Vec<_>>())
        }
        _ => None,
    };
    let begins = match at.checked_sub(1).map(|before| &tokens[before]) {
        None => true,
        Some(TokenTree::Punct(punct)) => punct.as_char() == ';',
        Some(TokenTree::Group(group)) => {
            matches!(group.delimiter(), Delimiter::None | Delimiter::Brace)
        }
        Some(_) => false,
    };
    let ends_itself = |inner: Vec<TokenTree>| match &*inner {
        [TokenTree::Ident(first), ..] if first == "let" => true,
        [.., TokenTree::Group(last)] => last.delimiter() == Delimiter::Brace,
        [.., TokenTree::Punct(last)] => last.as_char() == ';',
        _ => false,
    };
    begins
        && fragment(tokens.get(at + 1)).is_some()
        && !fragment(tokens.get(at)).is_none_or(ends_itself)
}

/// One fragment; `ends`: a semicolon follows.
fn fragment(group: &Group, inner: TokenStream, ends: bool, settled: &mut Vec<TokenTree>) {
    let tokens: Vec<TokenTree> = inner.clone().into_iter().collect();
    match &*tokens {
        [TokenTree::Group(block)] if block.delimiter() == Delimiter::Brace => {
            settled.extend(tokens);
        }
        [TokenTree::Punct(quote), TokenTree::Ident(_)] if quote.as_char() == '\'' => {
            settled.extend(tokens);
        }
        [TokenTree::Ident(first), ..] if first == "let" => {
            settled.extend(tokens);
            if !ends {
                settled.push(Punct::new(';', Spacing::Alone).into());
            }
        }
        [_, _, ..] if binds_loosely(&inner) => {
            let mut parentheses = Group::new(Delimiter::Parenthesis, inner);
            parentheses.set_span(Span::mixed_site().located_at(group.span()));
            settled.push(parentheses.into());
        }
        _ => settled.push(regrouped(group, Delimiter::None, inner)),
    }
}

fn regrouped(group: &Group, delimiter: Delimiter, inner: TokenStream) -> TokenTree {
    let mut regrouped = Group::new(delimiter, inner);
    regrouped.set_span(group.span());
    regrouped.into()
}

/// Whether what stands beside it could take a part of it. A pattern or a type that reads as an expression may have parentheses, too.
fn binds_loosely(tokens: &TokenStream) -> bool {
    if let Ok(expr) = syn::parse2::<Expr>(tokens.clone()) {
        return matches!(
            expr,
            Expr::Assign(_)
                | Expr::Binary(_)
                | Expr::Break(_)
                | Expr::Cast(_)
                | Expr::Closure(_)
                | Expr::Range(_)
                | Expr::Reference(_)
                | Expr::Return(_)
                | Expr::Struct(_)
                | Expr::Unary(_)
        );
    }
    match syn::parse2::<Type>(tokens.clone()) {
        Ok(Type::TraitObject(object)) => object.bounds.len() > 1,
        Ok(Type::ImplTrait(bounds)) => bounds.bounds.len() > 1,
        _ => false,
    }
}
