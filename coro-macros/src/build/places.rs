//! Places: a local, or a part of one.
//!
//! An operand that is read in place stays there while later operands yield, unless one of them writes to it, or to what it is a part of:
//! then it was copied, for Rust would not let anything write to what is lent.

use super::slots::root;
use crate::ir::is_place;
use crate::syntax::macros;
use crate::syntax::operators::is_compound;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Expr;
use syn::visit::{self, Visit};

/// A local, and by its fields the part of it. What is behind an index is all of what is indexed.
pub(super) struct Place {
    root: String,
    fields: Vec<String>,
}

impl Place {
    pub(super) fn local(tag: &str) -> Self {
        Self {
            root: tag.to_owned(),
            fields: Vec::new(),
        }
    }

    /// `None` if it is a part of a value that is no local.
    pub(super) fn of(expr: &Expr) -> Option<Self> {
        let mut fields = Vec::new();
        outwards(expr, &mut fields);
        Some(Self {
            root: root(expr)?,
            fields,
        })
    }

    pub(super) fn root(&self) -> &str {
        &self.root
    }

    /// Whether a place is the local or a field by its name.
    pub(super) fn is_named(expr: &Expr) -> bool {
        match expr {
            Expr::Path(_) => true,
            Expr::Field(field) => Self::is_named(&field.base),
            Expr::Paren(inner) => Self::is_named(&inner.expr),
            _ => false,
        }
    }

    /// Whether any of `later` mentions it, or what it is a part of.
    pub(super) fn is_mentioned(&self, later: &[Expr]) -> bool {
        let mut mentions = later.iter().map(ToTokens::to_token_stream);
        mentions.any(|tokens| self.is_met_in(tokens))
    }

    fn is_met_in(&self, tokens: TokenStream) -> bool {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        tokens.iter().enumerate().any(|(at, token)| match token {
            TokenTree::Group(group) => self.is_met_in(group.stream()),
            TokenTree::Ident(name) if *name == self.root => {
                let fields = fields_behind(&tokens[at + 1..]);
                self.overlaps(&Self {
                    fields,
                    ..Self::local(&self.root)
                })
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => false,
            TokenTree::Literal(text) => text.to_string().contains(&self.root),
        })
    }

    /// Whether one of them is a part of the other.
    fn overlaps(&self, other: &Self) -> bool {
        let mut fields = self.fields.iter().zip(&other.fields);
        self.root == other.root && fields.all(|(a, b)| a == b)
    }

    /// Whether `expr` is a place that overlaps.
    fn is_met_by(&self, expr: &Expr) -> bool {
        Self::of(expr).is_some_and(|place| self.overlaps(&place))
    }

    /// Whether any of `later` may write to it. `macros`: what is not seen of a macro may.
    pub(super) fn changes(&self, later: &[Expr], macros: bool) -> bool {
        let mut writes = Writes {
            place: self,
            macros,
            found: false,
        };
        later.iter().for_each(|expr| writes.visit_expr(expr));
        writes.found
    }

    /// Whether any of `later` calls a method on it.
    pub(super) fn is_called_on(&self, later: &[Expr]) -> bool {
        struct Calls<'a>(&'a Place, bool);
        impl<'ast> Visit<'ast> for Calls<'_> {
            fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
                self.1 |= self.0.is_met_by(&call.receiver);
                visit::visit_expr_method_call(self, call);
            }
        }
        let mut calls = Calls(self, false);
        later.iter().for_each(|expr| calls.visit_expr(expr));
        calls.1
    }

    /// Whether any of `later` has the local itself as a value, and not only what it is of or behind: it goes to somebody else.
    pub(super) fn is_handed_on(&self, later: &[Expr]) -> bool {
        struct Values<'a>(&'a Place, bool);
        impl<'ast> Visit<'ast> for Values<'_> {
            fn visit_expr(&mut self, expr: &'ast Expr) {
                match expr {
                    Expr::Path(path) => self.1 |= path.path.is_ident(&self.0.root),
                    Expr::Field(field) => self.place(&field.base),
                    Expr::Reference(reference) => self.place(&reference.expr),
                    Expr::Unary(unary) => self.place(&unary.expr),
                    Expr::Index(index) => {
                        self.place(&index.expr);
                        self.visit_expr(&index.index);
                    }
                    _ => visit::visit_expr(self, expr),
                }
            }
            fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
                self.place(&call.receiver);
                call.args
                    .iter()
                    .for_each(|argument| self.visit_expr(argument));
            }
            fn visit_macro(&mut self, mac: &'ast syn::Macro) {
                let arguments = macros::evaluated(mac).unwrap_or_default();
                let owned = arguments.iter().filter(|(_, by_value)| *by_value);
                owned.for_each(|(argument, _)| self.visit_expr(argument));
            }
        }
        impl Values<'_> {
            fn place(&mut self, expr: &Expr) {
                if !matches!(expr, Expr::Path(_)) {
                    self.visit_expr(expr);
                }
            }
        }
        let mut values = Values(self, false);
        later.iter().for_each(|expr| values.visit_expr(expr));
        values.1
    }

    fn is_named_in(&self, tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => self.is_named_in(group.stream()),
            token => token.to_string().contains(&self.root),
        })
    }
}

