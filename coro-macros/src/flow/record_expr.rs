//! Verbatim expressions to events, in the order of evaluation.
//!
//! Each mention is a move or a borrow by where it stands (the table of design
//! section 3.3). Code in closures and async blocks is read as captures.

use super::graph::{Event, Graph, NodeId};
use super::patterns;
use super::record::{Cycle, Recorder};
use crate::ir::{self, LocalId};
use crate::methods;
use crate::syntax::macros;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, Pat, UnOp};

impl Recorder<'_> {
    fn mentioned(&self, expr: &Expr) -> Option<LocalId> {
        match expr {
            Expr::Path(path) => self.locals.of_ident(path.path.get_ident()?),
            Expr::Paren(inner) => self.mentioned(&inner.expr),
            Expr::Group(inner) => self.mentioned(&inner.expr),
            _ => None,
        }
    }

    /// `expr` is evaluated to a value.
    pub(super) fn value(&mut self, expr: &Expr) {
        if let Some(local) = self.mentioned(expr) {
            return self.mention(Event::Move(local), expr.span());
        }
        match expr {
            Expr::Field(_) => self.part(expr),
            Expr::Index(_) => self.place(expr),
            Expr::Unary(unary) => match unary.op {
                UnOp::Deref(_) => self.place(&unary.expr),
                _ => self.value(&unary.expr),
            },
            Expr::Reference(reference) => self.place(&reference.expr),
            Expr::RawAddr(raw) => self.place(&raw.expr),
            Expr::MethodCall(call) => self.method(call),
            Expr::Call(call) => self.call(call),
            Expr::Macro(mac) => self.macro_call(&mac.mac),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Assign(assign) => {
                self.value(&assign.right);
                self.target(&assign.left);
            }
            Expr::If(_) | Expr::Match(_) | Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => {
                self.control(expr);
            }
            Expr::Block(block) => self.labelled(block),
            Expr::Unsafe(block) => self.statements(&block.block),
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
            Expr::Struct(structure) => {
                structure.fields.iter().for_each(|f| self.value(&f.expr));
                if let Some(base) = &structure.rest {
                    match self.mentioned(base) {
                        Some(local) => self.mention(Event::Part(local), base.span()),
                        None => self.value(base),
                    }
                }
            }
            Expr::Range(range) => {
                range.start.iter().for_each(|e| self.value(e));
                range.end.iter().for_each(|e| self.value(e));
            }
            Expr::Repeat(repeat) => self.value(&repeat.expr),
            Expr::Cast(cast) => self.value(&cast.expr),
            Expr::Paren(inner) => self.value(&inner.expr),
            Expr::Group(inner) => self.value(&inner.expr),
            Expr::Try(question) => self.value(&question.expr),
            Expr::Await(awaited) => self.value(&awaited.base),
            Expr::Verbatim(tokens) => self.tokens(tokens.clone()),
            _ => {}
        }
    }

    /// A field by value.
    fn part(&mut self, expr: &Expr) {
        let mut base = expr;
        while let Expr::Field(field) = base {
            base = &field.base;
        }
        match self.mentioned(base) {
            Some(local) => self.mention(Event::Part(local), base.span()),
            None => self.place(expr),
        }
    }

    /// `expr` is read in place.
    pub(super) fn place(&mut self, expr: &Expr) {
        if let Some(local) = self.mentioned(expr) {
            return self.mention(Event::Borrow(local), expr.span());
        }
        match expr {
            Expr::Field(field) => match self.mentioned(&field.base) {
                Some(local) => self.mention(Event::Project(local), field.base.span()),
                None => self.place(&field.base),
            },
            Expr::Index(index) => {
                self.place(&index.expr);
                self.value(&index.index);
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
            place => self.place(place),
        }
    }

    fn method(&mut self, call: &syn::ExprMethodCall) {
        match self.mentioned(&call.receiver) {
            None if methods::consumes(&call.method.to_string(), call.args.len()) => {
                self.value(&call.receiver);
            }
            Some(local)
                if !self.locals.get(local).guard
                    && methods::consumes(&call.method.to_string(), call.args.len()) =>
            {
                call.args.iter().for_each(|e| self.value(e));
                return self.mention(Event::Move(local), call.receiver.span());
            }
            _ => self.place(&call.receiver),
        }
        call.args.iter().for_each(|e| self.value(e));
    }

    fn call(&mut self, call: &syn::ExprCall) {
        call.args.iter().for_each(|e| self.value(e));
        if let Some(leap) = ir::leap_of(call) {
            let node = self.graph.node(Event::Nothing);
            self.link_to(node);
            if self.current.is_some() {
                self.graph.set_leap(leap, node);
                let target = self.graph.entry(self.body.leaps[leap.0].target);
                self.graph.link(node, target);
            }
            self.current = None;
        } else if ir::is_finish(call) {
            self.current = None;
        } else {
            self.place(&call.func);
        }
    }

    fn binary(&mut self, binary: &syn::ExprBinary) {
        match binary.op {
            BinOp::And(_) | BinOp::Or(_) => {
                self.value(&binary.left);
                let skipped = self.graph.node(Event::Nothing);
                self.link_to(skipped);
                self.value(&binary.right);
                self.graph_join(skipped);
            }
            BinOp::Eq(_)
            | BinOp::Ne(_)
            | BinOp::Lt(_)
            | BinOp::Le(_)
            | BinOp::Gt(_)
            | BinOp::Ge(_) => {
                self.place(&binary.left);
                self.place(&binary.right);
            }
            BinOp::Add(_)
            | BinOp::Sub(_)
            | BinOp::Mul(_)
            | BinOp::Div(_)
            | BinOp::Rem(_)
            | BinOp::BitXor(_)
            | BinOp::BitAnd(_)
            | BinOp::BitOr(_)
            | BinOp::Shl(_)
            | BinOp::Shr(_) => {
                self.value(&binary.left);
                self.value(&binary.right);
            }
            _ => {
                self.value(&binary.right);
                self.place(&binary.left);
            }
        }
    }

    /// Control goes on from here or from `other`.
    fn graph_join(&mut self, other: NodeId) {
        self.link_to(other);
        self.current = Some(other);
    }

    /// Goes on where `condition` holds; links to `failed` where it does not.
    pub(super) fn condition(&mut self, condition: &Expr, failed: NodeId) {
        match condition {
            Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) => {
                self.condition(&binary.left, failed);
                self.condition(&binary.right, failed);
            }
            Expr::Paren(inner) => self.condition(&inner.expr, failed),
            Expr::Let(matched) => {
                self.scrutinee(&matched.expr);
                self.link_to(failed);
                self.taken(&matched.expr, &matched.pat);
                self.bind(&matched.pat);
            }
            other => {
                self.value(other);
                self.link_to(failed);
            }
        }
    }

    /// What is matched on is looked at in place.
    pub(super) fn scrutinee(&mut self, expr: &Expr) {
        if is_place(expr) {
            self.place(expr);
        } else {
            self.value(expr);
        }
    }

    /// A pattern that binds by value takes the local it is matched on.
    pub(super) fn taken(&mut self, expr: &Expr, pattern: &Pat) {
        if !patterns::by_value(pattern) {
            return;
        }
        let whole = !patterns::has_wildcard(pattern) || patterns::has_rest(pattern);
        match self.mentioned(expr) {
            Some(local) if whole => self.mention(Event::Move(local), expr.span()),
            // What `_` leaves stays in the local: rustc says if that cannot be held.
            Some(local) => self.mention(Event::Part(local), expr.span()),
            None if matches!(expr, Expr::Field(_)) => self.part(expr),
            // All of what a box holds: the box goes with it. What a guard holds
            // would be copied, and the guard stays.
            None if whole => {
                if let Expr::Unary(unary) = expr
                    && matches!(unary.op, UnOp::Deref(_))
                    && let Some(local) = self.mentioned(&unary.expr)
                    && self.locals.get(local).boxed
                {
                    self.mention(Event::Move(local), expr.span());
                }
            }
            None => {}
        }
    }

    fn control(&mut self, expr: &Expr) {
        match expr {
            Expr::If(branch) => self.verbatim_if(branch),
            Expr::Match(matched) => self.verbatim_match(matched),
            Expr::Loop(cycle) => {
                let after = self.graph.node(Event::Nothing);
                self.cycle(cycle.label.as_ref(), after, |r| r.statements(&cycle.body));
            }
            Expr::While(cycle) => {
                let after = self.graph.node(Event::Nothing);
                self.cycle(cycle.label.as_ref(), after, |r| {
                    r.condition(&cycle.cond, after);
                    r.statements(&cycle.body);
                });
            }
            Expr::ForLoop(cycle) => {
                self.value(&cycle.expr);
                let after = self.graph.node(Event::Nothing);
                self.cycle(cycle.label.as_ref(), after, |r| {
                    r.link_to(after);
                    r.bind(&cycle.pat);
                    r.statements(&cycle.body);
                });
            }
            _ => {}
        }
    }

    fn cycle(&mut self, label: Option<&syn::Label>, after: NodeId, visit: impl FnOnce(&mut Self)) {
        let head = self.graph.node(Event::Nothing);
        self.link_to(head);
        self.current = self.current.map(|_| head);
        self.cycles.push(Cycle {
            label: label.map(|label| label.name.ident.to_string()),
            head: Some(head),
            after,
        });
        visit(self);
        self.cycles.pop();
        self.link_to(head);
        self.current = Some(after);
    }

    fn labelled(&mut self, block: &syn::ExprBlock) {
        let Some(label) = &block.label else {
            return self.statements(&block.block);
        };
        let after = self.graph.node(Event::Nothing);
        self.cycles.push(Cycle {
            label: Some(label.name.ident.to_string()),
            head: None,
            after,
        });
        self.statements(&block.block);
        self.cycles.pop();
        self.graph_join(after);
    }

    fn statements(&mut self, block: &syn::Block) {
        block.stmts.iter().for_each(|stmt| self.statement(stmt));
    }

    fn verbatim_if(&mut self, branch: &syn::ExprIf) {
        let (failed, after) = (
            self.graph.node(Event::Nothing),
            self.graph.node(Event::Nothing),
        );
        let reached = self.current.is_some();
        self.condition(&branch.cond, failed);
        self.statements(&branch.then_branch);
        let then_ends = self.current.is_some();
        self.link_to(after);
        self.current = reached.then_some(failed);
        if let Some((_, otherwise)) = &branch.else_branch {
            self.value(otherwise);
        }
        self.link_to(after);
        self.current = (then_ends || self.current.is_some()).then_some(after);
    }

    fn verbatim_match(&mut self, matched: &syn::ExprMatch) {
        self.scrutinee(&matched.expr);
        let (mut fork, after) = (self.current, self.graph.node(Event::Nothing));
        let mut ends = false;
        for arm in &matched.arms {
            self.current = fork;
            let guard = arm.guard.as_ref().map(|(_, guard)| &**guard);
            self.arm(&matched.expr, (&arm.pat, guard), &mut fork);
            self.value(&arm.body);
            ends |= self.current.is_some();
            self.link_to(after);
        }
        self.current = ends.then_some(after);
    }

    fn jump(&mut self, expr: &Expr) {
        let (label, operand, is_break) = match expr {
            Expr::Return(jump) => {
                jump.expr.iter().for_each(|e| self.value(e));
                self.current = None;
                return;
            }
            Expr::Break(jump) => (&jump.label, &jump.expr, true),
            Expr::Continue(jump) => (&jump.label, &None, false),
            _ => return,
        };
        operand.iter().for_each(|e| self.value(e));
        let name = label.as_ref().map(|label| label.ident.to_string());
        let cycle = self.cycles.iter().rev().find(|cycle| match &name {
            Some(name) => cycle.label.as_ref() == Some(name),
            None => cycle.head.is_some(),
        });
        let target = cycle.and_then(|c| if is_break { Some(c.after) } else { c.head });
        if let Some(target) = target {
            self.link_to(target);
        }
        self.current = None;
    }

    /// The mentions in a closure are captures: by value if it says `move`,
    /// otherwise as its body uses them.
    fn captures(&mut self, body: &Expr, by_value: bool) {
        let mut scratch = Graph::default();
        for id in self.body.ids() {
            let entry = scratch.node(Event::Nothing);
            scratch.set_entry(id, entry);
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
        };
        inner.value(body);
        let declared = inner.declared;
        for node in (0..scratch.len()).map(NodeId) {
            let event = match scratch.event(node) {
                Event::Borrow(l)
                | Event::Assign(l)
                | Event::Move(l)
                | Event::Project(l)
                | Event::Part(l)
                    if declared.contains(&l) =>
                {
                    continue;
                }
                Event::Project(l) => Event::Project(l),
                Event::Part(l) => Event::Part(l),
                Event::Move(l) => Event::Move(l),
                Event::Borrow(l) | Event::Assign(l) if by_value => Event::Move(l),
                Event::Borrow(l) | Event::Assign(l) => Event::Borrow(l),
                _ => continue,
            };
            match scratch.span(node) {
                Some(span) => self.mention(event, span),
                None => self.event(event),
            }
        }
    }

    pub(super) fn macro_call(&mut self, mac: &syn::Macro) {
        let name = mac.path.segments.last().map(|s| s.ident.to_string());
        match macros::evaluated(mac) {
            Some(operands) => {
                for (operand, by_value) in &operands {
                    match operand {
                        Expr::Lit(literal) => self.tokens(literal.to_token_stream()),
                        _ if *by_value => self.value(operand),
                        _ => self.place(operand),
                    }
                }
            }
            None => self.tokens(mac.tokens.clone()),
        }
        let diverges = ["panic", "unreachable", "todo", "unimplemented"];
        if diverges.iter().any(|known| name.as_deref() == Some(known)) {
            self.current = None;
        }
    }

    /// Tokens that are no syntax: each identifier is read in place.
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if let Some(local) = self.locals.of_ident(&ident) {
                        self.mention(Event::Borrow(local), ident.span());
                    }
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    for local in tags_in(&literal.to_string(), self.locals) {
                        self.mention(Event::Borrow(local), literal.span());
                    }
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
}

/// The tags that a format string names.
fn tags_in(text: &str, locals: &ir::Locals) -> Vec<LocalId> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter_map(|word| locals.of_tag(word))
        .collect()
}

fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) | Expr::Field(_) | Expr::Index(_) => true,
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)),
        Expr::Paren(inner) => is_place(&inner.expr),
        Expr::Group(inner) => is_place(&inner.expr),
        _ => false,
    }
}
