//! A tuple that loses a part, taken apart where it is made.
//!
//! In: the resolved body and locals that lose a field by value and are still held after that. Out: the body in which each of them that is
//! made as a tuple, and is only mentioned by its fields, is a local for each field: `let pair = (a, b); drop(pair.0); co_yield!(1);`
//! holds the other. The fields of a tuple are dropped from the first to the last, so they are bound from the last to the first.

use super::Resolved;
use super::fields::{Fields, Replace};
use crate::ir::{LocalId, Locals, Origin};
use proc_macro2::{Ident, Span};
use quote::quote;
use std::collections::HashMap;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Pat, Stmt, Type, parse_quote};

/// Takes apart those of `partial` that can be; the others remain.
pub(crate) fn divide(resolved: &mut Resolved, partial: &[LocalId]) -> Vec<LocalId> {
    let mut whole = Vec::new();
    for local in partial {
        match divided(&resolved.body, &mut resolved.locals, *local) {
            Some(body) => resolved.body = body,
            None => whole.push(*local),
        }
    }
    whole
}

fn divided(body: &Block, locals: &mut Locals, local: LocalId) -> Option<Block> {
    let mut elsewhere = body.clone();
    let mut declaration = Declaration {
        locals,
        local,
        arity: None,
    };
    declaration.visit_block_mut(&mut elsewhere);
    let arity = declaration.arity?;
    let mut mentioned = Fields::default();
    mentioned.collect(quote!(#elsewhere), locals, local);
    if mentioned.wholes != 0 {
        return None;
    }
    // A field that there is none of is rustc's to refuse.
    let exists = |field: &String| field.parse().is_ok_and(|at: usize| at < arity);
    if !mentioned.named.iter().all(exists) {
        return None;
    }
    let known = locals.get(local).clone();
    let mut parts = HashMap::new();
    for at in 0..arity {
        // Of what nothing mentions rustc says nothing, for it did not of the tuple.
        let (mark, span) = match mentioned.named.contains(&at.to_string()) {
            // A name of ours: one of the user's that is called so hides it from none of the mentions.
            true => ("", Span::mixed_site().located_at(known.span)),
            false => ("_", Span::mixed_site()),
        };
        let name = format!("{mark}{}_{at}", known.name.trim_start_matches("r#"));
        // One field that changes is enough for the `mut` of the tuple.
        let mutability = known.mutability.map(|at| Span::mixed_site().located_at(at));
        let part = locals.add(&name, mutability, Origin::User, span);
        locals.get_mut(part).written = Some(format!("{}.{at}", known.name));
        parts.insert(at.to_string(), part);
    }
    let mut body = body.clone();
    let mut declare = Declare {
        locals,
        local,
        parts: &parts,
    };
    declare.visit_block_mut(&mut body);
    let named = |name: &Ident, _: Span| quote!(#name);
    Replace {
        names: &parts,
        locals,
        whole: local,
        written: &named,
    }
    .visit_block_mut(&mut body);
    Some(body)
}

/// The tuple that `stmt` binds `local` to: how many fields it has.
fn arity(stmt: &Stmt, locals: &Locals, local: LocalId) -> Option<usize> {
    let Stmt::Local(made) = stmt else { return None };
    let init = made.init.as_ref().filter(|init| init.diverge.is_none())?;
    let (name, ty) = match &made.pat {
        Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
        name => (name, None),
    };
    let Pat::Ident(name) = name else { return None };
    let this = locals.of_ident(&name.ident) == Some(local);
    if !this || name.by_ref.is_some() || name.subpat.is_some() {
        return None;
    }
    match (ty, &*init.expr) {
        (Some(Type::Tuple(tuple)), _) => Some(tuple.elems.len()),
        (None, Expr::Tuple(tuple)) => Some(tuple.elems.len()),
        _ => None,
    }
}

/// Finds where the tuple is bound, and takes its name from there.
struct Declaration<'a> {
    locals: &'a Locals,
    local: LocalId,
    arity: Option<usize>,
}

impl VisitMut for Declaration<'_> {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let (Some(arity), Stmt::Local(made)) = (arity(stmt, self.locals, self.local), &mut *stmt)
        {
            self.arity = Some(arity);
            made.pat = parse_quote!(_);
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }
}

/// Binds the fields where the tuple was bound.
struct Declare<'a> {
    locals: &'a Locals,
    local: LocalId,
    parts: &'a HashMap<String, LocalId>,
}

impl Declare<'_> {
    fn fields(&self, made: &syn::Local, arity: usize) -> Vec<Stmt> {
        let site = Span::mixed_site();
        let fresh = |at: usize| Ident::new(&format!("field{at}"), site);
        let made_as: Vec<Ident> = (0..arity).map(fresh).collect();
        let ty = match &made.pat {
            Pat::Type(typed) => Some(&typed.ty),
            _ => None,
        };
        let ty = ty.map(|ty| quote!(: #ty));
        let (init, attributes) = (made.init.as_ref().map(|init| &init.expr), &made.attrs);
        let mut out = vec![parse_quote!(#(#attributes)* let (#(#made_as,)*) #ty = #init;)];
        for at in (0..arity).rev() {
            let part = self.parts[&at.to_string()];
            let known = self.locals.get(part);
            let (name, from) = (self.locals.tag(part, known.span), &made_as[at]);
            let mutable = known
                .mutability
                .map(|span| quote::quote_spanned!(span=> mut));
            out.push(parse_quote!(let #mutable #name = #from;));
        }
        out
    }
}

impl VisitMut for Declare<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        for stmt in std::mem::take(&mut block.stmts) {
            match (arity(&stmt, self.locals, self.local), &stmt) {
                (Some(arity), Stmt::Local(made)) => block.stmts.extend(self.fields(made, arity)),
                _ => block.stmts.push(stmt),
            }
        }
    }
}
