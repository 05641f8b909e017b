//! Parts of a value that a pattern takes apart, beside others that it moves.
//!
//! `let (text, Guard(n)) = pair;` moves `text` and copies `n`: what it was copied out of stays in `pair`, and is dropped at the end of its scope, if it has a
//! destructor. Whether it has is for the types to say. In: a pattern. Out: each such part, and the pattern with a reference in its place.

use super::patterns;
use syn::visit_mut::{self, VisitMut};
use syn::{Pat, parse_quote};

pub(super) struct Nested {
    pub(super) part: Pat,
    /// The pattern, in which only this part is bound, by reference to `left`.
    pub(super) reference: Pat,
}

/// The parts in `pattern`.
pub(super) fn nested(pattern: &Pat) -> Vec<Nested> {
    let mut parts = Vec::new();
    if is_whole(pattern) {
        return parts;
    }
    // Of the whole, the types say whether it is moved.
    let mut at = usize::from(patterns::may_have_destructor_itself(pattern));
    while let Some(part) = (Parts { at, found: None }).part_of(&mut pattern.clone()) {
        let mut reference = pattern.clone();
        Parts { at, found: None }.part_of(&mut reference);
        let reference = unbound_but_left(&reference);
        parts.push(Nested { part, reference });
        at += 1;
    }
    parts
}

/// What a name is bound to is taken whole, behind a reference is nothing to move, and alternatives have to bind alike.
fn is_whole(pattern: &Pat) -> bool {
    matches!(pattern, Pat::Reference(_) | Pat::Or(_) | Pat::Ident(_))
}

/// Puts `ref left` in the place of one part.
struct Parts {
    /// How many come before it.
    at: usize,
    found: Option<Pat>,
}

impl Parts {
    fn part_of(mut self, pattern: &mut Pat) -> Option<Pat> {
        visit_mut::visit_pat_mut(&mut self, pattern);
        self.found
    }
}

impl VisitMut for Parts {
    fn visit_pat_mut(&mut self, pattern: &mut Pat) {
        if self.found.is_some() || is_whole(pattern) {
            return;
        }
        if patterns::may_have_destructor_itself(pattern) {
            if self.at == 0 {
                self.found = Some(std::mem::replace(pattern, parse_quote!(ref left)));
                return;
            }
            self.at -= 1;
        }
        visit_mut::visit_pat_mut(self, pattern);
    }

    fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
}

/// `pattern` without what it binds, but `ref left`.
fn unbound_but_left(pattern: &Pat) -> Pat {
    let is_left = |pattern: &Pat| matches!(pattern, Pat::Ident(ident) if ident.by_ref.is_some() && ident.ident == "left");
    if is_left(pattern) {
        return pattern.clone();
    }
    struct Unbind<F>(F);
    impl<F: Fn(&Pat) -> bool> VisitMut for Unbind<F> {
        fn visit_pat_mut(&mut self, pattern: &mut Pat) {
            match pattern {
                Pat::Ident(ident) if !(self.0)(&Pat::Ident(ident.clone())) => {
                    *pattern = patterns::unbound(pattern);
                }
                _ => visit_mut::visit_pat_mut(self, pattern),
            }
        }
        fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
    }
    let mut pattern = pattern.clone();
    Unbind(is_left).visit_pat_mut(&mut pattern);
    pattern
}
