//! Code that is read as captures or as tokens: closures, async blocks, macros.

use super::again::Touch;
use super::graph::{Event, Graph, NodeId};
use super::patterns;
use super::record::Recorder;
use crate::ir::LocalId;
use crate::syntax::{diverge, hidden, macros};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::Expr;

impl Recorder<'_> {
    /// The mentions in a closure are captures: by value if it says `move`,
    /// otherwise as its body uses them.
    pub(super) fn captures(&mut self, body: &Expr, by_value: bool) {
        let mut scratch = Graph::default();
        for _ in self.body.ids() {
            let entry = scratch.node(Event::Nothing);
            scratch.head(entry, entry);
        }
        let start = scratch.node(Event::Nothing);
        let mut inner = Recorder {
            graph: &mut scratch,
            locals: self.locals,
            body: self.body,
            block: self.block,
            current: Some(start),
            cycles: Vec::new(),
            declared: Vec::new(),
            in_unsafe: self.in_unsafe,
            asks: false,
            called: Vec::new(),
        };
        inner.value(body);
        let (declared, called) = (inner.declared, inner.called);
        for node in (0..scratch.len()).map(NodeId) {
            // What is matched on with `_` is not captured.
            if scratch.touch(node) == Some(&Touch::NOTHING) {
                continue;
            }
            let whole = by_value && scratch.touch(node).is_none();
            let event = scratch.event(node);
            let Some((event, local)) = self.captured(event, by_value, whole) else {
                continue;
            };
            if declared.contains(&local) {
                continue;
            }
            if let (Event::Move(local), Some(current)) = (event, self.current)
                && scratch.consumed().iter().any(|(_, taken)| *taken == local)
            {
                self.graph.note_consumed(current, local);
            }
            match scratch.span(node) {
                Some(span) => {
                    self.mention_part(event, span, scratch.touch(node).cloned());
                }
                None => self.event(event),
            }
        }
        // What can be called once is taken for it.
        for (local, arguments, span) in called {
            if !by_value && !declared.contains(&local) {
                self.called(local, arguments, span);
            }
        }
    }

    /// What a closure does to what it captures, where it mentions it so; `whole`: it takes all of it.
    fn captured(&self, inside: Event, by_value: bool, whole: bool) -> Option<(Event, LocalId)> {
        match inside {
            // A closure takes the part alone.
            Event::Project(l) if by_value && !self.locals.get(l).plain => Some((Event::Part(l), l)),
            Event::Borrow(l) | Event::Assign(l) if whole => Some((Event::Move(l), l)),
            Event::Borrow(l) if by_value => Some((Event::Part(l), l)),
            Event::Borrow(l) | Event::Assign(l) => Some((Event::Borrow(l), l)),
            Event::Project(l) | Event::Part(l) | Event::Move(l) => Some((inside, l)),
            _ => None,
        }
    }

    pub(super) fn macro_call(&mut self, mac: &syn::Macro) {
        if let Some(name) = mac.path.get_ident() {
            self.own_macro(name);
        }
        if let Some((value, pattern)) = macros::looks_at(mac)
            && !patterns::by_value(&pattern)
        {
            self.scrutinee(&value);
            return self.taken(&value, &pattern);
        }
        let unless = macros::is_of_debug(mac).then_some(self.current).flatten();
        match macros::evaluated(mac) {
            Some(operands) => {
                let checked = macros::checks(mac).unwrap_or(operands.len());
                let (checked, message) = operands.split_at(checked.min(operands.len()));
                self.operands(checked);
                // It panics behind its message.
                if !message.is_empty() {
                    let holds = self.current;
                    self.operands(message);
                    self.current = holds;
                }
            }
            None => {
                if hidden::may_leave(mac) {
                    let named = self.locals.spelled_in(mac.tokens.clone());
                    named
                        .into_iter()
                        .for_each(|local| self.graph.note_doubted(local));
                }
                self.tokens(mac.tokens.clone());
            }
        }
        if diverge::is_panic(mac) {
            self.current = None;
        }
        // Elsewhere it evaluates nothing.
        if let Some(before) = unless {
            let after = self.graph.node(Event::Nothing);
            self.link_to(after);
            self.graph.link(before, after);
            self.current = Some(after);
        }
    }

    /// What a macro of the standard library evaluates.
    fn operands(&mut self, operands: &[(Expr, bool)]) {
        for (operand, by_value) in operands {
            match operand {
                Expr::Lit(literal) => self.tokens(literal.to_token_stream()),
                _ if *by_value => self.value(operand),
                _ => self.place(operand),
            }
        }
    }

    /// A call of a macro that the body defines mentions what the macro names.
    fn own_macro(&mut self, name: &proc_macro2::Ident) {
        for local in self.body.mentioned_by(name) {
            self.mention(Event::Borrow(*local), name.span());
            self.graph.note_doubted(*local);
        }
    }

    /// Tokens that are no syntax: each identifier is read in place.
    pub(super) fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Ident(ident) => {
                    if let Some(local) = self.locals.of_ident(ident) {
                        let touch = field_behind(&tokens[at + 1..]);
                        self.mention_part(Event::Borrow(local), ident.span(), touch);
                    }
                    self.own_macro(ident);
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    for local in self.locals.named_by(&literal.to_string()) {
                        self.mention(Event::Borrow(local), literal.span());
                    }
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
}

/// The field that a local is followed by.
fn field_behind(tokens: &[TokenTree]) -> Option<Touch> {
    let [TokenTree::Punct(dot), field, rest @ ..] = tokens else {
        return None;
    };
    let called = matches!(rest.first(), Some(TokenTree::Group(_)));
    let named = matches!(field, TokenTree::Ident(_) | TokenTree::Literal(_));
    // `pair.0.1` ends in a float.
    let path = || field.to_string().split('.').map(str::to_owned).collect();
    (dot.as_char() == '.' && named && !called).then(|| Touch::Field(path()))
}
