//! The operands of expressions, in the order of their evaluation, and what kind of
//! place each stands in.

use super::promotion::is_local;
use crate::syntax::operators::{is_comparison, is_compound};
use crate::{ir, methods};
use syn::{BinOp, Expr};

/// How an operand is used by what it belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Value,
    /// Read in place: receivers, what `&` points to.
    Place,
    /// What an index is of: read in place, behind the index, which may write to its elements.
    Base,
    /// Compared, or what a method by value is called on: read in place, but a copy is made before a later operand
    /// may change it by a method.
    Compared,
}

/// The operands of an expression in the order of their evaluation.
pub(super) fn slots(expr: &mut Expr) -> Option<Vec<(&mut Expr, Use)>> {
    use Use::{Base, Compared, Place, Value};
    Some(match expr {
        Expr::Array(array) => array.elems.iter_mut().map(|e| (e, Value)).collect(),
        Expr::Tuple(tuple) => tuple.elems.iter_mut().map(|e| (e, Value)).collect(),
        Expr::Call(call) => {
            // A function by its name is no value that is made.
            let named = matches!(&*call.func, Expr::Path(_)) && !is_local(&call.func);
            let called = (!named).then_some((&mut *call.func, Place));
            let arguments = call.args.iter_mut().map(|e| (e, Value));
            called.into_iter().chain(arguments).collect()
        }
        Expr::MethodCall(call) => {
            let by_value = methods::takes_value(&call.method.to_string(), call.args.len());
            let kind = if by_value { Compared } else { Place };
            let mut slots = vec![(&mut *call.receiver, kind)];
            slots.extend(call.args.iter_mut().map(|e| (evaluated(e), Value)));
            slots
        }
        Expr::Struct(structure) => {
            let mut slots: Vec<_> = structure
                .fields
                .iter_mut()
                .map(|f| (&mut f.expr, Value))
                .collect();
            slots.extend(structure.rest.as_deref_mut().map(|e| (e, Place)));
            slots
        }
        Expr::Range(range) => {
            let mut slots: Vec<_> = range
                .start
                .as_deref_mut()
                .map(|e| (e, Value))
                .into_iter()
                .collect();
            slots.extend(range.end.as_deref_mut().map(|e| (e, Value)));
            slots
        }
        Expr::Binary(binary) if !is_lazy(binary.op) && !is_compound(binary.op) => {
            let kind = if is_comparison(binary.op) {
                Compared
            } else {
                Value
            };
            vec![(&mut *binary.left, kind), (&mut *binary.right, kind)]
        }
        Expr::Index(index) => vec![(&mut *index.expr, Base), (&mut *index.index, Value)],
        Expr::Repeat(repeat) => vec![(&mut *repeat.expr, Value)],
        Expr::Cast(cast) => vec![(&mut *cast.expr, Value)],
        Expr::Field(field) => vec![(&mut *field.base, Place)],
        Expr::Reference(reference) => vec![(&mut *reference.expr, Place)],
        Expr::Unary(unary) => {
            let kind = if matches!(unary.op, syn::UnOp::Deref(_)) {
                Place
            } else {
                Value
            };
            vec![(&mut *unary.expr, kind)]
        }
        Expr::Try(question) => vec![(&mut *question.expr, Value)],
        Expr::Match(matched) => vec![(&mut *matched.expr, Value)],
        Expr::ForLoop(cycle) => vec![(&mut *cycle.expr, Value)],
        Expr::If(branch) => match &mut *branch.cond {
            Expr::Let(condition) => vec![(&mut *condition.expr, Value)],
            condition => vec![(condition, Value)],
        },
        _ => return None,
    })
}

/// What is evaluated of an argument: its type is said where it is handed over.
fn evaluated(argument: &mut Expr) -> &mut Expr {
    match (ir::typed_of(argument).is_some(), argument) {
        (true, Expr::Call(call)) => &mut call.args[0],
        (_, argument) => argument,
    }
}

/// The local at the root of a place expression, as spelled.
pub(super) fn root(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Path(path) => path.path.segments.last().map(|s| s.ident.to_string()),
        Expr::Field(field) => root(&field.base),
        Expr::Index(index) => root(&index.expr),
        Expr::Paren(inner) => root(&inner.expr),
        Expr::Group(inner) => root(&inner.expr),
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => root(&unary.expr),
        _ => None,
    }
}

fn is_lazy(op: BinOp) -> bool {
    matches!(op, BinOp::And(_) | BinOp::Or(_))
}
