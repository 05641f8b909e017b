//! Where the patterns stand: in a `let`, a condition, an arm, or the head of a `for`; and what becomes of them there.

use super::{Hold, Named};
use crate::flow::patterns;
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Pat, Stmt, parse_quote};

impl Hold<'_> {
    fn statement(&mut self, stmt: Stmt, out: &mut Vec<Stmt>) {
        let Stmt::Local(mut local) = stmt else {
            return out.push(stmt);
        };
        let Some(init) = local.init.as_mut().filter(|init| self.is_place(&init.expr)) else {
            return out.push(Stmt::Local(local));
        };
        if !self.is_site_at(&init.expr, &local.pat) {
            return out.push(Stmt::Local(local));
        }
        let place = (*init.expr).clone();
        let mut taken = self.taken(&place, patterns::untyped(&local.pat));
        if let Some(Stmt::Local(taken)) = taken.first_mut() {
            taken.attrs.clone_from(&local.attrs);
        }
        // A `match` takes no type.
        if let Pat::Type(typed) = &local.pat {
            let ty = &typed.ty;
            out.push(parse_quote!(let _: &#ty = &#place;));
        }
        if init.diverge.is_some() {
            local.pat = patterns::unbound(&local.pat);
            out.push(Stmt::Local(local));
        }
        out.append(&mut taken);
    }

    /// `if let` and `while let`: what is bound is bound where `body` begins.
    fn condition(&mut self, condition: &mut Expr, body: &mut Block) {
        let Expr::Let(matched) = condition else {
            return;
        };
        if self.is_place(&matched.expr) && self.is_site_at(&matched.expr, &matched.pat) {
            let taken = self.taken(&matched.expr, &matched.pat);
            *matched.pat = patterns::unbound(&matched.pat);
            body.stmts.splice(0..0, taken);
        }
    }

    fn arms(&mut self, matched: &mut syn::ExprMatch) {
        let place = (*matched.expr).clone();
        for arm in &mut matched.arms {
            let bound = patterns::bound(&arm.pat, self.locals);
            let guard = arm.guard.as_ref().map(|(_, guard)| guard.to_token_stream());
            let asks = guard.is_some_and(|guard| {
                let mentioned = self.locals.spelled_in(guard);
                mentioned.iter().any(|local| bound.contains(local))
            });
            if !self.is_site_at(&place, &arm.pat) {
                continue;
            }
            let body = &arm.body;
            if !asks {
                let taken = self.taken(&place, &arm.pat);
                arm.pat = patterns::unbound(&arm.pat);
                *arm.body = parse_quote!({ #(#taken)* #body });
            } else if let [_] = *patterns::cases(&arm.pat)
                && let Some(Named { cases, left, held }) = self.all_named(&place, &arm.pat)
            {
                *arm.body = parse_quote!({ #(#held = #left;)* #body });
                cases.into_iter().for_each(|case| arm.pat = case.pattern);
            }
        }
    }

    fn item(&mut self, cycle: &mut syn::ExprForLoop) {
        if !self.is_site(&cycle.pat) {
            return;
        }
        let (name, whole) = self.named(cycle.for_token.span);
        let taken = self.taken(&whole, &cycle.pat);
        *cycle.pat = parse_quote!(#name);
        cycle.body.stmts.splice(0..0, taken);
    }
}

impl VisitMut for Hold<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        let stmts = std::mem::take(&mut block.stmts);
        for stmt in stmts {
            self.statement(stmt, &mut block.stmts);
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Some(named) = self.with_name(expr) {
            *expr = named;
        }
        visit_mut::visit_expr_mut(self, expr);
        match expr {
            Expr::If(branch) => self.condition(&mut branch.cond, &mut branch.then_branch),
            Expr::While(cycle) => self.condition(&mut cycle.cond, &mut cycle.body),
            Expr::Match(matched) if self.is_place(&matched.expr) => self.arms(matched),
            Expr::ForLoop(cycle) => self.item(cycle),
            Expr::Struct(structure) => {
                if let Some(held) = self.with_base(structure) {
                    *expr = held;
                }
            }
            _ => {}
        }
    }

    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
