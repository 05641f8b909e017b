//! Which locals an arm certainly borrows as `&mut`.
//!
//! The `mut` of a local that lives in several arms is one that the lint on unused ones does not see, for an arm may have no need of it. To
//! rustc the local has no name then: what is wrong with it is said of a "value". Where the arm is seen to need it, the `mut` is the user's.

use super::Emitter;
use crate::ir::{BlockId, LocalId, Locals};
use std::collections::HashSet;
use syn::ExprReference;
use syn::visit::{self, Visit};

impl Emitter<'_> {
    /// The locals of which the arm of `root` has a `&mut`, as it is written.
    pub(super) fn lent_in(&self, root: BlockId) -> HashSet<LocalId> {
        let mut lent = Lent {
            locals: &self.body.locals,
            found: HashSet::new(),
        };
        for block in self.layout.arm(self.body, root) {
            for code in self.body.block(block).code() {
                code.visit(&mut lent);
            }
        }
        lent.found
    }
}

struct Lent<'a> {
    locals: &'a Locals,
    found: HashSet<LocalId>,
}

impl<'ast> Visit<'ast> for Lent<'_> {
    fn visit_expr_reference(&mut self, reference: &'ast ExprReference) {
        if reference.mutability.is_some() {
            self.found.extend(self.locals.of_expr(&reference.expr));
        }
        visit::visit_expr_reference(self, reference);
    }
}
