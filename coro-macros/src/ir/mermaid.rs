//! The graph as a mermaid flowchart, for people.

use super::{Body, Exit, Step, text};
use std::fmt::Write;

/// Prints `body` as a flowchart.
pub(crate) fn print(body: &Body) -> String {
    let mut out = String::from("flowchart TD\n");
    for id in body.ids() {
        let block = body.block(id);
        let mut label = format!("<b>b{} {:?}</b>", id.0, block.role);
        for step in &block.steps {
            if let Step::Code(stmt) = step {
                let _ = write!(label, "<br/>{}", escape(&text::code(body, stmt)));
            }
        }
        let _ = writeln!(out, "    b{}[\"{label}\"]", id.0);
        edges(&mut out, body, id.0, &block.exit);
    }
    out
}

fn edges(out: &mut String, body: &Body, from: usize, exit: &Exit) {
    let mut edge = |label: &str, to: usize| {
        let label = if label.is_empty() {
            String::new()
        } else {
            format!("|\"{}\"|", escape(label))
        };
        let _ = writeln!(out, "    b{from} -->{label} b{to}");
    };
    match exit {
        Exit::Goto(target) => edge("", target.0),
        Exit::Branch {
            condition,
            then,
            otherwise,
        } => {
            edge(&text::code(body, condition), then.0);
            edge("else", otherwise.0);
        }
        Exit::Match { arms, .. } => {
            for arm in arms {
                edge(&text::code(body, &arm.pattern), arm.target.0);
            }
        }
        Exit::Yield { value, resume, .. } => {
            edge(&format!("yield {}", text::code(body, value)), resume.0);
        }
        Exit::Delegate { resume, arms, .. } => {
            edge("yields", resume.0);
            for arm in arms {
                edge(&text::code(body, &arm.pattern), arm.target.0);
            }
        }
        Exit::Return(..) | Exit::Diverge => {}
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
