//! Parameters become plain names.
//!
//! In: the signature and the body. Out: each parameter is an identifier that
//! the start state can carry; a pattern becomes `let PATTERN = argN;` at the
//! head of the body, so that what the pattern does not bind is held as long as
//! in a plain function; what comes after it is bound again behind that, pattern or not, for it is dropped before. `self` is called `this` from here on, because a closure
//! cannot bind the name `self`.

use super::opaque::{self, Names};
use crate::owners::Owner;
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use std::collections::HashSet;
use syn::visit_mut::{self, VisitMut};
use syn::{FnArg, Pat, PatIdent, Stmt, parse_quote};

/// One parameter as the start state carries it.
#[derive(Clone)]
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    /// Of its `mut`.
    pub(crate) mutability: Option<Span>,
    /// `self`: bound from the keyword at the call.
    pub(crate) receiver: bool,
    pub(crate) attributes: Vec<syn::Attribute>,
    /// Its type, if the body can spell it.
    pub(crate) ty: Option<syn::Type>,
    /// It has nothing to drop, as its type is spelled.
    pub(crate) plain: bool,
    /// Its type is no reference, as it is spelled.
    pub(crate) owned: bool,
    /// It is a `&mut`, as its type is spelled.
    pub(crate) unique: bool,
    /// What it owns, as its type is spelled.
    pub(crate) owner: Option<Owner>,
    /// What is behind it, if it is a shared pointer.
    pub(crate) shared: Option<Owner>,
}

/// Takes the parameters out of `signature`, rewriting it and `body`.
pub(crate) fn lower(signature: &mut syn::Signature, body: &mut syn::Block) -> Vec<Parameter> {
    let taken = match signature.inputs.iter().all(is_name) {
        true => HashSet::new(),
        false => identifiers(signature, body),
    };
    let mut bindings: Vec<Stmt> = Vec::new();
    let inputs = signature.inputs.iter_mut().enumerate();
    let parameters = inputs.map(|(index, input)| match input {
        FnArg::Receiver(receiver) => Parameter::receiver(receiver, &taken),
        FnArg::Typed(typed) => match typed.pat.as_mut() {
            Pat::Ident(name)
                if takes_all(name) && (bindings.is_empty() || has_no_drop(&typed.ty)) =>
            {
                let mutability = name.mutability.take();
                Parameter::named(
                    name.ident.clone(),
                    mutability.map(|token| token.span),
                    typed,
                )
            }
            _ => Parameter::bound(typed, index, &taken, &mut bindings),
        },
    });
    let parameters = parameters.collect();
    body.stmts.splice(0..0, bindings);
    parameters
}

impl Parameter {
    /// Of which nothing is known.
    fn of(name: Ident) -> Self {
        Self {
            name,
            mutability: None,
            receiver: false,
            attributes: Vec::new(),
            ty: None,
            plain: false,
            owned: false,
            unique: false,
            owner: None,
            shared: None,
        }
    }

    fn receiver(receiver: &mut syn::Receiver, taken: &HashSet<String>) -> Self {
        let by_value = receiver.reference.is_none();
        let own = receiver.mutability.filter(|_| by_value);
        if by_value {
            receiver.mutability = None;
        }
        Self {
            mutability: own.map(|token| token.span),
            receiver: true,
            plain: !by_value || super::types::is_plain(&receiver.ty),
            owned: is_called(&receiver.ty, &["Self", "Box"]),
            unique: is_unique(&receiver.ty),
            ..Self::of(fresh("this", taken, receiver.self_token.span))
        }
    }

    fn named(name: Ident, mutability: Option<Span>, typed: &syn::PatType) -> Self {
        let ty = &*typed.ty;
        Self {
            mutability,
            attributes: typed.attrs.clone(),
            ty: (!super::types::has_impl(ty)).then(|| ty.clone()),
            plain: super::types::is_plain(ty),
            owned: matches!(ty, syn::Type::Path(_) | syn::Type::Tuple(_)),
            unique: is_unique(ty),
            owner: Owner::of_type(ty),
            shared: Owner::shared_type(ty),
            ..Self::of(name)
        }
    }

