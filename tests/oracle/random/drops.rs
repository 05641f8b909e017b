//! Values with a destructor of which parts are copied, and what patterns and assignments leave.

use super::body::Writer;
use super::scope::{Holds, Kind};

/// The types that the rows share.
pub(super) const TYPES: &str = "#[derive(Clone)] struct Tag<'l>(&'l Log, i32, i32);
impl Drop for Tag<'_> { fn drop(&mut self) { self.0.say(format!(\"-tag{} {}\", self.1, self.2)); } }
impl Tag<'_> {
    fn weigh(&self) -> i32 { self.0.num(format!(\"weigh {}\", self.1), self.2) }
    fn heavier(mut self, by: i32) -> Self { self.2 += by; self }
    fn count(&mut self) -> i32 { self.2 += 1; self.2 }
    fn some(&self) -> Option<i32> { self.0.say(format!(\"some {}\", self.1)); (self.2 > 0).then_some(self.2) }
    fn list(&self) -> Vec<i32> { vec![self.2, 1] }
}
";

impl Writer {
    pub(super) fn tag(&mut self, depth: usize) -> String {
        let tags = self.scope.movable(Kind::Tag);
        match self.rng.below(5) {
            0 if !tags.is_empty() => self.moved(&tags),
            1 if depth > 0 => format!("{}.heavier({})", self.tag(depth - 1), self.rng.below(4)),
            _ => {
                let number = self.fresh();
                format!("Tag(log, {number}, {})", self.int(depth.saturating_sub(1)))
            }
        }
    }

    pub(super) fn tag_int(&mut self, depth: usize) -> String {
        let tags = self.scope.readable(Kind::Tag);
        let writable = self.scope.writable(Kind::Tag);
        match self.rng.below(4) {
            0 if !tags.is_empty() => format!("{}.2", self.name(&tags)),
            1 if !tags.is_empty() => format!("{}.weigh()", self.name(&tags)),
            2 if !writable.is_empty() && self.yields == 0 => {
                format!("{}.count()", self.name(&writable))
            }
            _ if self.yields == 0 => format!("{}.weigh()", self.tag(depth.saturating_sub(1))),
            _ => self.small_int(),
        }
    }

    pub(super) fn tag_statement(&mut self, depth: usize) -> String {
        let again = self
            .scope
            .find(|local| local.kind == Kind::Tag && local.mutable);
        let tags = self.scope.readable(Kind::Tag);
        match self.rng.below(14) {
            0..=3 => {
                let (name, value) = (self.new_name(), self.tag(depth - 1));
                self.scope.declare(&name, Kind::Tag, true);
                format!("let mut {name} = {value};")
            }
            4 | 5 if !again.is_empty() => {
                let local = *self.rng.pick(&again);
                let name = self.scope.locals[local].name.clone();
                let value = self.tag(depth - 1);
                self.scope.locals[local].holds = Holds::Value;
                format!("{name} = {value};")
            }
            6 if !tags.is_empty() => {
                let (tag, name) = (self.name(&tags), self.new_name());
                self.scope.declare(&name, Kind::Int, false);
                format!("let Tag(_, _, {name}) = {tag};")
            }
            7 if !tags.is_empty() => {
                let tag = self.name(&tags);
                self.tag_arms(depth, &tag)
            }
            8 => {
                let tag = self.tag(depth - 1);
                self.tag_arms(depth, &tag)
            }
            9 => self.left_arms(depth),
            10 => self.tag_branch(depth),
            11 => {
                let ints = self.scope.writable(Kind::Int);
                let noisy = self.noisy(depth - 1);
                match ints.is_empty() {
                    true => format!("_ = {noisy};"),
                    false => {
                        let value = self.int(depth - 1);
                        format!("(_, {}) = ({noisy}, {value});", self.name(&ints))
                    }
                }
            }
            12 => {
                let name = self.new_name();
                let value = format!("({}, {})", self.noisy(depth - 1), self.int(depth - 1));
                let before = self.scope.holdings();
                let way_out = self.jump(depth);
                self.scope.restore(&before);
                self.scope.declare(&name, Kind::Noisy, false);
                format!("let ({name}, -9..=9) = {value} else {{ {way_out} }};")
            }
            _ => self.simple(depth),
        }
    }

    /// What is copied out of a tag, which stays to the end of the arms.
    fn tag_arms(&mut self, depth: usize, head: &str) -> String {
        let name = self.new_name();
        let bound = Some((name.as_str(), Kind::Int, false));
        let arms = match self.rng.below(3) {
            0 => vec![(format!("Tag(_, _, {name})"), bound)],
            1 => vec![
                ("Tag(_, _, 0..=2)".to_string(), None),
                (format!("Tag(_log, _, {name})"), bound),
            ],
            _ => vec![
                (format!("Tag(_, {name}, 0..=2)"), bound),
                (format!("Tag(.., {name})"), bound),
            ],
        };
        self.matched(depth, head, &arms)
    }

    /// What an arm leaves of a tuple.
    fn left_arms(&mut self, depth: usize) -> String {
        let name = self.new_name();
        let head = format!("({}, {})", self.noisy(depth - 1), self.int(depth - 1));
        let arms = [
            ("(_, 0..=1)".to_string(), None),
            (
                format!("(.., {name} @ 2..=3)"),
                Some((name.as_str(), Kind::Int, false)),
            ),
            (
                format!("({name}, _)"),
                Some((name.as_str(), Kind::Noisy, false)),
            ),
        ];
        self.matched(depth, &head, &arms)
    }

    fn tag_branch(&mut self, depth: usize) -> String {
        let (name, tag) = (self.new_name(), self.tag(depth - 1));
        let before = self.scope.holdings();
        let height = self.scope.locals.len();
        self.scope.declare(&name, Kind::Int, false);
        let then = self.nested(depth, 2);
        self.scope.locals.truncate(height);
        let mut ways = vec![self.scope.holdings()];
        self.scope.restore(&before);
        let otherwise = self.nested(depth, 2);
        ways.push(self.scope.holdings());
        self.scope.join(&ways);
        format!("if let Tag(_, _, {name} @ 0..=3) = {tag} {{ {then}}} else {{ {otherwise}}}")
    }
}
