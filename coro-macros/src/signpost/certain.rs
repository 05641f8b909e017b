//! What certainly borrows from a local, whatever the types are that a macro does not see; or would, if a place owned what it is supposed to.

use super::captured;
use super::known::Known;
use super::parts;
use crate::ir::LocalId;
use crate::owners::{self, Borrow, Owner};
use quote::ToTokens;
use syn::{Expr, ExprMethodCall, GenericArgument, Type, UnOp};

/// The local that `init` certainly borrows from; of a head, that what iterates over it does.
pub(super) fn borrowed(
    init: &Expr,
    iterates: bool,
    known: &Known<'_, '_>,
) -> Option<(LocalId, Borrow)> {
    Names { known, followed: 0 }.borrowed(init, iterates)
}

/// How a chain of methods borrows from the value that it begins with, which nobody holds.
pub(super) fn of_a_temporary(chain: &Expr) -> Option<Borrow> {
    let Expr::MethodCall(call) = chain else {
        return None;
    };
    let name = call.method.to_string();
    match Owner::made_by(&call.receiver) {
        Some(owner) => owner.lends(&name),
        None => of_a_temporary(&call.receiver)?.through(&name),
    }
}

/// The local from which what is yielded certainly borrows. What coerces to a longer borrow behind it does not.
pub(super) fn leaves(value: &Expr, known: &Known<'_, '_>) -> Option<LocalId> {
    if matches!(value, Expr::Path(_)) {
        return None;
    }
    let borrows = borrowed(value, false, known)?;
    is_settled(borrows, known).then_some(borrows.0)
}

/// Whether what borrows so does if it is coerced: `&&'a str` may become a `&'a str`.
pub(super) fn is_settled((local, borrow): (LocalId, Borrow), known: &Known<'_, '_>) -> bool {
    matches!(borrow, Borrow::Place | Borrow::Text) && known.owns(local)
}

/// The reference of which a pointer is made: it points to the place for as long, though rustc does not say so.
fn pointed(init: &Expr) -> Option<&Expr> {
    match init {
        Expr::Cast(cast) => matches!(*cast.ty, Type::Ptr(_)).then_some(&*cast.expr),
        Expr::Call(call) => {
            let name = crate::ir::called_name(call)?;
            let made = ["from_mut", "from_ref"].contains(&name.as_str())
                || name == "from" && call.func.to_token_stream().to_string().contains("NonNull");
            call.args.first().filter(|_| made)
        }
        _ => None,
    }
}

/// The place of which a macro of the standard library makes a pointer.
fn addressed(mac: &syn::Macro) -> Option<Expr> {
    let last = &mac.path.segments.last()?.ident;
    let known = last == "addr_of" || last == "addr_of_mut";
    known
        .then(|| syn::parse2(mac.tokens.clone()).ok())
        .flatten()
}

/// Expressions, and the locals that are bound to them.
struct Names<'a, 'b> {
    known: &'a Known<'a, 'b>,
    followed: usize,
}

impl Names<'_, '_> {
    fn borrowed(&mut self, init: &Expr, iterates: bool) -> Option<(LocalId, Borrow)> {
        if let Some(reference) = pointed(init) {
            return self.borrowed(reference, iterates);
        }
        match init {
            Expr::Paren(inner) => self.borrowed(&inner.expr, iterates),
            Expr::Reference(reference) => self.reference(&reference.expr, iterates),
            Expr::RawAddr(raw) => self.reference(&raw.expr, iterates),
            Expr::Macro(mac) => self.reference(&addressed(&mac.mac)?, iterates),
            // It is lent anew for each round.
            Expr::MethodCall(call) if iterates && call.method == "by_ref" => None,
            Expr::MethodCall(_) | Expr::Try(_) => self.chain(init),
            Expr::Path(path) if iterates => {
                let held = self.collection(path).or_else(|| self.iterated(path));
                held.or_else(|| self.iterator(init))
            }
            Expr::Path(_) => self.chain(init),
            Expr::Closure(closure) if closure.capture.is_none() => {
                Some((captured::by_reference(closure, self.known)?, Borrow::View))
            }
            _ if iterates => None,
            _ => {
                let mut parts = parts_of_value(init).into_iter();
                parts.find_map(|part| self.settled(part))
            }
        }
    }

