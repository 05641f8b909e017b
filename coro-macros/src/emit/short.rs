//! `S { x: x }` is `S { x }` again, where the field and the local are called alike.

use super::Emitter;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, FieldPat, FieldValue, Ident, Member, Pat};

impl Emitter<'_> {
    pub(super) fn short_value(&self, field: &mut FieldValue) {
        if let (Member::Named(member), Expr::Path(path)) = (&field.member, &field.expr)
            && let Some(name) = path.path.get_ident()
            && self.called(name, member)
        {
            field.colon_token = None;
        }
    }

    pub(super) fn short_pattern(&self, field: &mut FieldPat) {
        if let (Member::Named(member), Pat::Ident(bound)) = (&field.member, &*field.pat)
            && bound.subpat.is_none()
            && self.called(&bound.ident, member)
        {
            field.colon_token = None;
        }
    }

    /// Whether the local tagged `tag` is called `name` in the expansion.
    fn called(&self, tag: &Ident, name: &Ident) -> bool {
        let local = self.body.locals.of_ident(tag);
        local.is_some_and(|local| self.names.local_at(local, tag.span()) == *name)
    }
}

/// In code that keeps its own jumps.
pub(super) struct Short<'a, 'b>(pub(super) &'a Emitter<'b>);

impl VisitMut for Short<'_, '_> {
    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        visit_mut::visit_field_value_mut(self, field);
        self.0.short_value(field);
    }

    fn visit_field_pat_mut(&mut self, field: &mut FieldPat) {
        visit_mut::visit_field_pat_mut(self, field);
        self.0.short_pattern(field);
    }
}
