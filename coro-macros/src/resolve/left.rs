//! Patterns that leave a part of a value behind which has to be held.
//!
//! In: the resolved body and the patterns (each by the first local that it binds) that move a part out of a value of which a state holds
//! the rest. Out: the body in which such a pattern only looks at the value, and what it binds is taken
//! through `coro_core::left` behind it, which leaves the value whole:
//!
//! ```text
//! match token { Token { text, .. } => code }
//! match token { Token { text: _, .. } => { let (text,) = __left(match token { Token { text, .. } => (text,), .. }); code } }
//! ```
//!
//! If every part that the pattern leaves of a local can be named (`wholes`), what is left is moved on instead, into locals declared
//! right behind it (`rests`), of whatever type it is; a copy leaves the local as it is, which `Option`s tell apart. So are
//! the parts of `base` that `P { part, ..base }` leaves (`flow/base.rs`).
//!
//! A value that no local holds is bound to one first, where that does not make temporaries live longer. A pattern whose
//! guard or chain mentions what it binds is left as it is, and is refused by the types if it leaves something to hold.

mod forms;
mod heads;
mod rests;
mod sites;
mod wholes;

use super::Resolved;
use super::parts::is_part;
use crate::flow::{base, patterns};
use crate::ir::{LocalId, Locals, Origin, base_call, left_call};
use forms::{bindings, can_be_named, is_named, is_simple, pointed, without_mut};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use rests::{Declare, declaration};
use std::collections::HashMap;
use std::ops::Range;
use syn::visit_mut::VisitMut;
use syn::{Expr, Pat, Stmt, parse_quote};
use wholes::Wholes;

/// Makes the patterns that bind one of `left` hold what they leave, and those that bind one of `live` leave what they are matched on whole.
pub(crate) fn hold(resolved: &mut Resolved, left: &[LocalId], live: &[LocalId]) {
    let mut body = resolved.body.clone();
    let first: Vec<LocalId> = left.iter().chain(live).copied().collect();
    for local in &first {
        resolved.locals.get_mut(*local).lifted = true;
    }
    let mut hold = Hold {
        wholes: Wholes::of(resolved),
        locals: &mut resolved.locals,
        first: &first,
        live,
        parted: &[],
        rests: HashMap::new(),
    };
    hold.visit_block_mut(&mut body);
    let rests = hold.rests;
    Declare {
        locals: &resolved.locals,
        rests: &rests,
    }
    .visit_block_mut(&mut body);
    let mut declared = Vec::new();
    for argument in &resolved.parameters {
        for rest in rests.get(argument).into_iter().flatten().rev() {
            resolved.locals.get_mut(*rest).behind = Some(*argument);
            declared.push(declaration(&resolved.locals, *rest));
        }
    }
    body.stmts.splice(0..0, declared);
    resolved.body = body;
}

/// Makes the patterns that are matched on fields of `parted`, which are held, leave those whole.
pub(crate) fn take_fields(resolved: &mut Resolved, parted: &[LocalId]) {
    let mut hold = Hold {
        wholes: Wholes::default(),
        locals: &mut resolved.locals,
        first: &[],
        live: &[],
        parted,
        rests: HashMap::new(),
    };
    hold.visit_block_mut(&mut resolved.body);
}

struct Hold<'a> {
    wholes: Wholes,
    locals: &'a mut Locals,
    first: &'a [LocalId],
    /// Behind these, other parts are mentioned.
    live: &'a [LocalId],
    /// Patterns of their fields leave these whole.
    parted: &'a [LocalId],
    /// By local: what is left of it.
    rests: HashMap<LocalId, Vec<LocalId>>,
}

/// A pattern that names all that it leaves.
struct Named {
    cases: Vec<Case>,
    left: Vec<Ident>,
    /// The locals that are to hold it.
    held: Vec<Ident>,
}

/// One of its alternatives.
struct Case {
    pattern: Pat,
    /// Its own of what is left.
    leaves: Range<usize>,
}

impl Case {
    /// What it leaves, with a `_` for what others do.
    fn parts(&self, left: &[Ident]) -> Vec<Expr> {
        let part = |(at, name)| match self.leaves.contains(&at) {
            true => parse_quote!(#name),
            false => Expr::Infer(parse_quote!(_)),
        };
        left.iter().enumerate().map(part).collect()
    }
}

impl Hold<'_> {
    /// Whether something can be done about what `pattern` leaves of `place`. If all of that can be named, but not moved on, since it is
    /// behind a box, its types say whether it has to be held.
    fn is_site_at(&self, place: &Expr, pattern: &Pat) -> bool {
        if self.is_field(place) {
            let binds = patterns::by_value(pattern) && !bindings(pattern).is_empty();
            return binds && is_simple(pattern);
        }
        let named = patterns::left_by(place, pattern).is_some();
        self.is_site(pattern) && (self.locals.of_expr(place).is_some() || !named)
    }

    /// A name, what that points to, or a field.
    fn is_place(&self, expr: &Expr) -> bool {
        is_named(expr) || self.is_field(expr)
    }

    fn is_field(&self, expr: &Expr) -> bool {
        is_part(expr, self.locals, self.parted)
    }

