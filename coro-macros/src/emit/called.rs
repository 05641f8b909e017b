//! What each local is called: as written; where two of one name are seen at once, the inner one is `name_2`.

use super::outer::outer_names;
use crate::ir::{Body, LocalId, Origin, ScopeId};
use crate::layout::Layout;
use std::collections::HashSet;

pub(super) fn locals(body: &Body, layout: &Layout, taken: &HashSet<String>) -> Vec<String> {
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
