//! What closures hold.
//!
//! In: the graph. Out: its locals, those marked plain that are closures which certainly capture by
//! reference. Such a closure has nothing to drop, so it is forgotten after its last call, and what it
//! borrows may be mentioned again, as in plain Rust. Certain is a mention of a local that has
//! nothing to drop, in a place, or by a method that is known to leave its owner where it is. Locals of whose value a closure is a part, as
//! of `v.iter().map(|n| n + 1)`, are marked with what it holds: what rustc infers of it comes too late for a question.

use crate::bindings::Bindings;
use crate::ir::{Body, Closures, LocalId, Locals};
use crate::methods;
use crate::syntax::macros;
use crate::syntax::operators::is_compound;
use std::collections::{HashMap, HashSet};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure, Token};

/// Marks closures that have nothing to drop, and what has closures in it.
pub(crate) fn mark(body: &mut Body) {
    if !body.locals.closures {
        return;
    }
    let bindings = Bindings::of(body);
    let bound = |local| Some((local, bindings.once(local)?));
    let bound: Vec<(LocalId, &Expr)> = body.locals.ids().filter_map(bound).collect();
    let closures = |init: &(LocalId, &Expr)| match init {
        (local, Expr::Closure(closure)) => {
            borrows_only(closure, &body.locals, &bindings).then_some(*local)
        }
        _ => None,
    };
    let plain: Vec<LocalId> = bound.iter().filter_map(closures).collect();
    let mut within: HashMap<LocalId, Closures> = HashMap::new();
    for (local, init) in bound {
        if let Some(found) = within_value(init, &body.locals, &within) {
            within.insert(local, found);
        }
    }
    // An item or a part of what has closures in it may be one of them.
    for local in body.locals.ids() {
        let of = bindings.part(local).map(|part| part.of);
        if of.is_some_and(|of| within_value(of, &body.locals, &within).is_some()) {
            within.insert(local, Closures::Owning);
        }
    }
    for local in plain {
        body.locals.get_mut(local).plain = true;
    }
    for (local, closures) in within {
        body.locals.get_mut(local).closures = Some(closures);
    }
}

/// What the closures in a value hold, if there are any.
fn within_value(
    value: &Expr,
    locals: &Locals,
    known: &HashMap<LocalId, Closures>,
) -> Option<Closures> {
    let mut search = Within {
        locals,
        known,
        found: None,
        others: false,
    };
    search.visit_expr(value);
    let others = search.others;
    search
        .found
        .map(|found| if others { Closures::Owning } else { found })
}

/// The closures of an expression, and of the locals that it mentions.
struct Within<'a> {
    locals: &'a Locals,
    known: &'a HashMap<LocalId, Closures>,
    found: Option<Closures>,
    /// Whether it is given something to call that is not written there, and may own.
    others: bool,
}

impl Within<'_> {
    /// What is made of these arguments may call the last of them: ahead of it `scan` and `successors` have a value.
    fn callable(&mut self, arguments: &Punctuated<Expr, Token![,]>) {
        let Some(argument) = arguments.last() else {
            return;
        };
        let local = self.locals.of_expr(argument);
        self.others |= match argument {
            Expr::Closure(_) | Expr::Reference(_) | Expr::Lit(_) => false,
            // A function by its name.
            Expr::Path(_) if local.is_none() => false,
            _ => local.is_none_or(|local| {
                !self.known.contains_key(&local) && !self.locals.get(local).plain
            }),
        };
    }
}

