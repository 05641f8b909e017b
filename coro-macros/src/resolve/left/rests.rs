//! Declarations of what is left of a local: right behind its own.

use crate::flow::patterns;
use crate::ir::{LocalId, Locals, left_of};
use crate::syntax::conditions::lets;
use proc_macro2::Span;
use std::collections::HashMap;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Pat, Stmt, parse_quote};

/// `let rest;`
pub(super) fn declaration(locals: &Locals, rest: LocalId) -> Stmt {
    let name = locals.tag(rest, Span::mixed_site());
    parse_quote!(let #name;)
}

/// Declares what is left of a local right behind it.
pub(super) struct Declare<'a> {
    pub(super) locals: &'a Locals,
    pub(super) rests: &'a HashMap<LocalId, Vec<LocalId>>,
}

impl Declare<'_> {
    fn behind(&self, pattern: &Pat) -> Vec<Stmt> {
        let bound = patterns::bound(pattern, self.locals).into_iter();
        let rests = bound.filter_map(|local| self.rests.get(&local));
        let rests = rests.flat_map(|rests| rests.iter().rev());
        rests.map(|rest| declaration(self.locals, *rest)).collect()
    }

    fn behind_condition(&self, condition: &Expr) -> Vec<Stmt> {
        let lets = lets(condition).into_iter();
        lets.flat_map(|matched| self.behind(&matched.pat)).collect()
    }
}

impl VisitMut for Declare<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        let stmts = std::mem::take(&mut block.stmts);
        for stmt in stmts {
            let behind = match &stmt {
                Stmt::Local(local) => self.behind(&local.pat),
                _ => Vec::new(),
            };
            block.stmts.push(stmt);
            block.stmts.extend(behind);
        }
    }

    // Its arms give on what they bind: a `let` around it binds that.
    fn visit_expr_call_mut(&mut self, call: &mut syn::ExprCall) {
        if left_of(call).is_none() {
            visit_mut::visit_expr_call_mut(self, call);
        }
    }

    fn visit_expr_if_mut(&mut self, branch: &mut syn::ExprIf) {
        visit_mut::visit_expr_if_mut(self, branch);
        let behind = self.behind_condition(&branch.cond);
        branch.then_branch.stmts.splice(0..0, behind);
    }

    fn visit_expr_while_mut(&mut self, cycle: &mut syn::ExprWhile) {
        visit_mut::visit_expr_while_mut(self, cycle);
        let behind = self.behind_condition(&cycle.cond);
        cycle.body.stmts.splice(0..0, behind);
    }

    fn visit_expr_for_loop_mut(&mut self, cycle: &mut syn::ExprForLoop) {
        visit_mut::visit_expr_for_loop_mut(self, cycle);
        let behind = self.behind(&cycle.pat);
        cycle.body.stmts.splice(0..0, behind);
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        visit_mut::visit_arm_mut(self, arm);
        let behind = self.behind(&arm.pat);
        if !behind.is_empty() {
            let body = &arm.body;
            *arm.body = parse_quote!({ #(#behind)* #body });
        }
    }
}
