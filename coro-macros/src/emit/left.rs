//! What a pattern takes out of a value that is held after that, or of which what is left is.
//!
//! The value is taken as written if that leaves nothing to hold. If not, it is looked at, and its parts are taken out one by one; or, with a
//! second pattern that names all that is left, it is taken whole. The types say which (`coro-core/src/left.rs`).

use super::Emitter;
use crate::ir;
use crate::syntax::generated;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Arm, Expr, ExprMatch, parse_quote_spanned};

impl Emitter<'_> {
    pub(super) fn left(&self, matched: &ExprMatch) -> Expr {
        let private = self.private;
        let (place, arm) = (&matched.expr, &matched.arms[0]);
        let (pattern, parts) = (&arm.pat, parts_of(arm));
        let site = Span::mixed_site().located_at(pattern.span());
        let (left, never) = (generated::name("left"), quote!(_ => #private::never()));
        let fate = self.fate_of_the_rest(matched);
        let (as_written, otherwise) = match ir::names_what_is_left(matched) {
            true => {
                let all = &matched.arms[1];
                let rests = &parts_of(all)[parts.len()..];
                let (all, nothing) = (&all.pat, rests.iter().map(|_| quote!(#private::None)));
                (
                    quote!(match #place { #pattern => (#(#parts,)* #(#nothing,)*), #never }),
                    quote!(match #place { #all => (#(#parts,)* #(#private::Some(#rests),)*), #never }),
                )
            }
            false => {
                let out = parts.iter().map(|part| self.out_of(part, matched));
                (
                    quote!(match #place { #pattern => (#(#parts,)*), #never }),
                    quote!(match &mut #place { #pattern => (#(#out,)*), #never }),
                )
            }
        };
        parse_quote_spanned!(site=> {
            let #left = #fate;
            #[allow(unreachable_code, unreachable_patterns, unused_mut)]
            if #left.forgets() {
                #left.lets_go();
                #as_written
            } else {
                #left.holds();
                #otherwise
            }
        })
    }

    /// What has been copied leaves all; of anything else the rest is what the local is.
    fn fate_of_the_rest(&self, matched: &ExprMatch) -> TokenStream {
        let (private, arm, place) = (self.private, &matched.arms[0], &matched.expr);
        let (pattern, taken) = (&arm.pat, &arm.body);
        let mut local = &**place;
        while let Expr::Unary(syn::ExprUnary { expr, .. })
        | Expr::Paren(syn::ExprParen { expr, .. }) = local
        {
            local = expr;
        }
        quote!(#private::taken!(
            (&&#private::given(match #place { #pattern => #taken, _ => loop {} }))
                .coro_given()
                .leaves((&&&#private::idle(&#local)).coro_idle())
        ))
    }

    /// `part`, which is bound behind a `&mut`.
    fn out_of(&self, part: &Expr, matched: &ExprMatch) -> TokenStream {
        let (private, place, pattern) = (self.private, &matched.expr, &matched.arms[0].pat);
        let site = Span::mixed_site().located_at(part.span());
        let how = generated::name("part");
        quote_spanned! {site=> {
            let #how = #private::taken!((&&&#private::behind(
                #part,
                match #place { #pattern => #part, _ => loop {} },
            )).coro_behind());
            #how.out_of(#part)
        }}
    }
}

/// The parts that an arm gives.
fn parts_of(arm: &Arm) -> Vec<&Expr> {
    match &*arm.body {
        Expr::Tuple(parts) => parts.elems.iter().collect(),
        _ => unreachable!("`resolve::left` makes a tuple"),
    }
}
