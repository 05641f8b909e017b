//! Yield points, delegation, and regions that catch.

use super::{Builder, Destination, Frame, FrameKind, lending};
use crate::ir::{BlockId, Exit, LocalId, MatchArm, Role};
use crate::syntax::generated;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Block, Expr, Pat, Stmt, parse_quote, parse_quote_spanned};

/// What a delegate may answer.
#[derive(Clone)]
struct Answer {
    /// What the arm binds.
    local: LocalId,
    arm: MatchArm,
}

impl Builder<'_> {
    /// Suspends with `value`; what follows is written into the resume block.
    pub(super) fn suspend(&mut self, value: &Expr, marker: Span) {
        let yields = self.names.yields.clone();
        let value = self.operand_of_type(value, &yields);
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
        // Lints compare names of three letters and more with the user's.
        let [sent, stop] = ["it", "by"].map(|name| Ident::new(name, marker));
        let stopped = generated::variable(stop.clone());
        let below = |names: &[&str]| generated::below(&private, names, marker);
        let (receive, left) = if self.region().is_some() {
            ("receive_or_interrupt", self.raise_interrupt(&stopped))
        } else {
            let err = generated::below(&private, &["Err"], Span::call_site());
            let answer = generated::call(err, [stopped], Span::call_site());
            ("receive", crate::ir::finish_call(&answer))
        };
        let input = generated::borrowed(generated::variable(input), marker);
        let arms = [
            (
                below(&["ControlFlow", "Continue"]),
                sent.clone(),
                generated::variable(sent),
            ),
            (below(&["ControlFlow", "Break"]), stop, left),
        ];
        generated::matched(
            generated::call(below(&[receive]), [input], marker),
            arms,
            marker,
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
        let scope = self.open(false);
        let operand = self.operand(operand);
        let lent = lending::lent(&operand, &self.body.locals);
        let delegate = lent.unwrap_or_else(|| self.hidden("delegate", marker));
        let tag = self.mention(delegate);
        let wrapped = generated::delegate(&private, &operand, marker);
        self.code(match lent {
            None => parse_quote_spanned!(marker=> let mut #tag = #wrapped;),
            Some(_) => parse_quote_spanned!(operand.span()=> #private::lent_delegate(#wrapped);),
        });
        let first = first.map(|first| self.operand(first));
        let (sent, throws) = (&self.names.resume, &self.names.throws);
        let at_marker = generated::path_at(&private, marker);
        let delegating: syn::Path =
            parse_quote_spanned!(marker=> #at_marker::Delegate::<#sent, #throws>);
        self.body.delegates = true;
        let resume = self.block(Role::Delegate);
        self.body.blocks[resume.0].marker = Some(marker);
        // What follows begins after the delegate's scope has closed.
        self.scopes.pop();
        let after = self.block(Role::After);
        self.scopes.push(scope);
        match first {
            None => self.goto(resume),
            Some(first) => {
                let reached: Expr = match lent {
                    None => parse_quote_spanned!(marker=> &mut #tag),
                    Some(_) => parse_quote_spanned!(marker=> &mut #wrapped),
                };
                let entered =
                    parse_quote_spanned!(marker=> #delegating::enter_with(#reached, #first));
                let ends = self.entered(entered, resume, marker);
                self.ended(ends, after, to);
            }
        }
        self.current = Some(resume);
        let ends = self.ends(marker, |ended| ended);
        self.exit(Exit::Delegate {
            delegate,
            lent: lent.is_some(),
            call: parse_quote_spanned!(marker=> #delegating::forward),
            resume,
            arms: ends.clone().map(|answer| answer.arm).into(),
            marker,
        });
        self.ended(ends, after, to);
        self.scopes.pop();
        self.current = Some(after);
    }

    /// A delegate is entered with a value, and yields what it answers. Out: the arms in which it has ended.
    fn entered(&mut self, entered: Expr, resume: BlockId, marker: Span) -> [Answer; 2] {
        let private = self.names.private.clone();
        let yields = self.answer("yielded", marker, |tag| quote!(#private::Ok(#tag)));
        let ends = self.ends(marker, |ended| quote!(#private::Err(#ended)));
        let arms = [yields.clone()].into_iter().chain(ends.clone());
        self.exit(Exit::Match {
            scrutinee: entered,
            arms: arms.map(|answer| answer.arm).collect(),
            span: Span::mixed_site().located_at(marker),
        });
        self.within(yields, |build, value| {
            build.exit(Exit::Yield {
                value,
                resume,
                marker,
            });
        });
        ends
    }

    /// One answer of a delegate, as an arm that binds what it says.
    fn answer(
        &mut self,
        name: &str,
        marker: Span,
        says: impl FnOnce(&Expr) -> TokenStream,
    ) -> Answer {
        let local = self.hidden(name, marker);
        let pattern = pattern(says(&self.mention(local)));
        let target = self.block(Role::Arm);
        let arm = MatchArm::unguarded((pattern, target));
        Answer { local, arm }
    }

    /// The ways in which a delegate ends: it returned, or something is raised.
    fn ends(&mut self, marker: Span, says: impl Fn(TokenStream) -> TokenStream) -> [Answer; 2] {
        let private = self.names.private.clone();
        [("returned", "Returned"), ("interrupt", "Interrupted")].map(|(name, variant)| {
            let variant = generated::name(variant);
            let ended = |tag: &Expr| says(quote!(#private::Ended::#variant(#tag)));
            self.answer(name, marker, ended)
        })
    }

    /// Writes what happens when a delegate has ended.
    fn ended(&mut self, [returned, interrupt]: [Answer; 2], after: BlockId, to: Destination) {
        self.within(returned, |build, value| {
            build.store(value, to);
            if build.current.is_some() {
                build.goto(after);
            }
        });
        self.within(interrupt, |build, interrupt| {
            let raised = build.raise_interrupt(&interrupt);
            build.code(Stmt::Expr(raised, Some(Default::default())));
            build.exit(Exit::Diverge);
        });
    }

    /// Writes the block of an answer: the scope of what it says.
    fn within(&mut self, answer: Answer, write: impl FnOnce(&mut Self, Expr)) {
        self.current = Some(answer.arm.target);
        let scope = self.open(true);
        self.body.locals.get_mut(answer.local).scope = Some(scope);
        let says = self.mention(answer.local);
        write(self, says);
        self.scopes.pop();
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
pub(super) fn pattern(tokens: TokenStream) -> Pat {
    match syn::parse::Parser::parse2(Pat::parse_single, tokens) {
        Ok(pattern) => pattern,
        Err(error) => unreachable!("generated patterns parse: {error}"),
    }
}
