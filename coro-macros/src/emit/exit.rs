//! How a block ends: the way to the next, or the step's answer.

use super::Emitter;
use super::printer::Printer;
use crate::ir::{BlockId, Exit, MatchArm};
use crate::syntax::{delimiters, generated};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Expr;

impl Emitter<'_> {
    /// A block printed inside its predecessor, or the jump to a state.
    fn target(&self, from: BlockId, target: BlockId) -> TokenStream {
        if self.layout.states[target.0].is_some() {
            return self.jump(from, target);
        }
        let mut printer = Printer::new(self, target, self.body.block(target));
        printer.print();
        printer.finish()
    }

    pub(super) fn exit(&self, id: BlockId, exit: &Exit) -> TokenStream {
        match exit {
            // Control falls out of the branch.
            Exit::Goto(target) if self.body.block(*target).joins.is_some() => TokenStream::new(),
            Exit::Goto(target) => self.target(id, *target),
            Exit::Branch {
                condition,
                then,
                otherwise,
            } => {
                let supposed = self.supposed_by(condition);
                let mut condition = self.verbatim_expr(condition);
                self.quiet_condition(&mut condition);
                let parts = self.parted_by(&mut condition);
                let (then, otherwise) = (self.target(id, *then), self.target(id, *otherwise));
                quote!(#supposed if #condition { #parts #then } else { #otherwise })
            }
            Exit::Match {
                scrutinee,
                arms,
                span,
            } => self.matched(id, (scrutinee, arms), *span),
            Exit::Yield {
                value,
                resume,
                marker,
            } => {
                let supposed = self.supposed_of_yield(id);
                let suspended = self.suspend(id, value, *resume, *marker);
                quote!(#supposed #suspended)
            }
            Exit::Delegate { arms, .. } => {
                let arms = arms.iter().map(|arm| {
                    let (pattern, body) = (&arm.pattern, self.target(id, arm.target));
                    quote!(#pattern => { #body })
                });
                let ended = generated::name("ended");
                quote!(match #ended { #(#arms)* })
            }
            Exit::Return(value, _) if crate::ir::diverges(value) => {
                let value = self.verbatim_expr(value);
                quote!(#value;)
            }
            Exit::Return(value, span) => {
                let value = self.verbatim_expr(value);
                match self.returned(&value, *span) {
                    Expr::Block(block) => {
                        let statements = &block.block.stmts;
                        quote!(#(#statements)*)
                    }
                    returned => quote!(#returned;),
                }
            }
            Exit::Diverge => TokenStream::new(),
        }
    }

    fn matched(
        &self,
        id: BlockId,
        (scrutinee, arms): (&Expr, &[MatchArm]),
        span: Span,
    ) -> TokenStream {
        let supposed = self.supposed_of(arms.iter().map(|arm| &arm.pattern));
        let mut scrutinee = self.verbatim_expr(scrutinee);
        delimiters::stand_in_head(&mut scrutinee);
        let arms = arms.iter().map(|arm| {
            let mut pattern = self.quiet_pattern(arm.pattern.clone());
            let user = &arm.guard;
            let used = self.body.locals.spelled_in(quote!(#user));
            let guard = user.as_ref().map(|guard| {
                let guard = self.verbatim_expr(guard);
                quote!(if #guard)
            });
            let parts = self.parted(&mut pattern, &used);
            let body = self.target(id, arm.target);
            quote!(#pattern #guard => { #parts #body })
        });
        quote_spanned!(span=> #supposed match #scrutinee { #(#arms)* })
    }

    fn suspend(&self, id: BlockId, value: &Expr, resume: BlockId, marker: Span) -> TokenStream {
        let diverges = crate::ir::diverges(value);
        let value = self.verbatim_expr(value);
        if diverges {
            return quote!(#value;);
        }
        let state = self.suspension(id, resume, marker);
        self.hand_out(&value.into_token_stream(), &state, marker)
    }

    /// Hands `value` out, once `suspended` has seen to the state.
    pub(super) fn hand_out(
        &self,
        value: &TokenStream,
        suspended: &TokenStream,
        marker: Span,
    ) -> TokenStream {
        let (private, yields) = (self.private, &self.yields);
        let (out, leave) = (self.names.out(marker), self.leave(marker));
        quote_spanned! {marker=>
            let #out: #yields = #value;
            #suspended
            #leave #private::Ok(#out);
        }
    }
}
