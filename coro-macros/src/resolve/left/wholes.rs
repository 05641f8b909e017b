//! What the declaration of a local shows of its parts.

use super::super::Resolved;
use crate::flow::patterns;
use crate::ir::{LocalId, Locals};
use quote::ToTokens;
use std::collections::HashMap;
use syn::visit::{self, Visit};
use syn::{Expr, Member, Pat, parse_quote};

/// The locals that something may be left of, each with what its declaration shows of its parts.
#[derive(Default)]
pub(super) struct Wholes {
    pub(super) found: HashMap<LocalId, Shape>,
}

pub(super) enum Shape {
    Unknown,
    Tuple(usize),
    Struct(syn::Path, Vec<Member>),
}

impl Wholes {
    pub(super) fn of(resolved: &Resolved) -> Self {
        let mut finder = Finder {
            locals: &resolved.locals,
            found: HashMap::new(),
            assigned: Vec::new(),
        };
        for local in &resolved.parameters {
            finder.found.insert(*local, Shape::Unknown);
        }
        finder.visit_block(&resolved.body);
        let Finder {
            mut found,
            assigned,
            ..
        } = finder;
        // What is left of it would be dropped where it is assigned.
        found.retain(|local, _| !assigned.contains(local));
        Self { found }
    }
}

struct Finder<'a> {
    locals: &'a Locals,
    found: HashMap<LocalId, Shape>,
    assigned: Vec<LocalId>,
}

impl Finder<'_> {
    fn bound(&mut self, pattern: &Pat) {
        for local in patterns::bound(pattern, self.locals) {
            self.found.insert(local, Shape::Unknown);
        }
    }
}

impl<'a> Visit<'a> for Finder<'a> {
    fn visit_local(&mut self, local: &'a syn::Local) {
        visit::visit_local(self, local);
        self.bound(&local.pat);
        let (pattern, ty) = match &local.pat {
            Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
            other => (other, None),
        };
        let Pat::Ident(name) = pattern else { return };
        let init = local.init.as_ref().map(|init| &*init.expr);
        let shape = match (ty, init) {
            (Some(syn::Type::Tuple(tuple)), _) => Shape::Tuple(tuple.elems.len()),
            (None, Some(Expr::Tuple(tuple))) => Shape::Tuple(tuple.elems.len()),
            (None, Some(Expr::Struct(made))) if made.rest.is_none() => {
                let fields = made.fields.iter().map(|field| field.member.clone());
                Shape::Struct(made.path.clone(), fields.collect())
            }
            _ => return,
        };
        if let Some(local) = self.locals.of_ident(&name.ident) {
            self.found.insert(local, shape);
        }
    }

    fn visit_pat(&mut self, pattern: &'a Pat) {
        self.bound(pattern);
    }

    fn visit_expr_assign(&mut self, assign: &'a syn::ExprAssign) {
        visit::visit_expr_assign(self, assign);
        self.assigned
            .extend(self.locals.mentioned_in(assign.left.to_token_stream()));
    }
}

impl Shape {
    /// Names what `..` stands for in a pattern of such a value.
    pub(super) fn fill(&self, pattern: &mut Pat) {
        match (self, pattern) {
            (Self::Tuple(arity), Pat::Tuple(tuple)) => {
                let rest = tuple
                    .elems
                    .iter()
                    .position(|part| matches!(part, Pat::Rest(_)));
                let Some(at) = rest else { return };
                let mut parts: Vec<Pat> = std::mem::take(&mut tuple.elems).into_iter().collect();
                let missing = (arity + 1).saturating_sub(parts.len());
                parts.splice(at..=at, vec![wild(); missing]);
                tuple.elems = parts.into_iter().collect();
                if *arity == 1 {
                    tuple.elems.push_punct(Default::default());
                }
            }
            (Self::Struct(path, members), Pat::Struct(parts)) if *path == parts.path => {
                if parts.rest.take().is_none() {
                    return;
                }
                if !parts.fields.empty_or_trailing() {
                    parts.fields.push_punct(Default::default());
                }
                for member in members {
                    if !parts.fields.iter().any(|part| part.member == *member) {
                        parts.fields.push(syn::FieldPat {
                            attrs: Vec::new(),
                            member: member.clone(),
                            colon_token: Some(Default::default()),
                            pat: Box::new(wild()),
                        });
                    }
                }
            }
            _ => {}
        }
    }
}

fn wild() -> Pat {
    parse_quote!(_)
}
