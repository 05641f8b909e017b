//! Which branches have to wait for the states before them.
//!
//! rustc types code in the order written, and a branch that nothing else leads to is written inside the arm that
//! takes it. If another branch before it has yielded, what that one says after its yield is written later, in an arm of
//! its own: `while more() { list.push(co_yield!(n)); } list[0].len()`. Where a local's `let` leaves its type
//! open, such a branch is written as an arm of its own too, in its place. Other branches are not: what an arm
//! hands on must not borrow from what it hands on.

use super::open::{self, Open};
use crate::ir::{BlockId, Body, Code, Exit, LocalId, Locals};
use crate::syntax::macros;
use crate::syntax::operators::is_compound;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use syn::visit::{self, Visit};
use syn::{Expr, ExprMethodCall, Pat};

/// What is known of a body before any branch waits.
pub(super) struct Typing {
    /// Found out when it is first asked for: in most bodies no branch could have to wait.
    open: OnceCell<HashMap<LocalId, Open>>,
    states: Vec<bool>,
}

impl Typing {
    pub(super) fn of(states: Vec<bool>) -> Self {
        let open = OnceCell::new();
        Self { open, states }
    }

    /// Whether code between `from` and `to` that is written later may say what `to` has to know.
    pub(super) fn waits(&self, body: &Body, from: BlockId, to: BlockId) -> bool {
        self.waits_for_others(body, from, to, &[])
    }

    /// The same, where the code of `inside` is written before `to`.
    pub(super) fn waits_for_others(
        &self,
        body: &Body,
        from: BlockId,
        to: BlockId,
        inside: &[BlockId],
    ) -> bool {
        let states = &self.states;
        let (begin, end) = (body.block(from).end, body.block(to).position);
        let first = body
            .ids()
            .filter(|id| states[id.0] && !inside.contains(id))
            .map(|id| body.block(id).position)
            .filter(|position| begin < *position && *position < end)
            .min();
        let Some(first) = first else { return false };
        let open = self.open.get_or_init(|| open::locals(body));
        if open.is_empty() {
            return false;
        }
        let written = super::written_inside(body, to, states);
        let asks = |said: &HashSet<LocalId>| written.iter().any(|id| asks(body, *id, open, said));
        // Most branches ask nothing, whatever was said: the code between need not be read.
        if !asks(&open.keys().copied().collect()) {
            return false;
        }
        let mut said = HashSet::new();
        for id in body.ids().filter(|id| !inside.contains(id)) {
            let block = body.block(id);
            if first <= block.position && block.position < end {
                for code in block.code() {
                    said.extend(mentioned(code, &body.locals));
                }
            }
        }
        said.retain(|local| open.contains_key(local));
        asks(&said)
    }
}

/// Marks the branches that have to wait.
pub(super) fn mark(body: &mut Body) {
    let typing = Typing::of(super::states(body));
    let waiting: Vec<BlockId> = body
        .ids()
        .flat_map(|from| bare_targets(&body.block(from).exit).map(move |to| (from, to)))
        .filter(|(from, to)| !typing.states[to.0] && typing.waits(body, *from, *to))
        .map(|(_, to)| to)
        .collect();
    for id in waiting {
        body.blocks[id.0].waits = true;
    }
}

/// The branches of an exit into which no pattern binds.
fn bare_targets(exit: &Exit) -> impl Iterator<Item = BlockId> + use<> {
    let targets: Vec<BlockId> = match exit {
        Exit::Branch { otherwise, .. } => vec![*otherwise],
        Exit::Match { arms, .. } => {
            let bare = arms.iter().filter(|arm| !binds(&arm.pattern));
            bare.map(|arm| arm.target).collect()
        }
        _ => Vec::new(),
    };
    targets.into_iter()
}

fn binds(pattern: &Pat) -> bool {
    struct Binds(bool);
    impl<'ast> Visit<'ast> for Binds {
        fn visit_pat_ident(&mut self, bound: &'ast syn::PatIdent) {
            let first = bound.ident.to_string().chars().next();
            self.0 |= first.is_none_or(|c| !c.is_uppercase());
        }
    }
    let mut binds = Binds(false);
    binds.visit_pat(pattern);
    binds.0
}

fn mentioned(code: Code<'_>, locals: &Locals) -> Vec<LocalId> {
    locals.mentioned_in(code.tokens())
}

/// Whether a block does something with one of the locals that wants its type.
fn asks(
    body: &Body,
    block: BlockId,
    open: &HashMap<LocalId, Open>,
    said: &HashSet<LocalId>,
) -> bool {
    let mut asks = Asks {
        locals: &body.locals,
        open,
        said,
        found: false,
    };
    for code in body.block(block).code() {
        code.visit(&mut asks);
    }
    asks.found
}

struct Asks<'a> {
    locals: &'a Locals,
    open: &'a HashMap<LocalId, Open>,
    said: &'a HashSet<LocalId>,
    found: bool,
}

impl Asks<'_> {
    fn said(&self, expr: &Expr) -> Option<Open> {
        let local = self.locals.of_expr(expr)?;
        let open = self.open.get(&local).copied();
        open.filter(|_| self.said.contains(&local))
    }
}

impl<'ast> Visit<'ast> for Asks<'_> {
    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let said = self.said(&Expr::Path(path.clone()));
        self.found |= matches!(said, Some(Open::Part | Open::Numbers));
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        match self.said(&call.receiver) {
            Some(Open::Number) => self.found = true,
            // These take what there is, or say nothing of it.
            Some(Open::Part | Open::Numbers) if takes(&call.method.to_string()) => {}
            _ => self.visit_expr(&call.receiver),
        }
        for argument in &call.args {
            self.visit_expr(argument);
        }
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        // Under another name.
        if let Some(init) = &local.init {
            self.found |= self.said(&init.expr).is_some();
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        if self.said(&assign.left).is_none() {
            self.visit_expr(&assign.left);
        }
        self.visit_expr(&assign.right);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if !is_compound(binary.op) || self.said(&binary.left).is_none() {
            self.visit_expr(&binary.left);
        }
        self.visit_expr(&binary.right);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        match macros::evaluated(mac) {
            Some(operands) => {
                for (operand, _) in &operands {
                    Visit::visit_expr(self, operand);
                }
            }
            None => {
                let mentioned = self.locals.mentioned_in(mac.tokens.clone());
                self.found |= mentioned.iter().any(|local| self.said.contains(local));
            }
        }
    }
}

/// Methods that need not know what is inside.
fn takes(method: &str) -> bool {
    matches!(
        method,
        "push"
            | "push_back"
            | "push_front"
            | "insert"
            | "extend"
            | "append"
            | "clear"
            | "len"
            | "is_empty"
            | "is_none"
            | "is_some"
            | "truncate"
            | "reserve"
    )
}
