//! The pinned engine: the body as a frame of rustc's making.
//!
//! In: a [`Source`] whose attribute says `pinned`. Out: the function whose body is
//! an async block beside the channel that it speaks through (see `Pinned` in the
//! runtime). The body is left as written, but for the markers: each becomes an
//! `.await` of a future of that channel, whose name no user code can say, and a
//! `co_try!` a labelled block that an interrupt breaks out of. What no `co_try!`
//! catches never comes back into the frame: it is dropped where it waits, and its
//! locals with it, in Rust's order.

mod jumps;
mod marks;

use crate::syntax::{Parameter, Source, generated, types};
use marks::Marks;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::visit_mut::VisitMut;
use syn::{Lifetime, Path, Stmt};

/// What stands in the braces of the function.
pub(crate) struct Framed {
    pub(crate) statements: TokenStream,
    /// The coroutine.
    pub(crate) made: TokenStream,
}

/// Compiles a body whose locals may borrow from each other across a yield.
pub(crate) fn frame(source: &Source, private: &Path) -> Framed {
    let protocol = &source.protocol;
    let mut body = source.body.clone();
    // The markers, which may be imported here, are mentioned ahead of the frame.
    let macros: Vec<Ident> = body.stmts.iter().filter_map(defined).collect();
    let ahead = |stmt: &mut Stmt| is_item(stmt) && !names_any(stmt.to_token_stream(), &macros);
    let items: Vec<Stmt> = body.stmts.extract_if(.., ahead).collect();
    jumps::label_jumps(&mut body);
    let mut marks = Marks::new(private, protocol);
    marks.visit_block_mut(&mut body);
    let channel = &marks.channel;
    // A tail that is missing is missing in the user's braces.
    let label = Lifetime::new("'__coro_body", body.brace_token.span.open());
    let (resume, throws) = (&protocol.resume, &protocol.throws);
    let (yields, returns) = (
        types::inside(&protocol.yields),
        types::inside(&protocol.returns),
    );
    let parameters = source.parameters.iter().map(taken_in);
    let traits = marks.delegates.then(|| generated::delegation(private));
    let made = generated::name("frame");
    let statements = quote! {
        #(#items)*
        #traits
        let #channel = #private::channel!(#resume, #yields, #throws);
        #[allow(clippy::await_holding_lock, clippy::await_holding_refcell_ref)]
        let #made = #private::Pinned::new(#channel.other_end(), async move {
            #(#parameters)*
            // The type of every `return` and `?`, and of the tail.
            if false {
                return #private::never::<#returns>();
            }
            // In braces of this crate's edition, so that the temporaries of the tail are
            // dropped before the parameters; the label keeps lints on braces off the user's.
            { #label: #body }
        });
    };
    Framed {
        statements,
        made: quote!(#made),
    }
}

/// The macro that a statement defines.
fn defined(stmt: &Stmt) -> Option<Ident> {
    match stmt {
        Stmt::Item(syn::Item::Macro(item)) => item.ident.clone(),
        _ => None,
    }
}

fn names_any(tokens: TokenStream, names: &[Ident]) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => names.contains(&ident),
        TokenTree::Group(group) => names_any(group.stream(), names),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// An item that is known in all of its block. A macro, and what calls one, is known behind it alone.
fn is_item(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Item(item) if !matches!(item, syn::Item::Macro(_)))
}

/// A parameter is held by the frame whether the body mentions it or not.
fn taken_in(parameter: &Parameter) -> TokenStream {
    let (name, attributes) = (&parameter.name, &parameter.attributes);
    // rustc reports no unused `self`.
    let used = parameter.receiver.then(|| quote!(let _ = &#name;));
    let given = if parameter.receiver {
        Ident::new("self", name.span())
    } else {
        name.clone()
    };
    let mutable = parameter.mutability.map(|span| quote_spanned!(span=> mut));
    let quiet = name.to_string().starts_with('_').then(
        || quote!(#[allow(clippy::used_underscore_binding, clippy::no_effect_underscore_binding)]),
    );
    quote!(#(#attributes)* #quiet let #mutable #name = #given; #used)
}
