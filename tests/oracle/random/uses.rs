//! What is done with locals of the kinds of `types`: changes, and numbers out of them or by a path.

use super::body::Writer;
use super::scope::{Holds, Kind, Local};

impl Writer {
    /// What changes one of them.
    pub(super) fn typed_change(&mut self, depth: usize) -> String {
        let kinds = [Kind::Wide, Kind::Bytes, Kind::Nums, Kind::Opt, Kind::Level];
        let wanted = |local: &Local| kinds.contains(&local.kind) && local.mutable;
        let among: Vec<usize> = self.scope.find(wanted);
        if among.is_empty() {
            return self.simple(depth);
        }
        let local = *self.rng.pick(&among);
        let (name, kind) = (
            self.scope.locals[local].name.clone(),
            self.scope.locals[local].kind,
        );
        if kind == Kind::Nums || kind == Kind::Bytes {
            return self.list_change(depth, local, &name, kind);
        }
        match kind {
            Kind::Wide if self.rng.chance(30) => format!("{name} = {};", self.bound()),
            Kind::Wide => format!("{name} = {name}.max({});", self.int(depth - 1)),
            Kind::Opt if self.rng.chance(40) => format!(
                "{name} = match {name} {{ None => Some({}), Some(k) => pick(k - 1) }};",
                self.int(depth - 1)
            ),
            Kind::Opt => format!("{name} = {};", self.opt(depth - 1)),
            _ => format!("{name} = {};", self.level(depth - 1)),
        }
    }

    fn list_change(&mut self, depth: usize, local: usize, name: &str, kind: Kind) -> String {
        let value = match kind {
            Kind::Nums => self.nums(depth - 1),
            _ => self.bytes(depth),
        };
        let holds = self.scope.readable(kind).contains(&local);
        if !holds || self.rng.chance(30) {
            self.scope.locals[local].holds = Holds::Value;
            return format!("{name} = {value};");
        }
        match kind {
            Kind::Nums => format!("{name}.extend({value});"),
            _ => format!("{name}.extend_from_slice(&{value});"),
        }
    }

    /// A number by a path, or out of a local of these kinds.
    pub(super) fn typed_int(&mut self, depth: usize) -> String {
        let kinds = [
            Kind::Wide,
            Kind::Bytes,
            Kind::Nums,
            Kind::Opt,
            Kind::Level,
            Kind::Slice,
            Kind::Nest,
        ];
        let among = self
            .scope
            .find(|local| kinds.contains(&local.kind) && local.holds == Holds::Value);
        if among.is_empty() || self.rng.chance(30) {
            let paths = [
                "u8::MAX as i32",
                "i32::from(i8::MIN)",
                "LIMIT",
                "self::LIMIT",
                "deep::er::DEEP",
                "(Level::TOP as i32)",
                "Level::High.n()",
                "STEPS[1]",
                "Option::Some(2).unwrap_or(LIMIT)",
            ];
            return (*self.rng.pick(&paths)).to_string();
        }
        let local = *self.rng.pick(&among);
        let name = self.scope.locals[local].name.clone();
        match self.scope.locals[local].kind {
            Kind::Wide => format!("(({name} < {}) as i32)", self.int(depth - 1)),
            Kind::Bytes => format!("{name}.iter().map(|&k| i32::from(k)).sum::<i32>()"),
            Kind::Nums => format!(
                "{name}.iter().copied().max().unwrap_or({})",
                self.rng.below(4)
            ),
            Kind::Opt => format!("{name}.unwrap_or({})", self.int(depth - 1)),
            Kind::Level => format!(
                "(match {name} {{ Level::Low => {}, Level::High => 2 }})",
                self.rng.below(3)
            ),
            Kind::Slice => format!("{name}.len() as i32"),
            _ => match self.rng.below(3) {
                0 => format!("{name}.at.1"),
                1 => format!("{name}.all[{}]", self.index(0)),
                _ => format!("{name}.of.total()"),
            },
        }
    }
}
