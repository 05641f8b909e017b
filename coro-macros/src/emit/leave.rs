//! How the step is left.
//!
//! By `return`, as a rule. Where a macro of the user's may hide a `return` or a `?`, which has to be one of the user's
//! function, the step runs in an async block of that function's result, and is left by a `break` out of its loop: what it is left with is put
//! beside the block, which then ends pending (`coro-core/src/once.rs`).

use super::Emitter;
use super::verbatim::calls_a_function;
use crate::ir::{BlockId, Step};
use crate::syntax::{generated, hidden};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, Stmt, Type};

impl Emitter<'_> {
    /// The words ahead of the answer with which the step is left.
    pub(super) fn leave(&self, span: Span) -> TokenStream {
        let label = self.outermost();
        match self.hidden {
            true => quote_spanned!(span=> break #label),
            false => quote_spanned!(span=> return),
        }
    }

    /// The step is left with `answer`.
    pub(super) fn leaves(&self, answer: Expr, span: Span) -> Expr {
        match self.hidden {
            true => generated::breaks(self.outermost(), answer, span),
            false => generated::returns(answer, span),
        }
    }

    /// Generated code behind the user's, which may always have left by then.
    pub(super) fn reached(&self, block: BlockId, code: TokenStream) -> TokenStream {
        match self.hidden || self.may_have_left(block) {
            true => quote!(#[allow(unreachable_code)] { #code };),
            false => code,
        }
    }

    /// Whether the last that the user's code does in a block may never end: it calls a function, or a macro that may leave.
    pub(super) fn may_have_left(&self, block: BlockId) -> bool {
        let steps = self.body.block(block).steps.iter().rev();
        let mut code = steps.filter_map(|step| match step {
            Step::Code(stmt) => Some(stmt),
            Step::Declare(_) | Step::Open(_) | Step::Close(_) => None,
        });
        match code.next() {
            Some(Stmt::Expr(value, _)) => calls_a_function(value) || hidden::may_have_left(value),
            Some(Stmt::Macro(mac)) => hidden::may_leave(&mac.mac),
            _ => false,
        }
    }

    /// The step that does what `run` does, and that a macro may return from.
    pub(super) fn returning(&self, run: TokenStream, throws: &Type) -> TokenStream {
        if !self.hidden {
            return run;
        }
        let (private, yields, returns) = (self.private, &self.yields, &self.returns);
        let [left, returned] = ["left", "returned"].map(generated::name);
        quote! {
            let mut #left = #private::None;
            let #returned = #private::once(async {
                // What is returned first would say what the type is, and nothing be coerced to it.
                if false {
                    return #private::never::<#returns>();
                }
                #left = #private::Some::<#private::Result<#yields, #private::Stop<#returns, #throws>>>({ #run });
                #private::core::future::pending::<#returns>().await
            });
            #private::answer(#returned, #left)
        }
    }
}
