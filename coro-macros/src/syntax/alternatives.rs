//! Arms whose guard yields, and may be asked more than once.
//!
//! In: a body with normalised markers. Out: an arm of its own for each alternative of `(x, _) | (_, x) if co_yield!(x) == 1 => ..`. Rust asks a guard
//! about each alternative that matches, in their order, until it holds; a guard that yields has left the `match` by then, and is asked of what was
//! matched. Alternatives of which a value matches one at most stay together.

use super::markers;
use crate::diagnostics::Diagnostics;
use crate::messages;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, Block, Expr, ExprMatch, Lit, Pat};

/// Gives those alternatives arms of their own in `body`. A static cannot be in several.
pub(crate) fn part(body: &mut Block, diagnostics: &mut Diagnostics) {
    PartArms(diagnostics).visit_block_mut(body);
}

struct PartArms<'a>(&'a mut Diagnostics);

impl VisitMut for PartArms<'_> {
    fn visit_expr_match_mut(&mut self, matched: &mut ExprMatch) {
        visit_mut::visit_expr_match_mut(self, matched);
        if matched.arms.iter().any(is_asked_again) {
            let arms = std::mem::take(&mut matched.arms).into_iter();
            let asked = arms.clone().filter(is_asked_again);
            for state in asked.filter_map(|arm| static_in(arm.to_token_stream())) {
                self.0.at(&state, messages::STATIC_OF_ALTERNATIVES);
            }
            matched.arms = arms.flat_map(parted).collect();
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
}

/// Whether the guard yields, and a value may match several alternatives.
fn is_asked_again(arm: &Arm) -> bool {
    let guard = arm.guard.as_ref();
    guard.is_some_and(|(_, guard)| markers::suspends(guard))
        && !are_disjoint(&alternatives(&arm.pat))
}

/// The first `static` among tokens, which is no lifetime.
fn static_in(tokens: TokenStream) -> Option<Ident> {
    let mut quoted = false;
    tokens.into_iter().find_map(|token| {
        let lifetime = std::mem::replace(&mut quoted, is_quote(&token));
        match token {
            TokenTree::Ident(word) if word == "static" && !lifetime => Some(word),
            TokenTree::Group(group) => static_in(group.stream()),
            _ => None,
        }
    })
}

fn is_quote(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '\'')
}

/// An arm for each alternative.
fn parted(mut arm: Arm) -> Vec<Arm> {
    if !is_asked_again(&arm) {
        return vec![arm];
    }
    arm.comma.get_or_insert_default();
    let cases = alternatives(&arm.pat).into_iter();
    let each = cases.map(|pat| Arm { pat, ..arm.clone() });
    each.collect()
}

/// One pattern for each combination of alternatives: itself, if it has none. What stands first changes last.
fn alternatives(pattern: &Pat) -> Vec<Pat> {
    let mut all = Vec::new();
    for case in 0.. {
        let mut chosen = pattern.clone();
        let mut choose = Choose { case, of: None };
        choose.visit_pat_mut(&mut chosen);
        let Some(count) = choose.of else {
            return vec![chosen];
        };
        all.extend(alternatives(&chosen));
        if case + 1 == count {
            break;
        }
    }
    all
}

/// Puts one case in the place of the first alternatives.
struct Choose {
    case: usize,
    /// How many there are.
    of: Option<usize>,
}

