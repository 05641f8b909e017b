//! A `match` that is an operand ahead of a yield.
//!
//! What it looks at lives to the end of the statement, like other temporaries, and so longer than the `match`, whose value is
//! captured before the yield. Where one of its arms may move a part of that, only a graph shows which one was taken: the arms
//! are marked, so that they are blocks.

use super::Builder;
use super::holds::keeps_head;
use super::slots::slots;
use crate::flow::patterns::by_value;
use crate::ir::Locals;
use crate::syntax::markers;
use syn::{Arm, Expr, ExprMatch, Pat, Stmt, parse_quote};

impl Builder<'_> {
    /// Gives a name to what `matched` looks at, and to the temporaries of that.
    pub(super) fn hold_matched(&mut self, mut matched: ExprMatch) -> ExprMatch {
        let head = self.hold(*matched.expr);
        let patterns = matched.arms.iter().map(|arm| &arm.pat);
        matched.expr = Box::new(self.looked_at(head, patterns));
        matched
    }

    /// An operand that gives what it looks at a name: the name is of the statement's scope, and so is what is left of it. Gives what is
    /// done with it.
    pub(super) fn named_head(&mut self, matched: &ExprMatch) -> Option<Expr> {
        let (pattern, body) = names_head(matched, &self.body.locals)?;
        let head = self.head(&matched.expr);
        self.hold_scope();
        self.code(parse_quote!(let #pattern = #head;));
        self.adopt(pattern);
        let mut body = body.clone();
        if let Expr::Block(block) = &mut body {
            let rests: Vec<Stmt> = block
                .block
                .stmts
                .extract_if(.., |stmt| declares(stmt))
                .collect();
            for rest in &rests {
                self.statement(rest);
            }
        }
        Some(body)
    }

    /// Marks the arms of a `match` in an operand, if one may move a part of what it looks at.
    pub(super) fn split(&self, operand: &mut Expr) {
        match operand {
            Expr::Paren(inner) => self.split(&mut inner.expr),
            Expr::Match(matched)
                if may_take_apart(matched) || names_head(matched, &self.body.locals).is_some() =>
            {
                for arm in &mut matched.arms {
                    markers::mark(&mut arm.body);
                }
            }
            other => {
                for (operand, _) in slots(other).unwrap_or_default() {
                    self.split(operand);
                }
            }
        }
    }
}

/// Whether it is a local without a value, as which what a pattern leaves is declared.
fn declares(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Local(local) if local.init.is_none())
}

/// The name that a `match` gives to what it looks at, and what it does then.
fn names_head<'m>(matched: &'m ExprMatch, locals: &Locals) -> Option<(&'m Pat, &'m Expr)> {
    let [Arm { pat, body, .. }] = &matched.arms[..] else {
        return None;
    };
    let Pat::Ident(name) = pat else { return None };
    let local = locals.of_ident(&name.ident)?;
    locals.get(local).head.then_some((pat, &**body))
}

fn may_take_apart(matched: &ExprMatch) -> bool {
    keeps_head(matched) && matched.arms.iter().any(|arm| by_value(&arm.pat))
}
