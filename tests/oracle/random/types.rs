//! Types that are written in `let`, and paths as values: constants, statics, unit variants.

use super::body::Writer;
use super::scope::Kind;

/// The types and constants that the rows share.
pub(super) const TYPES: &str = "#[derive(Clone, Copy, PartialEq, Debug)] enum Level { Low, High }
impl Level {
    const TOP: Level = Level::High;
    fn of(n: i32) -> Self { if n > 1 { Level::High } else { Level::Low } }
    fn n(self) -> i32 { self as i32 + 1 }
}
#[derive(Clone)] struct Nest<'l> { at: (i32, i32), all: [i32; 3], of: Pair<'l> }
const LIMIT: i32 = 4;
static STEPS: [i32; 3] = [1, 2, 3];
";

impl Writer {
    /// A `let` that says its type.
    pub(super) fn typed(&mut self, depth: usize) -> String {
        let name = self.new_name();
        let (kind, value) = match self.rng.below(21) {
            0 | 1 => (Kind::Int, self.int(depth)),
            2 => (Kind::Wide, self.bound()),
            3 => (Kind::Bytes, self.bytes(depth)),
            4 | 5 => (Kind::Nums, self.nums(depth)),
            6 | 7 => (Kind::Opt, self.opt(depth)),
            8 => (Kind::Level, self.level(depth)),
            9 => (Kind::Noisy, self.noisy(depth)),
            10 => (Kind::Text, self.text(depth)),
            11 => (Kind::Closure, self.function()),
            12 => (Kind::Slice, self.constant_slice()),
            13 => (Kind::Nest, self.nest(depth)),
            14 => return self.typed_pair(depth),
            15 => return self.known_later(depth),
            16 => (Kind::Maybe, self.maybe(depth)),
            _ => return self.typed_change(depth),
        };
        let ty = self.written(kind, &value);
        self.scope.declare(&name, kind, true);
        format!("let mut {name}: {ty} = {value};")
    }

