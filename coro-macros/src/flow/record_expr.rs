//! Verbatim expressions to events, in the order of evaluation.
//!
//! Each mention is a move or a borrow by where it stands (`tests/mentions.rs` has a row for each reading). Code in closures and async
//! blocks is read as captures.

use super::again::{self, Touch};
use super::base;
use super::graph::{Event, Left, NodeId};
use super::nested;
use super::record::Recorder;
use crate::ir::{LocalId, is_place};
use crate::syntax::operators::{is_arithmetic, is_comparison};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, UnOp, parse_quote};

impl Recorder<'_> {
    pub(super) fn mentioned(&self, expr: &Expr) -> Option<LocalId> {
        self.locals.of_expr(expr)
    }

    /// `expr` is evaluated to a value.
    pub(super) fn value(&mut self, expr: &Expr) {
        if let Some(local) = self.mentioned(expr) {
            return self.given(local, expr.span());
        }
        match expr {
            Expr::Field(_) => self.part(expr),
            Expr::Index(_) => self.place(expr),
            Expr::Unary(unary) => match unary.op {
                UnOp::Deref(_) => self.content(expr),
                _ => self.number(&unary.expr),
            },
            Expr::Reference(reference) => self.place(&reference.expr),
            Expr::RawAddr(raw) => self.place(&raw.expr),
            Expr::MethodCall(call) => self.method(call),
            Expr::Call(call) => self.call(call),
            Expr::Macro(mac) => self.macro_call(&mac.mac),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Assign(assign) => {
                match nested::assignee(&assign.left) {
                    // A place is not taken whole.
                    Some(pattern) if self.mentioned(&assign.right).is_some() => {
                        self.destructured(&assign.right, &pattern);
                    }
                    Some(pattern) if is_place(&assign.right) => {
                        self.scrutinee(&assign.right);
                        self.taken(&assign.right, &pattern);
                    }
                    _ => self.value(&assign.right),
                }
                self.target(&assign.left);
            }
            Expr::If(_) | Expr::Match(_) | Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => {
                self.control(expr);
            }
            Expr::Block(block) => self.labelled(block),
            Expr::Unsafe(block) => {
                let outer = std::mem::replace(&mut self.in_unsafe, true);
                self.statements(&block.block);
                self.in_unsafe = outer;
            }
            Expr::Let(_) => {
                let failed = self.graph.node(Event::Nothing);
                self.condition(expr, failed);
                self.graph_join(failed);
            }
            Expr::Closure(closure) => self.captures(&closure.body, closure.capture.is_some()),
            Expr::Async(block) => {
                let body = Expr::Block(syn::ExprBlock {
                    attrs: Vec::new(),
                    label: None,
                    block: block.block.clone(),
                });
                self.captures(&body, block.capture.is_some());
            }
            Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => self.jump(expr),
            _ => self.parts(expr),
        }
    }

    /// Expressions that evaluate their operands to values, in order.
    fn parts(&mut self, expr: &Expr) {
        match expr {
            Expr::Array(array) => array.elems.iter().for_each(|e| self.value(e)),
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|e| self.value(e)),
            Expr::Struct(literal) => self.literal(literal, true),
            Expr::Range(range) => {
                range.start.iter().for_each(|e| self.number(e));
                range.end.iter().for_each(|e| self.number(e));
            }
            Expr::Repeat(repeat) => self.value(&repeat.expr),
            Expr::Cast(cast) => self.number(&cast.expr),
            Expr::Paren(inner) => self.value(&inner.expr),
            Expr::Group(inner) => self.value(&inner.expr),
            Expr::Try(question) => self.value(&question.expr),
            Expr::Await(awaited) => self.value(&awaited.base),
            Expr::Verbatim(tokens) => self.tokens(tokens.clone()),
            _ => {}
        }
    }

    /// A struct literal. `leaves`: what it takes out of its base leaves a part there.
    pub(super) fn literal(&mut self, literal: &syn::ExprStruct, leaves: bool) {
        literal.fields.iter().for_each(|f| self.value(&f.expr));
        let Some(base) = &literal.rest else { return };
        match self.mentioned(base) {
            // Which fields are taken is not known: if it is a copy, none is moved.
            Some(local) => {
                let all = (**base).clone();
                let fields = literal.fields.iter();
                let fields = fields.map(|field| again::name(&field.member));
                let touch = Some(Touch::But(fields.collect()));
                match leaves {
                    true => {
                        let parts = base::left_of(literal, base).into_iter();
                        let parts = parts.map(|part| parse_quote!(#base.#part));
                        let parts: Vec<Expr> = parts.collect();
                        let rest = Some(Box::new(parse_quote!((#(#parts,)*))));
                        let left = Some(Left { first: local, rest });
                        self.take_part(
                            local,
                            all,
                            (left, Vec::new(), touch),
                            Some(Event::Part(local)),
                        );
                    }
                    false => self.take_part(
                        local,
                        all,
                        (None, Vec::new(), touch),
                        Some(Event::Move(local)),
                    ),
                }
            }
            // What is not written out is taken, and what it is behind stays: a guard, of which only copies can be.
            None if self.pointer(base).is_some() => self.place(base),
            None => self.value(base),
        }
    }

    /// `*boxed` by value: a box is moved out of, whatever else points only gives copies.
    fn content(&mut self, expr: &Expr) {
        match self.pointer(expr) {
            Some(local) => self.take(local, expr.clone(), Some(Event::Borrow(local))),
            None => self.place(expr),
        }
    }

    /// The local that `*local` and `**local` look into.
    pub(super) fn pointer(&self, expr: &Expr) -> Option<LocalId> {
        match expr {
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => self
                .mentioned(&unary.expr)
                .or_else(|| self.pointer(&unary.expr)),
            Expr::Paren(inner) => self.pointer(&inner.expr),
            Expr::Group(inner) => self.pointer(&inner.expr),
            _ => None,
        }
    }

    /// A local by value, by itself: no name of a method says so.
    fn given(&mut self, local: LocalId, span: Span) {
        if self.locals.get(local).whole {
            return self.mention(Event::Borrow(local), span);
        }
        if let Some(node) = self.mention_part(Event::Move(local), span, None) {
            self.graph.note_given(node, local);
        }
    }

    /// A value where a truth value stands: a local there is one, and is copied.
    pub(super) fn truth(&mut self, expr: &Expr) {
        match self.mentioned(expr) {
            Some(local) => {
                self.graph.note_truth(local);
                self.given(local, expr.span());
            }
            None => self.number(expr),
        }
    }

    /// A value where numbers stand: what a pointer points to there is copied.
    pub(super) fn number(&mut self, expr: &Expr) {
        match self.pointer(expr) {
            Some(_) => self.place(expr),
            None => self.value(expr),
        }
    }

    /// A field by value.
    pub(super) fn part(&mut self, expr: &Expr) {
        match again::field_of(expr, self.locals) {
            Some((local, path)) => {
                self.field((Event::Part(local), expr.span()), path);
            }
            None => self.place(expr),
        }
    }

    /// The field at `path` is mentioned.
    pub(super) fn field(
        &mut self,
        (event, span): (Event, proc_macro2::Span),
        path: Vec<String>,
    ) -> Option<NodeId> {
        self.mention_part(event, span, Some(Touch::Field(path)))
    }

    /// `expr` is read in place.
    pub(super) fn place(&mut self, expr: &Expr) {
        if let Some(local) = self.mentioned(expr) {
            return self.mention(Event::Borrow(local), expr.span());
        }
        match expr {
            Expr::Field(field) => match again::field_of(expr, self.locals) {
                Some((local, path)) => {
                    self.field((Event::Project(local), field.base.span()), path);
                }
                None => self.place(&field.base),
            },
            Expr::Index(index) => {
                self.place(&index.expr);
                self.number(&index.index);
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => self.place(&unary.expr),
            Expr::Paren(inner) => self.place(&inner.expr),
            Expr::Group(inner) => self.place(&inner.expr),
            other => self.value(other),
        }
    }

    /// `expr` is written to.
    fn target(&mut self, expr: &Expr) {
        if let Some(local) = self.mentioned(expr) {
            return self.assign_at(local, expr.span());
        }
        match expr {
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|e| self.target(e)),
            Expr::Array(array) => array.elems.iter().for_each(|e| self.target(e)),
            Expr::Call(call) => call.args.iter().for_each(|e| self.target(e)),
            Expr::Struct(structure) => structure.fields.iter().for_each(|f| self.target(&f.expr)),
            Expr::Infer(_) | Expr::Range(_) => {}
            place => match again::field_of(place, self.locals) {
                Some((local, path)) => {
                    let node = self.field((Event::Project(local), place.span()), path);
                    node.iter()
                        .for_each(|node| self.graph.set_assigns_part(*node));
                }
                None => self.place(place),
            },
        }
    }

    fn binary(&mut self, binary: &syn::ExprBinary) {
        match binary.op {
            BinOp::And(_) | BinOp::Or(_) => {
                self.truth(&binary.left);
                let skipped = self.graph.node(Event::Nothing);
                self.link_to(skipped);
                self.truth(&binary.right);
                self.graph_join(skipped);
            }
            op if is_comparison(op) => {
                self.place(&binary.left);
                self.place(&binary.right);
            }
            op if is_arithmetic(op) => {
                self.number(&binary.left);
                self.number(&binary.right);
            }
            _ => {
                self.number(&binary.right);
                self.place(&binary.left);
            }
        }
    }

    /// Control goes on from here or from `other`.
    pub(super) fn graph_join(&mut self, other: NodeId) {
        self.link_to(other);
        self.current = Some(other);
    }
}