    /// A reference to a place.
    fn reference(&self, place: &Expr, iterates: bool) -> Option<(LocalId, Borrow)> {
        match place {
            Expr::Paren(inner) => self.reference(&inner.expr, iterates),
            // Where `x[i]` leads, the type decides.
            Expr::Index(index) => {
                let local = lender(&index.expr, self.known)?;
                match &*index.index {
                    Expr::Range(_) => Some((local, Borrow::Place)),
                    _ => Some((local, Borrow::View)),
                }
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
                Some((lender(&unary.expr, self.known)?, Borrow::View))
            }
            // What `&x` iterates over, too; and an iterator is lent anew for each round.
            _ if iterates => {
                let iterator = owned(place, self.known).is_some_and(|(_, owner)| owner.iterates());
                let local = lender(place, self.known).filter(|_| !iterator)?;
                Some((local, Borrow::View))
            }
            Expr::Field(_) => Some((self.known.value_with(place)?, Borrow::View)),
            _ => {
                let local = whole(place, self.known)?;
                // Where `&x` is coerced, what it becomes may be longer than `x`, if that is a reference.
                self.known.suppose_any(place);
                Some((local, Borrow::Place))
            }
        }
    }

    /// A collection of what is lent, by its name.
    fn collection(&self, name: &syn::ExprPath) -> Option<(LocalId, Borrow)> {
        let bindings = self.known.bindings;
        let bound = bindings.named(name.path.get_ident()?)?;
        let init = bindings.once(bound).filter(|_| bindings.collects(bound))?;
        collected(init, self.known)
    }

    /// What a pattern has bound to a part of a value that it looks at: what iterates over that is iterated over by reference.
    fn iterated(&self, name: &syn::ExprPath) -> Option<(LocalId, Borrow)> {
        let bindings = self.known.bindings;
        let bound = bindings.local(name.path.get_ident()?)?;
        let found = parts::part(bound, bindings.part(bound)?, self.known)?;
        (found.1 == Borrow::View).then_some(found)
    }

    /// An iterator that borrows, by its name.
    fn iterator(&mut self, name: &Expr) -> Option<(LocalId, Borrow)> {
        let found = self.chain(name)?;
        matches!(found.1, Borrow::Items | Borrow::Iterator).then_some(found)
    }

    /// A part of a value that is a reference, and is not coerced to a longer one.
    fn settled(&mut self, part: &Expr) -> Option<(LocalId, Borrow)> {
        let borrows = match part {
            Expr::Reference(_) => self.borrowed(part, false)?,
            Expr::MethodCall(_) => self.chain(part)?,
            _ => return None,
        };
        is_settled(borrows, self.known).then_some((borrows.0, Borrow::View))
    }

    /// Methods from an owner on, the first of which borrows, and what keeps the borrow.
    fn chain(&mut self, expr: &Expr) -> Option<(LocalId, Borrow)> {
        match expr {
            Expr::Paren(inner) => self.chain(&inner.expr),
            Expr::Try(question) => {
                let (local, borrow) = self.chain(&question.expr)?;
                Some((local, borrow.through("unwrap")?))
            }
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                // Of a vector it would be somewhere else.
                if name == "as_ptr" || name == "as_mut_ptr" {
                    let array = whole(&call.receiver, self.known)?;
                    let init = self.known.bindings.once(array)?;
                    let is_array = matches!(init, Expr::Array(_) | Expr::Repeat(_));
                    return is_array.then_some((array, Borrow::View));
                }
                if let Some((local, owner)) =
                    owned(&call.receiver, self.known).or_else(|| shared(&call.receiver, self.known))
                {
                    return Some((local, owner.lends(&name)?));
                }
                let (local, borrow) = self.chain(&call.receiver)?;
                if let (Borrow::Items, true) = (borrow, collects(call)) {
                    return Some((local, Borrow::Collected));
                }
                Some((local, borrow.through(&name)?))
            }
            Expr::Path(path) => {
                // Nobody follows so many; a cycle ends here.
                self.followed += 1;
                let bound = self.known.bindings.named(path.path.get_ident()?)?;
                let init = self
                    .known
                    .bindings
                    .once(bound)
                    .filter(|_| self.followed < 8)?;
                self.borrowed(init, false)
            }
            _ => None,
        }
    }
}

