//! Names and paths of generated code, and its most frequent shapes: these are built and not parsed, for each yield has
//! some of them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Expr, Path, token};

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

/// A variable.
pub(crate) fn variable(name: Ident) -> Expr {
    path(name.into())
}

fn path(path: Path) -> Expr {
    Expr::Path(syn::ExprPath {
        attrs: Vec::new(),
        qself: None,
        path,
    })
}

/// `function(arguments)`.
pub(crate) fn call(
    function: impl Into<Path>,
    arguments: impl IntoIterator<Item = Expr>,
    span: Span,
) -> Expr {
    Expr::Call(syn::ExprCall {
        attrs: Vec::new(),
        func: Box::new(path(function.into())),
        paren_token: token::Paren(span),
        args: separated(arguments, span),
    })
}

fn separated<T>(items: impl IntoIterator<Item = T>, span: Span) -> Punctuated<T, token::Comma> {
    let mut separated = Punctuated::new();
    for item in items {
        if !separated.is_empty() {
            separated.push_punct(token::Comma(span));
        }
        separated.push_value(item);
    }
    separated
}

/// `&mut variable`.
pub(crate) fn borrowed(variable: Expr, span: Span) -> Expr {
    Expr::Reference(syn::ExprReference {
        attrs: Vec::new(),
        and_token: token::And(span),
        mutability: Some(token::Mut(span)),
        expr: Box::new(variable),
    })
}

/// `base::names`.
pub(crate) fn below(base: &Path, names: &[&str], span: Span) -> Path {
    let mut path = base.clone();
    for name in names {
        path.segments.push_punct(token::PathSep(span));
        path.segments.push_value(Ident::new(name, span).into());
    }
    path
}

/// `return value`.
pub(crate) fn returns(value: Expr, span: Span) -> Expr {
    Expr::Return(syn::ExprReturn {
        attrs: Vec::new(),
        return_token: token::Return(span),
        expr: Some(Box::new(value)),
    })
}

/// `break 'label value`.
pub(crate) fn breaks(label: syn::Lifetime, value: Expr, span: Span) -> Expr {
    Expr::Break(syn::ExprBreak {
        attrs: Vec::new(),
        break_token: token::Break(span),
        label: Some(label),
        expr: Some(Box::new(value)),
    })
}

/// `match scrutinee { variant(name) => body, .. }`.
pub(crate) fn matched(scrutinee: Expr, arms: [(Path, Ident, Expr); 2], span: Span) -> Expr {
    let arms = arms.map(|(variant, name, body)| syn::Arm {
        attrs: Vec::new(),
        pat: syn::Pat::TupleStruct(syn::PatTupleStruct {
            attrs: Vec::new(),
            qself: None,
            path: variant,
            paren_token: token::Paren(span),
            elems: separated([bound(name)], span),
        }),
        guard: None,
        fat_arrow_token: token::FatArrow(span),
        body: Box::new(body),
        comma: Some(token::Comma(span)),
    });
    Expr::Match(syn::ExprMatch {
        attrs: Vec::new(),
        match_token: token::Match(span),
        expr: Box::new(scrutinee),
        brace_token: token::Brace(span),
        arms: arms.into(),
    })
}

fn bound(name: Ident) -> syn::Pat {
    syn::Pat::Ident(syn::PatIdent {
        attrs: Vec::new(),
        by_ref: None,
        mutability: None,
        ident: name,
        subpat: None,
    })
}

/// The traits by which an operand of `yield_from!` chooses what kind of delegate it is.
pub(crate) fn delegation(private: &Path) -> TokenStream {
    quote! {
        use #private::{
            ChooseCoroutine as _, ChooseIterator as _, ChooseNothing as _,
            ChooseOtherItem as _, ChooseOtherThrow as _, ChooseOtherYield as _,
            Delegate as _, FirstOther as _, FirstUnit as _,
        };
    }
}

/// The operand of a `yield_from!` as a delegate, by its type. What is wrong with it is wrong at the marker.
pub(crate) fn delegate(private: &Path, operand: &Expr, marker: Span) -> Expr {
    let [input, outlet] = ["input", "outlet"].map(name);
    let value = Ident::new("operand", marker);
    syn::parse_quote_spanned!(marker=> {
        let #value = #operand;
        (&&&&&&#private::kind(&#value, &#input, &#outlet)).coro_choose().wrap(#value)
    })
}