/// The fields from the local outwards, up to an index.
fn outwards(expr: &Expr, fields: &mut Vec<String>) -> bool {
    match expr {
        Expr::Field(field) => {
            let goes_on = outwards(&field.base, fields);
            if goes_on {
                fields.push(field.member.to_token_stream().to_string());
            }
            goes_on
        }
        Expr::Index(index) => {
            outwards(&index.expr, fields);
            false
        }
        Expr::Paren(inner) => outwards(&inner.expr, fields),
        Expr::Group(inner) => outwards(&inner.expr, fields),
        Expr::Unary(unary) => outwards(&unary.expr, fields),
        _ => true,
    }
}

/// The fields that are named behind a local, up to a method.
fn fields_behind(mut tokens: &[TokenTree]) -> Vec<String> {
    let mut fields = Vec::new();
    while let [TokenTree::Punct(dot), field, rest @ ..] = tokens
        && dot.as_char() == '.'
        && !is_called(rest)
    {
        // `.0.1` may be one token.
        fields.extend(field.to_string().split('.').map(str::to_owned));
        tokens = rest;
    }
    fields
}

/// Whether what stands ahead is the name of a method.
fn is_called(behind: &[TokenTree]) -> bool {
    match behind.first() {
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
        Some(TokenTree::Punct(punct)) => punct.as_char() == ':',
        _ => false,
    }
}

/// What writes to a place.
struct Writes<'a> {
    place: &'a Place,
    macros: bool,
    found: bool,
}

impl<'ast> Visit<'ast> for Writes<'_> {
    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.found |= match is_place(&assign.left) {
            true => self.place.is_met_by(&assign.left),
            false => self.place.is_named_in(assign.left.to_token_stream()),
        };
        visit::visit_expr_assign(self, assign);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        self.found |= is_compound(binary.op) && self.place.is_met_by(&binary.left);
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_reference(&mut self, reference: &'ast syn::ExprReference) {
        self.found |= reference.mutability.is_some() && self.place.is_met_by(&reference.expr);
        visit::visit_expr_reference(self, reference);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        match macros::evaluated(mac) {
            Some(arguments) => arguments
                .iter()
                .for_each(|(argument, _)| self.visit_expr(argument)),
            None => self.found |= self.macros && self.place.is_named_in(mac.tokens.clone()),
        }
    }

    fn visit_expr_match(&mut self, matched: &'ast syn::ExprMatch) {
        let mut borrows = Mutably(false);
        matched
            .arms
            .iter()
            .for_each(|arm| borrows.visit_pat(&arm.pat));
        self.found |= borrows.0 && self.place.is_named_in(matched.expr.to_token_stream());
        visit::visit_expr_match(self, matched);
    }

    fn visit_expr_let(&mut self, condition: &'ast syn::ExprLet) {
        let mut borrows = Mutably(false);
        borrows.visit_pat(&condition.pat);
        self.found |= borrows.0 && self.place.is_named_in(condition.expr.to_token_stream());
        visit::visit_expr_let(self, condition);
    }

    fn visit_expr_block(&mut self, block: &'ast syn::ExprBlock) {
        let mut borrows = Mutably(false);
        borrows.visit_block(&block.block);
        self.found |= borrows.0 && self.place.is_named_in(block.to_token_stream());
        visit::visit_expr_block(self, block);
    }
}

/// Whether a pattern says `ref mut`.
struct Mutably(bool);

impl<'ast> Visit<'ast> for Mutably {
    fn visit_pat_ident(&mut self, ident: &'ast syn::PatIdent) {
        self.0 |= ident.by_ref.is_some() && ident.mutability.is_some();
        visit::visit_pat_ident(self, ident);
    }
}
