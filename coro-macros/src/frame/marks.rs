//! Markers become awaits, regions labelled blocks.

use crate::syntax::markers::{self, Marker};
use crate::syntax::{Protocol, diverge, generated, types};
use proc_macro2::{Ident, Span};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprCall, Lifetime, Path, Stmt, Type, parse_quote, parse_quote_spanned};

/// Replaces the markers.
pub(super) struct Marks<'a> {
    private: &'a Path,
    pub(super) channel: Ident,
    resume: Type,
    throws: Type,
    /// The regions around the code, innermost last.
    regions: Vec<Region>,
    numbered: usize,
    /// Whether anything is delegated to.
    pub(super) delegates: bool,
}

/// A `co_try!`.
struct Region {
    label: Lifetime,
    /// Whether anything in it may raise.
    left: bool,
}

/// `future.await()` would be a call of a method.
fn apart_from_its_call(expr: &mut Expr) {
    if let Expr::Call(call) = expr
        && let Expr::Await(awaited) = &*call.func
    {
        let awaited = awaited.clone();
        *call.func = parse_quote!((#awaited));
    }
}

fn never_returns(call: &ExprCall) -> bool {
    matches!(markers::marker(call), Some((Marker::Raise, _)))
}

fn has_a_guard_that_suspends(matched: &syn::ExprMatch) -> bool {
    let mut guards = matched.arms.iter().filter_map(|arm| arm.guard.as_ref());
    guards.any(|(_, guard)| markers::suspends(guard))
}

/// An element that is matched, behind a reference: rustc keeps no index of an array or a slice across an await, and what it looks at
/// behind a guard that yields is then not what it looked at before.
fn stands(place: &mut Expr, unique: bool) {
    match place {
        Expr::Field(field) => stands(&mut field.base, unique),
        Expr::Paren(inner) => stands(&mut inner.expr, unique),
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => {
            stands(&mut unary.expr, unique);
        }
        Expr::Index(_) if unique => *place = parse_quote!((*&mut #place)),
        Expr::Index(_) => *place = parse_quote!((*&#place)),
        _ => {}
    }
}

/// Whether a pattern says `ref mut`.
fn borrows_uniquely(pattern: &syn::Pat) -> bool {
    struct Unique(bool);
    impl<'ast> Visit<'ast> for Unique {
        fn visit_pat_ident(&mut self, name: &'ast syn::PatIdent) {
            self.0 |= name.by_ref.is_some() && name.mutability.is_some();
            visit::visit_pat_ident(self, name);
        }
    }
    let mut unique = Unique(false);
    unique.visit_pat(pattern);
    unique.0
}

impl VisitMut for Marks<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let Some((marker, span, call)) = markers::marker_of(expr) else {
            match expr {
                Expr::Index(index) => self.flat(index),
                Expr::Match(matched) if has_a_guard_that_suspends(matched) => {
                    let unique = matched.arms.iter().any(|arm| borrows_uniquely(&arm.pat));
                    stands(&mut matched.expr, unique);
                }
                _ => {}
            }
            visit_mut::visit_expr_mut(self, expr);
            return apart_from_its_call(expr);
        };
        let mut call = call.clone();
        if let (Marker::Try, Expr::Block(inner)) = (marker, &mut call.args[0]) {
            *expr = self.region(&mut inner.block, span);
            return;
        }
        for operand in &mut call.args {
            self.visit_expr_mut(operand);
        }
        *expr = match marker {
            Marker::Yield => self.suspend(&call.args[0], span),
            Marker::YieldFrom => self.delegate(&call, span),
            Marker::Raise => self.raise(&call.args[0], span),
            Marker::Try | Marker::Split | Marker::Extend => {
                unreachable!("a region is above; the others are made by `resolve` and `build`")
            }
        };
    }

    // A value that is sent and not used is no result of a call.
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        let yields = matches!(stmt, Stmt::Expr(expr, Some(_))
            if matches!(markers::marker_of(expr), Some((Marker::Yield, ..))));
        visit_mut::visit_stmt_mut(self, stmt);
        if let (true, Stmt::Expr(Expr::Await(awaited), _)) = (yields, stmt) {
            awaited.attrs.push(parse_quote!(#[allow(unused_results)]));
        }
    }

    // A marker in an item is of another body.
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

impl<'a> Marks<'a> {
    pub(super) fn new(private: &'a Path, protocol: &Protocol) -> Self {
        Self {
            private,
            channel: generated::name("channel"),
            resume: protocol.resume.clone(),
            throws: protocol.throws.clone(),
            regions: Vec::new(),
            numbered: 0,
            delegates: false,
        }
    }

    /// An element of an element, by an index that yields: the claim that the first is no array's.
    fn flat(&self, index: &mut syn::ExprIndex) {
        let Some(base) = indexed(&index.expr).filter(|base| !markers::suspends(base)) else {
            return;
        };
        if !markers::suspends(&index.index) {
            return;
        }
        let (private, place) = (self.private, &index.index);
        let span = place.span();
        let at = generated::path_at(private, span);
        // No code of the user's sees the name but its own index, which names no such thing.
        let (asked, base) = (Ident::new("__coro_nested", span), base.clone());
        let question: syn::Stmt = parse_quote!(let #asked = {
            use #private::{NestedArrays as _, NestedOthers as _};
            #private::taken!((&&#private::nested(&#base)).coro_nested())
        };);
        *index.index = parse_quote_spanned!(span=> { #question #at::flat(&#asked); #place });
    }

    /// The label to leave the innermost region by.
    fn leaves(&mut self) -> Option<Lifetime> {
        let region = self.regions.last_mut()?;
        region.left = true;
        Some(region.label.clone())
    }

    /// `co_yield!(value)`.
    fn suspend(&mut self, value: &Expr, span: Span) -> Expr {
        let left = self.leaves();
        let (private, channel) = (self.private, &self.channel);
        let at = generated::path_at(private, span);
        let Some(region) = left else {
            let unit = types::is_unit(&self.resume);
            let suspend = Ident::new(if unit { "pause" } else { "suspend" }, span);
            // What is wrong with what is sent is wrong at the marker: it has to begin and end there.
            return parse_quote_spanned!(span=>
                #at::#suspend(&#channel, #value, #at::here()).await
            );
        };
        // No code of the user's sees the name.
        let (sent, stop) = (Ident::new("it", span), generated::name("stop"));
        parse_quote_spanned!(span=>
            (match #private::received(#channel.exchange(#value, #at::here()).await) {
                #private::ControlFlow::Continue(#sent) => #sent,
                #private::ControlFlow::Break(#stop) => break #region #private::Err(#stop),
            })
        )
    }

    /// `co_raise!(value)`.
    fn raise(&mut self, value: &Expr, span: Span) -> Expr {
        let (private, throws) = (self.private, &self.throws);
        let interrupt: Expr = parse_quote_spanned!(span=>
            #private::core::convert::Into::<#private::Interrupt<#throws>>::into(#value)
        );
        self.leave(&interrupt, span)
    }

    /// Raises an interrupt: of the type `!`.
    fn leave(&mut self, interrupt: &Expr, span: Span) -> Expr {
        let left = self.leaves();
        let (private, channel) = (self.private, &self.channel);
        // Of this crate's making, so that lints on diverging code pass over it.
        let site = Span::mixed_site().located_at(span);
        match left {
            Some(region) => parse_quote_spanned!(site=> break #region #private::Err(#interrupt)),
            None => parse_quote_spanned!(site=> (match #channel.raise(#interrupt).await {})),
        }
    }

    /// `co_try!({ block })`.
    fn region(&mut self, block: &mut Block, span: Span) -> Expr {
        let ends = !diverge::block(block, never_returns);
        self.numbered += 1;
        let (number, site) = (self.numbered, Span::mixed_site().located_at(span));
        let [label, inner] =
            ["region", "block"].map(|name| Lifetime::new(&format!("'_{name}{number}"), site));
        self.regions.push(Region {
            label: label.clone(),
            left: false,
        });
        self.visit_block_mut(block);
        let left = self.regions.pop().is_some_and(|region| region.left);
        let (private, throws) = (self.private, &self.throws);
        // Where control never comes to a value, the call is not the user's: a lint would say that it is not reached.
        let tail = block.stmts.last();
        let valued = ends
            || matches!(tail, Some(Stmt::Expr(tail, None)) if !diverge::expr(tail, never_returns));
        let at = if ends { span } else { site };
        if valued {
            return parse_quote_spanned!(at=>
                (#label: {
                    #private::Result::<_, #private::Interrupt<#throws>>::Ok(#inner: #block)
                })
            );
        }
        // A block that never ends has the type of a loop, for want of another.
        let outcome: Expr = parse_quote_spanned!(site=>
            #private::diverging::<_, #private::Interrupt<#throws>>(#label: #block, || loop {})
        );
        match left {
            true => outcome,
            // Nothing comes of it at all.
            false => parse_quote_spanned!(site=> ({
                #[allow(unreachable_code)]
                let outcome = #outcome;
                outcome
            })),
        }
    }

    /// `yield_from!(operand)` or `yield_from!(operand, first)`.
    fn delegate(&mut self, call: &ExprCall, span: Span) -> Expr {
        self.delegates = true;
        let site = Span::mixed_site().located_at(span);
        let [operand, delegate, answer, value, interrupt] =
            ["operand", "delegate", "answer", "value", "interrupt"]
                .map(|name| Ident::new(name, site));
        let raised = self.leave(&parse_quote_spanned!(site=> #interrupt), span);
        let (private, channel) = (self.private, &self.channel);
        let (resume, throws) = (&self.resume, &self.throws);
        let at = generated::path_at(private, span);
        let given = &call.args[0];
        let delegating: Path = parse_quote_spanned!(span=> #at::Delegate::<#resume, #throws>);
        let entered: Expr = match call.args.get(1) {
            Some(first) => parse_quote_spanned!(span=>
                #delegating::enter_with(&mut #delegate, #first)
            ),
            None => parse_quote_spanned!(span=>
                #delegating::proceed(
                    &mut #delegate,
                    #private::Handed::First((&&#channel.first()).coro_first())
                )
            ),
        };
        // No code of the user's sees these names.
        let [own, returned] = ["operand", "returned"].map(|name| Ident::new(name, span));
        let wrapped: Expr = parse_quote_spanned!(span=> {
            let #own = #operand;
            (&&&&&&#channel.kind(&#own, &#channel.outlet())).coro_choose().wrap(#own)
        });
        let forwarded: Expr = parse_quote_spanned!(span=>
            #delegating::proceed(
                &mut #delegate,
                #private::Handed::On(#channel.exchange(#value, #at::here()).await)
            )
        );
        // The operand's temporaries live as long as the delegate.
        parse_quote_spanned!(site=>
            (match #given {
                #operand => {
                    let mut #delegate = #wrapped;
                    let mut #answer = #entered;
                    loop {
                        match #answer {
                            #private::Ok(#value) => #answer = #forwarded,
                            #private::Err(#private::Ended::Returned(#returned)) => break #returned,
                            #private::Err(#private::Ended::Interrupted(#interrupt)) => #raised,
                        }
                    }
                }
            })
        )
    }
}

/// What an element is indexed of, behind its fields.
fn indexed(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Paren(inner) => indexed(&inner.expr),
        Expr::Field(field) => indexed(&field.base),
        Expr::Index(index) => Some(&index.expr),
        _ => None,
    }
}
