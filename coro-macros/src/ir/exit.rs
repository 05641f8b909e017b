//! How control leaves a block.

use super::{BlockId, LocalId};
use proc_macro2::Span;
use syn::{Expr, Pat};

/// How control leaves a block.
#[derive(Clone)]
pub(crate) enum Exit {
    Goto(BlockId),
    Branch {
        condition: Expr,
        then: BlockId,
        otherwise: BlockId,
    },
    Match {
        scrutinee: Expr,
        arms: Vec<MatchArm>,
        span: Span,
    },
    /// Hand `value` out; go on at `resume`.
    Yield {
        value: Expr,
        resume: BlockId,
        marker: Span,
    },
    /// Resume the delegate where it is. What it yields is handed out, and control comes back to
    /// this block, `resume`; the arms are for what it ends with.
    Delegate {
        delegate: LocalId,
        /// It is a local of the user's, to which a reference is the delegate.
        lent: bool,
        /// The call that resumes it.
        call: syn::Path,
        resume: BlockId,
        arms: Vec<MatchArm>,
        marker: Span,
    },
    Return(Expr, Span),
    /// The steps never end.
    Diverge,
}

impl Exit {
    /// The blocks that control goes to.
    pub(crate) fn targets(&self) -> Vec<BlockId> {
        match self {
            Self::Goto(target) => vec![*target],
            Self::Branch {
                then, otherwise, ..
            } => vec![*then, *otherwise],
            Self::Match { arms, .. } => arms.iter().map(|arm| arm.target).collect(),
            Self::Yield { resume, .. } => vec![*resume],
            Self::Delegate { resume, arms, .. } => {
                let arms = arms.iter().map(|arm| arm.target);
                std::iter::once(*resume).chain(arms).collect()
            }
            Self::Return(..) | Self::Diverge => Vec::new(),
        }
    }

    /// Its verbatim code.
    pub(crate) fn code(&self) -> Vec<&Expr> {
        match self {
            Self::Branch { condition, .. } => vec![condition],
            Self::Match {
                scrutinee, arms, ..
            } => {
                let guards = arms.iter().filter_map(|arm| arm.guard.as_ref());
                std::iter::once(scrutinee).chain(guards).collect()
            }
            Self::Yield { value, .. } | Self::Return(value, _) => vec![value],
            Self::Goto(_) | Self::Delegate { .. } | Self::Diverge => Vec::new(),
        }
    }

    pub(crate) fn targets_mut(&mut self) -> Vec<&mut BlockId> {
        match self {
            Self::Goto(target) => vec![target],
            Self::Branch {
                then, otherwise, ..
            } => vec![then, otherwise],
            Self::Match { arms, .. } => arms.iter_mut().map(|arm| &mut arm.target).collect(),
            Self::Yield { resume, .. } => vec![resume],
            Self::Delegate { resume, arms, .. } => {
                let arms = arms.iter_mut().map(|arm| &mut arm.target);
                std::iter::once(resume).chain(arms).collect()
            }
            Self::Return(..) | Self::Diverge => Vec::new(),
        }
    }
}

/// One arm of a match that was taken apart.
#[derive(Clone)]
pub(crate) struct MatchArm {
    pub(crate) pattern: Pat,
    pub(crate) guard: Option<Expr>,
    pub(crate) target: BlockId,
}

impl MatchArm {
    pub(crate) fn unguarded((pattern, target): (Pat, BlockId)) -> Self {
        Self {
            pattern,
            guard: None,
            target,
        }
    }
}
