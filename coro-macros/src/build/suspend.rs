//! Yield points, delegation, and regions that catch.

use super::{Builder, Destination, Frame, FrameKind};
use crate::ir::{Exit, MatchArm, Role};
use crate::syntax::generated;
use proc_macro2::{Ident, Span};
use syn::{Block, Expr, Pat, Stmt, parse_quote, parse_quote_spanned};

impl Builder<'_> {
    /// Suspends with `value`; what follows is written into the resume block.
    pub(super) fn suspend(&mut self, value: &Expr, marker: Span) {
        let value = self.operand(value);
        if self.current.is_none() {
            return;
        }
        let resume = self.block(Role::Yield);
        self.body.blocks[resume.0].marker = Some(marker);
        self.exit(Exit::Yield {
            value,
            resume,
            marker,
        });
        self.current = Some(resume);
    }

    /// The sent value, as verbatim code; thrown and closed are raised.
    pub(super) fn received(&mut self, marker: Span) -> Expr {
        let private = self.names.private.clone();
        let mut input = generated::name("input");
        input.set_span(input.span().located_at(marker));
        // What is wrong with a sent value is wrong at the marker.
        let [sent, stop] = ["sent", "stop"].map(|name| Ident::new(name, marker));
        if self.region().is_some() {
            let raised = self.raise_interrupt(&parse_quote!(#stop));
            return parse_quote_spanned!(marker=>
                match #private::receive_or_interrupt(&mut #input) {
                    #private::ControlFlow::Continue(#sent) => #sent,
                    #private::ControlFlow::Break(#stop) => #raised,
                }
            );
        }
        let finish = crate::ir::finish_call(&parse_quote!(#private::Err(#stop)));
        parse_quote_spanned!(marker=>
            match #private::receive(&mut #input) {
                #private::ControlFlow::Continue(#sent) => #sent,
                #private::ControlFlow::Break(#stop) => #finish,
            }
        )
    }

    /// `co_yield!(value)` whose sent value goes to `to`.
    pub(super) fn yielded(&mut self, value: &Expr, marker: Span, to: Destination) {
        self.suspend(value, marker);
        let received = self.received(marker);
        self.store(received, to);
    }

    /// `yield_from!(operand)` or `yield_from!(operand, first)`.
    pub(super) fn delegate(
        &mut self,
        operand: &Expr,
        first: Option<&Expr>,
        marker: Span,
        to: Destination,
    ) {
        let private = self.names.private.clone();
        let input = generated::name("input");
        let scope = self.open(false);
        let operand = self.operand(operand);
        let delegate = self.hidden("delegate", marker);
        let (tag, value) = (self.mention(delegate), Ident::new("operand", marker));
        self.code(parse_quote_spanned!(marker=>
            let mut #tag = {
                let #value = #operand;
                (&&&&#private::kind(&#value, &#input)).coro_choose().wrap(#value)
            };
        ));
        let first = first.map(|first| self.operand(first));
        let (sent, throws) = (&self.names.resume, &self.names.throws);
        let at_marker = generated::path_at(&private, marker);
        let delegating: syn::Path =
            parse_quote_spanned!(marker=> #at_marker::Delegate::<#sent, #throws>);
        let entered: Expr = match first {
            Some(first) => {
                parse_quote_spanned!(marker=> #delegating::enter_with(&mut #tag, #first))
            }
            None => parse_quote_spanned!(marker=>
                #delegating::enter(&mut #tag, (&&#private::first(&#input)).coro_first())
            ),
        };
        let resume = self.block(Role::Delegate);
        self.body.blocks[resume.0].marker = Some(marker);
        // What follows begins after the delegate's scope has closed.
        self.scopes.pop();
        let after = self.block(Role::After);
        self.scopes.push(scope);
        self.step_delegate(&entered, resume, (after, to), marker);
        self.current = Some(resume);
        let forwarded: Expr = parse_quote_spanned!(marker=>
            #delegating::forward(&mut #tag, #private::take(&mut #input))
        );
        self.step_delegate(&forwarded, resume, (after, to), marker);
        self.scopes.pop();
        self.current = Some(after);
    }

    fn step_delegate(
        &mut self,
        answer: &Expr,
        resume: crate::ir::BlockId,
        (after, to): (crate::ir::BlockId, Destination),
        marker: Span,
    ) {
        let private = self.names.private.clone();
        let yielded = self.hidden("yielded", marker);
        let returned = self.hidden("returned", marker);
        let interrupt = self.hidden("interrupt", marker);
        let arms = [
            (yielded, "Yielded"),
            (returned, "Returned"),
            (interrupt, "Interrupted"),
        ]
        .map(|(local, variant)| {
            let (tag, variant) = (self.mention(local), generated::name(variant));
            let pattern = pattern(quote::quote!(#private::Delegated::#variant(#tag)));
            MatchArm {
                pattern,
                guard: None,
                target: self.block(Role::Arm),
            }
        });
        let targets = [arms[0].target, arms[1].target, arms[2].target];
        let span = Span::mixed_site().located_at(marker);
        self.exit(Exit::Match {
            scrutinee: answer.clone(),
            arms: arms.to_vec(),
            span,
        });
        for (target, local) in targets.into_iter().zip([yielded, returned, interrupt]) {
            self.current = Some(target);
            let scope = self.open(true);
            self.body.locals.get_mut(local).scope = Some(scope);
            let value = self.mention(local);
            if local == yielded {
                self.exit(Exit::Yield {
                    value,
                    resume,
                    marker,
                });
            } else if local == returned {
                self.store(value, to);
                if self.current.is_some() {
                    self.goto(after);
                }
            } else {
                let raised = self.raise_interrupt(&value);
                self.code(Stmt::Expr(raised, Some(Default::default())));
                self.exit(Exit::Diverge);
            }
            self.scopes.pop();
        }
    }

    /// `co_try!({ block })`: its `Result` goes to `to`.
    pub(super) fn region_into(&mut self, block: &Block, marker: Span, to: Destination) {
        let private = self.names.private.clone();
        let outcome = self.numbered("outcome");
        let outcome = self.hidden(&outcome, marker);
        let throws = self.names.throws.clone();
        self.body.locals.get_mut(outcome).ty = Some(parse_quote!(
            #private::Result<_, #private::Interrupt<#throws>>
        ));
        self.step(crate::ir::Step::Declare(outcome));
        let after = self.block(Role::Catch);
        self.frames.push(Frame {
            label: None,
            kind: FrameKind::Region { outcome, after },
        });
        let scope = self.open(false);
        let name = self.numbered("value");
        let value = self.hidden(&name, marker);
        self.step(crate::ir::Step::Declare(value));
        self.block_into(block, Destination::Local(value));
        self.frames.pop();
        let ends = self.current.is_some();
        if ends {
            let value = self.mention(value);
            self.store(
                parse_quote!(#private::Ok(#value)),
                Destination::Local(outcome),
            );
            self.goto(after);
        }
        debug_assert_eq!(self.scopes.last(), Some(&scope));
        self.scopes.pop();
        self.current = Some(after);
        let result = self.mention(outcome);
        // A block that never ends has the type of a loop, for want of another.
        let result = if ends {
            result
        } else {
            parse_quote!(#private::diverging(#result, || loop {}))
        };
        self.store(result, to);
    }
}

/// Generated tokens as a pattern.
pub(super) fn pattern(tokens: proc_macro2::TokenStream) -> Pat {
    match syn::parse::Parser::parse2(Pat::parse_single, tokens) {
        Ok(pattern) => pattern,
        Err(error) => unreachable!("generated patterns parse: {error}"),
    }
}