/// A local, or a field of one, that is seen or supposed to own what its methods lend.
fn owned(place: &Expr, known: &Known<'_, '_>) -> Option<(LocalId, Owner)> {
    seen(place, known).or_else(|| known.suppose(place))
}

/// The same, whatever it lends.
fn lender(place: &Expr, known: &Known<'_, '_>) -> Option<LocalId> {
    let seen = seen(place, known).map(|(local, _)| local);
    seen.or_else(|| known.suppose_any(place))
}

fn seen(place: &Expr, known: &Known<'_, '_>) -> Option<(LocalId, Owner)> {
    match place {
        Expr::Paren(inner) => seen(&inner.expr, known),
        Expr::Path(_) => {
            let local = whole(place, known)?;
            Some((local, known.bindings.owner(local)?))
        }
        Expr::Field(field) => made_with(field, known),
        _ => None,
    }
}

/// A field of a local that is made with it, as a struct literal.
fn made_with(field: &syn::ExprField, known: &Known<'_, '_>) -> Option<(LocalId, Owner)> {
    let local = whole(&field.base, known)?;
    let Expr::Struct(made) = known.bindings.once(local)? else {
        return None;
    };
    let value = made.fields.iter().find(|f| f.member == field.member)?;
    Some((local, Owner::shown_by(&value.expr)?))
}

/// A local that points to an owner, which is as good as its own: the pointer is moved, and what is lent may not outlive it.
fn shared(place: &Expr, known: &Known<'_, '_>) -> Option<(LocalId, Owner)> {
    let local = whole(place, known)?;
    Some((local, known.bindings.shared(local)?))
}

/// Whether a call collects what is lent, as its type arguments say.
fn collects(call: &ExprMethodCall) -> bool {
    let arguments = call.turbofish.as_ref().map(|turbofish| &turbofish.args);
    let into = arguments.and_then(|arguments| arguments.first());
    let borrows = matches!(into, Some(GenericArgument::Type(ty)) if owners::collects_borrows(ty));
    call.method == "collect" && borrows
}

/// What is collected by `init` into a local, the type of whose `let` takes it in as it is.
pub(super) fn collected(init: &Expr, known: &Known<'_, '_>) -> Option<(LocalId, Borrow)> {
    let Expr::MethodCall(call) = init else {
        return None;
    };
    let (local, borrow) = borrowed(&call.receiver, false, known)?;
    let as_it_is = match owners::collected_into(init) {
        Some(ty) => owners::collects_borrows(ty),
        None => call.turbofish.is_none(),
    };
    let collects = borrow == Borrow::Items && call.method == "collect" && as_it_is;
    collects.then_some((local, Borrow::Collected))
}

/// The operands that a value certainly holds: fields, elements, what is wrapped.
fn parts_of_value(value: &Expr) -> Vec<&Expr> {
    match value {
        Expr::Struct(made) => made.fields.iter().map(|field| &field.expr).collect(),
        Expr::Tuple(tuple) => tuple.elems.iter().collect(),
        Expr::Array(array) => array.elems.iter().collect(),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) if wraps(&path.path) => call.args.iter().collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Whether a function of the standard library wraps its argument.
fn wraps(path: &syn::Path) -> bool {
    let mut names = path
        .segments
        .iter()
        .rev()
        .map(|segment| segment.ident.to_string());
    match (names.next().as_deref(), names.next().as_deref()) {
        (Some("Some" | "Ok" | "Err"), None) => true,
        (Some("new"), Some(ty)) => ["Box", "Rc", "Arc", "Cell", "RefCell", "Mutex"].contains(&ty),
        _ => false,
    }
}

/// The local, or the temporary, that an expression is.
pub(super) fn whole(expr: &Expr, known: &Known<'_, '_>) -> Option<LocalId> {
    match expr {
        Expr::Paren(inner) => whole(&inner.expr, known),
        Expr::Path(path) => known.bindings.place(path.path.get_ident()?),
        _ => None,
    }
}
