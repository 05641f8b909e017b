//! Expressions.
//!
//! `expression` sends the value of an expression to a destination; `operand`
//! gives an expression without a yield that has the same value where it stands.
//! Operands before a yield are evaluated before it: values go to hidden
//! temporaries, places stay where they are (Rust would borrow or read them
//! there), unless a later operand changes them.

use super::stmt::is_control;
use super::{Builder, Destination, diverge};
use crate::ir::{Exit, LocalId, Locals, Origin, ScopeId, Step};
use crate::messages;
use crate::syntax::markers::{self, Marker};
use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, parse_quote};

/// How an operand is used by what it belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Value,
    /// Read in place: receivers, what `&` points to.
    Place,
    /// Compared: read in place, but a primitive is copied before a later operand
    /// may change it by a method.
    Compared,
}

impl Builder<'_> {
    /// Evaluates `expr` and sends its value to `to`.
    pub(super) fn expression(&mut self, expr: &Expr, to: Destination) {
        if self.current.is_none() {
            return;
        }
        if !markers::suspends(expr) {
            return self.plain(expr, to);
        }
        match expr {
            Expr::Paren(inner) => self.expression(&inner.expr, to),
            Expr::Group(inner) => self.expression(&inner.expr, to),
            Expr::Block(block) => self.labelled_block(block, to),
            Expr::Unsafe(block) => self.unsafe_block(block, to),
            Expr::If(_) | Expr::Match(_) if only_head_suspends(expr) => {
                self.with_temporaries(expr, to);
            }
            Expr::If(branch) => self.branch(branch, to),
            Expr::Match(matched) => self.matched(matched, to),
            Expr::Loop(cycle) => self.endless(cycle, to),
            Expr::While(cycle) => self.conditional(cycle, to),
            Expr::ForLoop(cycle) => self.for_each(cycle, to),
            Expr::Return(jump) => match &jump.expr {
                Some(operand) => self.expression(operand, Destination::Return),
                None => self.store(parse_quote!(()), Destination::Return),
            },
            Expr::Break(jump) => self.break_out(jump),
            Expr::Call(_) if yields_twice(expr) => {
                let scope = self.open(false);
                self.marker(expr, to);
                self.leave(scope);
            }
            Expr::Call(_) if markers::marker_of(expr).is_some() => self.marker(expr, to),
            _ => self.with_temporaries(expr, to),
        }
    }

    fn plain(&mut self, expr: &Expr, to: Destination) {
        if let (Expr::Return(jump), Destination::Return) = (expr, to) {
            let unit: Expr = parse_quote!(());
            let value = self.verbatim(jump.expr.as_deref().unwrap_or(&unit).clone());
            return self.store(value, to);
        }
        let value = self.verbatim(expr.clone());
        if diverge::expr(&value) {
            // No value comes out, so there is nothing to put anywhere.
            self.code(syn::Stmt::Expr(value, Some(Default::default())));
            return self.exit(Exit::Diverge);
        }
        self.store(value, to);
    }

    fn marker(&mut self, expr: &Expr, to: Destination) {
        let Some((marker, span, call)) = markers::marker_of(expr) else {
            return;
        };
        if marker == Marker::Split {
            return;
        }
        let operand = &call.args[0];
        match marker {
            Marker::Split => {}
            Marker::Yield => self.yielded(operand, span, to),
            Marker::YieldFrom => self.delegate(operand, call.args.get(1), span, to),
            Marker::Try => match operand {
                Expr::Block(block) => self.region_into(&block.block, span, to),
                _ => self.diagnostics.span(span, messages::TRY_BLOCK),
            },
            Marker::Raise => {
                let operand = self.operand(operand);
                let raised = self.raised(&operand, span);
                self.code(syn::Stmt::Expr(raised, Some(Default::default())));
                self.exit(Exit::Diverge);
            }
        }
    }

    /// An expression statement: its temporaries end with it.
    fn with_temporaries(&mut self, expr: &Expr, to: Destination) {
        let scope = self.open(false);
        let value = self.operand(expr);
        if self.current.is_none() {
            self.scopes.pop();
            return;
        }
        self.store(value, to);
        self.leave(scope);
    }

    /// Ends the scope of a statement's temporaries.
    fn leave(&mut self, scope: ScopeId) {
        if self.current.is_some() {
            self.settle(scope);
        } else {
            self.scopes.pop();
        }
    }

    /// An expression without a yield that has the value of `expr`.
    pub(super) fn operand(&mut self, expr: &Expr) -> Expr {
        if self.current.is_none() {
            return parse_quote!(());
        }
        if !markers::suspends(expr) {
            let value = self.verbatim(expr.clone());
            return value;
        }
        if let Some((Marker::Yield, span, call)) = markers::marker_of(expr) {
            let value = call.args[0].clone();
            self.suspend(&value, span);
            return self.sent(span);
        }
        if is_control(expr) || is_jumping(expr) {
            return self.through_temporary(expr);
        }
        match expr {
            Expr::Paren(inner) => self.operand(&inner.expr),
            Expr::Group(inner) => self.operand(&inner.expr),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Assign(assign) => self.assignment(assign),
            Expr::Let(condition) => self.let_condition(condition),
            _ => self.composed(expr),
        }
    }

    /// The sent value of a yield in operand position.
    fn sent(&mut self, span: Span) -> Expr {
        let received = self.received(span);
        let local = self.hidden("sent", span);
        let tag = self.mention(local);
        self.code(parse_quote!(let #tag = #received;));
        self.operands.push(local);
        tag
    }

    fn through_temporary(&mut self, expr: &Expr) -> Expr {
        let name = self.numbered("value");
        let value = self.hidden(&name, expr.span());
        self.step(Step::Declare(value));
        self.expression(expr, Destination::Local(value));
        self.operands.push(value);
        self.mention(value)
    }

    fn binary(&mut self, binary: &syn::ExprBinary) -> Expr {
        let mut lowered = binary.clone();
        match binary.op {
            BinOp::And(_) | BinOp::Or(_) => {
                return self.through_condition(&Expr::Binary(binary.clone()));
            }
            op if is_compound(op) => {
                // The value first, as for primitives.
                let value = self.operand(&binary.right);
                let mut both = [(value, Use::Value), ((*binary.left).clone(), Use::Place)];
                self.operands(&mut both);
                let [(value, _), (place, _)] = both;
                *lowered.left = place;
                *lowered.right = value;
            }
            op => {
                // What is compared with a number is one.
                let numeric = is_number(&binary.left) || is_number(&binary.right);
                let kind = if is_comparison(op) && !numeric {
                    Use::Compared
                } else {
                    Use::Value
                };
                let mut both = [
                    ((*binary.left).clone(), kind),
                    ((*binary.right).clone(), kind),
                ];
                self.operands(&mut both);
                let [(left, _), (right, _)] = both;
                *lowered.left = left;
                *lowered.right = right;
            }
        }
        Expr::Binary(lowered)
    }

    /// `a && co_yield!(b)` as a value.
    fn through_condition(&mut self, condition: &Expr) -> Expr {
        let branch: Expr = parse_quote!(if #condition { true } else { false });
        self.through_temporary(&branch)
    }

    fn assignment(&mut self, assign: &syn::ExprAssign) -> Expr {
        let value = self.operand(&assign.right);
        let mut lowered = assign.clone();
        let mut both = [(value, Use::Value), ((*assign.left).clone(), Use::Place)];
        if markers::suspends(&assign.left) {
            self.operands(&mut both);
        } else {
            both[1].0 = self.verbatim(both[1].0.clone());
        }
        let [(value, _), (place, _)] = both;
        *lowered.left = place;
        *lowered.right = value;
        Expr::Assign(lowered)
    }

    /// Every other expression: its operands in order, then itself.
    fn composed(&mut self, expr: &Expr) -> Expr {
        let mut lowered = expr.clone();
        if let Expr::If(branch) = &mut lowered
            && !matches!(&*branch.cond, Expr::Let(_))
        {
            *branch.cond = self.decided(&branch.cond);
            return self.verbatim(lowered);
        }
        if let Expr::Field(field) = expr
            && let Some(part) = self.part_of_tuple(field)
        {
            return part;
        }
        let Some(slots) = slots(&mut lowered) else {
            self.diagnostics.at(expr, messages::UNSUPPORTED_POSITION);
            return parse_quote!(());
        };
        let mut operands: Vec<(Expr, Use)> = slots
            .iter()
            .map(|(slot, kind)| ((**slot).clone(), *kind))
            .collect();
        self.operands(&mut operands);
        if self.current.is_none() {
            return parse_quote!(());
        }
        let matches = match expr {
            Expr::Match(_) => true,
            Expr::If(branch) => matches!(&*branch.cond, Expr::Let(_)),
            _ => false,
        };
        for ((slot, _), (operand, _)) in slots.into_iter().zip(operands) {
            // A temporary is matched on as a value, not in place.
            *slot = if matches && self.is_temporary(&operand) {
                parse_quote!({ #operand })
            } else {
                operand
            };
        }
        // What remains of `expr` does not yield.
        self.verbatim(lowered)
    }

    /// Lowers operands that are evaluated one after the other.
    pub(super) fn operands(&mut self, operands: &mut [(Expr, Use)]) {
        let last = operands
            .iter()
            .rposition(|(operand, _)| markers::suspends(operand));
        for at in 0..operands.len() {
            let (operand, kind) = operands[at].clone();
            let lowered = match kind {
                Use::Place | Use::Compared if markers::suspends(&operand) => self.place(&operand),
                _ => self.operand(&operand),
            };
            if last.is_some_and(|last| at < last) && diverge::expr(&lowered) {
                // What stands behind it is never evaluated.
                self.code(syn::Stmt::Expr(lowered, Some(Default::default())));
                return self.exit(Exit::Diverge);
            }
            let captured = match last {
                Some(last) if at < last => {
                    let later = &operands[at + 1..=last];
                    let later: Vec<Expr> = later.iter().map(|(e, _)| e.clone()).collect();
                    self.capture(lowered, kind, &later)
                }
                _ => lowered,
            };
            operands[at].0 = captured;
        }
    }

    /// Evaluates `operand` here, ahead of the yields in `later`.
    fn capture(&mut self, operand: Expr, kind: Use, later: &[Expr]) -> Expr {
        if is_stable(&operand) {
            return operand;
        }
        match kind {
            Use::Value => {
                if let Expr::Reference(reference) = &operand {
                    let place = self.capture((*reference.expr).clone(), Use::Place, later);
                    let mut reference = reference.clone();
                    *reference.expr = place;
                    return Expr::Reference(reference);
                }
                if let Expr::Closure(closure) = &operand
                    && closure.capture.is_none()
                    && !self.captures_changed(&operand, later)
                {
                    return operand;
                }
                let operand = self.hold(operand);
                self.temporary(operand)
            }
            Use::Place | Use::Compared => match root(&operand) {
                Some(root) if is_settled(&root, kind, later) => {
                    self.capture_indices(operand, later)
                }
                Some(_) => {
                    let operand = self.hold(operand);
                    self.temporary(operand)
                }
                None => self.held(operand),
            },
        }
    }

    /// Whether a later operand writes to what a closure captures.
    fn captures_changed(&self, closure: &Expr, later: &[Expr]) -> bool {
        let text = closure.to_token_stream().to_string();
        text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
            .filter(|word| self.body.locals.of_tag(word).is_some())
            .any(|tag| changes(tag, later))
    }

    /// The indices of a place are values.
    fn capture_indices(&mut self, place: Expr, later: &[Expr]) -> Expr {
        match place {
            Expr::Index(mut index) => {
                *index.expr = self.capture_indices(*index.expr, later);
                *index.index = self.capture(*index.index, Use::Value, later);
                Expr::Index(index)
            }
            Expr::Field(mut field) => {
                *field.base = self.capture_indices(*field.base, later);
                Expr::Field(field)
            }
            other => other,
        }
    }

    /// A place expression that yields inside.
    pub(super) fn place(&mut self, expr: &Expr) -> Expr {
        let lowered = self.operand(expr);
        match root(&lowered) {
            Some(root) => {
                if self.is_hidden(&root) {
                    self.hold_scope();
                }
                lowered
            }
            None => self.held(lowered),
        }
    }

    fn is_hidden(&self, name: &str) -> bool {
        self.body
            .locals
            .of_tag(name)
            .is_some_and(|local| self.body.locals.get(local).origin == Origin::Hidden)
    }

    /// Whether `expr` is the name of a temporary.
    pub(super) fn is_temporary(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Path(_)) && root(expr).is_some_and(|name| self.is_hidden(&name))
    }

    /// A temporary of the innermost scope lives to the scope's end.
    pub(super) fn hold_scope(&mut self) {
        if let Some(scope) = self.temporaries()
            && !self.held.contains(&scope)
        {
            self.held.push(scope);
        }
    }

    /// `let operand = value;`, moved by its use.
    pub(super) fn temporary(&mut self, value: Expr) -> Expr {
        let value = ungrouped(value);
        let local = self.hidden("operand", value.span());
        let tag = self.mention(local);
        self.code(parse_quote!(let mut #tag = #value;));
        self.operands.push(local);
        tag
    }

    /// `let temporary = value;`, held to the end of the statement, after what it
    /// borrows from. Operands that wait are dropped before it, so it is declared
    /// before them.
    pub(super) fn held(&mut self, value: Expr) -> Expr {
        if diverge::expr(&value) {
            return value;
        }
        let value = ungrouped(self.hold(value));
        self.hold_scope();
        self.spend(&value);
        let waiting = self.waiting();
        let name = match waiting {
            // Names that are declared before they are assigned have to differ.
            Some(_) => self.numbered("temporary"),
            None => "operand".to_owned(),
        };
        let local = self.hidden(&name, value.span());
        let tag = self.mention(local);
        if waiting.is_some_and(|first| self.declare_ahead(first, local)) {
            self.code(parse_quote!(#tag = #value;));
        } else {
            self.code(parse_quote!(let mut #tag = #value;));
        }
        tag
    }

    /// The operands in `code` wait no longer.
    pub(super) fn spend(&mut self, code: &impl ToTokens) {
        if !self.operands.is_empty() {
            let locals = &self.body.locals;
            let mut spent = Vec::new();
            mentioned(code.to_token_stream(), locals, &mut spent);
            self.operands.retain(|operand| !spent.contains(operand));
        }
    }

    /// A name that no other declared temporary has: inside its scope both may be assigned.
    pub(super) fn numbered(&self, name: &str) -> String {
        let mut known = self.body.locals.ids().map(|id| self.body.locals.get(id));
        let same = |local: &&crate::ir::Local| {
            local.origin == Origin::Hidden && local.name.starts_with(name)
        };
        let last = known.rfind(same);
        let number = |local: &crate::ir::Local| local.name[name.len()..].parse::<usize>();
        match last.map(number) {
            Some(number) => format!("{name}{}", number.unwrap_or(1) + 1),
            None => name.to_owned(),
        }
    }

    /// The first operand of this statement that may still have to be moved.
    fn waiting(&self) -> Option<LocalId> {
        let scope = self.temporaries();
        let here = |id: &&LocalId| self.body.locals.get(**id).scope == scope;
        self.operands.iter().find(here).copied()
    }

    /// Declares `local` ahead of `operand`.
    fn declare_ahead(&mut self, operand: LocalId, local: LocalId) -> bool {
        let declares = |step: &Step| match step {
            Step::Declare(declared) => *declared == operand,
            Step::Code(syn::Stmt::Local(code)) => {
                crate::flow::patterns::bound(&code.pat, &self.body.locals) == [operand]
            }
            _ => false,
        };
        let found = self.body.blocks.iter().enumerate().find_map(|(at, block)| {
            let step = block.steps.iter().position(declares)?;
            Some((at, step))
        });
        if let Some((block, step)) = found {
            let steps = &mut self.body.blocks[block].steps;
            steps.insert(step, Step::Declare(local));
        }
        found.is_some()
    }
}

/// The locals that `tokens` name.
fn mentioned(tokens: proc_macro2::TokenStream, locals: &Locals, found: &mut Vec<LocalId>) {
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Ident(name) => found.extend(locals.of_ident(&name)),
            proc_macro2::TokenTree::Group(group) => mentioned(group.stream(), locals, found),
            _ => {}
        }
    }
}

/// Parentheses that grouped an operand group nothing in a `let`.
fn ungrouped(value: Expr) -> Expr {
    match value {
        Expr::Paren(inner) => *inner.expr,
        other => other,
    }
}

/// Whether only the head of an `if` or `match` yields: the rest stays verbatim.
pub(super) fn only_head_suspends(expr: &Expr) -> bool {
    match expr {
        Expr::Match(matched) => !matched.arms.iter().any(|arm| {
            markers::suspends(&arm.body)
                || arm
                    .guard
                    .as_ref()
                    .is_some_and(|(_, guard)| markers::suspends(guard))
        }),
        Expr::If(branch) => {
            !short_circuits(&branch.cond)
                && !super::head::holds_before_else(branch)
                && !markers::block_suspends(&branch.then_branch)
                && !branch
                    .else_branch
                    .as_ref()
                    .is_some_and(|(_, e)| markers::suspends(e))
        }
        _ => false,
    }
}

/// A yield whose operand yields: what that one keeps outlives both.
pub(super) fn yields_twice(expr: &Expr) -> bool {
    matches!(markers::marker_of(expr), Some((Marker::Yield, _, call)) if markers::suspends(&call.args[0]))
}

/// A condition that is taken apart into branches.
fn short_circuits(condition: &Expr) -> bool {
    match condition {
        Expr::Binary(binary) => matches!(binary.op, BinOp::And(_) | BinOp::Or(_)),
        Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Not(_)) && short_circuits(&unary.expr),
        Expr::Paren(inner) => short_circuits(&inner.expr),
        _ => false,
    }
}

/// The operands of an expression in the order of their evaluation.
pub(super) fn slots(expr: &mut Expr) -> Option<Vec<(&mut Expr, Use)>> {
    use Use::{Compared, Place, Value};
    Some(match expr {
        Expr::Array(array) => array.elems.iter_mut().map(|e| (e, Value)).collect(),
        Expr::Tuple(tuple) => tuple.elems.iter_mut().map(|e| (e, Value)).collect(),
        Expr::Call(call) => {
            let mut slots = vec![(&mut *call.func, Place)];
            slots.extend(call.args.iter_mut().map(|e| (e, Value)));
            slots
        }
        Expr::MethodCall(call) => {
            let mut slots = vec![(&mut *call.receiver, Place)];
            slots.extend(call.args.iter_mut().map(|e| (e, Value)));
            slots
        }
        Expr::Struct(structure) => {
            let mut slots: Vec<_> = structure
                .fields
                .iter_mut()
                .map(|f| (&mut f.expr, Value))
                .collect();
            slots.extend(structure.rest.as_deref_mut().map(|e| (e, Place)));
            slots
        }
        Expr::Range(range) => {
            let mut slots: Vec<_> = range
                .start
                .as_deref_mut()
                .map(|e| (e, Value))
                .into_iter()
                .collect();
            slots.extend(range.end.as_deref_mut().map(|e| (e, Value)));
            slots
        }
        Expr::Binary(binary) if !is_lazy(binary.op) && !is_compound(binary.op) => {
            let kind = if is_comparison(binary.op) {
                Compared
            } else {
                Value
            };
            vec![(&mut *binary.left, kind), (&mut *binary.right, kind)]
        }
        Expr::Index(index) => vec![(&mut *index.expr, Place), (&mut *index.index, Value)],
        Expr::Repeat(repeat) => vec![(&mut *repeat.expr, Value)],
        Expr::Cast(cast) => vec![(&mut *cast.expr, Value)],
        Expr::Field(field) => vec![(&mut *field.base, Place)],
        Expr::Reference(reference) => vec![(&mut *reference.expr, Place)],
        Expr::Unary(unary) => {
            let kind = if matches!(unary.op, syn::UnOp::Deref(_)) {
                Place
            } else {
                Value
            };
            vec![(&mut *unary.expr, kind)]
        }
        Expr::Try(question) => vec![(&mut *question.expr, Value)],
        Expr::Match(matched) => vec![(&mut *matched.expr, Value)],
        Expr::If(branch) => match &mut *branch.cond {
            Expr::Let(condition) => vec![(&mut *condition.expr, Value)],
            condition => vec![(condition, Value)],
        },
        _ => return None,
    })
}

/// Nothing that happens in between can change the value.
fn is_stable(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Path(path) => !path
            .path
            .get_ident()
            .is_some_and(|ident| ident.to_string().starts_with("__l")),
        Expr::Paren(inner) => is_stable(&inner.expr),
        Expr::Group(inner) => is_stable(&inner.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_stable),
        _ => false,
    }
}

/// The local at the root of a place expression, as spelled.
pub(super) fn root(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Path(path) => path.path.segments.last().map(|s| s.ident.to_string()),
        Expr::Field(field) => root(&field.base),
        Expr::Index(index) => root(&index.expr),
        Expr::Paren(inner) => root(&inner.expr),
        Expr::Group(inner) => root(&inner.expr),
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => root(&unary.expr),
        _ => None,
    }
}

/// Whether any of `later` may write to the local called `root`.
fn changes(root_name: &str, later: &[Expr]) -> bool {
    use syn::visit::{self, Visit};
    struct Writes<'a>(&'a str, bool);
    impl<'ast> Visit<'ast> for Writes<'_> {
        fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
            self.1 |= assign.left.to_token_stream().to_string().contains(self.0);
            visit::visit_expr_assign(self, assign);
        }
        fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
            self.1 |= is_compound(binary.op) && root(&binary.left).as_deref() == Some(self.0);
            visit::visit_expr_binary(self, binary);
        }
        fn visit_expr_reference(&mut self, reference: &'ast syn::ExprReference) {
            self.1 |=
                reference.mutability.is_some() && root(&reference.expr).as_deref() == Some(self.0);
            visit::visit_expr_reference(self, reference);
        }
        fn visit_macro(&mut self, mac: &'ast syn::Macro) {
            self.1 |= mac.tokens.to_string().contains(self.0);
        }
    }
    let mut writes = Writes(root_name, false);
    later.iter().for_each(|expr| writes.visit_expr(expr));
    writes.1
}

