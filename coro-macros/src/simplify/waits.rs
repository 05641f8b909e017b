//! Which branches have to wait for the states before them.
//!
//! rustc types code in the order written, and a branch that nothing else leads to is written inside the arm that
//! takes it. If another branch before it has yielded, what that one says after its yield is written later, in an arm of
//! its own: `while more() { list.push(co_yield!(n)); } list[0].len()`. Where a local's `let` leaves its type
//! open, such a branch is written as an arm of its own too, in its place. Other branches are not: what an arm
//! hands on must not borrow from what it hands on.

use crate::ir::{BlockId, Body, Code, Exit, LocalId, Locals, Step};
use crate::syntax::macros;
use crate::syntax::operators::is_compound;
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::visit::{self, Visit};
use syn::{Expr, ExprMethodCall, Pat, Stmt, Type};

/// What the `let` of a local leaves open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Which type of number it is: methods have to know.
    Number,
    /// A parameter of its type.
    Part,
}

/// What is known of a body before any branch waits.
pub(super) struct Typing {
    open: HashMap<LocalId, Open>,
    states: Vec<bool>,
}

impl Typing {
    pub(super) fn of(body: &Body, states: Vec<bool>) -> Self {
        let open = open_locals(body);
        Self { open, states }
    }

    /// Whether code between `from` and `to` that is written later may say what `to` has to know.
    pub(super) fn waits(&self, body: &Body, from: BlockId, to: BlockId) -> bool {
        !self.open.is_empty() && waits(body, &self.states, &self.open, from, to)
    }
}

/// Marks the branches that have to wait.
pub(super) fn mark(body: &mut Body) {
    let typing = Typing::of(body, super::states(body));
    let waiting: Vec<BlockId> = body
        .ids()
        .flat_map(|from| bare_targets(&body.block(from).exit).map(move |to| (from, to)))
        .filter(|(from, to)| !typing.states[to.0] && typing.waits(body, *from, *to))
        .map(|(_, to)| to)
        .collect();
    for id in waiting {
        body.blocks[id.0].waits = true;
    }
}

/// The branches of an exit into which no pattern binds.
fn bare_targets(exit: &Exit) -> impl Iterator<Item = BlockId> + use<> {
    let targets: Vec<BlockId> = match exit {
        Exit::Branch { otherwise, .. } => vec![*otherwise],
        Exit::Match { arms, .. } => {
            let bare = arms.iter().filter(|arm| !binds(&arm.pattern));
            bare.map(|arm| arm.target).collect()
        }
        _ => Vec::new(),
    };
    targets.into_iter()
}

fn binds(pattern: &Pat) -> bool {
    struct Binds(bool);
    impl<'ast> Visit<'ast> for Binds {
        fn visit_pat_ident(&mut self, bound: &'ast syn::PatIdent) {
            let first = bound.ident.to_string().chars().next();
            self.0 |= first.is_none_or(|c| !c.is_uppercase());
        }
    }
    let mut binds = Binds(false);
    binds.visit_pat(pattern);
    binds.0
}

fn waits(
    body: &Body,
    states: &[bool],
    open: &HashMap<LocalId, Open>,
    from: BlockId,
    to: BlockId,
) -> bool {
    let (begin, end) = (body.block(from).end, body.block(to).position);
    let first = body
        .ids()
        .filter(|id| states[id.0])
        .map(|id| body.block(id).position)
        .filter(|position| begin < *position && *position < end)
        .min();
    let Some(first) = first else { return false };
    let mut said = HashSet::new();
    for block in body.blocks.iter() {
        if first <= block.position && block.position < end {
            for code in block.code() {
                said.extend(mentioned(code, &body.locals));
            }
        }
    }
    said.retain(|local| open.contains_key(local));
    !said.is_empty()
        && written_inside(body, states, to)
            .iter()
            .any(|id| asks(body, *id, open, &said))
}

fn mentioned(code: Code<'_>, locals: &Locals) -> Vec<LocalId> {
    locals.mentioned_in(match code {
        Code::Stmt(stmt) => stmt.to_token_stream(),
        Code::Expr(expr) => expr.to_token_stream(),
    })
}

/// A branch, and the blocks that are written inside it.
fn written_inside(body: &Body, states: &[bool], branch: BlockId) -> Vec<BlockId> {
    let mut found = vec![branch];
    let mut at = 0;
    while at < found.len() {
        for target in body.block(found[at]).exit.targets() {
            if !states[target.0] && !found.contains(&target) {
                found.push(target);
            }
        }
        at += 1;
    }
    found
}

/// Whether a block does something with one of the locals that wants its type.
fn asks(
    body: &Body,
    block: BlockId,
    open: &HashMap<LocalId, Open>,
    said: &HashSet<LocalId>,
) -> bool {
    let mut asks = Asks {
        locals: &body.locals,
        open,
        said,
        found: false,
    };
    for code in body.block(block).code() {
        code.visit(&mut asks);
    }
    asks.found
}

struct Asks<'a> {
    locals: &'a Locals,
    open: &'a HashMap<LocalId, Open>,
    said: &'a HashSet<LocalId>,
    found: bool,
}

impl Asks<'_> {
    fn said(&self, expr: &Expr) -> Option<Open> {
        let local = self.locals.of_expr(expr)?;
        let open = self.open.get(&local).copied();
        open.filter(|_| self.said.contains(&local))
    }
}

impl<'ast> Visit<'ast> for Asks<'_> {
    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        self.found |= self.said(&Expr::Path(path.clone())) == Some(Open::Part);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        match self.said(&call.receiver) {
            Some(Open::Number) => self.found = true,
            // These take what there is, or say nothing of it.
            Some(Open::Part) if takes(&call.method.to_string()) => {}
            _ => self.visit_expr(&call.receiver),
        }
        for argument in &call.args {
            self.visit_expr(argument);
        }
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        // Under another name.
        if let Some(init) = &local.init {
            self.found |= self.said(&init.expr).is_some();
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        if self.said(&assign.left).is_none() {
            self.visit_expr(&assign.left);
        }
        self.visit_expr(&assign.right);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if !is_compound(binary.op) || self.said(&binary.left).is_none() {
            self.visit_expr(&binary.left);
        }
        self.visit_expr(&binary.right);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        match macros::evaluated(mac) {
            Some(operands) => {
                for (operand, _) in &operands {
                    Visit::visit_expr(self, operand);
                }
            }
            None => {
                let mentioned = self.locals.mentioned_in(mac.tokens.clone());
                self.found |= mentioned.iter().any(|local| self.said.contains(local));
            }
        }
    }
}

/// Methods that need not know what is inside.
fn takes(method: &str) -> bool {
    matches!(
        method,
        "push"
            | "push_back"
            | "push_front"
            | "insert"
            | "extend"
            | "append"
            | "clear"
            | "len"
            | "is_empty"
            | "is_none"
            | "is_some"
            | "truncate"
            | "reserve"
    )
}

/// The locals whose `let` leaves a type open.
fn open_locals(body: &Body) -> HashMap<LocalId, Open> {
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
        if known.scope.is_some() && declared_only(body, local) {
            open.entry(local).or_insert(Open::Part);
        }
    }
    open
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
