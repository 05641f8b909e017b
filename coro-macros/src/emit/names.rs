//! Names in the expansion.
//!
//! In: the graph, its layout, and every identifier the user wrote. Out: what
//! each local, state and type parameter is called. A local is called as
//! written; where two of one name are kept at once, the inner one is `name_2`.

use super::called::locals;
use crate::ir::{BlockId, Body, LocalId, Role};
use crate::layout::{Form, Layout};
use proc_macro2::{Ident, Span};
use std::collections::{BTreeMap, HashSet};

/// What belongs to a local that has a slot.
pub(crate) struct Slot {
    /// A field and a variable.
    pub(crate) name: Ident,
    /// The parameter for its type.
    pub(crate) parameter: Ident,
}

/// What things are called.
pub(crate) struct Names {
    locals: Vec<String>,
    states: BTreeMap<BlockId, Ident>,
    /// By state in which a delegate runs: the variant that resumes it.
    forwards: BTreeMap<BlockId, Ident>,
    parameters: BTreeMap<(LocalId, bool), Ident>,
    /// Locals that have the parameter of another.
    alike: BTreeMap<LocalId, LocalId>,
    /// The enum.
    pub(crate) machine: Ident,
    /// The state and its slots, if there are any.
    pub(crate) frame: Ident,
    slots: BTreeMap<LocalId, Slot>,
    pub(crate) function: Span,
    /// The variable of a yielded value.
    out: String,
    /// Where errors on the value as a whole stand: the return type.
    pub(crate) made: Span,
}

impl Names {
    pub(crate) fn assign(
        body: &Body,
        layout: &Layout,
        function: &Ident,
        mut taken: HashSet<String>,
    ) -> Self {
        let machine = unique(
            &format!("{}State", camel(&function.to_string())),
            &mut taken,
        );
        let locals = locals(body, layout, &taken);
        taken.extend(locals.iter().cloned());
        let mut names = Self {
            locals,
            states: states(body, layout, |role| format!("{role:?}")),
            forwards: states(body, layout, |_| "Forward".to_owned()),
            parameters: BTreeMap::new(),
            alike: alike(body, layout),
            frame: unique(
                &format!("{}Frame", camel(&function.to_string())),
                &mut taken,
            ),
            slots: BTreeMap::new(),
            machine,
            function: function.span(),
            made: Span::mixed_site(),
            out: unique("yielded", &mut taken).to_string(),
        };
        for state in layout.states.iter().flatten() {
            for kept in state {
                let live = kept.form == Form::Live;
                let alike = live && names.alike.contains_key(&kept.local);
                if alike || names.parameters.contains_key(&(kept.local, live)) {
                    continue;
                }
                if layout.in_place.contains_key(&kept.local) {
                    let wanted = format!("{}_slot", names.plain(kept.local));
                    let slots = &mut names.slots;
                    slots.entry(kept.local).or_insert_with(|| Slot {
                        parameter: unique(&camel(&wanted), &mut taken),
                        name: unique(&wanted, &mut taken),
                    });
                    continue;
                }
                let suffix = if live { "" } else { "Kept" };
                let wanted = format!("{}{suffix}", camel(&names.locals[kept.local.0]));
                let name = unique(&wanted, &mut taken);
                names.parameters.insert((kept.local, live), name);
            }
        }
        names
    }

    /// The field and variable of `local`, with the hygiene of its declaration.
    pub(crate) fn local(&self, body: &Body, local: LocalId) -> Ident {
        self.local_at(local, body.locals.get(local).span)
    }

    pub(crate) fn local_at(&self, local: LocalId, span: Span) -> Ident {
        ident(&self.locals[local.0], span)
    }

    /// As [`Self::local`] prints it.
    pub(crate) fn called(&self, local: LocalId) -> &str {
        &self.locals[local.0]
    }

    /// As written, without `r#`.
    fn plain(&self, local: LocalId) -> &str {
        self.locals[local.0].trim_start_matches("r#")
    }

