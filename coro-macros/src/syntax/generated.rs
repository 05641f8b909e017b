//! Names and paths of generated code.

use proc_macro2::{Ident, Span};
use syn::Path;

/// A hygienic name: it cannot meet one of the user's.
pub(crate) fn name(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// `path` at another place: where a call stands is where its path begins.
pub(crate) fn path_at(path: &Path, span: Span) -> Path {
    let mut path = path.clone();
    for segment in &mut path.segments {
        segment.ident.set_span(span);
    }
    path
}
