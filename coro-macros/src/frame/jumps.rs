//! Jumps out of a region say where they go.
//!
//! A `co_try!` becomes a labelled block, in which rustc takes no `break` and no
//! `continue` without a label. So each that leaves a region is given the label of its
//! loop, and the loop a label if it has none.

use crate::syntax::markers::{self, Marker};
use proc_macro2::Span;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprBreak, ExprContinue, Label, Lifetime};

/// Labels the jumps of `body` that leave a region without saying so.
pub(super) fn label_jumps(body: &mut syn::Block) {
    Jumps::default().visit_block_mut(body);
}

/// What a jump may have to leave.
enum Around {
    /// A loop, the label it has or is given, and whether a jump asked for it.
    Loop {
        label: Lifetime,
        wanted: bool,
    },
    Region,
}

#[derive(Default)]
struct Jumps {
    around: Vec<Around>,
    numbered: usize,
}

impl Jumps {
    /// The label that a jump without one has to take.
    fn target(&mut self) -> Option<Lifetime> {
        let innermost = self.around.len().checked_sub(1)?;
        let found = self.around.iter_mut().enumerate().rev();
        let (at, label, wanted) = found
            .filter_map(|(at, around)| match around {
                Around::Loop { label, wanted } => Some((at, label, wanted)),
                Around::Region => None,
            })
            .next()?;
        if at == innermost {
            return None;
        }
        *wanted = true;
        Some(label.clone())
    }

    /// Visits what is in a loop; gives the label that the loop is to have.
    fn within(&mut self, label: Option<Label>, visit: impl FnOnce(&mut Self)) -> Option<Label> {
        self.numbered += 1;
        let name = label.as_ref().map_or_else(
            || Lifetime::new(&format!("'_loop{}", self.numbered), Span::mixed_site()),
            |label| label.name.clone(),
        );
        self.around.push(Around::Loop {
            label: name.clone(),
            wanted: false,
        });
        visit(self);
        let wanted = matches!(self.around.pop(), Some(Around::Loop { wanted: true, .. }));
        label.or_else(|| {
            wanted.then(|| Label {
                name,
                colon_token: syn::Token![:](Span::mixed_site()),
            })
        })
    }

    /// Visits code whose jumps stay in it.
    fn apart(&mut self, visit: impl FnOnce(&mut Self)) {
        let around = std::mem::take(&mut self.around);
        visit(self);
        self.around = around;
    }
}

impl VisitMut for Jumps {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Loop(cycle) => {
                let label = cycle.label.take();
                cycle.label = self.within(label, |v| v.visit_block_mut(&mut cycle.body));
            }
            Expr::While(cycle) => {
                let label = cycle.label.take();
                cycle.label = self.within(label, |v| {
                    v.visit_expr_mut(&mut cycle.cond);
                    v.visit_block_mut(&mut cycle.body);
                });
            }
            Expr::ForLoop(cycle) => {
                self.visit_expr_mut(&mut cycle.expr);
                let label = cycle.label.take();
                cycle.label = self.within(label, |v| v.visit_block_mut(&mut cycle.body));
            }
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {
                self.apart(|v| visit_mut::visit_expr_mut(v, expr));
            }
            Expr::Call(call) if matches!(markers::marker(call), Some((Marker::Try, _))) => {
                self.around.push(Around::Region);
                visit_mut::visit_expr_call_mut(self, call);
                self.around.pop();
            }
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_expr_break_mut(&mut self, jump: &mut ExprBreak) {
        if jump.label.is_none() {
            jump.label = self.target();
        }
        visit_mut::visit_expr_break_mut(self, jump);
    }

    fn visit_expr_continue_mut(&mut self, jump: &mut ExprContinue) {
        if jump.label.is_none() {
            jump.label = self.target();
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
