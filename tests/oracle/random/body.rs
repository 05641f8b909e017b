//! Bodies at random: valid Rust that runs the same every time. In: a seed. Out: statements.

use super::scope::{Holds, Kind, Scope, Target};
use crate::rng::Rng;

pub(super) struct Writer {
    pub(super) rng: Rng,
    pub(super) scope: Scope,
    pub(super) returns: &'static str,
    /// What it may raise; nothing where the body is a plain function, too.
    pub(super) raises: Option<&'static str>,
    /// How many operands of yields are around this point: their own temporaries may end before the suspension.
    pub(super) yields: usize,
    /// Whether the coroutine is not copied, so that what copies would share may be written.
    pub(super) alone: bool,
    /// How often, in percent, what is known to be refused is written.
    known: usize,
    fuel: usize,
    numbers: usize,
}

impl Writer {
    pub(super) fn new(seed: u64, size: usize, known: usize) -> Self {
        let mut rng = Rng::new(seed);
        let returns = *rng.pick(&[
            "i32",
            "i32",
            "Noisy<'l>",
            "Result<i32, String>",
            "Option<i32>",
        ]);
        let fuel = size / 3 + rng.below(size);
        Writer {
            rng,
            scope: Scope::default(),
            returns,
            raises: None,
            yields: 0,
            alone: false,
            known,
            fuel,
            numbers: 0,
        }
    }

    /// Whether another node may be written.
    pub(super) fn spend(&mut self) -> bool {
        self.fuel = self.fuel.saturating_sub(1);
        self.fuel > 0
    }

    /// Whether to write what is known to be refused.
    pub(super) fn refused(&mut self) -> bool {
        self.rng.chance(self.known)
    }

    pub(super) fn fresh(&mut self) -> usize {
        self.numbers += 1;
        self.numbers
    }

    /// A yield, with its operand.
    pub(super) fn suspend(&mut self, depth: usize) -> String {
        self.yields += 1;
        let value = self.int(depth);
        self.yields -= 1;
        format!("co_yield!({value})")
    }

    /// A name from a few, so that shadowing is common; every other time from very few.
    pub(super) fn new_name(&mut self) -> String {
        let names = [
            "a", "b", "c", "d", "e", "x", "y", "state", "input", "r#type",
        ];
        let few = if self.rng.chance(50) { 2 } else { names.len() };
        (*self.rng.pick(&names[..few])).to_string()
    }

    pub(super) fn name(&mut self, among: &[usize]) -> String {
        let local = *self.rng.pick(among);
        self.scope.locals[local].name.clone()
    }

    /// ` {name}` inside a format string, or nothing.
    pub(super) fn inline(&mut self) -> String {
        let raw = |name: &str| name.starts_with("r#");
        let ints = self.scope.find(|local| {
            local.kind == Kind::Int && local.holds == Holds::Value && !raw(&local.name)
        });
        let noisy = self.scope.find(|local| {
            local.kind == Kind::Noisy && local.holds == Holds::Value && !raw(&local.name)
        });
        match self.rng.below(3) {
            0 if !ints.is_empty() => format!(" {{{}}}", self.name(&ints)),
            1 if !noisy.is_empty() => format!(" {{{}:?}}", self.name(&noisy)),
            _ => String::new(),
        }
    }

    /// Statements that may end in one that does not go on. What follows that is not written.
    pub(super) fn statements(&mut self, depth: usize, count: usize) -> String {
        (0..count)
            .map(|_| format!("{}\n        ", self.statement(depth)))
            .collect()
    }

