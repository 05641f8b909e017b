//! What a pattern binds that certainly borrows.

use super::certain::{borrowed, whole};
use super::known::Known;
use crate::bindings::Part;
use crate::ir::LocalId;
use crate::owners::Borrow;
use syn::Pat;

/// The local from which what a pattern binds certainly borrows.
pub(super) fn part(
    local: LocalId,
    part: Part<'_>,
    known: &Known<'_, '_>,
) -> Option<(LocalId, Borrow)> {
    let binds = |pattern: &Pat| is_name(pattern, local, known);
    if let Pat::Ident(_) = part.pattern {
        let owner = whole(part.of, known).filter(|_| is_by_reference(part.pattern))?;
        return Some((owner, Borrow::Place));
    }
    if let Some(owner) = whole(part.of, known)
        && known.bindings.is_value(owner)
        && parts(part.pattern).any(|part| is_by_reference(part) && binds(part))
    {
        return Some((owner, Borrow::View));
    }
    if let Some(owner) = known.suppose_element(part.of) {
        return parts(part.pattern)
            .any(binds)
            .then_some((owner, Borrow::View));
    }
    let (owner, borrow) = borrowed(part.of, false, known)?;
    let inside = |name: &str| of_variant(part.pattern, name);
    // What is in its items is, too, if these are no references.
    let deep =
        |pattern: &Pat| !known.bindings.may_hold_references(owner) && parts(pattern).any(binds);
    let pair = |pattern: &Pat| matches!(pattern, Pat::Tuple(pair) if pair.elems.iter().any(binds));
    let direct = match borrow {
        Borrow::Maybe => inside("Some").is_some_and(|item| binds(item) || deep(item)),
        Borrow::Locked => inside("Ok").is_some_and(binds),
        Borrow::MaybePair => inside("Some").is_some_and(pair),
        Borrow::Pair => pair(part.pattern),
        Borrow::Place => known.bindings.is_value(owner) && parts(part.pattern).any(binds),
        _ => false,
    };
    let borrow = match borrow {
        Borrow::Locked => Borrow::Guard,
        _ => Borrow::View,
    };
    direct.then_some((owner, borrow))
}

fn is_by_reference(pattern: &Pat) -> bool {
    matches!(pattern, Pat::Ident(name) if name.by_ref.is_some() && name.subpat.is_none())
}

/// Whether a pattern is the name of the local, which binds what is there: a reference.
fn is_name(pattern: &Pat, local: LocalId, known: &Known<'_, '_>) -> bool {
    match pattern {
        Pat::Ident(name) => known.bindings.local(&name.ident) == Some(local),
        Pat::Paren(inner) => is_name(&inner.pat, local, known),
        _ => false,
    }
}

/// The one part of a variant.
fn of_variant<'a>(pattern: &'a Pat, name: &str) -> Option<&'a Pat> {
    match pattern {
        Pat::Paren(inner) => of_variant(&inner.pat, name),
        Pat::TupleStruct(variant) if variant.path.segments.last()?.ident == name => {
            variant.elems.first()
        }
        _ => None,
    }
}

/// The parts of a value that a pattern looks at in their places.
fn parts(pattern: &Pat) -> Box<dyn Iterator<Item = &Pat> + '_> {
    match pattern {
        Pat::Paren(inner) => parts(&inner.pat),
        Pat::Tuple(tuple) => Box::new(tuple.elems.iter()),
        Pat::TupleStruct(tuple) => Box::new(tuple.elems.iter()),
        Pat::Slice(slice) => Box::new(slice.elems.iter()),
        Pat::Struct(structure) => Box::new(structure.fields.iter().map(|field| &*field.pat)),
        _ => Box::new(std::iter::empty()),
    }
}
