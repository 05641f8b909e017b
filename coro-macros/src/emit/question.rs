//! What an arm asks the types: whether a mention took its local, or something out of it.
//!
//! A question stands where no code runs, so rustc finds the type of its answer and its borrow checker does not look
//! at it. Of a method it asks by which `self` method lookup finds it: on `&local`, on `&mut local`, and the same behind each
//! `Deref`, lookup meets a method of ours (`CoroAsked`) right after those that take the receiver as it is, or a reference to it. What is found by no
//! receiver takes a value: the local, or a copy of what it points to.

use super::Emitter;
use crate::flow::graph::{Question, Taken, What};
use crate::ir::LocalId;
use crate::methods::{self, Standard};
use crate::syntax::generated;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, parse_quote_spanned};

impl Emitter<'_> {
    /// An expression of the type that answers.
    pub(super) fn answer(&self, local: LocalId, question: Question) -> TokenStream {
        let private = self.private;
        let taken = &self.layout.taken[&question];
        match &taken.what {
            What::Value(value) => self.by_value(local, value, taken),
            What::Behind(value) => {
                let name = self.names.local(self.body, local);
                let value = self.by_value(local, value, taken);
                let guarding = self.guarding(local, &name, Span::mixed_site());
                quote!(#guarding.behind(#value))
            }
            What::Method(method, arguments) => self.by_which_receiver(local, method, arguments),
            What::Standard(standard, method, arguments) => {
                self.by_standard_name(local, *standard, (method, *arguments))
            }
            What::Call(arguments) => {
                let name = self.names.local(self.body, local);
                let holes = (0..*arguments).map(|_| quote!(_));
                quote!((&&&&#private::callable::<(#(#holes,)*), _>(&#name)).coro_callable())
            }
        }
    }

    /// Whether what is taken is a copy, and what a pattern leaves could be held.
    fn by_value(&self, local: LocalId, value: &Expr, taken: &Taken) -> TokenStream {
        let private = self.private;
        let span = value.span();
        let value = self.verbatim_expr(value);
        let mut answer = quote!((&&#private::given(#value)).coro_given());
        for (bound, reference) in &taken.nested {
            let bound = self.verbatim_expr(bound);
            let reference = self.verbatim_expr(reference);
            // What stays of a part could not be held otherwise.
            answer = quote_spanned!(span=> #answer.beside(
                (&&#private::given(#bound)).coro_given(),
                (&&&#private::idle(&#reference)).coro_idle()
            ));
        }
        let Some(left) = &taken.left else {
            return answer;
        };
        // What is left could not be held otherwise.
        let held = match &left.rest {
            Some(rest) => self.verbatim_expr(rest).into_token_stream(),
            None => self.names.local(self.body, local).into_token_stream(),
        };
        quote_spanned!(span=> #answer.all((&&&#private::idle(&#held)).coro_idle()))
    }

    /// Whether the local is what the method of the standard library of this name consumes.
    fn by_standard_name(
        &self,
        local: LocalId,
        standard: Standard,
        (method, arguments): (&Ident, usize),
    ) -> TokenStream {
        let private = self.private;
        let name = self.names.local(self.body, local);
        let found = || self.lookup_by_holes(local, method, arguments, Span::mixed_site());
        let iterator = quote!((&&#private::iterator(&#name)).coro_iterator());
        match standard {
            Standard::Reads => {
                // A string's or a set's looks, and some are generic; an own `lines` is looked up, for the name is in the table of
                // those that consume.
                let found = match methods::consumes(&method.to_string(), arguments) {
                    true if arguments == 0 => found(),
                    _ => quote!(#private::Stays),
                };
                let reader = quote!((&&#private::reader(&#name)).coro_reader().or(#found));
                // Of the others of these names an iterator has none.
                match method == "take" {
                    true => quote!(#iterator.or(#reader)),
                    false => reader,
                }
            }
            Standard::Chooses => {
                quote!((&&#private::optional(&#name)).coro_optional().or(#private::Stays))
            }
            Standard::Compares => quote!(#iterator.or(#private::Stays)),
            Standard::Finds => {
                let found = found();
                quote!(#iterator.or(#found))
            }
            Standard::Through => {
                let own = self.own_method(&name, local, method, arguments);
                let own = own.map(|answer| quote!(.or(#answer)));
                let guarding = self.guarding(local, &name, Span::mixed_site());
                quote!(#guarding #own.taken())
            }
            Standard::Ranks => {
                let found = found();
                quote!((&&#private::ranked(&#name)).coro_ranked().or(#found))
            }
        }
    }

    /// Whether a local is a guard. What closures hold that are a part of it is not known yet where that is asked.
    pub(super) fn guarding(&self, local: LocalId, name: &impl ToTokens, span: Span) -> TokenStream {
        let private = generated::path_at(self.private, span);
        match self.holding(local) {
            Some(closures) => {
                quote_spanned!(span=> (&&&&#private::guarding_with::<_, #private::#closures>(&#name)).coro_guarding())
            }
            None => quote_spanned!(span=> (&&&&#private::guarding(&#name)).coro_guarding()),
        }
    }

    /// What closures hold that are a part of a local, as a type of the runtime.
    pub(super) fn holding(&self, local: LocalId) -> Option<Ident> {
        let closures = self.body.locals.get(local).closures;
        closures.map(|held| Ident::new(&format!("{held:?}"), Span::mixed_site()))
    }

    /// Whether a method that consumes by its name is the local's own, and not one of what it points to, if that can be asked.
    pub(super) fn own_method(
        &self,
        name: &impl ToTokens,
        local: LocalId,
        method: &Ident,
        arguments: usize,
    ) -> Option<TokenStream> {
        match arguments {
            _ if method == "into_iter" => {
                Some(self.iterating(name, local, method, Span::mixed_site()))
            }
            0 => Some(self.by_which_receiver(local, method, &[])),
            _ => None,
        }
    }

    pub(super) fn by_which_receiver(
        &self,
        local: LocalId,
        method: &Ident,
        arguments: &[Expr],
    ) -> TokenStream {
        let site = Span::mixed_site();
        let arguments: Vec<Expr> = arguments.iter().map(|e| self.verbatim_expr(e)).collect();
        let types: Vec<Ident> = (0..arguments.len())
            .map(|at| format_ident!("A{at}", span = site))
            .collect();
        let types: Vec<TokenStream> = types.iter().map(ToTokens::to_token_stream).collect();
        self.lookup(local, method, (&quote!(<#(#types),*>), &types), &arguments)
    }

    /// Which method lookup finds, whatever its arguments are.
    pub(super) fn lookup_by_holes(
        &self,
        local: LocalId,
        method: &Ident,
        arguments: usize,
        span: Span,
    ) -> TokenStream {
        let private = generated::path_at(self.private, span);
        let holes = vec![parse_quote_spanned!(span=> #private::hole()); arguments];
        let types = vec![quote_spanned!(span=> #private::Hole); arguments];
        self.lookup(local, method, (&TokenStream::new(), &types), &holes)
    }

    /// Whether `into_iter` takes a receiver: a borrow of what is iterated over has a method of that name, too.
    pub(super) fn iterating(
        &self,
        receiver: &impl ToTokens,
        local: LocalId,
        method: &Ident,
        span: Span,
    ) -> TokenStream {
        let private = generated::path_at(self.private, span);
        let found = self.lookup_by_holes(local, method, 0, span);
        quote_spanned!(span=> (&&#private::iterating(&#receiver)).coro_iterating().or(#found))
    }

    /// Which method lookup finds where ours takes arguments of these types.
    pub(super) fn lookup(
        &self,
        local: LocalId,
        method: &Ident,
        (generics, types): (&TokenStream, &[TokenStream]),
        arguments: &[Expr],
    ) -> TokenStream {
        let private = self.private;
        // What does not fit is reported where the user's call is, at once.
        let site = Span::mixed_site().located_at(method.span());
        let name = self.names.local(self.body, local);
        let mut method = method.clone();
        method.set_span(site);
        // Each stands where no method of the user's is looked for, if it is not there already: of a trait that both `T` and `&T` have.
        let asked = |receiver| quote_spanned!(site=> fn #method #generics(#receiver, #(_: #types),*) -> #private::Asked);
        let (shared, unique) = (
            asked(quote_spanned!(site=> &self)),
            asked(quote_spanned!(site=> &mut self)),
        );
        let local = generated::name("local");
        let places: Vec<Ident> = (0..3)
            .map(|depth| format_ident!("behind{depth}", span = site))
            .collect();
        let questions = places.iter().map(|at| {
            quote_spanned! {site=>
                .and((&&#private::verdict((&*#at).#method(#(#arguments),*))).coro_verdict())
                .and((&&#private::verdict((&mut *#at).#method(#(#arguments),*))).coro_verdict())
            }
        });
        let copies = [
            quote!(#name),
            quote!(*(&&#private::peek(&mut #name)).coro_peek()),
        ]
        .map(|at| quote_spanned!(site=> .and((&&#private::copies(&#at)).coro_copies())));
        let [first, second, third] = [&places[0], &places[1], &places[2]];
        quote_spanned! {site=> {
            trait CoroShared { #shared; }
            impl<T: ?Sized> CoroShared for &T { #shared { #private::never() } }
            trait CoroUnique { #unique; }
            impl<T: ?Sized> CoroUnique for &mut T { #unique { #private::never() } }
            let #local = #private::peel(&mut #name);
            let #first = (&&#local).coro_peel();
            let #second = (&&#private::peek(&mut *#first)).coro_peek();
            let #third = (&&#private::peek(&mut *#second)).coro_peek();
            (&&#local).coro_refers() #(#questions)* #(#copies)*
        }}
    }
}
