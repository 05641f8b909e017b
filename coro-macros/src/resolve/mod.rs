//! Names to locals; shadowing ends here.
//!
//! In: the parameters and the body with markers normalised. Out: the same body
//! in which every mention of a local is spelled by the local's tag, so that
//! later stages move code about without thinking of scopes. Mentions inside the
//! arguments of macros, and `{name}` in their literals, are tagged too. Types,
//! fields, labels, items and names that are not locals stay as written.

pub(crate) mod apart;
mod behind;
pub(crate) mod fields;
mod items;
pub(crate) mod left;
mod opaque;
pub(crate) mod parts;
mod patterns;
pub(crate) mod tuples;
pub(crate) mod typed;

pub(crate) use patterns::is_constant;

use crate::ir::{LocalId, Locals, Origin};
use crate::syntax::Parameter;
use crate::syntax::markers;
use proc_macro2::Ident;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr};

/// The body with its mentions resolved.
#[derive(Clone)]
pub(crate) struct Resolved {
    pub(crate) locals: Locals,
    pub(crate) parameters: Vec<LocalId>,
    pub(crate) body: Block,
}

/// Resolves every mention in `body`.
pub(crate) fn resolve(parameters: &[Parameter], body: &Block) -> Resolved {
    let mut body = body.clone();
    let mut resolver = Resolver {
        locals: Locals::default(),
        scopes: vec![Vec::new()],
    };
    let parameters = parameters
        .iter()
        .map(|p| {
            let id = resolver.bind(&p.name, p.mutability, Origin::Argument);
            let local = resolver.locals.get_mut(id);
            local.ty.clone_from(&p.ty);
            local.owned = p.owned;
            local.owner = p.owner;
            local.shared = p.shared;
            local.plain = p.plain;
            local.unique = p.unique;
            local.receiver = p.receiver;
            local.attributes.clone_from(&p.attributes);
            id
        })
        .collect();
    resolver.visit_block_mut(&mut body);
    Resolved {
        locals: resolver.locals,
        parameters,
        body,
    }
}

/// A name in a scope.
struct Name {
    text: String,
    context: Option<String>,
    /// `None`: an item.
    local: Option<LocalId>,
}

/// The syntax context of a span: names that a `macro_rules!` macro wrote and names
/// that its caller wrote are different even if they are spelled alike. There
/// is no stable comparison; the context is a part of the debugging text.
/// Where it cannot be read, names are compared by their spelling.
fn context(span: proc_macro2::Span) -> Option<String> {
    let text = format!("{span:?}");
    let (context, _) = text.strip_prefix('#')?.split_once(' ')?;
    Some(context.to_owned())
}

struct Resolver {
    locals: Locals,
    /// Innermost last. `None`: the name is an item here.
    scopes: Vec<Vec<Name>>,
}

/// A raw identifier is the name that it is without its `r#`.
fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

impl Resolver {
    fn bind(
        &mut self,
        name: &Ident,
        mutability: Option<proc_macro2::Span>,
        origin: Origin,
    ) -> LocalId {
        let text = name.to_string();
        let id = self.locals.add(&text, mutability, origin, name.span());
        self.declare(name, Some(id));
        id
    }

    fn declare(&mut self, name: &Ident, local: Option<LocalId>) {
        let name = Name {
            text: plain(&name.to_string()).to_owned(),
            context: context(name.span()),
            local,
        };
        if let Some(scope) = self.scopes.last_mut() {
            scope.push(name);
        }
    }

    fn lookup(&self, name: &str, span: proc_macro2::Span) -> Option<LocalId> {
        let (name, context) = (plain(name), context(span));
        let names = || {
            self.scopes
                .iter()
                .flatten()
                .rev()
                .filter(|known| known.text == name)
        };
        let same = names().find(|known| known.context == context);
        same.or_else(|| names().next())
            .and_then(|known| known.local)
    }

    fn tag(&self, name: &Ident) -> Option<Ident> {
        let id = self.lookup(&name.to_string(), name.span())?;
        Some(self.locals.tag(id, name.span()))
    }

