//! What a pattern takes out of a value that is held after that, or of which what is left is.
//!
//! The value is taken as written if that leaves nothing to hold. If not, it is looked at, and its parts are taken out one by one; or, with
//! patterns that name all that is left, it is taken whole. The types say which (`coro-core/src/left.rs`).

use super::Emitter;
use crate::flow::patterns;
use crate::ir::{self, PartId};
use crate::syntax::generated;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Arm, Expr, ExprMatch, parse_quote, parse_quote_spanned};

impl Emitter<'_> {
    pub(super) fn left(&self, id: PartId, matched: &ExprMatch) -> Expr {
        let private = self.private;
        let (place, arm) = (&matched.expr, &matched.arms[0]);
        let (pattern, parts) = (&arm.pat, parts_of(arm));
        let site = Span::mixed_site().located_at(pattern.span());
        let (left, never) = (generated::name("left"), quote!(_ => #private::never()));
        let fate = self.fate_of_the_rest(matched);
        let (as_written, otherwise) = match ir::names_what_is_left(matched) {
            true => {
                let cases = &matched.arms[1..matched.arms.len() - 1];
                let lefts = parts_of(&cases[0]).len() - parts.len();
                let nothing = (0..lefts).map(|_| quote!(#private::None));
                let cases = cases.iter().map(|case| self.case(case, &left, parts.len()));
                (
                    quote!(match #place { #pattern => (#(#parts,)* #(#nothing,)*), #never }),
                    quote!(match #place { #(#cases)* #never }),
                )
            }
            false => (
                quote!(match #place { #pattern => (#(#parts,)*), #never }),
                self.out_of_place(id, matched),
            ),
        };
        // What is taken from behind a `&mut` has to be what can be moved: not from behind a guard, nor out of what has a destructor.
        let shown = (!ir::names_what_is_left(matched)).then(|| {
            quote!(if #left.shows() {
                match #place { #pattern => #private::moved((#(#parts,)*)), #never }
            })
        });
        parse_quote_spanned!(site=> {
            let #left = #fate;
            #[allow(unreachable_code, unreachable_patterns, unused_mut)]
            if #left.forgets() {
                #left.lets_go();
                #as_written
            } else {
                #left.holds();
                #shown
                #otherwise
            }
        })
    }

    /// An alternative that names all that it leaves, behind its first `bound` parts.
    fn case(&self, case: &Arm, left: &Ident, bound: usize) -> TokenStream {
        let (private, pattern) = (self.private, &case.pat);
        let site = Span::mixed_site().located_at(pattern.span());
        let parts = parts_of(case);
        let (parts, rests) = parts.split_at(bound);
        let ordered = patterns::names_in_order(pattern, &idents(rests));
        let own: Vec<_> = rests.iter().copied().filter(|rest| is_own(rest)).collect();
        let ordered = (!ordered).then(|| self.orders(left, &own, site));
        let rests = rests.iter().map(|rest| match is_own(rest) {
            true => quote!(#private::Some(#rest)),
            false => quote!(#private::None),
        });
        quote!(#pattern => { #ordered (#(#parts,)* #(#rests,)*) })
    }

    /// The parts, one by one; a field that has an empty value, and of which nothing is left, as a whole.
    fn out_of_place(&self, id: PartId, matched: &ExprMatch) -> TokenStream {
        let (private, place, pattern) = (self.private, &matched.expr, &matched.arms[0].pat);
        let parts = parts_of(&matched.arms[0]);
        let never = quote!(_ => #private::never());
        let leaves = patterns::has_rest(pattern) || patterns::has_wildcard(pattern);
        if leaves || !matches!(&**place, Expr::Field(_)) {
            let out = parts
                .iter()
                .map(|part| self.out_of(id, part, matched, None));
            return quote!(match &mut #place { #pattern => (#(#out,)*), #never });
        }
        let whole = generated::name("whole");
        let out = parts
            .iter()
            .map(|part| self.out_of(id, part, matched, Some(&whole)));
        quote! {{
            let #whole = #private::taken!((&&&#private::part(&#place)).coro_emptied());
            if #whole.is_emptied() {
                match #whole.out_of(&mut #place) { #pattern => (#(#parts,)*), #never }
            } else {
                match &mut #place { #pattern => (#(#out,)*), #never }
            }
        }}
    }

    /// What has been copied leaves all; of anything else the rest is what the local is. A field stays.
    fn fate_of_the_rest(&self, matched: &ExprMatch) -> TokenStream {
        let (private, arm, place) = (self.private, &matched.arms[0], &matched.expr);
        let (pattern, taken) = (&arm.pat, &arm.body);
        let mut local = &**place;
        while let Expr::Unary(syn::ExprUnary { expr, .. })
        | Expr::Paren(syn::ExprParen { expr, .. }) = local
        {
            local = expr;
        }
        let rest = match local {
            Expr::Field(_) => quote!(#private::Keep),
            _ => quote!((&&&#private::idle(&#local)).coro_idle()),
        };
        quote!(#private::taken!(
            (&&#private::given(match #place { #pattern => #taken, _ => loop {} }))
                .coro_given()
                .leaves(#rest)
        ))
    }

    /// The claim that the order in which `rests` are dropped cannot be seen, if what `left` says is that they have to be held: fields are
    /// dropped in the order of their declaration, which is not seen here.
    fn orders(&self, left: &Ident, rests: &[&Expr], span: Span) -> TokenStream {
        let site = Span::mixed_site().located_at(span);
        let private = generated::path_at(self.private, site);
        quote_spanned!(site=> #left.orders(#private::taken!(
            #private::Nobody #(.also((&&&#private::seen(&#rests)).coro_seen()))*
        ));)
    }

    /// A literal with a base, and the parts that it leaves there.
    pub(super) fn with_base(&self, call: &syn::ExprCall) -> Expr {
        let (private, parts) = (self.private, call.args.iter());
        let left: Vec<&Expr> = call.args.iter().skip(1).collect();
        if left.len() < 2 {
            return parse_quote!((#(#parts,)*));
        }
        let site = Span::mixed_site().located_at(left[0].span());
        let keep = generated::name("left");
        let ordered = self.orders(&keep, &left, site);
        parse_quote_spanned!(site=> {
            let #keep = #private::Keep;
            #ordered
            (#(#parts,)*)
        })
    }

    /// `part`, which is bound behind a `&mut`; unless `whole` is taken.
    fn out_of(
        &self,
        id: PartId,
        part: &Expr,
        matched: &ExprMatch,
        whole: Option<&Ident>,
    ) -> TokenStream {
        let (private, place, pattern) = (self.private, &matched.expr, &matched.arms[0].pat);
        let site = Span::mixed_site().located_at(part.span());
        let how = generated::name("part");
        let again = self.again(id, &how, site);
        let unless = whole.map(|whole| quote!(let #how = #whole.unless(#how);));
        quote_spanned! {site=> {
            let #how = #private::taken!((&&&#private::behind(
                #part,
                match #place { #pattern => #part, _ => loop {} },
            )).coro_behind());
            #unless
            #again
            #how.out_of(#part)
        }}
    }
}

fn idents(names: &[&Expr]) -> Vec<Ident> {
    let names = names.iter().filter_map(|name| match name {
        Expr::Path(path) => path.path.get_ident().cloned(),
        _ => None,
    });
    names.collect()
}

/// Whether it is left by the alternative at hand.
const fn is_own(rest: &Expr) -> bool {
    !matches!(rest, Expr::Infer(_))
}

/// The parts that an arm gives.
fn parts_of(arm: &Arm) -> Vec<&Expr> {
    match &*arm.body {
        Expr::Tuple(parts) => parts.elems.iter().collect(),
        _ => unreachable!("`resolve::left` makes a tuple"),
    }
}
