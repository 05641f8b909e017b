//! What is known of each local's value, as bits.
//!
//! For each local there is a bit that it may have no value and one that it may have one, and for each question a bit that it
//! may stand. Where paths meet, the bits of both are set; more than one of a local's is [`Init::Maybe`].

use super::Init;
use super::graph::{Event, Graph, NodeId, Question};
use super::table::{Row, Table};
use crate::ir::LocalId;

/// By node and local: what is known before the node's event.
pub(super) struct Inits {
    pub(super) table: Table,
    locals: usize,
    /// By local: what is asked of it.
    questions: Vec<Vec<Question>>,
}

/// What the end of scopes does to a row.
pub(super) struct Over {
    none: Row,
    some: Row,
}

impl Inits {
    /// Nothing is known: no node has been reached.
    pub(super) fn of(graph: &Graph, locals: usize) -> Self {
        let mut questions = vec![Vec::new(); locals];
        let mut asked = 0;
        for node in (0..graph.len()).map(NodeId) {
            if let Event::Take(local, question) = graph.event(node) {
                questions[local.0].push(question);
                asked = asked.max(question.0 + 1);
            }
        }
        Self {
            table: Table::new(graph.len(), 2 * locals + asked),
            locals,
            questions,
        }
    }

    const fn some(&self, local: LocalId) -> usize {
        self.locals + local.0
    }

    const fn asked(&self, question: Question) -> usize {
        2 * self.locals + question.0
    }

    pub(super) fn at(&self, node: NodeId, local: LocalId) -> Init {
        let may_be = |bit| self.table.contains(node.0, bit);
        let known = match (may_be(local.0), may_be(self.some(local))) {
            (false, false) => Init::Unreached,
            (true, false) => Init::No,
            (false, true) => Init::Yes,
            (true, true) => return Init::Maybe,
        };
        let questions = self.questions[local.0].iter();
        let stand = questions.filter(|question| may_be(self.asked(**question)));
        stand.fold(known, |known, question| known.join(Init::Asked(*question)))
    }

    /// What the types are asked of `local`.
    pub(super) fn questions(&self, local: LocalId) -> &[Question] {
        &self.questions[local.0]
    }

    /// Says of `local` what it is, and nothing else.
    pub(super) fn set(&self, row: &mut Row, local: LocalId, init: Init) {
        row.set(local.0, init == Init::No);
        row.set(self.some(local), init == Init::Yes);
        for question in &self.questions[local.0] {
            row.set(self.asked(*question), init == Init::Asked(*question));
        }
    }

    /// What an event that ends no scope does to a row.
    pub(super) fn apply(&self, event: Event, row: &mut Row) {
        match event {
            Event::Declare(local) | Event::Move(local) => self.set(row, local, Init::No),
            Event::Take(local, question) => self.set(row, local, Init::Asked(question)),
            Event::Assign(local) => self.set(row, local, Init::Yes),
            Event::Nothing
            | Event::Borrow(_)
            | Event::Project(_)
            | Event::Part(_)
            | Event::Close(_)
            | Event::Enter(_) => {}
        }
    }

    /// What the end of the scopes of `locals` does to a row: they have no value.
    pub(super) fn over(&self, locals: &Row) -> Over {
        let (mut none, mut some) = (self.table.nothing(), self.table.nothing());
        for local in (0..self.locals).filter(|local| locals.contains(*local)) {
            none.set(local, true);
            some.set(self.some(LocalId(local)), true);
            for question in &self.questions[local] {
                some.set(self.asked(*question), true);
            }
        }
        Over { none, some }
    }
}

impl Over {
    pub(super) fn apply(&self, row: &mut Row) {
        row.remove(&self.some);
        row.add(&self.none);
    }
}
