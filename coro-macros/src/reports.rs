//! What rustc would report of the body if it were in one piece, and cannot of arms.
//!
//! In: the resolved body, the graph and its layout. Out: code that never runs, of a shape
//! that rustc reports in its own words at the user's places: labels that no jump names, `while true`, unsafe code,
//! and `mut` on locals that nothing changes. The last is only said where it is certain without
//! types: a method may change what it is called on.

use crate::ir::{Body, Exit, LocalId, Origin, Step};
use crate::layout::Layout;
use crate::syntax::operators::is_compound;
use crate::syntax::{macros, markers};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::HashSet;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr, ExprUnsafe, ExprWhile, Label, Macro, Pat};

/// The statements that rustc reports on.
pub(crate) fn reports(source: &Block, body: &Body, layout: &Layout) -> TokenStream {
    let mut shapes = Shapes::default();
    shapes.visit_block(source);
    let mutable = unchanged(body, layout).map(|local| {
        let known = body.locals.get(local);
        let (name, attributes) = (body.locals.tag(local, known.span), &known.attributes);
        let mutable = known.mutability.map(|span| quote_spanned!(span=> mut));
        quote!(#(#attributes)* let #mutable #name = (); let _ = #name;)
    });
    let mutable: TokenStream = mutable.collect();
    let shapes = shapes.found;
    if mutable.is_empty() && shapes.is_empty() {
        return TokenStream::new();
    }
    quote!(let _ = || { #mutable #shapes };)
}

/// Loops that are taken apart, and what rustc says of their form.
#[derive(Default)]
struct Shapes {
    found: TokenStream,
}

impl Shapes {
    fn label(&mut self, label: Option<&Label>, inside: &impl ToTokens, attributes: &[Attribute]) {
        let Some(label) = label else { return };
        let name = label.name.ident.to_string();
        if !name.starts_with('_') && !names(inside.to_token_stream(), &name) {
            self.found
                .extend(quote!(#(#attributes)* #label loop { break; }));
        }
    }

    fn endless(&mut self, cycle: &ExprWhile) {
        let (attributes, keyword, cond) = (&cycle.attrs, &cycle.while_token, &cycle.cond);
        if let Expr::Lit(literal) = &**cond
            && matches!(&literal.lit, syn::Lit::Bool(truth) if truth.value)
        {
            // In the user's braces: the lint looks at where the whole loop is from.
            let mut body = Group::new(Delimiter::Brace, quote!(break;));
            body.set_span(cycle.body.brace_token.span.join());
            // Of the user's it is not seen here whether it loops.
            self.found
                .extend(quote!(#[allow(clippy::never_loop)] #(#attributes)* #keyword #cond #body));
        }
    }

    /// In the arms it is generated code, which a lint passes over.
    fn is_unsafe(&mut self, block: &ExprUnsafe) {
        let (attributes, keyword) = (&block.attrs, &block.unsafe_token);
        let mut body = Group::new(Delimiter::Brace, TokenStream::new());
        body.set_span(block.block.brace_token.span.join());
        self.found
            .extend(quote!(#[allow(unused_unsafe)] #(#attributes)* #keyword #body));
    }
}

/// Whether a label is named in `tokens`, at any depth.
fn names(tokens: TokenStream, label: &str) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let here = tokens.windows(2).any(|pair| {
        matches!(pair, [TokenTree::Punct(tick), TokenTree::Ident(name)]
            if tick.as_char() == '\'' && name == label)
    });
    here || tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => names(group.stream(), label),
        _ => false,
    })
}

impl<'ast> Visit<'ast> for Shapes {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        if markers::suspends(expr) {
            match expr {
                Expr::Loop(cycle) => self.label(cycle.label.as_ref(), &cycle.body, &cycle.attrs),
                // It stays in one piece if only its head yields.
                Expr::ForLoop(cycle) if markers::block_suspends(&cycle.body) => {
                    self.label(cycle.label.as_ref(), &cycle.body, &cycle.attrs);
                }
                Expr::Block(block) => self.label(block.label.as_ref(), &block.block, &block.attrs),
                Expr::While(cycle) => {
                    let (cond, body) = (&cycle.cond, &cycle.body);
                    self.label(cycle.label.as_ref(), &quote!(#cond #body), &cycle.attrs);
                    self.endless(cycle);
                }
                Expr::Unsafe(block) => self.is_unsafe(block),
                _ => {}
            }
        }
        visit::visit_expr(self, expr);
    }

    fn visit_item(&mut self, _: &'ast syn::Item) {}
}

/// Locals of several arms whose `mut` certainly nothing needs.
fn unchanged<'a>(body: &'a Body, layout: &'a Layout) -> impl Iterator<Item = LocalId> + 'a {
    let mut changed = Changed {
        body,
        locals: HashSet::new(),
    };
    for block in body.ids().map(|id| body.block(id)) {
        for step in &block.steps {
            if let Step::Code(stmt) = step {
                changed.visit_stmt(stmt);
            }
        }
        changed.exit(&block.exit);
    }
    let Changed { locals, .. } = changed;
    body.locals.ids().filter(move |local| {
        let known = body.locals.get(*local);
        known.mutable()
            && known.origin != Origin::Hidden
            && !known.receiver
            && !known.partial
            && layout.crossing[local.0]
            && !layout.unmentioned[local.0]
            && !locals.contains(local)
    })
}

/// Locals that some code may change.
struct Changed<'a> {
    body: &'a Body,
    locals: HashSet<LocalId>,
}

impl Changed<'_> {
    fn exit(&mut self, exit: &Exit) {
        match exit {
            Exit::Branch { condition, .. } => self.visit_expr(condition),
            Exit::Match {
                scrutinee, arms, ..
            } => {
                self.scrutinee(scrutinee, arms.iter().map(|arm| &arm.pattern));
                for guard in arms.iter().filter_map(|arm| arm.guard.as_ref()) {
                    self.visit_expr(guard);
                }
            }
            Exit::Yield { value, .. } | Exit::Return(value, _) => self.visit_expr(value),
            Exit::Goto(_) | Exit::Delegate { .. } | Exit::Diverge => {}
        }
    }

    /// The local that a place is a part of changes.
    fn place(&mut self, place: &Expr) {
        match place {
            Expr::Path(path) => {
                let name = path.path.get_ident();
                let local = name.and_then(|name| self.body.locals.of_ident(name));
                self.locals.extend(local);
            }
            Expr::Field(field) => self.place(&field.base),
            Expr::Index(index) => self.place(&index.expr),
            Expr::Paren(inner) => self.place(&inner.expr),
            Expr::Group(inner) => self.place(&inner.expr),
            Expr::Unary(unary) => self.place(&unary.expr),
            // The parts of a destructuring assignment.
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|part| self.place(part)),
            Expr::Array(array) => array.elems.iter().for_each(|part| self.place(part)),
            Expr::Call(call) => call.args.iter().for_each(|part| self.place(part)),
            Expr::Struct(whole) => whole.fields.iter().for_each(|part| self.place(&part.expr)),
            _ => {}
        }
    }

    fn scrutinee<'p>(&mut self, scrutinee: &Expr, mut patterns: impl Iterator<Item = &'p Pat>) {
        if patterns.any(|pattern| says_ref(pattern.to_token_stream())) {
            self.place(scrutinee);
        }
        self.visit_expr(scrutinee);
    }
}

fn says_ref(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == "ref",
        TokenTree::Group(group) => says_ref(group.stream()),
        _ => false,
    })
}

impl<'ast> Visit<'ast> for Changed<'_> {
    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.place(&assign.left);
        visit::visit_expr_assign(self, assign);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if is_compound(binary.op) {
            self.place(&binary.left);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_reference(&mut self, reference: &'ast syn::ExprReference) {
        if reference.mutability.is_some() {
            self.place(&reference.expr);
        }
        visit::visit_expr_reference(self, reference);
    }

    fn visit_expr_raw_addr(&mut self, raw: &'ast syn::ExprRawAddr) {
        self.place(&raw.expr);
        visit::visit_expr_raw_addr(self, raw);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.place(&call.receiver);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        self.place(&call.func);
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_match(&mut self, matched: &'ast syn::ExprMatch) {
        self.scrutinee(&matched.expr, matched.arms.iter().map(|arm| &arm.pat));
        for arm in &matched.arms {
            self.visit_arm(arm);
        }
    }

    fn visit_expr_let(&mut self, matched: &'ast syn::ExprLet) {
        self.scrutinee(&matched.expr, std::iter::once(&*matched.pat));
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(init) = &local.init {
            self.scrutinee(&init.expr, std::iter::once(&local.pat));
        }
        visit::visit_local(self, local);
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        match macros::evaluated(mac).filter(|_| !macros::writes(mac)) {
            Some(operands) => {
                for (operand, _) in &operands {
                    Visit::visit_expr(self, operand);
                }
            }
            None => {
                let mentioned = self.body.locals.mentioned_in(mac.tokens.clone());
                self.locals.extend(mentioned);
            }
        }
    }
}
