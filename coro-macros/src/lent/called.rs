//! Delegates that a function makes of a `&mut` that is lent to it.
//!
//! In: the graph and its layout. Out: the delegates that a suspended state keeps beside a `&mut` that the call which makes them is given by
//! its name: `yield_from!(term(tokens))`, or a method that calls itself. Whether they borrow through it, the type of the function knows (`emit/called_with.rs`,
//! `coro-core/src/lent_to.rs`).

use crate::bindings::Bindings;
use crate::ir::{Body, LocalId};
use crate::layout::{Form, Layout};
use crate::messages::Holder;
use crate::signpost;
use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, Token, parse_quote_spanned};

/// Such a delegate.
pub(crate) struct Called {
    pub(crate) holder: LocalId,
    /// What is called, by a path.
    pub(crate) function: Expr,
    /// With the receiver.
    pub(crate) arguments: Vec<Expr>,
    /// Which of these is lent.
    pub(crate) lent: usize,
    /// The user's expression.
    pub(crate) operand: Expr,
}

/// How many arguments the question is made for.
const MOST: usize = 4;

/// All such delegates of the body of `own`.
pub(crate) fn called(
    body: &Body,
    layout: &Layout,
    bindings: &Bindings<'_>,
    own: &Ident,
) -> Vec<Called> {
    let mut found: Vec<Called> = Vec::new();
    if !body.delegates {
        return found;
    }
    for state in layout.suspended(body) {
        let live = || state.iter().filter(|kept| kept.form == Form::Live);
        for holder in live().map(|kept| kept.local) {
            if found.iter().any(|called| called.holder == holder) {
                continue;
            }
            let Some((Holder::Delegation, operand)) = signpost::bound(body, bindings, holder)
            else {
                continue;
            };
            let mut owners = live().map(|kept| kept.local);
            let call = owners.find_map(|owner| call((body, own), owner, operand));
            found.extend(call.map(|(function, arguments, lent)| {
                let operand = operand.clone();
                Called {
                    holder,
                    function,
                    arguments,
                    lent,
                    operand,
                }
            }));
        }
    }
    found
}

/// What `operand` calls, with which arguments, if the `owner` is one of them.
fn call(
    (body, own): (&Body, &Ident),
    owner: LocalId,
    operand: &Expr,
) -> Option<(Expr, Vec<Expr>, usize)> {
    let known = body.locals.get(owner);
    if !known.unique {
        return None;
    }
    let is_owner = |e: &Expr| body.locals.of_expr(e) == Some(owner);
    match operand {
        Expr::Paren(inner) => call((body, own), owner, &inner.expr),
        Expr::Call(made) => {
            let Expr::Path(function) = &*made.func else {
                return None;
            };
            // A constructor takes the `&mut` for what it is.
            let name = &function.path.segments.last()?.ident;
            let lent = made.args.iter().position(is_owner)?;
            let constructs = name.to_string().starts_with(char::is_uppercase);
            (!constructs && are_simple(&made.args)).then(|| {
                let arguments = made.args.iter().cloned().collect();
                ((*made.func).clone(), arguments, lent)
            })
        }
        // Of another method nobody knows by which path it is found.
        Expr::MethodCall(made)
            if is_owner(&made.receiver) && known.receiver && made.method == *own =>
        {
            let (method, turbofish) = (&made.method, &made.turbofish);
            let function = parse_quote_spanned!(method.span()=> Self::#method #turbofish);
            let arguments = std::iter::once(&*made.receiver).chain(&made.args).cloned();
            are_simple(&made.args).then(|| (function, arguments.collect(), 0))
        }
        _ => None,
    }
}

/// Whether the arguments can be written once more, where no code runs: they leave nothing, and have types of their own.
fn are_simple(arguments: &Punctuated<Expr, Token![,]>) -> bool {
    struct Simple(bool);
    impl<'ast> Visit<'ast> for Simple {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            self.0 &= matches!(
                expr,
                Expr::Path(_)
                    | Expr::Lit(_)
                    | Expr::Field(_)
                    | Expr::Reference(_)
                    | Expr::Unary(_)
                    | Expr::Binary(_)
                    | Expr::Cast(_)
                    | Expr::Paren(_)
                    | Expr::Tuple(_)
                    | Expr::Index(_)
                    | Expr::Call(_)
                    | Expr::MethodCall(_)
            );
            visit::visit_expr(self, expr);
        }
    }
    let mut simple = Simple(arguments.len() <= MOST);
    arguments
        .iter()
        .for_each(|argument| simple.visit_expr(argument));
    simple.0
}
