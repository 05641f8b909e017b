//! Assignments that take a value apart, and compound ones to fields and to elements.

use super::body::Writer;
use super::scope::{Holds, Kind};

impl Writer {
    pub(super) fn assigned(&mut self, depth: usize) -> String {
        let deeper = depth - 1;
        match self.rng.below(15) {
            0 => {
                let value = format!("({}, {})", self.int(deeper), self.int(deeper));
                format!("({}, {}) = {value};", self.int_place(), self.int_place())
            }
            1 => self.exchanged(depth, Kind::Int),
            2 => self.exchanged(depth, Kind::Noisy),
            3 => {
                let parts = [self.int(deeper), self.int(deeper), self.int(deeper)].join(", ");
                let pattern = *self
                    .rng
                    .pick(&["[@, _, @]", "[@, ..]", "[.., @]", "[_, @, @]"]);
                self.placed(pattern, &format!("[{parts}]"))
            }
            4 => {
                let pair = self.pair(depth);
                let pattern = *self.rng.pick(&[
                    "Pair { n: @, .. }",
                    "Pair { n: @, first: _ }",
                    "Pair { first: #, n: @ }",
                    "Pair { first: #, .. }",
                ]);
                self.placed(pattern, &pair)
            }
            5 | 6 => {
                let value = format!("({}, {})", self.noisy(deeper), self.int(deeper));
                let pattern = *self.rng.pick(&["(#, @)", "(#, _)", "(_, @)", "(#, ..)"]);
                self.placed(pattern, &value)
            }
            7 => {
                let noisy = self.scope.readable(Kind::Noisy);
                match noisy.is_empty() {
                    true => format!("_ = {};", self.int(deeper)),
                    false => format!("_ = {};", self.name(&noisy)),
                }
            }
            8 => {
                let (a, b) = (self.int(deeper), self.noisy(deeper));
                let value = format!("(({a}, {b}), {})", self.int(deeper));
                let pattern = *self.rng.pick(&["((@, #), @)", "((@, _), @)", "(_, @)"]);
                self.placed(pattern, &value)
            }
            9 => {
                let tag = self.tag(depth);
                self.placed("Tag(_, _, @)", &tag)
            }
            10 => {
                let triples = self.scope.movable(Kind::Triple);
                if triples.is_empty() {
                    return self.compound(depth);
                }
                let triple = self.moved(&triples);
                let pattern = *self
                    .rng
                    .pick(&["(#, ..)", "(_, #, _)", "(#, #, #)", "(.., #)"]);
                self.placed(pattern, &triple)
            }
            _ => self.compound(depth),
        }
    }

    /// The assignment to a pattern in which `@` stands for a place of a number, and `#` for one of a noisy value.
    fn placed(&mut self, pattern: &str, value: &str) -> String {
        let mut text = String::new();
        for part in pattern.chars() {
            match part {
                '@' => text += &self.int_place(),
                '#' => text += &self.noisy_place(),
                other => text.push(other),
            }
        }
        format!("{text} = {value};")
    }

    /// Two locals of a kind in exchange.
    fn exchanged(&mut self, depth: usize, kind: Kind) -> String {
        let among = self.scope.writable(kind);
        if among.len() < 2 {
            return self.compound(depth);
        }
        let (a, b) = (self.name(&among), self.name(&among));
        match kind {
            _ if a == b => format!("{a} = {a};"),
            Kind::Int => format!("({a}, {b}) = ({b}, {a} + {});", self.suspend(depth - 1)),
            _ => format!("({a}, {b}) = ({b}, {a});"),
        }
    }

    /// A place of an `i32` that may be assigned without a yield.
    fn int_place(&mut self) -> String {
        let (ints, pairs, arrays, nests) = (
            self.scope.writable(Kind::Int),
            self.scope.writable(Kind::Pair),
            self.scope.writable(Kind::Array),
            self.scope.writable(Kind::Nest),
        );
        match self.rng.below(8) {
            0..=2 if !ints.is_empty() => self.name(&ints),
            3 if !pairs.is_empty() => format!("{}.n", self.name(&pairs)),
            4 if !arrays.is_empty() => format!("{}[{}]", self.name(&arrays), self.index(0)),
            5 if !nests.is_empty() => format!("{}.at.{}", self.name(&nests), self.rng.below(2)),
            6 if !nests.is_empty() => format!("{}.all[{}]", self.name(&nests), self.index(0)),
            7 if !nests.is_empty() => format!("{}.of.n", self.name(&nests)),
            _ if !ints.is_empty() => self.name(&ints),
            _ => "_".to_string(),
        }
    }

    fn noisy_place(&mut self) -> String {
        let again = self
            .scope
            .find(|local| local.kind == Kind::Noisy && local.mutable);
        let (pairs, boxes, nests) = (
            self.scope.writable(Kind::Pair),
            self.scope.writable(Kind::Boxed),
            self.scope.writable(Kind::Nest),
        );
        match self.rng.below(7) {
            0 if !pairs.is_empty() => format!("{}.first", self.name(&pairs)),
            1 if !boxes.is_empty() => format!("*{}", self.name(&boxes)),
            2 if !nests.is_empty() => format!("{}.of.first", self.name(&nests)),
            3..=5 if !again.is_empty() => {
                let local = *self.rng.pick(&again);
                self.scope.locals[local].holds = Holds::Value;
                self.scope.locals[local].name.clone()
            }
            _ => "_".to_string(),
        }
    }

    /// Writes something while a local may not be mentioned.
    pub(super) fn without<T>(&mut self, local: usize, write: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.scope.locals[local].frozen, true);
        let written = write(self);
        self.scope.locals[local].frozen = before;
        written
    }

    /// `+=` and the like.
    fn compound(&mut self, depth: usize) -> String {
        let among = self.scope.find(|local| {
            let kinds = [
                Kind::Int,
                Kind::Noisy,
                Kind::Pair,
                Kind::Array,
                Kind::Nest,
                Kind::Triple,
                Kind::Boxed,
                Kind::Nums,
            ];
            local.mutable && local.holds == Holds::Value && kinds.contains(&local.kind)
        });
        if among.is_empty() {
            return self.simple(depth);
        }
        let local = *self.rng.pick(&among);
        let name = self.scope.locals[local].name.clone();
        let operator = *self.rng.pick(&["+=", "-=", "^=", "|="]);
        let at = self.index(0);
        let value = self.without(local, |w| w.int(depth - 1));
        let side = self.rng.below(2);
        match self.scope.locals[local].kind {
            Kind::Int => format!("{name} {operator} {value};"),
            Kind::Array => format!("{name}[{at}] {operator} {value};"),
            Kind::Pair if side == 0 => format!("{name}.n {operator} {value};"),
            Kind::Pair => format!("{name}.first += {value};"),
            Kind::Triple => format!("{name}.{side} += {value};"),
            Kind::Boxed => format!("*{name} += {value};"),
            Kind::Nest if side == 0 => format!("{name}.at.{side} {operator} {value};"),
            Kind::Nest => format!("{name}.all[{at}] {operator} {value};"),
            Kind::Nums => format!("if let Some(k) = {name}.last_mut() {{ *k {operator} 1; }}"),
            _ => format!("{name} += {value};"),
        }
    }
}
