//! Self-check of the graph.
//!
//! In: a simplified graph. Out: `Ok`, or the first law that it breaks, in words.
//! The laws: every block and leap that is named exists; scopes nest, close from
//! the inside out, and only when open; where control goes, nothing is open that
//! is not open where it comes from; code names no local, marker or scope that is
//! unknown there; a block that leads nowhere ends in code that does not end; a block stands after one that leads to it, and control only
//! goes back to the head of a loop.

use super::{BlockId, Body, ENTRY, Exit, LeapId, LocalId, ScopeId, Step};
use crate::syntax::markers::Marker;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::Stmt;

/// Checks a simplified graph.
pub(crate) fn check(body: &Body) -> Result<(), String> {
    if body.blocks.is_empty() {
        return Err("there is no entry".to_owned());
    }
    let mut edges = Vec::new();
    for id in body.ids() {
        let mut walk = Walk::begin(body, id)?;
        walk.steps()?;
        walk.exit()?;
        edges.extend(walk.edges.into_iter().map(|target| (id, target)));
    }
    order(body, &edges)
}

/// One block, read from its start.
struct Walk<'a> {
    body: &'a Body,
    id: BlockId,
    /// Open here, outermost first.
    open: Vec<ScopeId>,
    /// Where control goes from here.
    edges: Vec<BlockId>,
}

impl<'a> Walk<'a> {
    fn begin(body: &'a Body, id: BlockId) -> Result<Self, String> {
        let mut walk = Self {
            body,
            id,
            open: Vec::new(),
            edges: Vec::new(),
        };
        for scope in &body.block(id).open {
            walk.open(*scope)?;
        }
        Ok(walk)
    }

    /// Whether the last code of the block does not come to an end.
    fn ends_there(&self) -> bool {
        let mut code = self.body.block(self.id).steps.iter().rev();
        let last = code.find_map(|step| match step {
            Step::Code(stmt) => Some(stmt),
            _ => None,
        });
        match last {
            Some(Stmt::Expr(expr, _)) => super::diverges(expr),
            Some(Stmt::Local(local)) => {
                let init = local.init.as_ref();
                init.is_some_and(|init| super::diverges(&init.expr))
            }
            Some(Stmt::Macro(_)) => true,
            _ => false,
        }
    }

    fn wrong<T>(&self, what: impl std::fmt::Display) -> Result<T, String> {
        Err(format!("b{}: {what}", self.id.0))
    }

    fn open(&mut self, scope: ScopeId) -> Result<(), String> {
        if scope.0 >= self.body.scopes.len() {
            return self.wrong(format_args!("s{} does not exist", scope.0));
        }
        if let Some(outer) = self.open.last()
            && (*outer == scope || !self.body.encloses(*outer, scope))
        {
            return self.wrong(format_args!("s{} is not inside s{}", scope.0, outer.0));
        }
        self.open.push(scope);
        Ok(())
    }

    fn steps(&mut self) -> Result<(), String> {
        for step in &self.body.block(self.id).steps {
            match step {
                Step::Open(scope) => self.open(*scope)?,
                Step::Close(scope) => match self.open.pop() {
                    Some(open) if open == *scope => {}
                    Some(open) => {
                        let (closed, open) = (scope.0, open.0);
                        return self.wrong(format_args!("s{closed} closes before s{open}"));
                    }
                    None => return self.wrong(format_args!("s{} is not open", scope.0)),
                },
                Step::Declare(local) => self.visible(*local)?,
                Step::Code(stmt) => self.code(stmt.to_token_stream(), Self::visible)?,
            }
        }
        Ok(())
    }

    fn exit(&mut self) -> Result<(), String> {
        let visible = Self::visible;
        // What a pattern binds belongs to a scope that opens at its target.
        let known = |_: &Self, _: LocalId| Ok(());
        match &self.body.block(self.id).exit {
            Exit::Goto(target) => self.edge(*target),
            Exit::Branch {
                condition,
                then,
                otherwise,
            } => {
                self.code(condition.to_token_stream(), known)?;
                self.bound_edge(*then)?;
                self.edge(*otherwise)
            }
            Exit::Match {
                scrutinee, arms, ..
            } => {
                self.code(scrutinee.to_token_stream(), visible)?;
                for arm in arms {
                    self.code(arm.pattern.to_token_stream(), known)?;
                    self.code(arm.guard.to_token_stream(), known)?;
                    self.edge(arm.target)?;
                }
                Ok(())
            }
            Exit::Yield { value, resume, .. } => {
                self.code(value.to_token_stream(), visible)?;
                self.edge(*resume)
            }
            Exit::Delegate {
                delegate,
                resume,
                arms,
                ..
            } => {
                self.visible(*delegate)?;
                if *resume != self.id {
                    return self.wrong("a delegate is resumed by its own block");
                }
                self.edge(*resume)?;
                for arm in arms {
                    self.code(arm.pattern.to_token_stream(), known)?;
                    self.edge(arm.target)?;
                }
                Ok(())
            }
            Exit::Return(value, _) => self.code(value.to_token_stream(), visible),
            Exit::Diverge if self.ends_there() => Ok(()),
            Exit::Diverge => self.wrong("control gets to its end, and goes nowhere"),
        }
    }

