//! Hidden temporaries.
//!
//! Two kinds: an *operand* waits to be moved by the expression it belongs to; a
//! *held* temporary lives to the end of the statement. Where the coroutine is
//! dropped in between, operands go first, as in Rust, where the scope of an expression's
//! operands is the expression. So the operands of one with which its temporaries end as well
//! (`Stands::End`) share a scope with these, and stand in the order of their evaluation.

use super::Builder;
use super::slots::root;
use crate::ir::{LocalId, Origin, ScopeId, Step, is_place, part_call};
use crate::syntax::{attributes, delimiters};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, Stmt, parse_quote};

impl Builder<'_> {
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.body
            .locals
            .of_tag(name)
            .is_some_and(|local| self.body.locals.get(local).origin == Origin::Hidden)
    }

    /// Whether it is a temporary that ends with the innermost scope.
    pub(super) fn is_of_statement(&self, name: &str) -> bool {
        self.is_hidden(name)
            && self
                .body
                .locals
                .of_tag(name)
                .is_some_and(|local| self.body.locals.get(local).scope == self.temporaries())
    }

    /// Whether `expr` is the name of a temporary.
    pub(super) fn is_temporary(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Path(_)) && root(expr).is_some_and(|name| self.is_hidden(&name))
    }

    /// A temporary of the innermost scope lives to the scope's end.
    pub(super) fn hold_scope(&mut self) {
        if let Some(scope) = self.temporaries() {
            self.hold_until(scope);
        }
    }

    /// A temporary of this scope lives to its end.
    pub(super) fn hold_until(&mut self, scope: ScopeId) {
        if !self.held.contains(&scope) {
            self.held.push(scope);
        }
    }

    /// `let operand = value;`, moved by its use.
    pub(super) fn temporary(&mut self, value: Expr) -> Expr {
        let mut value = self.part_of_temporary(ungrouped(value));
        let attributes = attributes::taken_off(&mut value);
        self.spend(&value);
        let name = self.unlike("operand");
        let local = self.hidden(&name, value.span());
        self.body.locals.get_mut(local).closure = closure(&value);
        let tag = self.mention(local);
        self.code(parse_quote!(#(#attributes)* let mut #tag = #value;));
        self.operands.push(local);
        tag
    }

    /// `let temporary = value;`, held to the end of the statement, after what it
    /// borrows from. Operands that wait are dropped before it, so it is declared
    /// before them.
    pub(super) fn held(&mut self, value: Expr) -> Expr {
        if crate::ir::diverges(&value) {
            return value;
        }
        let value = ungrouped(self.hold(value));
        let mut value = self.part_of_temporary(value);
        let attributes = attributes::taken_off(&mut value);
        self.hold_scope();
        self.spend(&value);
        let waiting = self.waiting();
        let name = match waiting {
            // Names that are declared before they are assigned have to differ.
            Some(_) => self.numbered("temporary"),
            None => self.unlike("operand"),
        };
        let local = self.hidden(&name, value.span());
        let known = self.body.locals.get_mut(local);
        known.closure = closure(&value);
        known.braced = is_braced(&value);
        if let Some(bindings) = self.chained() {
            self.body.locals.get_mut(local).scope = Some(bindings);
            self.hold_until(bindings);
        }
        let tag = self.mention(local);
        if waiting.is_some_and(|first| self.declare_ahead(first, local)) {
            self.code(parse_quote!(#(#attributes)* #tag = #value;));
        } else {
            self.code(parse_quote!(#(#attributes)* let mut #tag = #value;));
        }
        tag
    }

    /// A part of a temporary that is held: what is left of it stays where it is.
    pub(super) fn part_of_temporary(&mut self, part: Expr) -> Expr {
        let is_part = matches!(part, Expr::Field(_)) && is_place(&part);
        let root = root(&part).filter(|root| is_part && self.is_of_statement(root));
        let Some(whole) = root.and_then(|root| self.body.locals.of_tag(&root)) else {
            return part;
        };
        self.body.locals.get_mut(whole).partial = true;
        part_call(self.body.locals.part(), &part)
    }

    /// The operands in `code` wait no longer.
    pub(super) fn spend(&mut self, code: &impl ToTokens) {
        if !self.operands.is_empty() {
            let locals = &self.body.locals;
            let mut spent = Vec::new();
            spent.extend(locals.mentioned_in(code.to_token_stream()));
            self.operands.retain(|operand| !spent.contains(operand));
        }
    }

    /// A name that no operand has that still waits or is held.
    fn unlike(&self, name: &str) -> String {
        let locals = &self.body.locals;
        let held = |id: LocalId| {
            let scope = locals.get(id).scope;
            scope.is_some_and(|s| self.scopes.contains(&s) && self.held.contains(&s))
        };
        let alive = |id: &LocalId| self.operands.contains(id) || held(*id);
        let alive: Vec<&str> = locals
            .ids()
            .filter(alive)
            .map(|id| &*locals.get(id).name)
            .collect();
        let mut free = name.to_owned();
        let mut number = 1;
        while alive.contains(&&*free) {
            number += 1;
            free = format!("{name}{number}");
        }
        free
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

    /// The first operand of this statement that may still have to be moved, and is dropped
    /// before what is held.
    fn waiting(&self) -> Option<LocalId> {
        let scope = self.temporaries();
        let here = |id: &&LocalId| self.body.locals.get(**id).scope == scope;
        let early = |id: &&LocalId| !self.in_order.contains(id);
        self.operands.iter().filter(here).find(early).copied()
    }

    /// Whether what is evaluated next are the operands of an expression at an end.
    pub(super) fn begins_to_end(&mut self) -> bool {
        let ending = self.ending.take();
        ending.is_some() && ending == self.temporaries()
    }

    /// The operands of an expression at an end stand in the order of their evaluation: those of the innermost scope, for an
    /// expression around it may wait for others.
    pub(super) fn stand_in_order(&mut self) {
        let scope = self.temporaries();
        let here = |id: &&LocalId| self.body.locals.get(**id).scope == scope;
        self.in_order.extend(self.operands.iter().filter(here));
    }

    /// In a chain of conditions behind its head: the scope of what it binds. A temporary of the second is dropped before what the first has
    /// bound.
    fn chained(&self) -> Option<ScopeId> {
        let (_, depth) = self.home.filter(|(_, depth)| self.scopes.len() == *depth)?;
        let bindings = self.scopes[depth - 1];
        let opens = |step: &Step| matches!(step, Step::Open(scope) if *scope == bindings);
        let current = self.body.block(self.current?);
        (!current.steps.iter().any(opens)).then_some(bindings)
    }

    /// An operand that has been evaluated is held, and waits no longer: it goes behind those that do.
    pub(super) fn holds_on(&mut self, held: LocalId) {
        self.operands.retain(|operand| *operand != held);
        let Some(first) = self.waiting() else { return };
        let declares = |step: &Step| matches!(step, Step::Declare(local) if *local == held);
        let mut blocks = self.body.blocks.iter_mut();
        let removed = blocks.any(|block| {
            let at = block.steps.iter().position(declares);
            at.map(|at| block.steps.remove(at)).is_some()
        });
        if removed && !self.declare_ahead(first, held) {
            self.step(Step::Declare(held));
        }
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

/// The parameters of a closure that is written out, and whether it says `move`.
fn closure(value: &Expr) -> Option<(usize, bool)> {
    match value {
        Expr::Closure(closure) => Some((closure.inputs.len(), closure.capture.is_some())),
        _ => None,
    }
}

/// Parentheses that grouped an operand group nothing in a `let`, and braces that moved it are not the user's there: rustc would find
/// them unnecessary.
fn ungrouped(value: Expr) -> Expr {
    match value {
        Expr::Paren(inner) => *inner.expr,
        Expr::Block(mut block) => {
            delimiters::quiet(&mut block);
            Expr::Block(block)
        }
        other => other,
    }
}

/// `{ value }`, which moves what is in it.
fn is_braced(value: &Expr) -> bool {
    match value {
        Expr::Block(block) => {
            block.label.is_none()
                && matches!(&*block.block.stmts, [Stmt::Expr(Expr::Path(_), None)])
        }
        _ => false,
    }
}
