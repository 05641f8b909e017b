//! What the `let` of a local leaves open of its type, by the shape of its initialiser: `Vec::new()`, `None`, `0.0`, what is
//! collected or parsed, and what is made of such. Later code decides.

use crate::ir::{Body, LocalId, Locals, Step};
use crate::syntax::macros;
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::visit::Visit;
use syn::{Expr, Pat, Stmt, Type};

/// What the `let` of a local leaves open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// Which type of number it is: methods have to know.
    Number,
    /// A parameter of its type.
    Part,
}

/// The locals whose `let` leaves a type open.
pub(super) fn locals(body: &Body) -> HashMap<LocalId, Open> {
    let mut open = HashMap::new();
    for block in &body.blocks {
        for step in &block.steps {
            if let Step::Code(Stmt::Local(local)) = step {
                match &local.init {
                    Some(init) => bound(&body.locals, &local.pat, &init.expr, &mut open),
                    None => unassigned(&body.locals, &local.pat, &mut open),
                }
            }
        }
    }
    for local in body.locals.ids() {
        let known = body.locals.get(local);
        // Declared ahead of what assigns it.
        let typed = known.ty.as_ref().is_some_and(|ty| !says_less(ty));
        if known.scope.is_some() && !typed && declared_only(body, local) {
            open.entry(local).or_insert(Open::Part);
        }
    }
    open
}

/// The locals whose `let` leaves a parameter of their type open. Of a number it is known that it is a copy.
pub(crate) fn of_open_type(body: &Body) -> HashSet<LocalId> {
    let open = locals(body).into_iter();
    open.filter(|(_, how)| *how == Open::Part)
        .map(|(local, _)| local)
        .collect()
}

fn declared_only(body: &Body, local: LocalId) -> bool {
    let user = body.locals.get(local).origin == crate::ir::Origin::User;
    let mut steps = body.blocks.iter().flat_map(|block| &block.steps);
    user && steps.any(|step| matches!(step, Step::Declare(declared) if *declared == local))
}

fn bound(locals: &Locals, pattern: &Pat, init: &Expr, open: &mut HashMap<LocalId, Open>) {
    match (pattern, init) {
        (Pat::Tuple(patterns), Expr::Tuple(values)) => {
            for (pattern, value) in patterns.elems.iter().zip(&values.elems) {
                bound(locals, pattern, value, open);
            }
        }
        (Pat::Ident(name), init) => {
            let from_open = || {
                // Most bodies leave nothing open, and need not be searched.
                open.values().any(|how| *how == Open::Part).then_some(())?;
                let mentioned = locals.mentioned_in(init.to_token_stream());
                let part = |local: &LocalId| open.get(local) == Some(&Open::Part);
                mentioned.iter().any(part).then_some(Open::Part)
            };
            let how = left_open(init).or_else(from_open);
            if let (Some(local), Some(how)) = (locals.of_ident(&name.ident), how) {
                open.insert(local, how);
            }
        }
        (Pat::Type(typed), _) if says_less(&typed.ty) => unassigned(locals, &typed.pat, open),
        _ => {}
    }
}

fn unassigned(locals: &Locals, pattern: &Pat, open: &mut HashMap<LocalId, Open>) {
    if let Pat::Ident(name) = pattern
        && let Some(local) = locals.of_ident(&name.ident)
    {
        open.insert(local, Open::Part);
    }
}

/// A type with a hole in it.
fn says_less(ty: &Type) -> bool {
    struct Holes(bool);
    impl<'ast> Visit<'ast> for Holes {
        fn visit_type_infer(&mut self, _: &'ast syn::TypeInfer) {
            self.0 = true;
        }
    }
    let mut holes = Holes(false);
    holes.visit_type(ty);
    holes.0
}

/// What an initialiser leaves open, by its shape.
fn left_open(init: &Expr) -> Option<Open> {
    let part = |open: bool| open.then_some(Open::Part);
    let any = |mut exprs: syn::punctuated::Iter<'_, Expr>| exprs.any(|e| left_open(e).is_some());
    match init {
        Expr::Lit(syn::ExprLit { lit, .. }) => match lit {
            syn::Lit::Int(number) => number.suffix().is_empty().then_some(Open::Number),
            syn::Lit::Float(number) => number.suffix().is_empty().then_some(Open::Number),
            _ => None,
        },
        Expr::Unary(unary) => left_open(&unary.expr),
        Expr::Paren(inner) => left_open(&inner.expr),
        Expr::Reference(inner) => left_open(&inner.expr),
        Expr::Path(path) => part(path.path.is_ident("None")),
        Expr::Array(array) => part(array.elems.is_empty() || any(array.elems.iter())),
        Expr::Repeat(repeat) => part(left_open(&repeat.expr).is_some()),
        Expr::Tuple(tuple) => part(any(tuple.elems.iter())),
        Expr::Macro(mac) => part(mac.mac.path.is_ident("vec") && open_list(&mac.mac)),
        Expr::Closure(closure) => {
            let untyped = |input: &Pat| !matches!(input, Pat::Type(_));
            part(closure.inputs.iter().any(untyped))
        }
        Expr::Call(call) => part(made_open(call) || any(call.args.iter())),
        Expr::MethodCall(call) => {
            part(call.turbofish.is_none() && chosen_by_use(&call.method.to_string()))
        }
        _ => None,
    }
}

fn open_list(mac: &syn::Macro) -> bool {
    let operands = macros::evaluated(mac).unwrap_or_default();
    operands.is_empty()
        || operands
            .iter()
            .any(|(operand, _)| left_open(operand).is_some())
}

/// `Vec::new()` and the like, where no type is written.
fn made_open(call: &syn::ExprCall) -> bool {
    let Expr::Path(path) = &*call.func else {
        return false;
    };
    let last = path
        .path
        .segments
        .last()
        .map(|segment| segment.ident.to_string());
    let typed = path
        .path
        .segments
        .iter()
        .any(|segment| !segment.arguments.is_none());
    match last.as_deref() {
        Some("new" | "default" | "with_capacity") => !typed && of_parts(&path.path),
        Some("Ok" | "Err") => true,
        _ => false,
    }
}

/// Whether a path leads to a function of a type that has parameters, or of a trait.
fn of_parts(path: &syn::Path) -> bool {
    let of = path
        .segments
        .iter()
        .rev()
        .nth(1)
        .map(|segment| segment.ident.to_string());
    matches!(
        of.as_deref(),
        Some(
            "Vec"
                | "VecDeque"
                | "BinaryHeap"
                | "LinkedList"
                | "HashMap"
                | "HashSet"
                | "BTreeMap"
                | "BTreeSet"
                | "Box"
                | "Rc"
                | "Arc"
                | "Cell"
                | "RefCell"
                | "OnceCell"
                | "Mutex"
                | "RwLock"
                | "Default"
        )
    )
}

/// Methods whose result is what its use wants.
fn chosen_by_use(method: &str) -> bool {
    matches!(
        method,
        "collect" | "into" | "try_into" | "parse" | "sum" | "product" | "partition" | "unzip"
    )
}
