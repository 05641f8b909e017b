//! What a pattern binds.
//!
//! A lowercase identifier is a binding; one that begins with an uppercase
//! letter is read as a constant or a unit struct, as the naming rules have it.
//! The alternatives of an or-pattern bind the same locals.

use super::Resolver;
use crate::ir::Origin;
use syn::visit_mut::VisitMut;
use syn::{Pat, PatIdent};

/// Whether the identifier pattern names a constant.
pub(crate) fn is_constant(pattern: &PatIdent) -> bool {
    pattern.by_ref.is_none()
        && pattern.mutability.is_none()
        && pattern.subpat.is_none()
        && pattern
            .ident
            .to_string()
            .trim_start_matches("r#")
            .starts_with(|c: char| c.is_uppercase())
}

impl Resolver {
    /// Binds what `pattern` binds, in the innermost scope.
    pub(super) fn pattern(&mut self, pattern: &mut Pat) {
        let mut bound = Vec::new();
        self.bindings(pattern, &mut bound);
    }

    fn bindings(&mut self, pattern: &mut Pat, bound: &mut Vec<(String, proc_macro2::Ident)>) {
        match pattern {
            Pat::Ident(ident) => self.binding(ident, bound),
            Pat::Or(or) => or.cases.iter_mut().for_each(|p| self.bindings(p, bound)),
            Pat::Paren(paren) => self.bindings(&mut paren.pat, bound),
            Pat::Reference(reference) => self.bindings(&mut reference.pat, bound),
            Pat::Slice(slice) => slice.elems.iter_mut().for_each(|p| self.bindings(p, bound)),
            Pat::Tuple(tuple) => tuple.elems.iter_mut().for_each(|p| self.bindings(p, bound)),
            Pat::TupleStruct(tuple) => {
                tuple.elems.iter_mut().for_each(|p| self.bindings(p, bound));
            }
            Pat::Type(typed) => self.bindings(&mut typed.pat, bound),
            Pat::Struct(structure) => {
                for field in &mut structure.fields {
                    self.bindings(&mut field.pat, bound);
                    if field.colon_token.is_none() {
                        field.colon_token = Some(Default::default());
                    }
                }
            }
            Pat::Macro(mac) => self.visit_macro_mut(&mut mac.mac),
            _ => {}
        }
    }

    fn binding(&mut self, ident: &mut PatIdent, bound: &mut Vec<(String, proc_macro2::Ident)>) {
        if is_constant(ident) {
            return;
        }
        let name = ident.ident.to_string();
        let tag = match bound.iter().find(|(known, _)| *known == name) {
            Some((_, tag)) => proc_macro2::Ident::new(&tag.to_string(), ident.ident.span()),
            None => {
                let id = self.bind(&ident.ident, own_mut(ident), Origin::User);
                let tag = self.locals.tag(id, ident.ident.span());
                bound.push((name, tag.clone()));
                tag
            }
        };
        ident.ident = tag;
        if let Some((_, inner)) = &mut ident.subpat {
            self.bindings(inner, bound);
        }
    }
}

/// The `mut` of the name itself: that of `ref mut` is of what is borrowed.
fn own_mut(name: &syn::PatIdent) -> Option<proc_macro2::Span> {
    let own = name.mutability.filter(|_| name.by_ref.is_none());
    own.map(|token| token.span)
}
