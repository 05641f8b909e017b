//! Blocks to events.
//!
//! In: the simplified graph. Out: a [`Graph`]: each block's steps in order, the
//! exit's own mentions, what a pattern binds on the way to its target, and a
//! node for each point where control leaves an arm.

use super::again::Touch;
use super::graph::{Event, Graph, Left, NodeId, Taken, What};
use super::patterns;
use crate::ir::{Block, BlockId, Body, Exit, LocalId, Locals, Step};
use crate::simplify;
use syn::spanned::Spanned;
use syn::{Expr, Pat, Stmt};

pub(super) fn record(body: &Body) -> Graph {
    let mut graph = Graph::default();
    for id in body.ids() {
        let entry = graph.node(Event::Enter(id));
        let begun = graph.node(Event::Nothing);
        graph.link(entry, begun);
        graph.head(entry, begun);
    }
    for id in body.ids() {
        let mut recorder = Recorder {
            current: Some(graph.begin(id)),
            graph: &mut graph,
            locals: &body.locals,
            body,
            block: id,
            cycles: Vec::new(),
            declared: Vec::new(),
            asks: true,
            called: Vec::new(),
            in_unsafe: body.block(id).surroundings.unsafety.is_some(),
        };
        recorder.block(body.block(id));
    }
    graph
}

/// A verbatim construct that `break` or `continue` may name.
pub(super) struct Cycle {
    pub(super) label: Option<String>,
    /// `None` for a labelled block.
    pub(super) head: Option<NodeId>,
    pub(super) after: NodeId,
}

pub(super) struct Recorder<'a> {
    pub(super) graph: &'a mut Graph,
    pub(super) locals: &'a Locals,
    pub(super) body: &'a Body,
    pub(super) block: BlockId,
    /// `None` where control cannot be.
    pub(super) current: Option<NodeId>,
    pub(super) cycles: Vec<Cycle>,
    /// Declared in this block so far.
    pub(super) declared: Vec<LocalId>,
    /// Whether the types may be asked: not of what a closure captures.
    pub(super) asks: bool,
    /// What code of which the types are not asked calls: with how many arguments, and where.
    pub(super) called: Vec<(LocalId, usize, proc_macro2::Span)>,
    /// What may be unsafe is not called again, not even where no code runs.
    pub(super) in_unsafe: bool,
}