    /// The name of `local` in the user's code.
    pub(crate) fn written(body: &Body, local: LocalId) -> Ident {
        let local = body.locals.get(local);
        ident(&local.name, local.span)
    }

    /// The slot of `local`, if it has one.
    pub(crate) fn slot(&self, local: LocalId) -> Option<&Ident> {
        self.slots.get(&local).map(|slot| &slot.name)
    }

    /// The locals that have slots.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (LocalId, &Slot)> {
        self.slots.iter().map(|(local, slot)| (*local, slot))
    }

    /// The variable of a yielded value: its errors are the user's.
    pub(crate) fn out(&self, span: Span) -> Ident {
        Ident::new(&self.out, span)
    }

    pub(crate) fn state(&self, block: BlockId) -> &Ident {
        &self.states[&block]
    }

    pub(crate) fn forward(&self, block: BlockId) -> &Ident {
        &self.forwards[&block]
    }

    /// The variable for how a delegate has ended.
    pub(crate) fn ended(&self, block: BlockId) -> Ident {
        let forward = self.forward(block).to_string();
        let number = forward.trim_start_matches("Forward");
        Ident::new(&format!("ended{number}"), Span::mixed_site())
    }

    /// The type parameter of `local` in a form.
    pub(crate) fn parameter(&self, local: LocalId, form: Form) -> &Ident {
        let live = form == Form::Live;
        let other = self.alike.get(&local).filter(|_| live);
        &self.parameters[&(*other.unwrap_or(&local), live)]
    }

    pub(crate) fn parameters(&self) -> impl Iterator<Item = &Ident> {
        self.parameters.values()
    }
}

/// Values on their way to a local that some state keeps, too: rustc then knows in the first branch that gives one what it is.
fn alike(body: &Body, layout: &Layout) -> BTreeMap<LocalId, LocalId> {
    let states = layout.states.iter().flatten().flatten();
    let live: HashSet<LocalId> = states
        .filter(|kept| kept.form == Form::Live && !layout.in_place.contains_key(&kept.local))
        .map(|kept| kept.local)
        .collect();
    let like = |value: &LocalId| {
        let place = body.locals.get(*value).like.as_ref()?;
        let other = body.locals.of_expr(place);
        let other = other.filter(|other| live.contains(other));
        other.map(|other| (*value, other))
    };
    live.iter().filter_map(like).collect()
}

fn ident(name: &str, span: Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, span),
        // A keyword of the edition of this crate, and perhaps not of the user's.
        None if name == "gen" => Ident::new_raw(name, span),
        None => Ident::new(name, span),
    }
}

/// Numbered names for the states, after what each is.
fn states(
    body: &Body,
    layout: &Layout,
    called: impl Fn(Role) -> String,
) -> BTreeMap<BlockId, Ident> {
    let mut names = BTreeMap::new();
    let mut number = 0;
    for id in body.ids().filter(|id| layout.states[id.0].is_some()) {
        let role = body.block(id).role;
        let name = if role == Role::Start {
            "Start".to_owned()
        } else {
            number += 1;
            format!("{}{number}", called(role))
        };
        names.insert(id, Ident::new(&name, Span::mixed_site()));
    }
    names
}

fn unique(wanted: &str, taken: &mut HashSet<String>) -> Ident {
    let mut name = wanted.to_owned();
    let mut number = 1;
    while !taken.insert(name.clone()) {
        number += 1;
        name = format!("{wanted}{number}");
    }
    Ident::new(&name, Span::mixed_site())
}

/// `running_mean` to `RunningMean`.
fn camel(name: &str) -> String {
    let mut out = String::new();
    for word in name.trim_start_matches("r#").split('_') {
        let mut letters = word.chars();
        if let Some(first) = letters.next() {
            out.extend(first.to_uppercase());
            out.push_str(letters.as_str());
        }
    }
    if out.starts_with(|c: char| c.is_alphabetic()) && out != "Self" {
        out
    } else {
        format!("Local{out}")
    }
}
