//! A local that a closure certainly captures by reference: it calls a method of the owner, assigns it or borrows it.

use super::certain::whole;
use super::known::Known;
use crate::ir::LocalId;
use crate::owners::Owner;
use crate::syntax::macros;
use crate::syntax::operators::is_compound;
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure};

/// The local that a closure without `move` captures.
pub(super) fn by_reference(closure: &ExprClosure, known: &Known<'_, '_>) -> Option<LocalId> {
    let mut captured = Captured { known, found: None };
    captured.visit_expr(&closure.body);
    captured.found
}

struct Captured<'a, 'b> {
    known: &'a Known<'a, 'b>,
    found: Option<LocalId>,
}

impl Captured<'_, '_> {
    fn captures(&mut self, expr: &Expr) {
        if let Some(local) = whole(expr, self.known)
            && self.known.bindings.is_in_graph(local)
        {
            self.found.get_or_insert(local);
        }
    }
}

impl<'ast> Visit<'ast> for Captured<'_, '_> {
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if let Some(local) = whole(&call.receiver, self.known)
            && self.known.bindings.is_in_graph(local)
            && let Some(owner) = self.known.bindings.owner(local)
            && owner.stays(&call.method.to_string()).is_some()
        {
            self.found.get_or_insert(local);
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.captures(&assign.left);
        visit::visit_expr_assign(self, assign);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if is_compound(binary.op) {
            self.captures(&binary.left);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_reference(&mut self, reference: &'ast syn::ExprReference) {
        self.captures(&reference.expr);
        visit::visit_expr_reference(self, reference);
    }

    /// An element is looked at through its owner.
    fn visit_expr_index(&mut self, index: &'ast syn::ExprIndex) {
        if let Some(local) = whole(&index.expr, self.known)
            && self.known.bindings.owner(local) == Some(Owner::Collection)
        {
            self.captures(&index.expr);
        }
        visit::visit_expr_index(self, index);
    }

    /// What is copied is captured by reference.
    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let local = path
            .path
            .get_ident()
            .and_then(|name| self.known.bindings.local(name));
        if let Some(local) = local.filter(|local| self.known.bindings.is_number(*local)) {
            self.found.get_or_insert(local);
        }
    }

    /// What is formatted is looked at.
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        let Some(operands) = macros::evaluated(mac).filter(|_| macros::formats(mac)) else {
            return;
        };
        for (operand, _) in &operands {
            self.captures(operand);
            if let Expr::Lit(text) = operand {
                let named = self.known.bindings.named_by(text).into_iter();
                let mut named = named.filter(|local| self.known.bindings.is_in_graph(*local));
                self.found = self.found.or_else(|| named.next());
            }
        }
    }
}