impl Recorder<'_> {
    /// Code mentions a local, at `span`.
    pub(super) fn mention(&mut self, event: Event, span: proc_macro2::Span) {
        self.mention_part(event, span, None);
    }

    /// The same, of a part of the local.
    pub(super) fn mention_part(
        &mut self,
        event: Event,
        span: proc_macro2::Span,
        touch: Option<Touch>,
    ) -> Option<NodeId> {
        let node = self.append(event)?;
        self.graph.set_span(node, span);
        if let Some(local) = event.mentions() {
            self.graph.note_mention(self.block, local, span);
        }
        if let Some(touch) = touch {
            self.graph.set_touch(node, touch);
        }
        Some(node)
    }

    /// `taken` is evaluated by value, out of `local`. `otherwise`: how that is read where the types cannot be asked.
    pub(super) fn take(&mut self, local: LocalId, taken: Expr, otherwise: Option<Event>) {
        let span = taken.span();
        self.ask(local, What::Value(Box::new(taken)), span, otherwise);
    }

    /// As `take`, by what touches so much and may leave a part behind.
    pub(super) fn take_part(
        &mut self,
        local: LocalId,
        taken: Expr,
        (left, nested, touch): (Option<Left>, Vec<(Expr, Expr)>, Option<Touch>),
        otherwise: Option<Event>,
    ) {
        let span = taken.span();
        let what = What::Value(Box::new(taken));
        self.ask_of(local, (what, left, nested), (span, touch), otherwise);
    }

    /// The types say whether `what` takes `local`. `otherwise`: how that is read where they cannot be asked.
    pub(super) fn ask(
        &mut self,
        local: LocalId,
        what: What,
        span: proc_macro2::Span,
        otherwise: Option<Event>,
    ) {
        self.ask_of(local, (what, None, Vec::new()), (span, None), otherwise);
    }

    fn ask_of(
        &mut self,
        local: LocalId,
        (what, left, nested): (What, Option<Left>, Vec<(Expr, Expr)>),
        (span, touch): (proc_macro2::Span, Option<Touch>),
        otherwise: Option<Event>,
    ) {
        if self.asks && !self.locals.get(local).whole {
            let moves = left.is_some() || matches!(otherwise, Some(Event::Move(_)));
            let question = self.graph.ask(Taken {
                what,
                left,
                nested,
                moves,
            });
            self.mention_part(Event::Take(local, question), span, touch);
        } else if let Some(event) = otherwise {
            self.mention_part(event, span, touch);
        }
    }

    pub(super) fn event(&mut self, event: Event) {
        self.append(event);
    }

    fn append(&mut self, event: Event) -> Option<NodeId> {
        let current = self.current?;
        // What is taken of it is not always seen to be (`resolve::parts`).
        if let Event::Part(local) = event {
            self.graph.note_doubted(local);
        }
        let node = self.graph.node(event);
        self.graph.link(current, node);
        let after = self.graph.node(Event::Nothing);
        self.graph.link(node, after);
        self.current = Some(after);
        Some(node)
    }

    /// Code assigns `local`, at `span`.
    pub(super) fn assign_at(&mut self, local: LocalId, span: proc_macro2::Span) {
        if let Some(current) = self.current {
            self.graph.note_assignment(current, local, span);
        }
        self.assign(local);
    }

    pub(super) fn assign(&mut self, local: LocalId) {
        if !self.declared.contains(&local) {
            self.graph.set_assigned(self.block, local);
        }
        self.event(Event::Assign(local));
    }

    /// What a pattern binds gets its value.
    pub(super) fn bind(&mut self, pattern: &Pat) {
        for local in patterns::bound(pattern, self.locals) {
            self.declared.push(local);
            self.event(Event::Declare(local));
            self.event(Event::Assign(local));
        }
    }

    pub(super) fn link_to(&mut self, target: NodeId) {
        if let Some(current) = self.current {
            self.graph.link(current, target);
        }
    }

    fn block(&mut self, block: &Block) {
        for (at, step) in block.steps.iter().enumerate() {
            if simplify::ends(block, at) {
                self.graph.set_closing(self.block);
            }
            match step {
                Step::Code(stmt) => self.statement(stmt),
                Step::Declare(local) => self.event(Event::Declare(*local)),
                Step::Open(_) => {}
                Step::Close(scope) => self.event(Event::Close(*scope)),
            }
        }
        self.exit(&block.exit);
    }

    fn leave(&mut self) {
        let node = self.graph.node(Event::Nothing);
        self.link_to(node);
        self.graph.set_exit(self.block, node);
        self.current = self.current.map(|_| node);
    }

    fn exit(&mut self, exit: &Exit) {
        match exit {
            Exit::Goto(target) => {
                self.leave();
                self.link_to(self.graph.entry(*target));
            }
            Exit::Branch {
                condition,
                then,
                otherwise,
            } => self.branch(condition, *then, *otherwise),
            Exit::Match {
                scrutinee, arms, ..
            } => {
                self.scrutinee(scrutinee);
                let taken = taken_by(scrutinee, arms.iter().map(|arm| &arm.pattern));
                let mut fork = self.current;
                for arm in arms {
                    self.current = fork;
                    let target = self.graph.entry(arm.target);
                    let guard = arm.guard.as_ref();
                    self.arm(taken, (&arm.pattern, guard), &mut fork);
                    self.link_to(target);
                }
                self.current = fork;
                self.leave();
            }
            Exit::Yield { value, resume, .. } => {
                self.value(value);
                self.leave();
                self.link_to(self.graph.entry(*resume));
            }
            Exit::Delegate {
                delegate,
                resume,
                arms,
                marker,
                ..
            } => {
                self.mention(Event::Borrow(*delegate), *marker);
                let fork = self.current;
                for arm in arms {
                    self.bind(&arm.pattern);
                    self.link_to(self.graph.entry(arm.target));
                    self.current = fork;
                }
                self.leave();
                self.link_to(self.graph.entry(*resume));
            }
            Exit::Return(value, _) => {
                self.value(value);
                self.leave();
            }
            Exit::Diverge => self.leave(),
        }
    }

    /// What happens before an arm is taken: its guard may have run although it is not.
    pub(super) fn arm(
        &mut self,
        scrutinee: Option<&Expr>,
        (pattern, guard): (&Pat, Option<&Expr>),
        fork: &mut Option<NodeId>,
    ) {
        let Some(guard) = guard else {
            if let Some(scrutinee) = scrutinee {
                self.taken(scrutinee, pattern);
            }
            return self.bind(pattern);
        };
        self.bind(pattern);
        self.truth(guard);
        let passed = self.current;
        let failed = self.graph.node(Event::Nothing);
        self.link_to(failed);
        self.current = *fork;
        self.link_to(failed);
        *fork = fork.map(|_| failed);
        // Nothing is moved out before the guard has passed.
        self.current = passed;
        if let Some(scrutinee) = scrutinee {
            self.taken(scrutinee, pattern);
        }
    }

    fn branch(&mut self, condition: &Expr, then: BlockId, otherwise: BlockId) {
        let failed = self.graph.node(Event::Nothing);
        self.condition(condition, failed);
        self.link_to(self.graph.entry(then));
        self.current = Some(failed);
        self.link_to(self.graph.entry(otherwise));
        self.leave();
    }

    pub(super) fn statement(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Local(local) => self.local(local),
            Stmt::Expr(expr, _) => self.value(expr),
            Stmt::Macro(mac) => self.macro_call(&mac.mac),
            // A macro mentions nothing before it is called; where it is verbatim, its calls are not looked at.
            Stmt::Item(syn::Item::Macro(item)) => {
                let own = item.ident.as_ref().map(|name| self.body.mentioned_by(name));
                if own.is_none_or(<[_]>::is_empty) {
                    self.tokens(item.mac.tokens.clone());
                }
            }
            Stmt::Item(_) => {}
        }
    }

    fn local(&mut self, local: &syn::Local) {
        let Some(init) = &local.init else {
            for id in patterns::bound(&local.pat, self.locals) {
                self.declared.push(id);
                self.event(Event::Declare(id));
            }
            return;
        };
        let pattern = patterns::untyped(&local.pat);
        self.scrutinee(&init.expr);
        if let Some((_, diverge)) = &init.diverge {
            let fork = self.current;
            self.value(diverge);
            self.current = fork;
        }
        self.taken(&init.expr, pattern);
        self.bind(pattern);
    }
}

/// What the arms of a `match` take what they bind from: nothing, if one of them shows that it is a copy.
pub(super) fn taken_by<'a, 'p>(
    scrutinee: &'a Expr,
    mut patterns: impl Iterator<Item = &'p Pat>,
) -> Option<&'a Expr> {
    (!patterns.any(patterns::is_of_copies)).then_some(scrutinee)
}