impl<'ast> Visit<'ast> for Within<'_> {
    fn visit_expr_closure(&mut self, closure: &'ast ExprClosure) {
        let holds = match closure.capture {
            Some(_) => Closures::Owning,
            None => Closures::Borrowing,
        };
        self.found = self.found.max(Some(holds));
        visit::visit_expr_closure(self, closure);
    }

    /// What `vec!` holds.
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        for (argument, by_value) in macros::evaluated(mac).into_iter().flatten() {
            let held = by_value.then(|| within_value(&argument, self.locals, self.known));
            self.found = self.found.max(held.flatten());
        }
    }

    /// What it holds is seen as late.
    fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {
        self.found = self.found.max(Some(Closures::Owning));
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let name = call.method.to_string();
        if methods::ends_closures(&name) {
            return;
        }
        if methods::keeps_closure(&name) {
            self.callable(&call.args);
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        let made = ["from_fn", "repeat_with", "successors"];
        if crate::ir::called_name(call).is_some_and(|name| made.contains(&&*name)) {
            self.callable(&call.args);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let local = path
            .path
            .get_ident()
            .and_then(|name| self.locals.of_ident(name));
        let known = local.and_then(|local| self.known.get(&local));
        self.found = self.found.max(known.copied());
    }
}

fn borrows_only(closure: &ExprClosure, locals: &Locals, bindings: &Bindings<'_>) -> bool {
    if closure.capture.is_some() {
        return false;
    }
    let mut own = Own(locals, HashSet::new());
    own.visit_expr_closure(closure);
    let mut captured = Captured {
        locals,
        bindings,
        own: own.1,
        certain: true,
    };
    captured.visit_expr(&closure.body);
    captured.certain
}

/// What a closure binds itself.
struct Own<'a>(&'a Locals, HashSet<LocalId>);

impl<'ast> Visit<'ast> for Own<'_> {
    fn visit_pat_ident(&mut self, bound: &'ast syn::PatIdent) {
        self.1.extend(self.0.of_ident(&bound.ident));
        visit::visit_pat_ident(self, bound);
    }
}

struct Captured<'a> {
    locals: &'a Locals,
    bindings: &'a Bindings<'a>,
    own: HashSet<LocalId>,
    certain: bool,
}

impl Captured<'_> {
    /// The local of the closure's surroundings that `expr` is.
    fn outer(&self, expr: &Expr) -> Option<LocalId> {
        let local = self.locals.of_expr(expr)?;
        (!self.own.contains(&local)).then_some(local)
    }

    /// Visits a place: what it is a part of is captured by reference.
    fn place(&mut self, place: &Expr) {
        match place {
            _ if self.outer(place).is_some() => {}
            Expr::Index(index) => {
                self.place(&index.expr);
                self.visit_expr(&index.index);
            }
            Expr::Paren(inner) => self.place(&inner.expr),
            _ => self.visit_expr(place),
        }
    }
}

impl<'ast> Visit<'ast> for Captured<'_> {
    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let local = self.outer(&Expr::Path(path.clone()));
        self.certain &= local.is_none_or(|local| self.locals.get(local).plain);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let method = call.method.to_string();
        let stays = self.outer(&call.receiver).is_some_and(|local| {
            let owner = self.bindings.owner(local);
            owner.is_some_and(|owner| owner.stays(&method).is_some())
        });
        if !stays {
            self.visit_expr(&call.receiver);
        }
        for argument in &call.args {
            self.visit_expr(argument);
        }
    }

    fn visit_expr_reference(&mut self, reference: &'ast syn::ExprReference) {
        self.place(&reference.expr);
    }

    fn visit_expr_index(&mut self, index: &'ast syn::ExprIndex) {
        self.place(&index.expr);
        self.visit_expr(&index.index);
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.place(&assign.left);
        self.visit_expr(&assign.right);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if is_compound(binary.op) {
            self.place(&binary.left);
        } else {
            self.visit_expr(&binary.left);
        }
        self.visit_expr(&binary.right);
    }

    fn visit_expr_closure(&mut self, closure: &'ast ExprClosure) {
        self.certain &= closure.capture.is_none();
        visit::visit_expr_closure(self, closure);
    }

    fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {
        self.certain = false;
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        match macros::evaluated(mac).filter(|_| macros::formats(mac)) {
            Some(operands) => {
                for (operand, _) in &operands {
                    Captured::place(self, operand);
                }
            }
            None => {
                let mentioned = self.locals.mentioned_in(mac.tokens.clone());
                self.certain &= mentioned.iter().all(|local| self.own.contains(local));
            }
        }
    }
}
