//! A `&mut` argument or local, taken apart by its fields.
//!
//! In: the resolved body and locals that are `&mut` and are only mentioned by their fields. Out: the body in
//! which each such field is a reference of its own, made where the body begins or the local is bound: `for line in &self.lines { co_yield!(..) }
//! self.count += 1;` keeps the iterator and `&mut self.count` across the yield, where it could not keep
//! the iterator and `self`.

use super::behind;
use crate::ir::{LocalId, Locals, Origin};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use std::collections::HashMap;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Member, Stmt, parse_quote_spanned};

/// `body` with `whole` taken apart: those for which that is possible.
pub(crate) fn take_apart(body: &Block, locals: &mut Locals, whole: &[LocalId]) -> Block {
    let mut body = body.clone();
    for local in whole {
        locals.get_mut(*local).divided = true;
        if let Some(apart) = divided(&body, locals, *local) {
            body = apart;
        }
    }
    body
}

fn divided(body: &Block, locals: &mut Locals, whole: LocalId) -> Option<Block> {
    let argument = locals.get(whole).origin == Origin::Argument;
    let mut fields = Fields::default();
    fields.collect(quote!(#body), locals, whole);
    // The pattern that binds it is a mention, too.
    if fields.wholes != usize::from(!argument) || fields.named.len() < 2 {
        return None;
    }
    if !argument {
        behind::put(body, whole, &[], locals)?;
    }
    fields.add(locals, whole);
    let declarations = fields.declarations(locals, whole);
    let mut body = body.clone();
    let behind = |name: &Ident, span: Span| {
        let site = Span::mixed_site().located_at(span);
        quote::quote_spanned!(site=> (*#name))
    };
    let mut replace = Replace {
        names: &fields.locals,
        locals,
        whole,
        written: &behind,
    };
    replace.visit_block_mut(&mut body);
    match argument {
        true => drop(body.stmts.splice(0..0, declarations)),
        false => body = behind::put(&body, whole, &declarations, locals)?,
    }
    Some(body)
}

/// The fields of a local that the body mentions, in the order of their first mention.
#[derive(Default)]
pub(super) struct Fields {
    pub(super) named: Vec<String>,
    /// How often it is mentioned otherwise.
    pub(super) wholes: usize,
    locals: HashMap<String, LocalId>,
    spans: HashMap<String, Span>,
}

impl Fields {
    /// Adds the mentions of `local` in `tokens`.
    pub(super) fn collect(&mut self, tokens: TokenStream, locals: &Locals, local: LocalId) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => self.collect(group.stream(), locals, local),
                TokenTree::Ident(name) if locals.of_ident(name) == Some(local) => {
                    match field(&tokens[at + 1..]) {
                        Some((field, span)) => self.mention(field, span),
                        None => self.wholes += 1,
                    }
                }
                TokenTree::Literal(text) => {
                    let named = locals.named_by(&text.to_string()).into_iter();
                    self.wholes += named.filter(|named| *named == local).count();
                }
                _ => {}
            }
        }
    }

    fn mention(&mut self, field: String, span: Span) {
        if !self.named.contains(&field) {
            self.named.push(field.clone());
            self.spans.insert(field, span);
        }
    }

    fn add(&mut self, locals: &mut Locals, argument: LocalId) {
        let owner = locals.get(argument).called().to_owned();
        for field in &self.named {
            // A name of ours: one of the user's that is called so hides it from none of the mentions.
            let span = Span::mixed_site().located_at(self.spans[field]);
            let plain = |name: &str| name.trim_start_matches("r#").to_owned();
            let name = format!("{}_{}", plain(&owner), plain(field));
            let local = locals.add(&name, None, Origin::User, span);
            let known = locals.get_mut(local);
            (known.plain, known.unique, known.divided) = (true, true, true);
            known.written = Some(format!("{owner}.{field}"));
            self.locals.insert(field.clone(), local);
        }
    }

    /// `let field = &mut argument.field;` for each.
    fn declarations(&self, locals: &Locals, argument: LocalId) -> Vec<Stmt> {
        let declared = self.named.iter().map(|field| {
            let span = Span::mixed_site().located_at(self.spans[field]);
            let name = mention(locals, self.locals[field], span);
            let argument = mention(locals, argument, span);
            let member = member(field, span);
            parse_quote_spanned!(span=> let #name = &mut #argument.#member;)
        });
        declared.collect()
    }
}

/// `.name` or `.0`, not a method call.
fn field(behind: &[TokenTree]) -> Option<(String, Span)> {
    let [TokenTree::Punct(dot), named, rest @ ..] = behind else {
        return None;
    };
    let called = match rest {
        [TokenTree::Group(group), ..] => group.delimiter() == proc_macro2::Delimiter::Parenthesis,
        [TokenTree::Punct(a), TokenTree::Punct(b), ..] => a.as_char() == ':' && b.as_char() == ':',
        _ => false,
    };
    let text = match named {
        TokenTree::Ident(name) if !called && name != "await" => name.to_string(),
        TokenTree::Literal(number) => number.to_string(),
        _ => return None,
    };
    // `x.0.1` may be one literal.
    let simple = text
        .chars()
        .all(|c| c.is_alphanumeric() || c == '_' || c == '#');
    (dot.as_char() == '.' && simple).then_some((text, named.span()))
}

/// The name of `local` at `span`, as it is spelled where it is bound.
fn mention(locals: &Locals, local: LocalId, span: Span) -> Ident {
    locals.tag(local, span.resolved_at(locals.get(local).span))
}

fn member(field: &str, span: Span) -> Member {
    match field.parse::<u32>() {
        Ok(index) => Member::Unnamed(syn::Index { index, span }),
        Err(_) => match field.strip_prefix("r#") {
            Some(raw) => Member::Named(Ident::new_raw(raw, span)),
            // A keyword of the edition of this crate, and perhaps not of the user's.
            None if field == "gen" => Member::Named(Ident::new_raw(field, span)),
            None => Member::Named(Ident::new(field, span)),
        },
    }
}

/// Mentions of a field become mentions of the local that stands for it.
pub(super) struct Replace<'a> {
    /// By field.
    pub(super) names: &'a HashMap<String, LocalId>,
    pub(super) locals: &'a Locals,
    pub(super) whole: LocalId,
    /// How a mention of that local is written.
    pub(super) written: &'a dyn Fn(&Ident, Span) -> TokenStream,
}

impl Replace<'_> {
    fn reference(&self, field: &str, span: Span) -> TokenStream {
        let name = mention(self.locals, self.names[field], span);
        (self.written)(&name, span)
    }

    fn in_tokens(&self, tokens: TokenStream) -> TokenStream {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut out = TokenStream::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Group(group) => {
                    let inner = self.in_tokens(group.stream());
                    let mut new = proc_macro2::Group::new(group.delimiter(), inner);
                    new.set_span(group.span());
                    out.extend([TokenTree::Group(new)]);
                }
                TokenTree::Ident(name) if self.locals.of_ident(name) == Some(self.whole) => {
                    if let Some((field, _)) = field(&tokens[at..]) {
                        out.extend(self.reference(&field, name.span()));
                        at += 2;
                    }
                }
                other => out.extend([other.clone()]),
            }
        }
        out
    }
}

impl VisitMut for Replace<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::Field(field) = expr
            && self.locals.of_expr(&field.base) == Some(self.whole)
        {
            let name = match &field.member {
                Member::Named(name) => name.to_string(),
                Member::Unnamed(index) => index.index.to_string(),
            };
            let span = syn::spanned::Spanned::span(&field.member);
            let reference = self.reference(&name, span);
            *expr = syn::parse_quote!(#reference);
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        mac.tokens = self.in_tokens(mac.tokens.clone());
    }
}
