//! Locals, and the tags that stand for them in code.

use super::{LocalId, PartId, ScopeId, TypedId};
use crate::owners::Owner;
use proc_macro2::{Ident, Spacing, Span, TokenStream, TokenTree};
use std::collections::HashMap;
use syn::{Expr, Type};

/// Who made a local.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Origin {
    Argument,
    User,
    /// A temporary that the lowering needs.
    Hidden,
}

/// One local.
#[derive(Clone)]
pub(crate) struct Local {
    /// As written (`r#` included).
    pub(crate) name: String,
    /// Of its `mut`.
    pub(crate) mutability: Option<Span>,
    pub(crate) origin: Origin,
    pub(crate) span: Span,
    /// The annotation, where the declaration is repeated.
    pub(crate) ty: Option<Type>,
    /// Initialised by a closure written out: its parameters, and whether it says `move`.
    pub(crate) closure: Option<(usize, bool)>,
    /// What closures hold that are a part of what it is bound to.
    pub(crate) closures: Option<Closures>,
    /// The attributes of its `let`: lints for the names it binds.
    pub(crate) attributes: Vec<syn::Attribute>,
    /// It is certainly no reference, as its declaration shows.
    pub(crate) owned: bool,
    /// What an argument owns, as its type is spelled.
    pub(crate) owner: Option<Owner>,
    /// What is behind an argument that is a shared pointer.
    pub(crate) shared: Option<Owner>,
    /// Verbatim code takes something out of it on some paths only: it is read as being there after that, for
    /// the types cannot say which path was taken.
    pub(crate) whole: bool,
    /// A guard, as its initialiser shows: methods are called on what it guards.
    pub(crate) guard: bool,
    /// Of the standard library, as its initialiser shows: the names of its methods say whether they take it.
    pub(crate) standard: bool,
    /// Braces say that it may be consumed (`{ value }.next()`): no name of a method says that it is not.
    pub(crate) braced: bool,
    /// It is `self`, whatever it is called.
    pub(crate) receiver: bool,
    /// A `&mut`, as its type is written; or a reference to a field of one.
    pub(crate) unique: bool,
    /// It is read again behind an expression of which it is an operand ahead of a yield: it is a copy, or a `&mut` that is lent on.
    pub(crate) reread: bool,
    /// What the user wrote where this stands: `self.lines`.
    pub(crate) written: Option<String>,
    /// It has been taken apart by its fields, where that was possible.
    pub(crate) divided: bool,
    /// The arguments of its methods are remembered (see `resolve::typed`).
    pub(crate) typed: bool,
    /// A part of it is taken while it is held (see `resolve::parts`).
    pub(crate) partial: bool,
    /// It holds what is left of this argument, and stands right behind it.
    pub(crate) behind: Option<LocalId>,
    /// What a `match` looks at, which had no name: its one arm binds it.
    pub(crate) head: bool,
    /// The place that it is assigned to, a local or a part of one: it has the type of that.
    pub(crate) like: Option<Expr>,
    /// Its parts by value are taken as such.
    pub(crate) parted: bool,
    /// The first that a pattern binds which has been made to leave its value whole, if that was possible (see `resolve::left`).
    pub(crate) lifted: bool,
    /// Has nothing to drop, as its initialiser or its annotation shows.
    pub(crate) plain: bool,
    /// Set once the local lives in the graph (and not inside verbatim code).
    pub(crate) scope: Option<ScopeId>,
}

impl Local {
    /// Whether it may be a guard for all that is seen, on whose value a method is called.
    pub(crate) fn is_found(&self) -> bool {
        self.guard || self.origin == Origin::Hidden
    }

    /// What the user calls it.
    pub(crate) fn called(&self) -> &str {
        match &self.written {
            Some(written) => written,
            None if self.receiver => "self",
            None => &self.name,
        }
    }

    pub(crate) fn mutable(&self) -> bool {
        self.mutability.is_some()
    }
}

/// What a closure holds, as it is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Closures {
    /// References and copies, if it can be called more than once.
    Borrowing,
    /// It says `move`.
    Owning,
}

/// All locals; a tag leads back to its local.
#[derive(Clone, Default)]
pub(crate) struct Locals {
    locals: Vec<Local>,
    tags: HashMap<String, LocalId>,
    parts: usize,
    typed: usize,
    /// Whether those of methods of temporaries are.
    pub(crate) temporaries_typed: bool,
    /// Whether the body has closures at all, or async blocks.
    pub(crate) closures: bool,
    /// Whether it has unsafe code.
    pub(crate) unsafety: bool,
}

impl Locals {
    /// Whether parts are taken.
    pub(crate) const fn takes_parts(&self) -> bool {
        self.parts > 0
    }

    /// A part that is taken.
    pub(crate) fn part(&mut self) -> PartId {
        self.parts += 1;
        PartId(self.parts - 1)
    }

    /// Whether types of arguments are remembered.
    pub(crate) const fn remembers_types(&self) -> bool {
        self.typed > 0
    }

    /// Whether the types of the arguments of its methods are.
    pub(crate) fn remembers(&self, local: LocalId) -> bool {
        let known = self.get(local);
        known.typed || known.origin == Origin::Hidden && self.temporaries_typed
    }

    /// An argument whose type is remembered.
    pub(crate) fn typed(&mut self) -> TypedId {
        self.typed += 1;
        TypedId(self.typed - 1)
    }