    fn scoped(&mut self, visit: impl FnOnce(&mut Self)) {
        self.scopes.push(Vec::new());
        visit(self);
        self.scopes.pop();
    }

    fn local(&mut self, local: &mut syn::Local) {
        if let Some(init) = &mut local.init {
            self.visit_expr_mut(&mut init.expr);
            if let Some((_, diverge)) = &mut init.diverge {
                self.visit_expr_mut(diverge);
            }
        }
        self.pattern(&mut local.pat);
    }

    fn branch(&mut self, branch: &mut syn::ExprIf) {
        self.scoped(|r| {
            r.visit_expr_mut(&mut branch.cond);
            r.visit_block_mut(&mut branch.then_branch);
        });
        if let Some((_, otherwise)) = &mut branch.else_branch {
            self.visit_expr_mut(otherwise);
        }
    }

    fn arm(&mut self, arm: &mut syn::Arm) {
        self.scoped(|r| {
            r.pattern(&mut arm.pat);
            if let Some((_, guard)) = &mut arm.guard {
                r.visit_expr_mut(guard);
            }
            r.visit_expr_mut(&mut arm.body);
        });
    }

    fn closure(&mut self, closure: &mut syn::ExprClosure) {
        self.locals.closures = true;
        self.scoped(|r| {
            for input in &mut closure.inputs {
                r.pattern(input);
            }
            r.visit_expr_mut(&mut closure.body);
        });
    }
}

impl VisitMut for Resolver {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.scoped(|r| {
            r.items(block);
            visit_mut::visit_block_mut(r, block);
        });
    }

    fn visit_local_mut(&mut self, local: &mut syn::Local) {
        self.local(local);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::If(branch) => self.branch(branch),
            Expr::While(cycle) => self.scoped(|r| {
                r.visit_expr_mut(&mut cycle.cond);
                r.visit_block_mut(&mut cycle.body);
            }),
            Expr::ForLoop(cycle) => {
                self.visit_expr_mut(&mut cycle.expr);
                self.scoped(|r| {
                    r.pattern(&mut cycle.pat);
                    r.visit_block_mut(&mut cycle.body);
                });
            }
            Expr::Let(condition) => {
                self.visit_expr_mut(&mut condition.expr);
                self.pattern(&mut condition.pat);
            }
            Expr::Closure(closure) => self.closure(closure),
            Expr::Async(block) => {
                self.locals.closures = true;
                self.visit_block_mut(&mut block.block);
            }
            Expr::Unsafe(block) => {
                self.locals.unsafety = true;
                self.visit_block_mut(&mut block.block);
            }
            Expr::Match(matched) => {
                self.visit_expr_mut(&mut matched.expr);
                for arm in &mut matched.arms {
                    self.arm(arm);
                }
            }
            // A local that is called as a marker is none.
            Expr::Call(call) if markers::marker(call).is_some() => {
                call.args.iter_mut().for_each(|e| self.visit_expr_mut(e));
            }
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_expr_path_mut(&mut self, path: &mut syn::ExprPath) {
        if path.qself.is_none()
            && let Some(tag) = path.path.get_ident().and_then(|name| self.tag(name))
        {
            path.path = tag.into();
        }
    }

    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        visit_mut::visit_field_value_mut(self, field);
        // `S { x }` is `S { x: x }` once the two are spelled differently.
        if field.colon_token.is_none() {
            field.colon_token = Some(Default::default());
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        self.opaque(mac);
    }

    // Items but macros see no locals; the conditions of `cfg` and the like are not code.
    fn visit_item_mut(&mut self, item: &mut syn::Item) {
        if let syn::Item::Macro(item) = item
            && item.ident.is_some()
        {
            self.own_macro(item);
        }
    }
    fn visit_attribute_mut(&mut self, _: &mut syn::Attribute) {}
    fn visit_type_mut(&mut self, _: &mut syn::Type) {}
    fn visit_path_mut(&mut self, _: &mut syn::Path) {}
}