impl VisitMut for Choose {
    fn visit_pat_mut(&mut self, pattern: &mut Pat) {
        if self.of.is_some() {
            return;
        }
        if let Pat::Or(or) = pattern {
            self.of = Some(or.cases.len());
            *pattern = or.cases[self.case].clone();
            return;
        }
        visit_mut::visit_pat_mut(self, pattern);
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

/// Whether no value matches two of them, as they are written.
fn are_disjoint(alternatives: &[Pat]) -> bool {
    let mut pairs = alternatives.iter().enumerate();
    pairs.all(|(at, a)| alternatives[at + 1..].iter().all(|b| exclude(a, b)))
}

/// Whether no value matches both.
fn exclude(a: &Pat, b: &Pat) -> bool {
    match (bare(a), bare(b)) {
        (Pat::Lit(a), Pat::Lit(b)) => differ(&a.lit, &b.lit),
        (Pat::Tuple(a), Pat::Tuple(b)) => exclude_by_part(&a.elems, &b.elems),
        (Pat::Reference(a), Pat::Reference(b)) => exclude(&a.pat, &b.pat),
        (Pat::TupleStruct(a), Pat::TupleStruct(b)) if a.path == b.path => {
            exclude_by_part(&a.elems, &b.elems)
        }
        (a, b) => match (variant(a), variant(b)) {
            (Some(a), Some(b)) => a != b,
            _ => false,
        },
    }
}

fn exclude_by_part<'p>(
    a: impl IntoIterator<Item = &'p Pat>,
    b: impl IntoIterator<Item = &'p Pat>,
) -> bool {
    let ahead_of_rest = |pattern: &&Pat| !matches!(pattern, Pat::Rest(_));
    let (a, b) = (a.into_iter(), b.into_iter());
    let mut parts = a.take_while(ahead_of_rest).zip(b.take_while(ahead_of_rest));
    parts.any(|(a, b)| exclude(a, b))
}

fn bare(pattern: &Pat) -> &Pat {
    match pattern {
        Pat::Paren(inner) => bare(&inner.pat),
        Pat::Ident(named) => match &named.subpat {
            Some((_, inner)) => bare(inner),
            None => pattern,
        },
        other => other,
    }
}

fn differ(a: &Lit, b: &Lit) -> bool {
    match (a, b) {
        (Lit::Int(a), Lit::Int(b)) => a.base10_digits() != b.base10_digits(),
        (Lit::Char(a), Lit::Char(b)) => a.value() != b.value(),
        (Lit::Byte(a), Lit::Byte(b)) => a.value() != b.value(),
        (Lit::Bool(a), Lit::Bool(b)) => a.value() != b.value(),
        (Lit::Str(a), Lit::Str(b)) => a.value() != b.value(),
        _ => false,
    }
}

/// The variant that a pattern names. Two constants may be of one value.
fn variant(pattern: &Pat) -> Option<String> {
    let path = match pattern {
        Pat::Ident(name) if crate::resolve::is_constant(name) => {
            let name = name.ident.to_string();
            return name.contains(char::is_lowercase).then_some(name);
        }
        Pat::Path(path) => {
            let name = path.path.segments.last()?.ident.to_string();
            return name.contains(char::is_lowercase).then_some(name);
        }
        Pat::TupleStruct(structure) => &structure.path,
        Pat::Struct(structure) => &structure.path,
        _ => return None,
    };
    Some(path.segments.last()?.ident.to_string())
}

#[cfg(test)]
mod tests {
    use super::{alternatives, are_disjoint};
    use quote::ToTokens;
    use syn::Pat;
    use syn::parse::Parser;

    fn of(text: &str) -> Vec<Pat> {
        let pattern = Pat::parse_multi.parse_str(text).expect("a pattern");
        alternatives(&pattern)
    }

    #[test]
    fn in_the_order_of_rust() {
        let texts = of("((x, _) | (_, x), A(y) | B(y))").into_iter();
        let texts: Vec<String> = texts.map(|p| p.to_token_stream().to_string()).collect();
        assert_eq!(
            texts,
            [
                "((x , _) , A (y))",
                "((x , _) , B (y))",
                "((_ , x) , A (y))",
                "((_ , x) , B (y))"
            ]
        );
    }

    #[test]
    fn what_no_value_matches_twice() {
        for text in [
            "1 | 2",
            "Some(_) | None",
            "(0, 'a') | (_, 'b')",
            "&(1 | 2)",
            "x @ (1 | 3)",
            "Left { .. } | Right",
            "E::A(x) | E::B { x, .. }",
        ] {
            assert!(are_disjoint(&of(text)), "{text}");
        }
        for text in [
            "1 | 1u8",
            "(x, _) | (_, x)",
            "(0, y) | (y, 0)",
            "ONE | TWO",
            "A(1, ..) | A(.., 2)",
            "0..=3 | 2",
        ] {
            assert!(!are_disjoint(&of(text)), "{text}");
        }
    }
}