    pub(crate) fn add(
        &mut self,
        name: &str,
        mutability: Option<Span>,
        origin: Origin,
        span: Span,
    ) -> LocalId {
        let id = LocalId(self.locals.len());
        self.locals.push(Local {
            name: name.to_owned(),
            mutability,
            origin,
            span,
            ty: None,
            closure: None,
            closures: None,
            plain: false,
            attributes: Vec::new(),
            owned: false,
            whole: false,
            owner: None,
            shared: None,
            guard: false,
            standard: false,
            braced: false,
            receiver: false,
            unique: false,
            reread: false,
            written: None,
            divided: false,
            typed: false,
            partial: false,
            head: false,
            like: None,
            parted: false,
            behind: None,
            lifted: false,
            scope: None,
        });
        self.tags.insert(self.tag_text(id), id);
        id
    }

    fn tag_text(&self, id: LocalId) -> String {
        let name = &self.locals[id.0].name;
        format!("__l{}_{}", id.0, name.trim_start_matches("r#"))
    }

    /// The name of `id` inside the pipeline, with the span of one mention.
    pub(crate) fn tag(&self, id: LocalId, span: Span) -> Ident {
        Ident::new(&self.tag_text(id), span)
    }

    pub(crate) fn of_tag(&self, tag: &str) -> Option<LocalId> {
        if !tag.starts_with("__l") {
            return None;
        }
        self.tags.get(tag).copied()
    }

    /// The local that `expr` is.
    pub(crate) fn of_expr(&self, expr: &Expr) -> Option<LocalId> {
        match expr {
            Expr::Path(path) => self.of_ident(path.path.get_ident()?),
            Expr::Paren(inner) => self.of_expr(&inner.expr),
            Expr::Group(inner) => self.of_expr(&inner.expr),
            _ => None,
        }
    }

    /// The locals whose tags stand in `tokens`, at any depth, those in format strings included.
    pub(crate) fn spelled_in(&self, tokens: TokenStream) -> Vec<LocalId> {
        tokens
            .into_iter()
            .flat_map(|token| match token {
                TokenTree::Ident(name) => self.of_ident(&name).into_iter().collect(),
                TokenTree::Group(group) => self.spelled_in(group.stream()),
                TokenTree::Literal(text) => self.named_by(&text.to_string()),
                TokenTree::Punct(_) => Vec::new(),
            })
            .collect()
    }

    /// The locals that a format string names.
    pub(crate) fn named_by(&self, text: &str) -> Vec<LocalId> {
        text.split(|c: char| !is_of_word(c))
            // A zero ahead of a width is a flag: `{:0width$}`.
            .filter_map(|word| self.of_tag(word.trim_start_matches('0')))
            .collect()
    }

    /// `text`, which is of code inside the pipeline, as the user has written it.
    pub(crate) fn written(&self, text: &str) -> String {
        let mut written = String::new();
        for piece in text.split_inclusive(|c: char| !is_of_word(c)) {
            let word = piece.trim_end_matches(|c| !is_of_word(c));
            let name = self.of_tag(word).map(|local| self.get(local).name.as_str());
            written += name.unwrap_or(word);
            written += &piece[word.len()..];
        }
        written
    }

    /// The locals whose tags stand in `tokens`, at any depth.
    pub(crate) fn mentioned_in(&self, tokens: TokenStream) -> Vec<LocalId> {
        let mut mentioned = Vec::new();
        self.add_mentioned(tokens, &mut mentioned);
        mentioned
    }

    fn add_mentioned(&self, tokens: TokenStream, mentioned: &mut Vec<LocalId>) {
        for token in tokens {
            match token {
                TokenTree::Ident(name) => mentioned.extend(self.of_ident(&name)),
                TokenTree::Group(group) => self.add_mentioned(group.stream(), mentioned),
                TokenTree::Literal(_) | TokenTree::Punct(_) => {}
            }
        }
    }

    /// The locals that `tokens` assign, those of macros included: a name before `=` that no `let` declares.
    pub(crate) fn assigned_in(&self, tokens: TokenStream) -> Vec<LocalId> {
        let mut assigned = Vec::new();
        let (mut named, mut declared) = (None, false);
        for token in tokens {
            let before = named.take();
            match token {
                TokenTree::Ident(word) => {
                    named = self.of_ident(&word).filter(|_| !declared);
                    declared = word == "let" || word == "mut" && declared;
                }
                TokenTree::Punct(punct)
                    if punct.as_char() == '=' && punct.spacing() == Spacing::Alone =>
                {
                    assigned.extend(before);
                }
                TokenTree::Group(group) => assigned.extend(self.assigned_in(group.stream())),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
        assigned
    }

    pub(crate) fn of_ident(&self, ident: &Ident) -> Option<LocalId> {
        self.of_tag(&ident.to_string())
    }

    pub(crate) fn get(&self, id: LocalId) -> &Local {
        &self.locals[id.0]
    }

    pub(crate) fn get_mut(&mut self, id: LocalId) -> &mut Local {
        &mut self.locals[id.0]
    }

    pub(crate) fn ids(&self) -> impl DoubleEndedIterator<Item = LocalId> + use<> {
        (0..self.locals.len()).map(LocalId)
    }

    pub(crate) fn len(&self) -> usize {
        self.locals.len()
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
