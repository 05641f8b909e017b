//! The control-flow graph, data only.
//!
//! A [`Body`] is blocks of steps. Code that does not yield stays syntax, with
//! each local spelled by its tag (a name no one else writes, see `resolve`) and
//! each leap (a jump out of verbatim code) spelled by a reserved call. What a
//! block does is its steps in order, then its exit.

mod calls;
#[cfg(test)]
pub(crate) mod check;
mod exit;
mod locals;
#[cfg(test)]
pub(crate) mod mermaid;
#[cfg(test)]
pub(crate) mod text;

pub(crate) use calls::*;
pub(crate) use exit::{Exit, MatchArm};
pub(crate) use locals::{Closures, Local, Locals, Origin};

use crate::owners::Owner;
use crate::syntax::diverge;
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{Expr, ItemUse, Stmt};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub(crate) struct $name(pub(crate) usize);
    };
}
id!(
    /// A local: an argument, a binding of the user, or a hidden temporary.
    LocalId
);
id!(
    /// A basic block.
    BlockId
);
id!(
    /// A drop scope.
    ScopeId
);
id!(
    /// A leap: a jump out of verbatim code.
    LeapId
);
id!(
    /// A part that is taken out of a local which stays whole.
    PartId
);
id!(
    /// An argument whose type a question asks for.
    TypedId
);

/// One thing a block does.
#[derive(Clone)]
#[expect(clippy::large_enum_variant, reason = "most steps are code")]
pub(crate) enum Step {
    /// Verbatim code.
    Code(Stmt),
    /// The scope of a local that is assigned later begins.
    Declare(LocalId),
    Open(ScopeId),
    Close(ScopeId),
}

/// What a block is for; its state is named after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    Start,
    /// Where execution goes on after a suspension.
    Yield,
    Delegate,
    Loop,
    Then,
    Else,
    Arm,
    After,
    Catch,
}

/// A basic block.
#[derive(Clone)]
pub(crate) struct Block {
    pub(crate) role: Role,
    pub(crate) steps: Vec<Step>,
    pub(crate) exit: Exit,
    /// The scopes that are open where the block begins, outermost first.
    pub(crate) open: Vec<ScopeId>,
    /// Of the marker, where the block goes on after one.
    pub(crate) marker: Option<Span>,
    /// Its place in the order of the program; a part cut off stands behind the rest.
    pub(crate) position: (usize, usize),
    /// The place of its last part, once blocks in a straight line are one.
    pub(crate) end: (usize, usize),
    pub(crate) surroundings: Surroundings,
    /// Control comes to it from one branch of this block, whose others never do: it is written behind the branches (see
    /// `simplify::joins`).
    pub(crate) joins: Option<BlockId>,
    /// Its arm comes after the states before it, which say what its types are (see `simplify::waits`).
    pub(crate) waits: bool,
}

/// What code has to stand in, wherever it is printed.
#[derive(Clone, Default)]
pub(crate) struct Surroundings {
    /// The user's `unsafe` block.
    pub(crate) unsafety: Option<Span>,
    /// What inner blocks import, each for itself, the outer ones first.
    pub(crate) imports: Vec<Vec<ItemUse>>,
}

impl Surroundings {
    /// Whether code of both may be printed as one.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.unsafety.is_some() == other.unsafety.is_some() && self.imports == other.imports
    }
}

/// A piece of verbatim code.
#[derive(Clone, Copy)]
pub(crate) enum Code<'a> {
    Stmt(&'a Stmt),
    Expr(&'a Expr),
}

impl<'a> Code<'a> {
    pub(crate) fn visit(self, visitor: &mut impl syn::visit::Visit<'a>) {
        match self {
            Self::Stmt(stmt) => visitor.visit_stmt(stmt),
            Self::Expr(expr) => visitor.visit_expr(expr),
        }
    }

    pub(crate) fn tokens(self) -> TokenStream {
        match self {
            Self::Stmt(stmt) => stmt.to_token_stream(),
            Self::Expr(expr) => expr.to_token_stream(),
        }
    }
}

impl Block {
    /// The verbatim code of the block, in order.
    pub(crate) fn code(&self) -> Vec<Code<'_>> {
        let mut code: Vec<Code<'_>> = Vec::new();
        for step in &self.steps {
            if let Step::Code(stmt) = step {
                code.push(Code::Stmt(stmt));
            }
        }
        code.extend(self.exit.code().into_iter().map(Code::Expr));
        code
    }

    /// What is left of a block that became a part of another.
    pub(crate) fn nothing() -> Self {
        Self {
            role: Role::After,
            steps: Vec::new(),
            exit: Exit::Diverge,
            open: Vec::new(),
            marker: None,
            position: (0, 0),
            end: (0, 0),
            surroundings: Surroundings::default(),
            waits: false,
            joins: None,
        }
    }
}