    /// A base that a literal leaves a part of may be bound by a pattern that leaves none.
    fn is_site(&self, pattern: &Pat) -> bool {
        if !patterns::has_rest(pattern) && !patterns::has_wildcard(pattern) {
            return false;
        }
        let bound = patterns::bound(pattern, self.locals);
        let first = bound
            .first()
            .is_some_and(|local| self.first.contains(local));
        first && is_simple(pattern)
    }

    /// `place` stays whole: what is looked into has to be `mut`.
    fn looked_into(&mut self, place: &Expr) {
        let local = pointed(place).and_then(|local| self.locals.of_expr(local));
        if let Some(local) = local {
            self.locals.get_mut(local).partial = true;
        }
    }

    /// Binds what `pattern` does of `place`, which it matches, and leaves `place` whole, or holds what is left.
    fn taken(&mut self, place: &Expr, pattern: &Pat) -> Vec<Stmt> {
        let (mut names, mut bound) = (Vec::new(), TokenStream::new());
        for binding in bindings(pattern) {
            let (mutability, name) = (binding.mutability, &binding.ident);
            if !names.contains(name) {
                bound.extend(quote!(#mutability #name,));
                names.push(name.clone());
            }
        }
        let bare = without_mut(pattern);
        let taken: Expr = parse_quote!(match #place { #bare => (#(#names,)*), _ => loop {} });
        let Some(Named { cases, left, held }) = self.all_named(place, &bare) else {
            self.looked_into(place);
            let taken = left_call(self.locals.part(), taken);
            return vec![parse_quote!(let (#bound) = #taken;)];
        };
        let cases = cases.iter().map(|case| {
            let whole = &case.pattern;
            let left = case.parts(&left);
            quote!(#whole => (#(#names,)* #(#left,)*))
        });
        let id = self.locals.part();
        let taken = left_call(
            id,
            parse_quote!(match #place {
                #bare => (#(#names,)*),
                #(#cases,)*
                _ => loop {}
            }),
        );
        vec![
            parse_quote!(let (#bound #(#left,)*) = #taken;),
            parse_quote!({ #(#held = #left;)* }),
        ]
    }

    /// `pattern` with a name for each part that it leaves, if all of them can be named.
    fn all_named(&mut self, place: &Expr, pattern: &Pat) -> Option<Named> {
        let local = self.locals.of_expr(place)?;
        let bound = patterns::bound(pattern, self.locals);
        if bound.first().is_some_and(|first| self.live.contains(first)) {
            return None;
        }
        let shape = self.wholes.found.get(&local)?;
        let mut cases: Vec<Pat> = patterns::cases(pattern).into_iter().cloned().collect();
        cases.iter_mut().for_each(|case| shape.fill(case));
        let can = |case: &Pat| !patterns::has_rest(case) && can_be_named(case);
        if !cases.iter().all(can) {
            return None;
        }
        let (mut left, mut held) = (Vec::new(), Vec::new());
        let named = cases.into_iter().map(|mut pattern| {
            let first = left.len();
            patterns::name_rest(&mut pattern, &mut || {
                let [name, rest] = self.left_and_rest(local, left.len());
                left.push(name.clone());
                held.push(rest);
                name
            });
            let leaves = first..left.len();
            Case { pattern, leaves }
        });
        let cases = named.collect();
        Some(Named { cases, left, held })
    }

    /// `P { part, ..base }`: its parts that are written out go on where `base` was.
    fn with_base(&mut self, structure: &syn::ExprStruct) -> Option<Expr> {
        let base = structure.rest.as_deref()?;
        let local = self.locals.of_expr(base)?;
        let known = self.locals.get(local);
        let can = self.wholes.found.contains_key(&local) && !known.partial;
        if !can || !self.first.contains(&local) || self.live.contains(&local) {
            return None;
        }
        // What it moves out of the base is not taken as a part.
        let known = self.locals.get_mut(local);
        (known.partial, known.parted) = (true, true);
        let site = Span::mixed_site();
        let (made, _) = self.named(site);
        let (mut parts, mut lefts, mut rests) = (Vec::new(), Vec::new(), Vec::new());
        for member in base::left_of(structure, base) {
            let [left, rest] = self.left_and_rest(local, lefts.len());
            parts.push(parse_quote!(#base.#member));
            lefts.push(left);
            rests.push(rest);
        }
        let all = base_call(structure.clone(), parts);
        // A `match` keeps the temporaries of the values.
        Some(parse_quote!(match #all {
            (#made, #(#lefts,)*) => { #(#rests = #lefts;)* #made }
        }))
    }

    /// A name for a part that is left of `local`, and one for the local that holds it.
    fn left_and_rest(&mut self, local: LocalId, before: usize) -> [Ident; 2] {
        let site = Span::mixed_site();
        // Names in one pattern differ.
        let names = ["_left", "_rest"].map(|name| format!("{name}{}", before + 1));
        let added = names.map(|name| self.locals.add(&name, None, Origin::User, site));
        self.rests.entry(local).or_default().push(added[1]);
        added.map(|local| self.locals.tag(local, site))
    }
}
