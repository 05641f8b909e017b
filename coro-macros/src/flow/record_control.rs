//! Verbatim conditions, branches, loops and jumps to events: each path is one.

use super::graph::{Event, NodeId};
use super::record::{Cycle, Recorder};
use crate::syntax::diverge;
use syn::{BinOp, Expr};

impl Recorder<'_> {
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
                self.truth(other);
                self.link_to(failed);
            }
        }
    }

    pub(super) fn control(&mut self, expr: &Expr) {
        match expr {
            Expr::If(branch) => self.verbatim_if(branch),
            Expr::Match(matched) => self.verbatim_match(matched),
            Expr::Loop(cycle) => {
                let after = self.graph.node(Event::Nothing);
                self.cycle(cycle.label.as_ref(), after, |r| {
                    let head = r.current;
                    r.statements(&cycle.body);
                    // A `break` that is not seen stands somewhere in there.
                    if diverge::hides_its_end(cycle)
                        && let Some(end) = r.current.or(head)
                    {
                        r.graph.link(end, after);
                    }
                });
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

    pub(super) fn labelled(&mut self, block: &syn::ExprBlock) {
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

    pub(super) fn statements(&mut self, block: &syn::Block) {
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
        let taken = super::record::taken_by(&matched.expr, matched.arms.iter().map(|arm| &arm.pat));
        let mut ends = false;
        for arm in &matched.arms {
            self.current = fork;
            let guard = arm.guard.as_ref().map(|(_, guard)| &**guard);
            self.arm(taken, (&arm.pat, guard), &mut fork);
            self.value(&arm.body);
            ends |= self.current.is_some();
            self.link_to(after);
        }
        self.current = ends.then_some(after);
    }

    pub(super) fn jump(&mut self, expr: &Expr) {
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
}