    /// How the type of such a local may be written.
    fn written(&mut self, kind: Kind, value: &str) -> &'static str {
        let ways: &[&str] = match kind {
            Kind::Bytes => &["Vec<u8>", "std::vec::Vec<u8>"],
            Kind::Nums if value.ends_with("Vec::new()") => &["Vec<i32>"],
            Kind::Nums => &["Vec<i32>", "Vec<_>"],
            Kind::Opt if value == "None" => &["Option<i32>"],
            Kind::Opt => &["Option<i32>", "Option<_>", "std::option::Option<i32>"],
            Kind::Level => &["Level"],
            Kind::Noisy => &["Noisy", "Noisy<'_>", "Noisy<'l>"],
            Kind::Maybe => &["Option<Noisy<'l>>", "Option<Noisy<'_>>"],
            Kind::Text => &["String", "std::string::String"],
            Kind::Closure => &["fn(i32) -> i32"],
            Kind::Slice => &["&[i32]", "&'static [i32]"],
            Kind::Nest => &["Nest", "Nest<'_>"],
            _ => &["i32"],
        };
        self.rng.pick::<&str>(ways)
    }

    pub(super) fn bound(&mut self) -> String {
        let bounds = [
            "i32::MIN",
            "i32::MAX",
            "<i32>::MIN",
            "std::primitive::i32::MIN",
        ];
        (*self.rng.pick(&bounds)).to_string()
    }

    fn function(&mut self) -> String {
        let functions = [
            "deep::twice",
            "i32::abs",
            "|k| k + 1",
            "deep::er::keep::<i32>",
        ];
        (*self.rng.pick(&functions)).to_string()
    }

    fn constant_slice(&mut self) -> String {
        (*self
            .rng
            .pick(&["&STEPS", "&STEPS[1..]", "&[1, 2, 3]", "&[]"]))
        .to_string()
    }

    fn maybe(&mut self, depth: usize) -> String {
        match self.rng.chance(50) {
            true => "None".to_string(),
            false => format!("Some({})", self.noisy(depth - 1)),
        }
    }

    /// An `Option<i32>`.
    pub(super) fn opt(&mut self, depth: usize) -> String {
        let opts = self.scope.readable(Kind::Opt);
        if depth == 0 || !self.spend() {
            return "None::<i32>".to_string();
        }
        match self.rng.below(7) {
            0 if !opts.is_empty() => self.name(&opts),
            1 => format!("Some({})", self.int(depth - 1)),
            2 => "Option::<i32>::None".to_string(),
            3 => self.branch(depth, Self::opt),
            4 => format!(
                "pick({}).or(pick({}))",
                self.int(depth - 1),
                self.int(depth - 1)
            ),
            5 => self.labelled(depth, Kind::Opt),
            _ => format!("pick({})", self.int(depth - 1)),
        }
    }

    /// A `Vec<i32>`.
    pub(super) fn nums(&mut self, depth: usize) -> String {
        let deeper = depth.saturating_sub(1);
        let (movable, readable) = (
            self.scope.movable(Kind::Nums),
            self.scope.readable(Kind::Nums),
        );
        match self.rng.below(8) {
            0 if !movable.is_empty() => self.moved(&movable),
            1 if !readable.is_empty() => {
                let of = self.name(&readable);
                format!("{of}.iter().map(|k| k + 1).collect::<Vec<i32>>()")
            }
            2 => "Vec::new()".to_string(),
            3 => "(0..3).collect::<Vec<i32>>()".to_string(),
            4 => format!("Vec::from([{}, {}])", self.int(deeper), self.int(deeper)),
            5 => "STEPS.to_vec()".to_string(),
            6 => format!("vec![{}; 2]", self.int(deeper)),
            _ => format!("vec![{}, {}]", self.int(deeper), self.int(deeper)),
        }
    }

    pub(super) fn bytes(&mut self, depth: usize) -> String {
        let movable = self.scope.movable(Kind::Bytes);
        match self.rng.below(5) {
            0 if !movable.is_empty() => self.moved(&movable),
            1 => "Vec::new()".to_string(),
            2 => "b\"ab\".to_vec()".to_string(),
            3 => format!("{}.into_bytes()", self.text(depth)),
            _ => format!("vec![u8::MAX, ({}) as i32 as u8]", self.int(depth - 1)),
        }
    }

    pub(super) fn level(&mut self, depth: usize) -> String {
        let levels = self.scope.readable(Kind::Level);
        match self.rng.below(5) {
            0 if !levels.is_empty() => self.name(&levels),
            1 => "Level::TOP".to_string(),
            2 => "Level::Low".to_string(),
            _ => format!("Level::of({})", self.int(depth.saturating_sub(1))),
        }
    }

    fn nest(&mut self, depth: usize) -> String {
        let at = format!("({}, {})", self.int(depth - 1), self.int(depth - 1));
        let of = self.pair(depth - 1);
        format!(
            "(Nest {{ at: {at}, of: {of}, all: [1, LIMIT, {}] }})",
            self.int(depth - 1)
        )
    }

    fn typed_pair(&mut self, depth: usize) -> String {
        let (a, b) = (self.new_name(), self.new_name());
        let int = self.int(depth - 1);
        let (kind, ty, value) = match self.rng.chance(50) {
            true => (Kind::Text, "String", self.text(depth - 1)),
            false => (Kind::Noisy, "Noisy<'l>", self.noisy(depth - 1)),
        };
        let b = if a == b { "_".to_string() } else { b };
        self.scope.declare(&a, Kind::Int, false);
        if b != "_" {
            self.scope.declare(&b, kind, false);
        }
        format!("let ({a}, {b}): (i32, {ty}) = ({int}, {value});")
    }

    /// A local of which only later code says the type.
    fn known_later(&mut self, depth: usize) -> String {
        let name = format!("later{}", self.fresh());
        let between = self.statements(depth - 1, 1);
        let (kind, ty, first, then) = match self.rng.below(4) {
            3 => (
                Kind::Maybe,
                "Option<_>",
                "None",
                format!("= Some({});", self.noisy(depth - 1)),
            ),
            0 => (
                Kind::Opt,
                "Option<_>",
                "None",
                format!("= Some({});", self.int(depth - 1)),
            ),
            1 => (
                Kind::Nums,
                "Vec<_>",
                "Vec::new()",
                format!(".push({});", self.int(depth - 1)),
            ),
            _ => (
                Kind::Stack,
                "Vec<_>",
                "Vec::new()",
                format!(".push({});", self.noisy(depth - 1)),
            ),
        };
        let ty = if self.rng.chance(50) {
            format!(": {ty}")
        } else {
            String::new()
        };
        self.scope.declare(&name, kind, true);
        format!("let mut {name}{ty} = {first}; {between} {name}{then}")
    }
}