fn is_jumping(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) | Expr::While(_) | Expr::ForLoop(_)
    ) || matches!(markers::marker_of(expr), Some((Marker::Raise, _, _)))
}

fn is_lazy(op: BinOp) -> bool {
    matches!(op, BinOp::And(_) | BinOp::Or(_))
}

fn is_comparison(op: BinOp) -> bool {
    matches!(
        op,
        BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_)
    )
}

/// Whether nothing in `later` changes what a place gives.
fn is_settled(root: &str, kind: Use, later: &[Expr]) -> bool {
    let called = kind == Use::Compared && calls_method(root, later);
    !called && !changes(root, later)
}

/// Whether any of `later` calls a method on the local called `name`.
fn calls_method(name: &str, later: &[Expr]) -> bool {
    use syn::visit::{self, Visit};
    struct Calls<'a>(&'a str, bool);
    impl<'ast> Visit<'ast> for Calls<'_> {
        fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
            self.1 |= root(&call.receiver).as_deref() == Some(self.0);
            visit::visit_expr_method_call(self, call);
        }
    }
    let mut calls = Calls(name, false);
    later.iter().for_each(|expr| calls.visit_expr(expr));
    calls.1
}

fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => !matches!(literal.lit, syn::Lit::Str(_) | syn::Lit::ByteStr(_)),
        Expr::Unary(unary) => is_number(&unary.expr),
        _ => false,
    }
}

/// `+=` and its siblings.
pub(crate) fn is_compound(op: BinOp) -> bool {
    matches!(
        op,
        BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
    )
}