    fn statement(&mut self, depth: usize) -> String {
        if depth == 0 || !self.spend() {
            return self.simple(0);
        }
        if self.interrupts(50) {
            return self.interrupted(depth);
        }
        match self.rng.below(98) {
            0..=15 => self.binding(depth),
            16..=23 => self.simple(depth),
            24..=26 => self.branches(depth),
            27 => self.arms(depth),
            28..=30 => self.counted(depth),
            31 => self.unwrapped(depth),
            32 => format!("{{ {}}}", self.nested(depth, 3)),
            33..=35 => self.leave(depth),
            36 => {
                let value = self.looped(depth, Kind::Int);
                format!("log.say({value});")
            }
            37 => {
                let value = self.labelled(depth, Kind::Noisy);
                format!("drop({value});")
            }
            38..=42 => self.own_binding(depth),
            43..=46 => self.own_change(depth),
            47 => self.own_arms(depth),
            48..=52 => self.tag_statement(depth),
            53 | 54 => self.stack(depth),
            55..=60 => self.typed(depth),
            61..=64 => self.configured(depth),
            65..=69 => self.assigned(depth),
            70..=74 => self.unpacked(depth),
            75..=80 => self.helped(depth),
            81..=83 => self.items(depth),
            _ => self.templated(depth),
        }
    }

    /// Some statements of a block that goes on after them.
    pub(super) fn some(&mut self, depth: usize, most: usize) -> String {
        let count = self.rng.below(most + 1);
        self.statements(depth - 1, count)
    }

    /// Statements in a scope of their own.
    pub(super) fn nested(&mut self, depth: usize, most: usize) -> String {
        let height = self.scope.locals.len();
        let text = self.some(depth, most);
        self.scope.locals.truncate(height);
        text
    }

    fn binding(&mut self, depth: usize) -> String {
        let name = self.new_name();
        let mutable = self.rng.chance(50);
        let word = if mutable { "let mut" } else { "let" };
        let (kind, value) = match self.rng.below(14) {
            0..=3 => (Kind::Int, self.int(depth)),
            4..=6 => (Kind::Noisy, self.noisy(depth)),
            7 => (Kind::Maybe, format!("Some({})", self.noisy(depth - 1))),
            8 => (
                Kind::Stack,
                format!("vec![{}, {}]", self.noisy(depth - 1), self.noisy(depth - 1)),
            ),
            9 => return self.closure(&name),
            12 => (
                Kind::Triple,
                format!(
                    "({}, {}, {})",
                    self.noisy(depth - 1),
                    self.noisy(0),
                    self.noisy(depth - 1)
                ),
            ),
            13 => return self.part(depth, &name),
            10 => return self.tuple(depth),
            _ => return self.deferred(depth),
        };
        self.scope.declare(&name, kind, mutable);
        format!("{word} {name} = {value};")
    }

    fn closure(&mut self, name: &str) -> String {
        let captured = self.scope.readable(Kind::Int);
        let captured = if captured.is_empty() {
            "3".to_string()
        } else {
            self.name(&captured)
        };
        self.scope.declare(name, Kind::Closure, false);
        format!("let {name} = move |k: i32| k + {captured};")
    }

    fn tuple(&mut self, depth: usize) -> String {
        let value = format!("({}, {})", self.noisy(depth - 1), self.int(depth - 1));
        let (a, b) = (self.new_name(), self.new_name());
        let pattern = if a == b {
            "_".to_string()
        } else {
            self.scope.declare(&a, Kind::Noisy, true);
            self.scope.declare(&b, Kind::Int, false);
            format!("(mut {a}, {b})")
        };
        format!("let {pattern} = {value};")
    }

    /// A part of a triple; the others stay in it.
    fn part(&mut self, depth: usize, name: &str) -> String {
        let triples = self.scope.movable(Kind::Triple);
        if triples.is_empty() {
            return self.simple(depth);
        }
        let triple = self.moved(&triples);
        if self.rng.chance(20) {
            return format!("drop({triple}.{});", self.rng.below(3));
        }
        let pattern = match self.rng.below(4) {
            0 => format!("({name}, _, _)"),
            1 => format!("(_, {name}, _)"),
            2 => format!("({name}, ..)"),
            _ => format!("(.., {name})"),
        };
        if self.rng.chance(60) {
            self.scope.declare(name, Kind::Noisy, false);
            return format!("let {pattern} = {triple};");
        }
        let height = self.scope.locals.len();
        self.scope.declare(name, Kind::Noisy, false);
        let text = self.nested(depth, 3);
        self.scope.locals.truncate(height);
        format!("match {triple} {{ {pattern} => {{ {text}}} }}")
    }