/// A drop scope.
#[derive(Clone, Copy)]
pub(crate) struct Scope {
    /// Holds what the pattern before it binds.
    pub(crate) binding: bool,
    /// And that is what an iterator gives.
    pub(crate) given: bool,
    pub(crate) parent: Option<ScopeId>,
}

/// Where a leap goes.
#[derive(Clone, Copy)]
pub(crate) struct Leap {
    pub(crate) target: BlockId,
}

/// A `macro_rules!` that names locals. It finds those that were bound before it, so it has to stand behind them.
#[derive(Clone)]
pub(crate) struct OwnMacro {
    pub(crate) item: syn::ItemMacro,
    /// Where it is defined.
    pub(crate) scope: Option<ScopeId>,
    /// What a call of it mentions.
    pub(crate) mentions: Vec<LocalId>,
    /// What it assigns to.
    pub(crate) assigns: Vec<LocalId>,
}

/// A coroutine as a graph.
#[derive(Clone)]
pub(crate) struct Body {
    pub(crate) locals: Locals,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) leaps: Vec<Leap>,
    /// Items of blocks that were taken apart: visible in every arm.
    pub(crate) items: Vec<syn::Item>,
    /// Macros of the body that name locals: each arm defines them anew.
    pub(crate) own: Vec<OwnMacro>,
    /// Statements that control never comes to, each behind the one that never ends.
    pub(crate) unreachable: Vec<(Span, Span)>,
    /// What these mention.
    pub(crate) left_out: Vec<LocalId>,
    /// What a sent value owns, as its type is spelled.
    pub(crate) sent: Option<Owner>,
    /// Whether anything is delegated to, were it never to be reached.
    pub(crate) delegates: bool,
}

pub(crate) const ENTRY: BlockId = BlockId(0);

impl Body {
    /// The macro `name`, if it is one of the body's own.
    pub(crate) fn own_macro(&self, name: &proc_macro2::Ident) -> Option<&OwnMacro> {
        let named = |own: &&OwnMacro| own.item.ident.as_ref() == Some(name);
        self.own.iter().rfind(named)
    }

    /// What a call of the macro `name` mentions, if it is one of the body's own.
    pub(crate) fn mentioned_by(&self, name: &proc_macro2::Ident) -> &[LocalId] {
        self.own_macro(name).map_or(&[], |own| &own.mentions)
    }

    pub(crate) fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.0]
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        (0..self.blocks.len()).map(BlockId)
    }

    /// Whether the coroutine may stand in a state between two resumes.
    pub(crate) fn is_resumed(&self, state: BlockId) -> bool {
        state == ENTRY || self.block(state).marker.is_some()
    }

    /// Whether `inner` is `outer` or lies inside it.
    pub(crate) fn encloses(&self, outer: ScopeId, inner: ScopeId) -> bool {
        let mut at = Some(inner);
        while let Some(scope) = at {
            if scope == outer {
                return true;
            }
            at = self.scopes[scope.0].parent;
        }
        false
    }
}

/// Whether an expression is a place, of a local or of a value.
pub(crate) fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) | Expr::Field(_) | Expr::Index(_) => true,
        Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Deref(_)),
        Expr::Paren(inner) => is_place(&inner.expr),
        Expr::Group(inner) => is_place(&inner.expr),
        _ => false,
    }
}

/// `()`.
pub(crate) fn is_unit(value: &Expr) -> bool {
    matches!(value, Expr::Tuple(tuple) if tuple.elems.is_empty())
}

/// What a `*` is written ahead of.
pub(crate) fn behind(pointed: &Expr) -> &Expr {
    match pointed {
        Expr::Unary(unary) => &unary.expr,
        Expr::Paren(inner) => behind(&inner.expr),
        other => other,
    }
}

/// Whether verbatim code visibly never ends normally; a leap out of it does not.
pub(crate) fn diverges(expr: &Expr) -> bool {
    diverge::expr(expr, |call| leap_of(call).is_some() || is_finish(call))
}
