//! Names in the expansion.
//!
//! In: the graph, its layout, and every identifier the user wrote. Out: what
//! each local, state and type parameter is called. A local is called as
//! written; where two of one name are kept at once, the inner one is `name_2`.

use super::outer::outer_names;
use crate::ir::{BlockId, Body, LocalId, Origin, Role, ScopeId};
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

fn locals(body: &Body, layout: &Layout, taken: &HashSet<String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let declared = declared(body);
    let outer = outer_names(body);
    let (jumping, kept) = (behind_leaps(body), kept_names(body, layout));
    for id in body.locals.ids() {
        let local = body.locals.get(id);
        let in_graph = local.scope.is_some();
        // Declared before it is assigned, a name would be seen by generated code inside the
        // scope of another local of that name, and by `let server = yield_from!(server(1))`.
        let early =
            declared.contains(&local.name) && (!in_graph || outer.first.contains(&local.name));
        // Where its scope ends in an arm that takes it out of a state, the state's pattern would still bind it.
        let covers = layout.crossing[id.0] && outer.values.contains(&local.name);
        // A jump out of its scope mentions what the next state keeps.
        let hides = !in_graph && jumping.contains(&id) && kept.contains(&local.name);
        // Parts of two values are in scope together.
        let part = |id: LocalId| body.locals.get(id).written.is_some();
        let mut parts = body.locals.ids().take(names.len()).filter(|id| part(*id));
        let same = part(id) && parts.any(|part| body.locals.get(part).name == local.name);
        let apart = early || covers || hides || same;
        let mut number = if apart { 2 } else { 1 };
        // What no code mentions is reported once, under its name (`Emitter::unused`).
        let name = if layout.unmentioned[id.0] {
            format!("_{}", local.name.trim_start_matches("r#"))
        } else {
            local.name.clone()
        };
        let called = |number: usize| match number {
            1 => name.clone(),
            // In snake case: two underscores are not.
            _ => match name.trim_start_matches("r#") {
                name if name.ends_with('_') => format!("{name}v{number}"),
                name => format!("{name}_{number}"),
            },
        };
        let free = |name: &str, number: usize| {
            let made = number > 1 || (in_graph && local.origin == Origin::Hidden);
            if made && (taken.contains(name) || number > 1 && names.iter().any(|n| n == name)) {
                return false;
            }
            !in_graph || !clashes(body, (layout, &declared), id, name, &names)
        };
        while !free(&called(number), number) {
            number += 1;
        }
        names.push(called(number));
    }
    names
}

/// The names of locals that states keep.
fn kept_names(body: &Body, layout: &Layout) -> HashSet<String> {
    let kept = body.locals.ids().filter(|id| layout.crossing[id.0]);
    kept.map(|id| body.locals.get(id).name.clone()).collect()
}

/// Locals of verbatim code that leaves for another state, perhaps from inside their scopes.
fn behind_leaps(body: &Body) -> HashSet<LocalId> {
    struct Bound<'a> {
        body: &'a Body,
        locals: Vec<LocalId>,
        leaps: bool,
    }
    impl<'ast> syn::visit::Visit<'ast> for Bound<'_> {
        fn visit_pat_ident(&mut self, bound: &'ast syn::PatIdent) {
            self.locals.extend(self.body.locals.of_ident(&bound.ident));
            syn::visit::visit_pat_ident(self, bound);
        }
        fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
            self.leaps |= crate::ir::leap_of(call).is_some();
            syn::visit::visit_expr_call(self, call);
        }
    }
    let mut found = HashSet::new();
    for code in body.blocks.iter().flat_map(crate::ir::Block::code) {
        let mut bound = Bound {
            body,
            locals: Vec::new(),
            leaps: false,
        };
        code.visit(&mut bound);
        if bound.leaps {
            found.extend(bound.locals);
        }
    }
    found
}

/// The names of locals that are declared before they are assigned.
fn declared(body: &Body) -> HashSet<String> {
    let steps = body.blocks.iter().flat_map(|block| &block.steps);
    steps
        .filter_map(|step| match step {
            crate::ir::Step::Declare(local) => Some(body.locals.get(*local).name.clone()),
            _ => None,
        })
        .collect()
}

/// Whether an earlier local of this name may be seen at the same time.
fn clashes(
    body: &Body,
    (layout, declared): (&Layout, &HashSet<String>),
    id: LocalId,
    name: &str,
    names: &[String],
) -> bool {
    let overlap = |a: Option<ScopeId>, b: Option<ScopeId>| match (a, b) {
        (Some(a), Some(b)) => body.encloses(a, b) || body.encloses(b, a),
        _ => false,
    };
    let meet = |other: LocalId| {
        let declared = declared.contains(&body.locals.get(id).name);
        let known = |local: LocalId| layout.order[local.0];
        declared
            || match known(other) < known(id) {
                true => layout.meet(body, other, id),
                false => layout.meet(body, id, other),
            }
    };
    names.iter().enumerate().any(|(other, known)| {
        known == name
            && (layout.crossing[id.0]
                || layout.crossing[other]
                || declared.contains(&body.locals.get(id).name))
            && overlap(
                body.locals.get(LocalId(other)).scope,
                body.locals.get(id).scope,
            )
            && meet(LocalId(other))
    })
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
