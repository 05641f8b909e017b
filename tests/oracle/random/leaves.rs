//! Operands that do not come to a value on some ways: jumps, `?`, and loops that break at once.

use super::body::Writer;
use super::scope::Kind;

impl Writer {
    /// A jump, after which the other ways go on.
    pub(super) fn way_out(&mut self, depth: usize) -> String {
        let before = self.scope.holdings();
        let text = self.jump(depth);
        self.scope.restore(&before);
        text.trim_end_matches(';').trim_end().to_string()
    }

    /// A value of this kind, or a way out.
    pub(super) fn leaving(&mut self, depth: usize, kind: Kind) -> String {
        match self.rng.below(7) {
            0 | 1 => self.one_leaves(depth, kind),
            2 | 3 => self.arm_leaves(depth, kind),
            4 => self.never_bound(depth, kind),
            5 => self.breaks_at_once(depth, kind),
            _ => self.asked(depth, kind),
        }
    }

    fn one_leaves(&mut self, depth: usize, kind: Kind) -> String {
        let condition = self.flag(depth - 1);
        let way_out = self.way_out(depth);
        let value = self.of(kind, depth - 1);
        match self.rng.below(3) {
            0 => format!("(if {condition} {{ {value} }} else {{ {way_out} }})"),
            1 => format!("(if {condition} {{ {way_out} }} else {{ {value} }})"),
            _ => format!("(if {condition} {{ {way_out}; }} else {{ {value} }})"),
        }
    }

    fn arm_leaves(&mut self, depth: usize, kind: Kind) -> String {
        let (head, name) = (self.int(depth - 1), self.new_name());
        let before = self.scope.holdings();
        let way_out = self.way_out(depth);
        let first = self.of(kind, depth - 1);
        let mut ways = vec![self.scope.holdings()];
        self.scope.restore(&before);
        let height = self.scope.locals.len();
        self.scope.declare(&name, Kind::Int, false);
        let second = self.of(kind, depth - 1);
        self.scope.locals.truncate(height);
        ways.push(self.scope.holdings());
        self.scope.join(&ways);
        format!("(match {head} {{ 0 => {first}, {name} @ 1..=2 => {second}, _ => {way_out} }})")
    }

    /// A local that no way binds.
    fn never_bound(&mut self, depth: usize, kind: Kind) -> String {
        let condition = self.flag(depth - 1);
        let (way_out, name) = (self.way_out(depth), self.new_name());
        let value = self.of(kind, depth - 1);
        let ty = match kind {
            Kind::Noisy => "Noisy<'l>",
            Kind::Opt => "Option<i32>",
            _ => "i32",
        };
        format!("(if {condition} {{ let {name}: {ty} = {way_out}; {name} }} else {{ {value} }})")
    }

    fn breaks_at_once(&mut self, depth: usize, kind: Kind) -> String {
        let height = self.scope.locals.len();
        let first = self.some(depth, 2);
        let value = self.of(kind, depth - 1);
        self.scope.locals.truncate(height);
        format!("(loop {{ {first}break {value} }})")
    }

    fn asked(&mut self, depth: usize, kind: Kind) -> String {
        let value = self.of(kind, depth - 1);
        match (self.returns, kind) {
            ("Result<i32, String>", Kind::Int) => format!("parse({value})?"),
            ("Result<i32, String>", _) => format!("Ok::<_, String>({value})?"),
            ("Option<i32>", Kind::Int) => format!("pick({value})?"),
            ("Option<i32>", _) => format!("Some({value})?"),
            _ => value,
        }
    }
}
