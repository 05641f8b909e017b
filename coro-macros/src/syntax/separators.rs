//! Which commas separate the arguments of a macro.
//!
//! In: the tokens of expressions in a row, one after the other. Out: whether a comma stands between two of them, and not between the types of a path
//! (`pair::<A, B>(..)`, `<A as Of<B, C>>::new()`) or the parameters of a closure (`|a, b| a + b`).

use proc_macro2::{Spacing, TokenTree};

/// What the tokens that have been seen have opened.
#[derive(Default)]
pub(super) struct Separators {
    angles: usize,
    parameters: bool,
}

impl Separators {
    /// Whether the token at `at` is a comma between two arguments. Asked of each token in turn.
    pub(super) fn is_at(&mut self, tokens: &[TokenTree], at: usize) -> bool {
        let TokenTree::Punct(punct) = &tokens[at] else {
            return false;
        };
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        match punct.as_char() {
            '<' if self.angles > 0 || !ends_value(before) => self.angles += 1,
            '>' if self.angles > 0 && !is_joint(before) => self.angles -= 1,
            '|' if self.parameters => self.parameters = false,
            '|' => self.parameters = !ends_value(before),
            ',' => return self.angles == 0 && !self.parameters,
            _ => {}
        }
        false
    }
}

/// Whether a value may end there, so that an operator follows: `a < b`, and not `a::<B>`.
pub(super) fn ends_value(before: Option<&TokenTree>) -> bool {
    match before {
        Some(TokenTree::Ident(word)) => {
            !["move", "return", "break", "in"].iter().any(|w| word == w)
        }
        // Of `<<` and `||`, the second does not open what the first did not.
        Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), '?' | '>' | '<' | '|'),
        Some(_) => true,
        None => false,
    }
}

/// Whether a `>` belongs to an arrow.
fn is_joint(before: Option<&TokenTree>) -> bool {
    matches!(before, Some(TokenTree::Punct(p)) if p.spacing() == Spacing::Joint && matches!(p.as_char(), '-' | '='))
}

#[cfg(test)]
mod tests {
    use super::Separators;
    use proc_macro2::TokenTree;

    fn arguments(text: &str) -> usize {
        let tokens: proc_macro2::TokenStream = text.parse().unwrap();
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut separators = Separators::default();
        let commas = (0..tokens.len()).filter(|at| separators.is_at(&tokens, *at));
        commas.count() + 1
    }

    #[test]
    fn commas_between_types_and_parameters_separate_nothing() {
        assert_eq!(arguments("a, b"), 2);
        assert_eq!(arguments("pair::<A, B>(1, 2) > 0, text"), 2);
        assert_eq!(arguments("<A as Of<B, C>>::new(), text"), 2);
        assert_eq!(arguments("make::<fn(A) -> B, Vec<Vec<C>>>() >> 2, text"), 2);
        assert_eq!(
            arguments("of(x), |a, b| a | b, move |a, (b, c)| c, || 1, text"),
            5
        );
    }

    #[test]
    fn operators_open_nothing() {
        assert_eq!(arguments("a < b, c > d"), 2);
        assert_eq!(arguments("a[0] < 1, b, x? > y"), 3);
        assert_eq!(arguments("a | b, c || d, e"), 3);
        assert_eq!(arguments("a << 1, (a) >> 2, 3"), 3);
    }
}
