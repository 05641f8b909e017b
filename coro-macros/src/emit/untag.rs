//! Tags become names again, in code and in the literals of format macros.
//!
//! A local may go by another name than the user's, beside one that it shadows. Where its name is that of a field, too, as in `S { x }`, that is
//! written apart; of code that is syntax, it is already.

use super::names::Names;
use crate::ir::{Body, LocalId};
use crate::syntax::opaque::renamed;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, TokenStream, TokenTree};

impl Names {
    pub(crate) fn untag(&self, body: &Body, tokens: TokenStream) -> TokenStream {
        let untagged = self.untagged(body, tokens.clone(), false);
        untagged.unwrap_or(tokens)
    }

    /// `None` if there is no tag: most groups have none, and need not be put together again. `fields`: what a struct is made of.
    fn untagged(&self, body: &Body, tokens: TokenStream, fields: bool) -> Option<TokenStream> {
        let mut found = false;
        let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut apart = Vec::new();
        for at in 0..tokens.len() {
            let replaced: Option<TokenTree> = match &tokens[at] {
                TokenTree::Ident(name) => body.locals.of_ident(name).map(|local| {
                    if fields && is_shorthand(&tokens, at) && self.is_renamed(body, local) {
                        apart.push((at, local));
                    }
                    self.local_at(local, name.span()).into()
                }),
                TokenTree::Group(group) => {
                    let fields = is_of_struct(&tokens, at, group);
                    let inner = self.untagged(body, group.stream(), fields);
                    inner.map(|inner| {
                        let mut inner = Group::new(group.delimiter(), inner);
                        inner.set_span(group.span());
                        inner.into()
                    })
                }
                TokenTree::Literal(literal) => {
                    self.untag_literal(body, literal).map(TokenTree::from)
                }
                TokenTree::Punct(_) => None,
            };
            if let Some(replaced) = replaced {
                tokens[at] = replaced;
                found = true;
            }
        }
        // The last first, so that the others keep their places.
        for (at, local) in apart.into_iter().rev() {
            let mut field = Self::written(body, local);
            field.set_span(tokens[at].span());
            let colon = Punct::new(':', Spacing::Alone);
            tokens.splice(at..at, [TokenTree::from(field), colon.into()]);
        }
        found.then(|| tokens.into_iter().collect())
    }

    fn is_renamed(&self, body: &Body, local: LocalId) -> bool {
        self.called(local) != body.locals.get(local).name
    }

    fn untag_literal(&self, body: &Body, literal: &Literal) -> Option<Literal> {
        if !literal.to_string().contains("__l") {
            return None;
        }
        renamed(literal, &|tag| {
            let local = body.locals.of_tag(tag)?;
            Some(self.called(local).trim_start_matches("r#").to_owned())
        })
    }
}

/// Whether a group is what a struct is made of: a type's name is before it, and no word of Rust's.
fn is_of_struct(tokens: &[TokenTree], at: usize, group: &Group) -> bool {
    let named = |name: &Ident| name.to_string().starts_with(char::is_uppercase);
    group.delimiter() == Delimiter::Brace
        && at > 0
        && matches!(&tokens[at - 1], TokenTree::Ident(name) if named(name))
}

/// Whether a name stands alone between commas.
fn is_shorthand(tokens: &[TokenTree], at: usize) -> bool {
    let comma = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ',');
    tokens[..at].last().is_none_or(comma) && tokens.get(at + 1).is_none_or(comma)
}
