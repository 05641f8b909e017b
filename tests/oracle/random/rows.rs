//! Rows of the tables: a body with its types and its arguments. In: a seed. Out: the text of one row.

use super::body::Writer;
use super::scope::Kind;

/// The row of this seed, of about this size.
pub(super) fn row(seed: u64, size: usize, known: usize) -> String {
    let mut writer = Writer::new(seed, size, known);
    writer.alone = writer.rng.chance(25);
    let kind = if writer.alone { "body" } else { "fork" };
    let (arguments, statements) = writer.body(size);
    let returns = writer.returns;
    format!(
        "    {kind} r{seed}<'l>(log{arguments}) -> {returns} {{\n        {statements}\n    }}\n"
    )
}

/// The same, of a body that may be thrown into, and delegates.
pub(super) fn interrupted_row(seed: u64, size: usize, known: usize) -> String {
    let mut writer = Writer::new(seed, size, known);
    writer.alone = true;
    let raises = *writer.rng.pick(&["i32", "i32", "Noisy<'l>"]);
    writer.raises = Some(raises);
    let (arguments, statements) = writer.body(size);
    let returns = writer.returns;
    format!(
        "    body r{seed}<'l>(log{arguments}) -> {returns} | {raises} {{\n        {statements}\n    }}\n"
    )
}

impl Writer {
    /// The arguments, and the statements with the value.
    fn body(&mut self, size: usize) -> (String, String) {
        let arguments = self.arguments();
        let count = 1 + self.rng.below(2 + size / 10);
        let statements = self.statements(4, count);
        (arguments, statements + &self.result())
    }

    fn arguments(&mut self) -> String {
        match self.rng.below(5) {
            0 => {
                self.scope.declare("a", Kind::Noisy, false);
                ", a: Noisy<'l> = log.noisy(\"arg\")".to_string()
            }
            1 => {
                self.scope.declare("x", Kind::Int, false);
                self.scope.declare("b", Kind::Noisy, false);
                ", (x, b): (i32, Noisy<'l>) = (4, log.noisy(\"arg\"))".to_string()
            }
            _ => String::new(),
        }
    }

    /// A value of the return type.
    pub(super) fn result(&mut self) -> String {
        match self.returns {
            "Noisy<'l>" => self.noisy(2),
            "Result<i32, String>" => format!("Ok({})", self.int(2)),
            "Option<i32>" => format!("Some({})", self.int(2)),
            _ => self.int(3),
        }
    }
}
