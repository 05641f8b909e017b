//! Mentions in the tokens of macros.
//!
//! Every identifier that names a local in scope is read as a mention, except after a dot (a field or a method), and
//! except before a single colon (a field of a struct literal).
//!
//! The arguments of a macro of the standard library are expressions. Where something in them may bind names, they are resolved as
//! syntax first; the format string captures names then.

use super::Resolver;
use crate::syntax::macros;
use crate::syntax::opaque::{self, Names};
use proc_macro2::{Ident, Spacing, Span, TokenStream, TokenTree};
use syn::visit_mut::VisitMut;

impl Resolver {
    pub(super) fn opaque(&mut self, mac: &mut syn::Macro) {
        let name = mac
            .path
            .segments
            .last()
            .map_or_else(String::new, |s| s.ident.to_string());
        if binds(mac.tokens.clone())
            && let Some(mut resolved) =
                macros::with_arguments(mac, &mut |value| self.visit_expr_mut(value))
        {
            let tokens = std::mem::take(&mut resolved.tokens);
            // Of a `matches!`, that is what it looks at.
            resolved.tokens = match name == "matches" {
                true => opaque::arguments(self, &name, tokens),
                false => opaque::arguments(&Captured(self), &name, tokens),
            };
            *mac = resolved;
            return;
        }
        mac.tokens = opaque::arguments(self, &name, std::mem::take(&mut mac.tokens));
    }

    /// A macro that the body defines finds the locals that were bound before it.
    pub(super) fn own_macro(&mut self, item: &mut syn::ItemMacro) {
        if item.ident.is_some() {
            item.mac.tokens = opaque::tokens(self, std::mem::take(&mut item.mac.tokens), true);
        }
    }
}

impl Names for Resolver {
    fn name(&self, tokens: &[TokenTree], at: usize) -> Option<Ident> {
        match &tokens[at] {
            TokenTree::Ident(ident) if !is_field(tokens, at) => self.tag(ident),
            _ => None,
        }
    }

    fn captured(&self, name: &str, span: Span) -> Option<String> {
        let local = self.lookup(name, span)?;
        Some(self.locals.tag(local, span).to_string())
    }
}

/// What a format string captures, where the arguments are resolved.
struct Captured<'a>(&'a Resolver);

impl Names for Captured<'_> {
    fn name(&self, _: &[TokenTree], _: usize) -> Option<Ident> {
        None
    }

    fn captured(&self, name: &str, span: Span) -> Option<String> {
        self.0.captured(name, span)
    }
}

/// Whether something in `tokens` may bind names: they are other locals than those around the macro that are called so.
fn binds(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => ["match", "let", "for", "use", "fn"]
            .iter()
            .any(|w| word == w),
        TokenTree::Punct(bar) => bar.as_char() == '|',
        TokenTree::Group(group) => binds(group.stream()),
        TokenTree::Literal(_) => false,
    })
}

/// After a dot (but not after `..`), or before a single colon; or a variable of a macro, after `$`; or a label, after `'`; or the name of a macro that is called.
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
    let variable = at > 0 && matches!(punct(at - 1), Some(('$' | '\'', _)));
    let called = matches!(punct(at + 1), Some(('!', _)))
        && matches!(tokens.get(at + 2), Some(TokenTree::Group(_)));
    variable
        || called
        || after_dot
        || after_path
        || path(at + 1)
        || matches!(punct(at + 1), Some((':', Spacing::Alone)))
}
