//! Syntax to the control-flow graph.
//!
//! In: the resolved body. Out: an [`ir::Body`]. What yields is taken apart into
//! blocks; what does not stays verbatim, with its jumps to constructs that were
//! taken apart marked as leaps. Three laws: effects keep their order; what does
//! not yield is left as written; the input is never changed.
//!
//! The files: `stmt` (blocks and statements), `items`, `lets`, `let_else`, `initialiser` (`let`s), `store` (where a value goes), `destructured` (assignments that take a value apart), `operand` and `operators` (expressions in value position), `slots` (their operands
//! in order), `places` (what stays where it is), `capture` (what is evaluated ahead of a yield), `outside` (what is expected of a block's value), `ignored` (values of branches that nobody takes), `temporaries`
//! (hidden locals), `head` (what a statement or a scrutinee keeps alive), `holds` (which expressions make something that is kept), `early` (a `match` that is an operand ahead of a
//! yield), `extend` (what lives as long as a `let` binds), `out_of_branches` (of that, what may not be there), `promotion` (what is static), `scopes`, `branch`, `condition`, `guard`, `cycle`, `lending` (loops over a local by
//! reference, and delegation to one), `leap`, `leap_in_macro`, `suspend` (yield points, delegation, regions).

mod branch;
mod capture;
mod condition;
mod cycle;
mod destructured;
mod early;
mod extend;
mod guard;
mod head;
mod holds;
mod ignored;
mod initialiser;
mod items;
mod leap;
mod leap_in_macro;
mod lending;
mod let_else;
mod lets;
mod operand;
mod operators;
mod out_of_branches;
mod outside;
mod places;
mod promotion;
mod scopes;
mod slots;
mod stmt;
mod store;
mod suspend;
mod temporaries;

use crate::diagnostics::Diagnostics;
use crate::ir::{
    Block, BlockId, Body, Exit, Leap, LeapId, LocalId, Origin, Role, ScopeId, Step, Surroundings,
};
use crate::owners::Owner;
use crate::resolve::Resolved;
use proc_macro2::Span;
use quote::ToTokens;
use syn::{Expr, Path, Stmt, Type, parse_quote};

/// What generated code needs to name.
pub(crate) struct Names {
    /// `coro::__private`.
    pub(crate) private: Path,
    pub(crate) yields: Type,
    pub(crate) resume: Type,
    pub(crate) throws: Type,
}

/// Where the value of an expression goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Destination {
    Discard,
    /// Nowhere, for there is none: it is `()`.
    Nothing,
    Local(LocalId),
    Return,
}

impl Destination {
    /// Whether nobody takes the value.
    fn ignores(self) -> bool {
        matches!(self, Self::Discard | Self::Nothing)
    }
}

/// Where an expression stands, for the temporaries it makes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Stands {
    /// They end with the statement around it.
    #[default]
    Statement,
    /// It is an operand: those of the head of a `match` (in parentheses or not) belong to what it
    /// is an operand of.
    Operand,
    /// They end with the expression itself: the tail of a block, a condition.
    /// What its operands are kept in is of the same scope.
    End,
}

/// What a leap may go to.
struct Frame {
    label: Option<String>,
    kind: FrameKind,
}

#[derive(Clone, Copy)]
enum FrameKind {
    Loop {
        head: BlockId,
        after: BlockId,
        value: Destination,
    },
    /// `while` and `for`: no value.
    Cycle {
        head: BlockId,
        after: BlockId,
    },
    Block {
        after: BlockId,
        value: Destination,
    },
    /// `co_try!`: where what is thrown arrives.
    Region {
        outcome: LocalId,
        after: BlockId,
    },
}

/// Builds the graph of `resolved`.
pub(crate) fn build(resolved: Resolved, names: &Names, diagnostics: &mut Diagnostics) -> Body {
    let Resolved {
        locals,
        parameters,
        body,
    } = resolved;
    let mut builder = Builder {
        body: Body {
            locals,
            scopes: Vec::new(),
            blocks: Vec::new(),
            leaps: Vec::new(),
            items: Vec::new(),
            own: Vec::new(),
            unreachable: Vec::new(),
            left_out: Vec::new(),
            sent: Owner::of_type(&names.resume),
            delegates: false,
        },
        names,
        diagnostics,
        current: None,
        scopes: Vec::new(),
        frames: Vec::new(),
        held: Vec::new(),
        operands: Vec::new(),
        own: Vec::new(),
        surroundings: Surroundings::default(),
        home: None,
        finished: 0,
        stands: Stands::Statement,
        ending: None,
        in_order: Vec::new(),
        whole: body.to_token_stream(),
    };
    // Open before the first block is made: arguments are in scope from its start.
    let arguments = builder.open(false);
    let start = builder.block(Role::Start);
    builder.current = Some(start);
    for parameter in parameters {
        builder.body.locals.get_mut(parameter).scope = Some(arguments);
    }
    builder.block_into(&body, Destination::Return);
    builder.body
}

