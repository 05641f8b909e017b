//! What types have to tell of a borrow.
//!
//! In: borrows that a suspended state holds if a place owns what it lends. Out: ahead of the code that borrows, the claim that it does not
//! (`coro-core/src/lends.rs`). It is for the types alone, and stands where the place and its type are known.

use super::Emitter;
use crate::flow::patterns;
use crate::ir::{BlockId, LocalId};
use crate::owners::Owner;
use crate::signpost::{Borrower, Claim, Kind, Supposed};
use crate::syntax::generated;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Pat};

impl Emitter<'_> {
    /// What is claimed of what `holders` are bound to.
    pub(super) fn supposed(&self, holders: &[LocalId]) -> TokenStream {
        let supposed = self.layout.borrows.supposed.iter();
        let of_these = supposed.filter(|supposed| match supposed.holder {
            Borrower::Local(local) => holders.contains(&local),
            Borrower::Yielded(_) => false,
        });
        // The claim stands ahead of what binds them: of themselves, as in `rest = rest.trim()`, there is none yet.
        let there = of_these.filter(|supposed| {
            let place = &supposed.place;
            let mentioned = self.body.locals.mentioned_in(quote!(#place));
            !mentioned.iter().any(|local| holders.contains(local))
        });
        there.map(|supposed| self.claim(supposed)).collect()
    }

    /// What is claimed of what a block yields.
    pub(super) fn supposed_of_yield(&self, block: BlockId) -> TokenStream {
        let supposed = self.layout.borrows.supposed.iter();
        let of_this = supposed.filter(|supposed| supposed.holder == Borrower::Yielded(block));
        of_this.map(|supposed| self.claim(supposed)).collect()
    }

    /// The same, of what patterns bind.
    pub(super) fn supposed_of<'p>(
        &self,
        patterns: impl IntoIterator<Item = &'p Pat>,
    ) -> TokenStream {
        if self.layout.borrows.supposed.is_empty() {
            return TokenStream::new();
        }
        let bound = |pattern| patterns::bound(pattern, &self.body.locals);
        let holders: Vec<LocalId> = patterns.into_iter().flat_map(bound).collect();
        self.supposed(&holders)
    }

    /// The patterns of a condition.
    pub(super) fn supposed_by(&self, condition: &Expr) -> TokenStream {
        struct Patterns<'a>(Vec<&'a Pat>);
        impl<'a> syn::visit::Visit<'a> for Patterns<'a> {
            fn visit_expr_let(&mut self, condition: &'a syn::ExprLet) {
                self.0.push(&condition.pat);
            }
        }
        if self.layout.borrows.supposed.is_empty() {
            return TokenStream::new();
        }
        let mut patterns = Patterns(Vec::new());
        syn::visit::visit_expr(&mut patterns, condition);
        self.supposed_of(patterns.0)
    }

    fn claim(&self, supposed: &Supposed) -> TokenStream {
        let (start, end) = ends(&supposed.init);
        let private = generated::path_at(self.private, start);
        let answer = self.whether_it_lends(supposed, end);
        let claimed = match supposed.claim {
            Claim::Apart => "apart",
            Claim::Free => "free",
            Claim::Given => "given_away",
        };
        let claimed = Ident::new(claimed, end);
        quote_spanned!(end=> #private::#claimed(#private::taken!(#answer));)
    }

    /// A part is in its local if nothing on the way to it is a reference; the `&mut` argument alone may be one.
    fn whether_it_lends(&self, supposed: &Supposed, span: Span) -> TokenStream {
        let Supposed { place, kind, .. } = supposed;
        let private = generated::path_at(self.private, span);
        let mut bases = bases(place);
        let through = supposed.claim == Claim::Free;
        // What a reference to a field points to may be a reference itself.
        if through && matches!(bases.last(), Some((Expr::Path(_), _))) {
            bases.pop();
        }
        let argument = through && matches!(place, Expr::Path(_));
        let behind = argument.then(|| quote_spanned!(span=> *));
        let there = |place: &Expr| {
            let place = self.verbatim_expr(place);
            quote_spanned!(span=> #behind #place)
        };
        let lends = |kind: &str, place: &Expr| {
            let (kind, place) = (Ident::new(kind, span), there(place));
            quote_spanned!(span=> (&&&#private::lending::<#private::#kind, _>(&#place)).coro_lending())
        };
        let there = match kind {
            Kind::Owner(Owner::Iterator) => {
                let place = there(place);
                quote_spanned!(span=> (&&&#private::stepping(&#place)).coro_lending())
            }
            Kind::Owner(owner) => lends(kind_of(*owner), place),
            Kind::Anything => lends("Anything", place),
            Kind::Part => quote_spanned!(span=> #private::Owned),
            Kind::Element => {
                let element = there(place);
                quote_spanned!(span=> (&&#private::located(&#element)).coro_located().or(#private::Owned))
            }
        };
        bases.into_iter().fold(there, |there, (base, indexed)| {
            // A `Box<&[T]>` owns none of its elements.
            let there = match indexed {
                true => {
                    let owned = lends("Anything", base);
                    quote_spanned!(span=> #owned.or(#there))
                }
                false => there,
            };
            let base = self.verbatim_expr(base);
            quote_spanned!(span=> (&&#private::located(&#base)).coro_located().or(#there))
        })
    }

    /// Whether what borrows ends with its last mention, if `taken` does not say that it is gone. What certainly borrows has to: it cannot be
    /// held.
    pub(super) fn over(
        &self,
        local: &Ident,
        bound: Option<&Expr>,
        taken: Option<TokenStream>,
    ) -> TokenStream {
        let (start, end) = bound.map_or_else(|| (Span::mixed_site(), Span::mixed_site()), ends);
        let private = generated::path_at(self.private, start);
        let seen = quote_spanned!(end=> (&&&#private::seen(&#local)).coro_seen());
        let fate = match taken {
            Some(taken) => quote_spanned!(end=> #private::taken!(#taken.or(#seen))),
            None => quote_spanned!(end=> #private::taken!(#seen)),
        };
        match bound {
            Some(_) => quote_spanned!(end=> #private::over(#fate)),
            None => fate,
        }
    }

    /// The traits by which it is asked.
    pub(super) fn lending_traits(&self) -> TokenStream {
        let private = self.private;
        if self.layout.borrows.supposed.is_empty() {
            return TokenStream::new();
        }
        quote! {
            #[allow(unused_imports)]
            use #private::{LendingOther as _, LendingOwner as _, LendingUnknown as _, LocatedElsewhere as _, LocatedHere as _};
        }
    }
}

/// Where an expression begins and ends: a claim that does is reported as long as that.
pub(super) fn ends(expr: &Expr) -> (Span, Span) {
    let tokens: Vec<TokenTree> = expr.to_token_stream().into_iter().collect();
    let at = |token: Option<&TokenTree>| {
        let span = token.map_or_else(Span::mixed_site, TokenTree::span);
        Span::mixed_site().located_at(span)
    };
    (at(tokens.first()), at(tokens.last()))
}

/// What a field or an element is a part of, and that of; and whether it is an element.
fn bases(place: &Expr) -> Vec<(&Expr, bool)> {
    let mut bases = Vec::new();
    let mut place = place;
    loop {
        place = match place {
            Expr::Paren(inner) => &inner.expr,
            Expr::Index(element) => {
                bases.push((&*element.expr, true));
                &element.expr
            }
            Expr::Field(field) => {
                bases.push((&*field.base, false));
                &field.base
            }
            _ => return bases,
        };
    }
}

/// The type in `coro-core/src/lends.rs` for what lends so.
fn kind_of(owner: Owner) -> &'static str {
    match owner {
        Owner::Text => "Text",
        Owner::Collection => "Collection",
        Owner::Optional => "Optional",
        Owner::Cell => "Cell",
        Owner::Lock => "Lock",
        Owner::Peekable => "Peeking",
        Owner::Iterator => unreachable!("an iterator is asked for in words of its own"),
    }
}