    /// An edge on which a condition binds: into scopes of what it binds.
    fn bound_edge(&mut self, target: BlockId) -> Result<(), String> {
        let open = self.open.len();
        if let Some(block) = self.body.blocks.get(target.0) {
            for scope in block.open.iter().skip(open) {
                if self.body.scopes.get(scope.0).is_some_and(|s| s.binding) {
                    self.open(*scope)?;
                }
            }
        }
        let answer = self.edge(target);
        self.open.truncate(open);
        answer
    }

    fn edge(&mut self, target: BlockId) -> Result<(), String> {
        if target == ENTRY {
            return self.wrong("the entry is a target");
        }
        let Some(block) = self.body.blocks.get(target.0) else {
            return self.wrong(format_args!("b{} does not exist", target.0));
        };
        if !self.open.starts_with(&block.open) {
            let (here, there) = (scopes(&self.open), scopes(&block.open));
            let target = target.0;
            return self.wrong(format_args!(
                "[{here}] is open, and b{target} begins in [{there}]"
            ));
        }
        self.edges.push(target);
        Ok(())
    }

    /// The names in code: tags, leaps, and markers, of which none may be left.
    fn code(
        &mut self,
        tokens: TokenStream,
        local: impl Copy + Fn(&Self, LocalId) -> Result<(), String>,
    ) -> Result<(), String> {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.code(group.stream(), local)?,
                TokenTree::Ident(ident) => self.name(&ident.to_string(), local)?,
                TokenTree::Literal(literal) => {
                    // A format string names locals; what else it says is text.
                    for word in words(&literal.to_string()) {
                        if let Some(known) = self.body.locals.of_tag(word) {
                            local(self, known)?;
                        }
                    }
                }
                TokenTree::Punct(_) => {}
            }
        }
        Ok(())
    }

    fn name(
        &mut self,
        name: &str,
        local: impl Fn(&Self, LocalId) -> Result<(), String>,
    ) -> Result<(), String> {
        if let Some(known) = self.body.locals.of_tag(name) {
            return local(self, known);
        }
        if is_tag(name) {
            return self.wrong(format_args!("`{name}` is no local"));
        }
        if let Some(leap) = name.strip_prefix("__leap_").and_then(|n| n.parse().ok()) {
            let LeapId(leap) = LeapId(leap);
            let Some(leap) = self.body.leaps.get(leap) else {
                return self.wrong(format_args!("`{name}` does not exist"));
            };
            return self.edge(leap.target);
        }
        if Marker::of_call(name).is_some() {
            return self.wrong(format_args!("`{name}` is left"));
        }
        Ok(())
    }

    /// A local of the graph is mentioned inside its scope.
    fn visible(&self, local: LocalId) -> Result<(), String> {
        let known = self.body.locals.get(local);
        match known.scope {
            Some(scope) if !self.open.contains(&scope) => self.wrong(format_args!(
                "`{}` belongs to s{}, and [{}] is open",
                known.name,
                scope.0,
                scopes(&self.open)
            )),
            _ => Ok(()),
        }
    }
}

/// A block stands after one that leads to it; what goes back closes a loop.
fn order(body: &Body, edges: &[(BlockId, BlockId)]) -> Result<(), String> {
    for id in body.ids().skip(1) {
        if !edges.iter().any(|(from, to)| *to == id && *from < id) {
            return Err(format!("b{}: no block before it leads to it", id.0));
        }
    }
    for (from, to) in edges.iter().filter(|(from, to)| to <= from) {
        if !reaches(*to, *from, edges) {
            let (from, to) = (from.0, to.0);
            return Err(format!("b{from}: b{to} stands before it and is no loop"));
        }
    }
    Ok(())
}

/// Whether `from` leads to `to` through blocks that stand after it.
fn reaches(from: BlockId, to: BlockId, edges: &[(BlockId, BlockId)]) -> bool {
    let (mut seen, mut work) = (vec![from], vec![from]);
    while let Some(at) = work.pop() {
        if at == to {
            return true;
        }
        for (_, next) in edges.iter().filter(|(source, _)| *source == at) {
            if *next > from && !seen.contains(next) {
                seen.push(*next);
                work.push(*next);
            }
        }
    }
    false
}

fn scopes(open: &[ScopeId]) -> String {
    let names: Vec<String> = open.iter().map(|scope| format!("s{}", scope.0)).collect();
    names.join(" ")
}

/// `__l7_name`.
fn is_tag(name: &str) -> bool {
    name.strip_prefix("__l")
        .and_then(|rest| rest.split_once('_'))
        .is_some_and(|(number, _)| number.parse::<usize>().is_ok())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
}
