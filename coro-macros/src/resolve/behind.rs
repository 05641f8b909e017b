//! What is put behind the pattern that binds a local.
//!
//! In: a resolved body. Out: the same with statements where the local has just been bound: behind its `let`, or at the start
//! of the loop, branch or arm whose pattern binds it.

use crate::flow::patterns;
use crate::ir::{LocalId, Locals};
use crate::syntax::conditions::lets;
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, Block, Expr, Pat, Stmt, parse_quote};

/// `body` with `stmts` behind where `local` is bound; nothing if what looks at it stands before them: a guard, or the rest of a chain.
pub(super) fn put(body: &Block, local: LocalId, stmts: &[Stmt], locals: &Locals) -> Option<Block> {
    let mut put = Put {
        local,
        stmts,
        locals,
        done: 0,
    };
    let mut body = body.clone();
    put.visit_block_mut(&mut body);
    (put.done == 1).then_some(body)
}

struct Put<'a> {
    local: LocalId,
    stmts: &'a [Stmt],
    locals: &'a Locals,
    /// How many patterns have been found.
    done: usize,
}

impl Put<'_> {
    fn binds(&self, pattern: &Pat) -> bool {
        patterns::bound(pattern, self.locals).contains(&self.local)
    }

    fn mentions(&self, tokens: &impl ToTokens) -> usize {
        let mentioned = self.locals.mentioned_in(tokens.to_token_stream());
        mentioned.iter().filter(|l| **l == self.local).count()
    }

    /// Whether a condition binds the local, and does no more with it.
    fn only_binds(&self, condition: &Expr) -> bool {
        let binds = lets(condition).iter().any(|head| self.binds(&head.pat));
        binds && self.mentions(condition) == 1
    }

    fn begin(&mut self, block: &mut Block) {
        self.done += 1;
        block.stmts.splice(0..0, self.stmts.iter().cloned());
    }

    fn begin_arm(&mut self, arm: &mut Arm) {
        self.done += 1;
        let (stmts, value) = (self.stmts, &arm.body);
        arm.body = parse_quote!({ #(#stmts)* #value });
        arm.comma = Some(Default::default());
    }
}

impl VisitMut for Put<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        let declares = |stmt: &Stmt| matches!(stmt, Stmt::Local(local) if local.init.is_some() && self.binds(&local.pat));
        if let Some(at) = block.stmts.iter().position(declares) {
            self.done += 1;
            block
                .stmts
                .splice(at + 1..at + 1, self.stmts.iter().cloned());
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        match expr {
            Expr::ForLoop(cycle) if self.binds(&cycle.pat) => self.begin(&mut cycle.body),
            Expr::While(cycle) if self.only_binds(&cycle.cond) => self.begin(&mut cycle.body),
            Expr::If(branch) if self.only_binds(&branch.cond) => {
                self.begin(&mut branch.then_branch);
            }
            _ => {}
        }
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        visit_mut::visit_arm_mut(self, arm);
        let guarded = arm
            .guard
            .as_ref()
            .map_or(0, |(_, guard)| self.mentions(guard));
        if self.binds(&arm.pat) && guarded == 0 {
            self.begin_arm(arm);
        }
    }
}
