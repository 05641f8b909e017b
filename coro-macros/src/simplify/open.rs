//! What the `let` of a local leaves open of its type, by the shape of its initialiser: `Vec::new()`, `None`, `0.0`, what is
//! collected or parsed, and what is made of such. Later code decides.

use crate::flow::patterns;
use crate::ir::{self, Body, Exit, LocalId, Locals, Step};
use crate::syntax::conditions::lets;
use crate::syntax::macros;
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
    /// One, and that is a number: it is a copy.
    Numbers,
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
        // What is taken out of such a local, or is an item of one, is as open.
        match &block.exit {
            Exit::Match {
                scrutinee, arms, ..
            } => {
                let patterns = arms.iter().map(|arm| &arm.pattern);
                patterns.for_each(|pattern| parts(&body.locals, pattern, scrutinee, &mut open));
            }
            Exit::Branch { condition, .. } => {
                for matched in lets(condition) {
                    parts(&body.locals, &matched.pat, &matched.expr, &mut open);
                }
            }
            _ => {}
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

/// The locals whose `let` leaves a parameter of their type open, and what is taken out of these. Of a number it is known that it is a copy; and
/// of a closure, or what has one in it, more is known than its type.
pub(crate) fn of_open_type(body: &Body) -> HashSet<LocalId> {
    let closed = |local: LocalId| {
        let known = body.locals.get(local);
        known.closure.is_some() || known.closures.is_some()
    };
    let open = locals(body).into_iter();
    open.filter(|(local, how)| *how == Open::Part && !closed(*local))
        .map(|(local, _)| local)
        .collect()
}

fn declared_only(body: &Body, local: LocalId) -> bool {
    let user = body.locals.get(local).origin == crate::ir::Origin::User;
    let mut steps = body.blocks.iter().flat_map(|block| &block.steps);
    user && steps.any(|step| matches!(step, Step::Declare(declared) if *declared == local))
}

fn bound(locals: &Locals, pattern: &Pat, init: &Expr, open: &mut HashMap<LocalId, Open>) {
    if let Some(parts) = patterns::in_tuple(pattern, init) {
        for (pattern, value) in parts {
            bound(locals, pattern, value, open);
        }
        return;
    }
    match (pattern, init) {
        (Pat::Ident(name), init) => {
            let from_open = || comes_of_open(locals, init, open).then_some(Open::Part);
            let how = left_open(init).or_else(from_open);
            if let (Some(local), Some(how)) = (locals.of_ident(&name.ident), how) {
                open.insert(local, how);
            }
        }
        (Pat::Type(typed), _) if says_less(&typed.ty) => unassigned(locals, &typed.pat, open),
        (Pat::Type(_), _) => {}
        (pattern, init) => parts(locals, pattern, init, open),
    }
}

/// What a pattern binds of a value.
fn parts(locals: &Locals, pattern: &Pat, value: &Expr, open: &mut HashMap<LocalId, Open>) {
    let taken = comes_of_open(locals, value, open) || left_open(value) == Some(Open::Part);
    if taken && !patterns::by_reference(pattern) {
        let bound = patterns::bound(pattern, locals).into_iter();
        open.extend(bound.map(|local| (local, Open::Part)));
    }
}

/// Whether a value is taken out of a local that is open: it is no borrow, unless what is in there is one.
fn comes_of_open(locals: &Locals, value: &Expr, open: &HashMap<LocalId, Open>) -> bool {
    let comes = |value: &Expr| comes_of_open(locals, value, open);
    match value {
        Expr::Path(_) => {
            let how = locals.of_expr(value).and_then(|local| open.get(&local));
            how == Some(&Open::Part)
        }
        Expr::MethodCall(call) => {
            TAKES.iter().any(|name| call.method == name) && comes(&call.receiver)
        }
        Expr::Call(call) => call.args.iter().any(|argument| match argument {
            // `mem::take(&mut v)`.
            Expr::Reference(to) => to.mutability.is_some() && takes(&call.func) && comes(&to.expr),
            argument => comes(argument),
        }),
        Expr::Try(question) => comes(&question.expr),
        Expr::Paren(inner) => comes(&inner.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().any(comes),
        _ => false,
    }
}

/// Whether a function takes something out of what it is lent: one of `mem`, or what gives a loop its items.
fn takes(function: &Expr) -> bool {
    let Expr::Path(path) = function else {
        return false;
    };
    let last = path.path.segments.last();
    let names = ["take", "replace", "swap", "advance"];
    last.is_some_and(|last| names.iter().any(|name| last.ident == name))
}

/// Methods that take something out of what they are called on.
const TAKES: &[&str] = &[
    "take",
    "replace",
    "pop",
    "pop_front",
    "pop_back",
    "pop_first",
    "pop_last",
    "remove",
    "swap_remove",
    "unwrap",
    "expect",
    "unwrap_or_default",
    "into_iter",
    "into_inner",
];

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
    if ir::is_received(init) {
        return None;
    }
    let part = |open: bool| open.then_some(Open::Part);
    match init {
        Expr::Lit(literal) => is_open_number(literal).then_some(Open::Number),
        Expr::Unary(unary) => left_open(&unary.expr),
        Expr::Paren(inner) => left_open(&inner.expr),
        Expr::Reference(inner) => left_open(&inner.expr),
        Expr::Path(path) => {
            let last = path.path.segments.last();
            part(last.is_some_and(|last| last.ident == "None" && last.arguments.is_none()))
        }
        Expr::Block(block) => value_of(&block.block),
        Expr::Unsafe(block) => value_of(&block.block),
        Expr::If(branch) => {
            let otherwise = branch.else_branch.as_ref();
            value_of(&branch.then_branch).or_else(|| left_open(&otherwise?.1))
        }
        Expr::Match(matched) => matched.arms.iter().find_map(|arm| left_open(&arm.body)),
        Expr::Struct(made) => any(made.fields.iter().map(|field| &field.expr)),
        Expr::Array(array) => part(array.elems.is_empty()).or_else(|| any(&array.elems)),
        Expr::Repeat(repeat) => any([&*repeat.expr]),
        Expr::Tuple(tuple) => any(&tuple.elems),
        Expr::Macro(mac) if mac.mac.path.is_ident("vec") => {
            let operands = macros::evaluated(&mac.mac).unwrap_or_default();
            part(operands.is_empty()).or_else(|| any(operands.iter().map(|(operand, _)| operand)))
        }
        Expr::Closure(closure) => {
            let untyped = |input: &Pat| !matches!(input, Pat::Type(_));
            part(closure.inputs.iter().any(untyped))
        }
        Expr::Call(call) => part(made_open(call)).or_else(|| any(&call.args)),
        Expr::MethodCall(call) => {
            part(call.turbofish.is_none() && chosen_by_use(&call.method.to_string()))
        }
        _ => None,
    }
}

/// Whether a literal is a number whose type comes from elsewhere.
pub(crate) fn is_open_number(literal: &syn::ExprLit) -> bool {
    match &literal.lit {
        syn::Lit::Int(number) => number.suffix().is_empty(),
        syn::Lit::Float(number) => number.suffix().is_empty(),
        _ => false,
    }
}

/// What is made of such values.
fn any<'a>(values: impl IntoIterator<Item = &'a Expr>) -> Option<Open> {
    let open = values.into_iter().filter_map(left_open);
    open.fold(None, |all, how| match (all, how) {
        (Some(Open::Part), _) | (_, Open::Part) => Some(Open::Part),
        _ => Some(Open::Numbers),
    })
}

/// Whether a value leaves nothing of its type open, by its shape.
pub(crate) fn says_its_type(value: &Expr) -> bool {
    left_open(value) != Some(Open::Part)
}

/// What the last statement of a block gives.
fn value_of(block: &syn::Block) -> Option<Open> {
    match block.stmts.last()? {
        Stmt::Expr(value, None) => left_open(value),
        _ => None,
    }
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
        // What is given to it says what it is.
        Some("new") if !call.args.is_empty() => false,
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
