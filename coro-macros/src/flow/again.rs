//! Whether a part that is moved out of a local is mentioned again.
//!
//! Such a part leaves an empty value in its place (`coro-core/src/part.rs`), so rustc does not see that it was moved. In: a
//! graph whose mentions say what they touch of their local. Out: the parts of which some may be mentioned after it was taken,
//! before it is assigned; the types have to say that those are copies.

use super::graph::{Event, Graph, NodeId};
use crate::ir::{LocalId, Locals, PartId};
use std::collections::HashSet;
use syn::{Expr, Member, Pat};

/// What a mention touches of its local.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Touch {
    /// A field of a field of ..
    Field(Vec<String>),
    /// These fields.
    Some(Vec<String>),
    /// All fields but these.
    But(Vec<String>),
}

impl Touch {
    pub(crate) const NOTHING: Self = Self::Some(Vec::new());

    /// Whether it is, or is a part of, or has as a part what is at `path`.
    fn meets(&self, path: &[String]) -> bool {
        let Some(first) = path.first() else {
            return true;
        };
        match self {
            Self::Field(field) => field.iter().zip(path).all(|(a, b)| a == b),
            Self::Some(fields) => fields.contains(first),
            Self::But(fields) => !fields.contains(first),
        }
    }

    /// The fields that it names.
    pub(super) fn fields(self) -> Option<Vec<String>> {
        match self {
            Self::Some(fields) => Some(fields),
            Self::Field(_) | Self::But(_) => None,
        }
    }

    /// What a pattern binds or looks at. `None`: all.
    pub(crate) fn of_pattern(pattern: &Pat) -> Option<Self> {
        let looks = |pattern: &&Pat| !matches!(pattern, Pat::Wild(_) | Pat::Rest(_));
        let fields = match pattern {
            Pat::Paren(inner) => return Self::of_pattern(&inner.pat),
            Pat::Type(typed) => return Self::of_pattern(&typed.pat),
            Pat::Struct(parts) => {
                let parts = parts.fields.iter().filter(|part| looks(&&*part.pat));
                parts.map(|part| name(&part.member)).collect()
            }
            Pat::Tuple(syn::PatTuple { elems, .. })
            | Pat::TupleStruct(syn::PatTupleStruct { elems, .. }) => {
                let rest = elems.iter().position(|part| matches!(part, Pat::Rest(_)));
                if rest.is_some_and(|at| at + 1 < elems.len()) {
                    return None;
                }
                let parts = elems.iter().enumerate().filter(|(_, part)| looks(part));
                parts.map(|(at, _)| at.to_string()).collect()
            }
            Pat::Or(or) => {
                let mut all = Vec::new();
                for case in &or.cases {
                    match Self::of_pattern(case)? {
                        Self::Some(mut fields) => all.append(&mut fields),
                        _ => return None,
                    }
                }
                all
            }
            Pat::Wild(_) => Vec::new(),
            _ => return None,
        };
        Some(Self::Some(fields))
    }
}

/// `name` or `0`.
pub(super) fn name(member: &Member) -> String {
    match member {
        Member::Named(name) => name.to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// The local of a place that is a field of a field of .. it, and the way there.
pub(super) fn field_of(place: &Expr, locals: &Locals) -> Option<(LocalId, Vec<String>)> {
    match place {
        Expr::Field(field) => {
            let (local, mut path) = match locals.of_expr(&field.base) {
                Some(local) => (local, Vec::new()),
                None => field_of(&field.base, locals)?,
            };
            path.push(name(&field.member));
            Some((local, path))
        }
        Expr::Paren(inner) => field_of(&inner.expr, locals),
        _ => None,
    }
}

/// A part that a node takes.
pub(super) struct TakenPart {
    pub(super) node: NodeId,
    pub(super) id: PartId,
    pub(super) local: LocalId,
    pub(super) path: Vec<String>,
}

/// The parts that may be mentioned after they have been taken.
pub(super) fn again(graph: &Graph) -> HashSet<PartId> {
    let parts = graph.taken_parts().iter();
    let again = parts.filter(|part| mentioned_after(graph, part));
    again.map(|part| part.id).collect()
}

fn mentioned_after(graph: &Graph, part: &TakenPart) -> bool {
    let mut seen = vec![false; graph.len()];
    let mut stack: Vec<NodeId> = graph.next(part.node).to_vec();
    while let Some(node) = stack.pop() {
        if std::mem::replace(&mut seen[node.0], true) {
            continue;
        }
        let event = graph.event(node);
        if event.mentions() == Some(part.local) {
            let touch = graph.touch(node);
            let assigned = graph.assigns_part(node);
            if let (true, Some(Touch::Field(field))) = (assigned, touch)
                && field.len() <= part.path.len()
                && touch.is_some_and(|touch| touch.meets(&part.path))
            {
                continue;
            }
            if touch.is_none_or(|touch| touch.meets(&part.path)) {
                return true;
            }
        }
        let anew =
            matches!(event, Event::Assign(local) | Event::Declare(local) if local == part.local);
        if !anew {
            stack.extend(graph.next(node));
        }
    }
    false
}