    fn deferred(&mut self, depth: usize) -> String {
        let name = self.new_name();
        let kind = *self.rng.pick(&[Kind::Int, Kind::Noisy]);
        self.scope.declare(&name, kind, false);
        let local = self.scope.locals.len() - 1;
        self.scope.locals[local].holds = Holds::Nothing;
        let condition = self.flag(depth - 1);
        let mut ways = Vec::new();
        let before = self.scope.holdings();
        let mut text = format!("let {name}; if {condition} ");
        for way in 0..2 {
            self.scope.restore(&before);
            let height = self.scope.locals.len();
            let first = self.statements(depth - 1, usize::from(way == 0));
            // A statement may have declared the same name.
            let value = self.of(kind, depth - 1);
            let hidden = self.scope.locals[height..]
                .iter()
                .any(|later| later.name == name);
            self.scope.locals.truncate(height);
            let first = if hidden {
                format!("{{ {first}}}")
            } else {
                first
            };
            let value = if hidden { self.of(kind, 0) } else { value };
            self.scope.locals[local].holds = Holds::Value;
            text += &format!(
                "{{ {first}{name} = {value}; }} {}",
                if way == 0 { "else " } else { "" }
            );
            ways.push(self.scope.holdings());
        }
        self.scope.join(&ways);
        text
    }

    pub(super) fn simple(&mut self, depth: usize) -> String {
        let deeper = depth.saturating_sub(1);
        let (ints, noisy, movable) = (
            self.scope.writable(Kind::Int),
            self.scope.readable(Kind::Noisy),
            self.scope.movable(Kind::Noisy),
        );
        let again = self
            .scope
            .find(|local| local.kind == Kind::Noisy && local.mutable);
        match self.rng.below(14) {
            0 | 1 if !ints.is_empty() => format!("{} += {};", self.name(&ints), self.int(deeper)),
            2 if !ints.is_empty() => format!("{} = {};", self.name(&ints), self.int(deeper)),
            3 | 4 if !again.is_empty() => {
                let local = *self.rng.pick(&again);
                let name = self.scope.locals[local].name.clone();
                let value = self.noisy(deeper);
                self.scope.locals[local].holds = Holds::Value;
                format!("{name} = {value};")
            }
            5 if !movable.is_empty() => format!("drop({});", self.moved(&movable)),
            6 if !movable.is_empty() => format!("let _ = {}.into_n();", self.moved(&movable)),
            7 if !noisy.is_empty() => {
                let method = *self.rng.pick(&["get", "look"]);
                format!("log.say({}.{method}());", self.name(&noisy))
            }
            8 => format!("let _ = {};", self.noisy(deeper)),
            9 => {
                let value = self.int(deeper);
                format!("log.say(format!(\"{{}}{}\", {value}));", self.inline())
            }
            10 => {
                let written = self.scope.writable(Kind::Noisy);
                if written.is_empty() {
                    return format!("{};", self.suspend(deeper));
                }
                let name = self.name(&written);
                format!("{name}.set({});", self.rng.below(9))
            }
            _ => format!("{};", self.suspend(deeper)),
        }
    }

    fn stack(&mut self, depth: usize) -> String {
        let (stacks, options) = (
            self.scope.writable(Kind::Stack),
            self.scope.writable(Kind::Maybe),
        );
        match self.rng.below(4) {
            0 if !stacks.is_empty() => {
                format!("{}.push({});", self.name(&stacks), self.new_noisy(depth))
            }
            1 if !stacks.is_empty() => format!("drop({}.pop());", self.name(&stacks)),
            2 if !options.is_empty() => {
                format!("{} = Some({});", self.name(&options), self.noisy(depth - 1))
            }
            3 if !options.is_empty() => format!("{} = None;", self.name(&options)),
            _ => self.simple(depth),
        }
    }

    /// The innermost of the targets that `wanted` allows, by its place.
    pub(super) fn target(&mut self, wanted: impl Fn(&Target) -> bool) -> Option<usize> {
        let fitting: Vec<usize> = (0..self.scope.targets.len())
            .filter(|&i| wanted(&self.scope.targets[i]))
            .collect();
        if fitting.is_empty() {
            None
        } else {
            Some(*self.rng.pick(&fitting))
        }
    }
}