struct Builder<'a> {
    body: Body,
    names: &'a Names,
    diagnostics: &'a mut Diagnostics,
    /// The block being written; `None` where control cannot be.
    current: Option<BlockId>,
    /// Open scopes, innermost last.
    scopes: Vec<ScopeId>,
    frames: Vec<Frame>,
    /// Scopes in which a temporary is held to the scope's end.
    held: Vec<ScopeId>,
    /// Operands that wait to be moved, in the order of their evaluation.
    operands: Vec<LocalId>,
    /// Macros of the body that name locals.
    own: Vec<proc_macro2::Ident>,
    /// What the code of the user's that is built stands in.
    surroundings: Surroundings,
    /// Where temporaries go while so many scopes are open: around what a
    /// condition's patterns bind.
    home: Option<(ScopeId, usize)>,
    /// Where the next expression stands.
    stands: Stands,
    /// The scope of an expression that stands at an end, while nothing of it is evaluated.
    ending: Option<ScopeId>,
    /// Operands of one that does: they are dropped in the order of what is held beside them.
    in_order: Vec<LocalId>,
    /// How many blocks have ended.
    finished: usize,
    /// The body's tokens.
    whole: proc_macro2::TokenStream,
}

impl Builder<'_> {
    fn block(&mut self, role: Role) -> BlockId {
        let id = BlockId(self.body.blocks.len());
        self.body.blocks.push(Block {
            role,
            steps: Vec::new(),
            exit: Exit::Diverge,
            open: self.scopes.clone(),
            marker: None,
            surroundings: self.surroundings.clone(),
            waits: false,
            joins: None,
            position: (usize::MAX, 0),
            end: (usize::MAX, 0),
        });
        id
    }

    fn step(&mut self, step: Step) {
        if let Some(current) = self.current {
            self.body.blocks[current.0].steps.push(step);
        }
    }

    fn code(&mut self, stmt: Stmt) {
        self.spend(&stmt);
        self.step(Step::Code(stmt));
    }

    /// Ends the current block.
    fn exit(&mut self, exit: Exit) {
        if let Some(current) = self.current.take() {
            self.finished += 1;
            let block = &mut self.body.blocks[current.0];
            block.exit = exit;
            block.position = (self.finished, 0);
            block.end = block.position;
        }
    }

    /// Closes what is open here and not at `target`, and goes there.
    fn goto(&mut self, target: BlockId) {
        let keep = self.body.block(target).open.len();
        for at in (keep..self.scopes.len()).rev() {
            self.step(Step::Close(self.scopes[at]));
        }
        self.exit(Exit::Goto(target));
    }

    /// A hidden local among the temporaries.
    fn hidden(&mut self, name: &str, span: Span) -> LocalId {
        let span = Span::mixed_site().located_at(span);
        let id = self.body.locals.add(name, Some(span), Origin::Hidden, span);
        self.body.locals.get_mut(id).scope = self.temporaries();
        id
    }

    /// The locals that `pattern` binds belong to the innermost scope.
    fn adopt(&mut self, pattern: &syn::Pat) {
        let scope = self.scopes.last().copied();
        for id in crate::flow::patterns::bound(pattern, &self.body.locals) {
            self.body.locals.get_mut(id).scope = scope;
        }
    }

    /// A pattern that takes its value apart: what `_` would leave behind is held
    /// in the innermost scope.
    fn held_pattern(&mut self, pattern: &syn::Pat) -> syn::Pat {
        let mut pattern = pattern.clone();
        if !crate::flow::patterns::leaves_in_order(&pattern) {
            return pattern;
        }
        let mut number = 0;
        crate::flow::patterns::name_rest(&mut pattern, &mut || {
            let span = Span::mixed_site();
            number += 1;
            // Names in one pattern differ.
            let name = match number {
                1 => "rest".to_owned(),
                _ => format!("rest{number}"),
            };
            let id = self.body.locals.add(&name, None, Origin::Hidden, span);
            self.body.locals.tag(id, span)
        });
        pattern
    }

    fn mention(&self, id: LocalId) -> Expr {
        let span = self.body.locals.get(id).span;
        let tag = self.body.locals.tag(id, span);
        parse_quote!(#tag)
    }

    fn leap(&mut self, leap: Leap) -> LeapId {
        let id = LeapId(self.body.leaps.len());
        self.body.leaps.push(leap);
        id
    }
}
