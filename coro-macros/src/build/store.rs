//! Where the value of verbatim code goes.

use super::{Builder, Destination, stmt};
use crate::ir::{Exit, Origin};
use crate::syntax::operators::is_compound;
use crate::syntax::{attributes, hidden};
use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, Stmt, parse_quote, parse_quote_spanned};

impl Builder<'_> {
    /// Puts the value of verbatim code where it goes.
    pub(super) fn store(&mut self, mut value: Expr, to: Destination) {
        if is_empty(&value) && to.ignores() {
            return;
        }
        let diverges = crate::ir::diverges(&value);
        match to {
            Destination::Discard => self.code(Stmt::Expr(value, Some(Default::default()))),
            Destination::Nothing => self.code(nothing(value)),
            Destination::Local(id) => {
                let local = self.mention(id);
                let attributes = attributes::taken_off(&mut value);
                let known = self.body.locals.get(id);
                // An operand that comes out of a block is lent on, as by a function.
                let unique = self
                    .body
                    .locals
                    .of_expr(&value)
                    .filter(|of| self.body.locals.get(*of).unique);
                if known.origin == Origin::Hidden && unique.is_some() {
                    value = parse_quote!(&mut *#value);
                }
                let never = known.origin == Origin::Hidden && known.name == stmt::NEVER;
                let hides = hidden::may_have_left(&value);
                let stored: Stmt = match attributes.is_empty() {
                    true => parse_quote!(#local = #value;),
                    // Of an assignment they would be those of the place.
                    false => parse_quote!(#(#attributes)* { #local = #value; }),
                };
                self.code(match never || hides {
                    // It is only there for its type, or it may leave.
                    true => parse_quote!(
                        #[allow(unreachable_code, clippy::diverging_sub_expression)]
                        { #stored }
                    ),
                    false => stored,
                });
            }
            Destination::Return => {
                let span = value
                    .to_token_stream()
                    .into_iter()
                    .next()
                    .map_or_else(Span::call_site, |t| t.span());
                self.exit(Exit::Return(value, span));
            }
        }
        if diverges {
            self.exit(Exit::Diverge);
        }
    }
}

/// The statement of an expression that has to be `()`.
fn nothing(value: Expr) -> Stmt {
    match value {
        Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Unsafe(_) | Expr::Loop(_) => {
            Stmt::Expr(value, None)
        }
        // What they do is a statement by itself.
        Expr::While(_) | Expr::ForLoop(_) | Expr::Assign(_) | Expr::Macro(_) => {
            Stmt::Expr(value, Some(Default::default()))
        }
        Expr::Binary(binary) if is_compound(binary.op) => {
            Stmt::Expr(Expr::Binary(binary), Some(Default::default()))
        }
        value if crate::ir::diverges(&value) => Stmt::Expr(value, Some(Default::default())),
        mut value => {
            let attributes = attributes::taken_off(&mut value);
            let site = Span::mixed_site().located_at(value.span());
            parse_quote_spanned!(site=> #(#attributes)* let _: () = #value;)
        }
    }
}

/// `{}`, the body of an arm that does nothing.
fn is_empty(value: &Expr) -> bool {
    match value {
        Expr::Block(block) => block.label.is_none() && block.block.stmts.is_empty(),
        Expr::Tuple(tuple) => tuple.elems.is_empty(),
        _ => false,
    }
}
