//! What is known of the owners in a body: what is seen, and what is supposed of a place of which nothing is.
//!
//! With a supposition, the same shapes are read as without. What then borrows does so if the type agrees, and that is asked
//! (`emit/supposed.rs`, `coro-core/src/lends.rs`).

use super::certain::whole;
use crate::bindings::Bindings;
use crate::ir::LocalId;
use crate::owners::Owner;
use std::cell::RefCell;
use syn::Expr;

/// What is supposed of a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Its methods lend as those of this owner do.
    Owner(Owner),
    /// It is an owner, whichever: what is in it is borrowed.
    Anything,
    /// It is a part of a local, and not of what a reference points to.
    Part,
    /// It is an element of an owner, and no reference.
    Element,
}

pub(super) struct Known<'a, 'b> {
    pub(super) bindings: &'a Bindings<'b>,
    supposing: Option<Kind>,
    /// The place of which it has been supposed.
    supposed: RefCell<Option<Expr>>,
}

impl<'a, 'b> Known<'a, 'b> {
    /// What is seen.
    pub(super) fn seen(bindings: &'a Bindings<'b>) -> Self {
        Self {
            bindings,
            supposing: None,
            supposed: RefCell::new(None),
        }
    }

    /// The same, and what a place would lend.
    pub(super) fn supposing(bindings: &'a Bindings<'b>, kind: Kind) -> Self {
        Self {
            supposing: Some(kind),
            ..Self::seen(bindings)
        }
    }

    /// The place that something has been supposed of.
    pub(super) fn supposed(self) -> Option<Expr> {
        self.supposed.into_inner()
    }

    /// Whether the local owns what it lends.
    pub(super) fn owns(&self, local: LocalId) -> bool {
        let supposed = self.supposed.borrow();
        let of = |place: &Expr| self.root(place) == Some(local);
        self.bindings.owner(local).is_some() || supposed.as_ref().is_some_and(of)
    }

    /// Supposes that the place is an owner of some methods.
    pub(super) fn suppose(&self, place: &Expr) -> Option<(LocalId, Owner)> {
        let Some(Kind::Owner(owner)) = self.supposing else {
            return None;
        };
        Some((self.note(place)?, owner))
    }

    /// Supposes that the place is one at all.
    pub(super) fn suppose_any(&self, place: &Expr) -> Option<LocalId> {
        (self.supposing == Some(Kind::Anything)).then_some(())?;
        self.note(place)
    }

    /// The local that a field is a part of. What may be behind a reference in the local is no part of it.
    pub(super) fn value_with(&self, field: &Expr) -> Option<LocalId> {
        let Expr::Field(written) = field else {
            return None;
        };
        let local = whole(&written.base, self);
        let seen = local.filter(|local| self.bindings.is_value(*local));
        seen.or_else(|| match self.supposing {
            Some(Kind::Part) => self.note(field),
            _ => None,
        })
    }

    /// The local that is looked at by a pattern of a reference to an element, unless that is a reference itself.
    pub(super) fn suppose_element(&self, of: &Expr) -> Option<LocalId> {
        let Expr::Reference(reference) = of else {
            return None;
        };
        let element = matches!(&*reference.expr, Expr::Index(index) if !matches!(*index.index, Expr::Range(_)));
        (element && self.supposing == Some(Kind::Element)).then_some(())?;
        self.note(&reference.expr)
    }

    fn note(&self, place: &Expr) -> Option<LocalId> {
        let local = self.root(place)?;
        self.bindings.may_own(local).then(|| {
            *self.supposed.borrow_mut() = Some(place.clone());
            local
        })
    }

    /// The local that a place is, or that it is a field or an element of, or of one of these.
    fn root(&self, place: &Expr) -> Option<LocalId> {
        match place {
            Expr::Field(field) => self.root(&field.base),
            Expr::Index(element) => self.root(&element.expr),
            _ => whole(place, self),
        }
    }
}