    /// One whose pattern is bound where the body begins.
    fn bound(
        typed: &mut syn::PatType,
        index: usize,
        taken: &HashSet<String>,
        bindings: &mut Vec<Stmt>,
    ) -> Self {
        let pattern = typed.pat.as_mut();
        let name = fresh(&format!("arg{index}"), taken, Span::mixed_site());
        let mut from = name.clone();
        if !bindings.is_empty() && leaves(pattern) && !has_no_drop(&typed.ty) {
            from = fresh(&format!("_arg{index}"), taken, Span::mixed_site());
            bindings.push(parse_quote!(let #from = #name;));
        }
        if !matches!(pattern, Pat::Wild(_)) {
            bindings.push(parse_quote!(let #pattern = #from;));
        }
        *pattern = parse_quote!(#name);
        Self::of(name)
    }
}

/// Whether it does not matter when a value of this type is dropped, as it is spelled.
fn has_no_drop(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Reference(_)) || super::types::is_plain(ty)
}

/// Whether a name takes all of an argument, and leaves nothing where it is.
fn takes_all(name: &PatIdent) -> bool {
    name.by_ref.is_none() && name.subpat.is_none()
}

fn leaves(pattern: &Pat) -> bool {
    !matches!(pattern, Pat::Ident(name) if takes_all(name))
}

/// Whether `ty` is spelled as a `&mut`.
fn is_unique(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Reference(reference) if reference.mutability.is_some())
}

/// Whether a parameter keeps the name it has.
fn is_name(input: &FnArg) -> bool {
    let FnArg::Typed(typed) = input else {
        return false;
    };
    !leaves(&typed.pat)
}

/// Whether the last segment of `ty` is one of `names`.
fn is_called(ty: &syn::Type, names: &[&str]) -> bool {
    matches!(ty, syn::Type::Path(path) if path
        .path
        .segments
        .last()
        .is_some_and(|segment| names.iter().any(|name| segment.ident == name)))
}

fn identifiers(signature: &syn::Signature, body: &syn::Block) -> HashSet<String> {
    let mut names = HashSet::new();
    collect(quote::quote!(#signature #body), &mut names);
    names
}

/// Every identifier that occurs in `tokens`, at any depth. Out: whether a `macro_rules!` has matched some of them.
pub(crate) fn collect(tokens: TokenStream, names: &mut HashSet<String>) -> bool {
    let mut matched = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                names.insert(ident.to_string());
            }
            TokenTree::Group(group) => {
                matched |= group.delimiter() == Delimiter::None;
                matched |= collect(group.stream(), names);
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    matched
}

fn fresh(wanted: &str, taken: &HashSet<String>, span: Span) -> Ident {
    let mut name = wanted.to_owned();
    while taken.contains(&name) {
        name.push('_');
    }
    Ident::new(&name, span)
}

/// `self` becomes the name of its parameter. Markers are syntax by then.
pub(crate) fn rename_self(parameters: &[Parameter], body: &mut syn::Block) {
    let receiver = parameters.iter().find(|parameter| parameter.receiver);
    if let Some(Parameter { name, .. }) = receiver {
        RenameSelf { name }.visit_block_mut(body);
    }
}

struct RenameSelf<'a> {
    name: &'a Ident,
}

impl RenameSelf<'_> {
    fn renamed(&self, span: Span) -> Ident {
        Ident::new(&self.name.to_string(), span)
    }
}

impl Names for RenameSelf<'_> {
    fn name(&self, tokens: &[TokenTree], at: usize) -> Option<Ident> {
        let colon =
            |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == ':');
        // A variable of a macro may be called so.
        let variable =
            at > 0 && matches!(&tokens[at - 1], TokenTree::Punct(p) if p.as_char() == '$');
        match &tokens[at] {
            TokenTree::Ident(ident)
                if *ident == "self" && !variable && !(colon(at + 1) && colon(at + 2)) =>
            {
                Some(self.renamed(ident.span()))
            }
            _ => None,
        }
    }

    fn captured(&self, name: &str, _: Span) -> Option<String> {
        (name == "self").then(|| self.name.to_string())
    }

    /// The parameters and the body of a function.
    fn is_apart(&self, tokens: &[TokenTree], at: usize) -> bool {
        let ends = |token: &TokenTree| match token {
            TokenTree::Punct(end) => end.as_char() == ';',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        let begin = tokens[..at].iter().rposition(ends).map_or(0, |end| end + 1);
        tokens[begin..at]
            .windows(2)
            .any(|two| matches!(two, [TokenTree::Ident(word), TokenTree::Ident(_)] if word == "fn"))
    }
}

impl VisitMut for RenameSelf<'_> {
    fn visit_expr_path_mut(&mut self, path: &mut syn::ExprPath) {
        if path.qself.is_none() && path.path.is_ident("self") {
            let span = path.path.segments[0].ident.span();
            path.path = syn::Path::from(self.renamed(span));
        }
        visit_mut::visit_expr_path_mut(self, path);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let name = mac
            .path
            .segments
            .last()
            .map(|segment| segment.ident.to_string());
        let name = name.unwrap_or_default();
        mac.tokens = opaque::arguments(self, &name, std::mem::take(&mut mac.tokens));
    }

    // An item has a `self` of its own, but for a macro, which finds the one around it.
    fn visit_item_mut(&mut self, item: &mut syn::Item) {
        if let syn::Item::Macro(item) = item
            && item.ident.is_some()
        {
            item.mac.tokens = opaque::tokens(self, std::mem::take(&mut item.mac.tokens), true);
        }
    }
}
