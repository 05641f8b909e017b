//! The graph as text, for tests and for people.
//!
//! One block a paragraph: its name, the scopes open at its start, its steps,
//! its exit. Tags are printed as the user's names with the number of the local.

use super::{Body, Exit, MatchArm, Step};
use quote::ToTokens;
use std::fmt::Write;

/// Prints `body`.
pub(crate) fn print(body: &Body) -> String {
    let mut out = String::new();
    for id in body.ids() {
        let block = body.block(id);
        let open: Vec<String> = block.open.iter().map(|s| format!("s{}", s.0)).collect();
        let waits = if block.waits { ", waits" } else { "" };
        let _ = writeln!(
            out,
            "b{} {:?}{waits} [{}]",
            id.0,
            block.role,
            open.join(" ")
        );
        for step in &block.steps {
            let line = match step {
                Step::Code(stmt) => code(body, stmt),
                Step::Declare(local) => format!("declare {}", name(body, *local)),
                Step::Open(scope) => format!("open s{}", scope.0),
                Step::Close(scope) => format!("close s{}", scope.0),
            };
            let _ = writeln!(out, "    {line}");
        }
        let _ = writeln!(out, "    -> {}", exit(body, &block.exit));
    }
    out
}

fn name(body: &Body, local: super::LocalId) -> String {
    format!("{}.{}", body.locals.get(local).name, local.0)
}

fn exit(body: &Body, exit: &Exit) -> String {
    match exit {
        Exit::Goto(target) => format!("b{}", target.0),
        Exit::Branch {
            condition,
            then,
            otherwise,
        } => {
            format!(
                "if {} b{} else b{}",
                code(body, condition),
                then.0,
                otherwise.0
            )
        }
        Exit::Match {
            scrutinee, arms, ..
        } => {
            format!(
                "match {} {{ {} }}",
                code(body, scrutinee),
                listed(body, arms)
            )
        }
        Exit::Delegate {
            delegate,
            lent,
            resume,
            arms,
            ..
        } => {
            let (name, arms) = (name(body, *delegate), listed(body, arms));
            let lent = if *lent { "&mut " } else { "" };
            format!("delegate {lent}{name} {{ yields b{}, {arms} }}", resume.0)
        }
        Exit::Yield { value, resume, .. } => {
            format!("yield {} then b{}", code(body, value), resume.0)
        }
        Exit::Return(value, _) => format!("return {}", code(body, value)),
        Exit::Diverge => "never".to_owned(),
    }
}

fn listed(body: &Body, arms: &[MatchArm]) -> String {
    let arms = arms.iter().map(|arm| {
        let guard = arm
            .guard
            .as_ref()
            .map_or_else(String::new, |guard| format!(" if {}", code(body, guard)));
        format!("{}{guard} b{}", code(body, &arm.pattern), arm.target.0)
    });
    arms.collect::<Vec<_>>().join(", ")
}

/// Code on one line, with locals as `name.number`.
pub(super) fn code(body: &Body, tokens: &impl ToTokens) -> String {
    let text = tokens.to_token_stream().to_string();
    let mut out = String::new();
    let mut word = String::new();
    for c in text.chars().chain(std::iter::once(' ')) {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        match body.locals.of_tag(&word) {
            Some(local) => out.push_str(&name(body, local)),
            None => out.push_str(&word),
        }
        word.clear();
        out.push(c);
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
