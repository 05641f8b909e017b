//! What bodies are made of: a log of effects, and values that write to it when they are dropped.

use std::cell::RefCell;
use std::fmt::{Debug, Display};
use std::panic::resume_unwind;

/// What a body's effects are written to.
#[derive(Default)]
pub(crate) struct Log {
    lines: RefCell<Vec<String>>,
}

impl Log {
    /// An effect.
    pub(crate) fn say(&self, what: impl Display) {
        self.lines.borrow_mut().push(what.to_string());
    }

    /// An effect with a value.
    pub(crate) fn num(&self, what: impl Display, n: i32) -> i32 {
        self.say(what);
        n
    }

    /// An effect with a boolean value.
    pub(crate) fn flag(&self, what: impl Display, b: bool) -> bool {
        self.say(what);
        b
    }

    /// A value that says when it is dropped.
    pub(crate) fn noisy(&self, name: impl Display) -> Noisy<'_> {
        self.noisy_n(name, 3)
    }

    /// The same, with a number of one's choice.
    pub(crate) fn noisy_n(&self, name: impl Display, n: i32) -> Noisy<'_> {
        let name = name.to_string();
        self.say(format!("+{name}"));
        Noisy { log: self, name, n }
    }

    /// Panics without a message on the terminal.
    pub(crate) fn bomb(&self, what: &str) -> ! {
        self.say(what);
        resume_unwind(Box::new("bomb"))
    }

    /// What was written since the last time.
    pub(super) fn take(&self) -> Vec<String> {
        self.lines.take()
    }
}

/// Two traces beside each other, under what they are of: a mark stands where they differ.
pub(super) fn beside(heads: [&str; 2], traces: [&[String]; 2]) -> String {
    let [left, right] = heads;
    let mut text = format!("  {left:<40} {right}\n");
    for i in 0..traces[0].len().max(traces[1].len()) {
        let [a, b] = traces.map(|lines| lines.get(i).map_or("", String::as_str));
        let mark = if a == b { ' ' } else { '!' };
        text += &format!("{mark} {a:<40} {b}\n");
    }
    text
}

/// A value that says when it is dropped.
pub(crate) struct Noisy<'l> {
    log: &'l Log,
    name: String,
    pub(crate) n: i32,
}

impl<'l> Noisy<'l> {
    pub(crate) fn get(&self) -> i32 {
        self.log.num(format!("get {}", self.name), self.n)
    }

    pub(crate) fn name(&self) -> String {
        self.name.clone()
    }

    /// The same, by a name that says nothing.
    pub(crate) fn look(&self) -> i32 {
        self.get()
    }

    pub(crate) fn set(&mut self, n: i32) -> &mut Self {
        self.log.say(format!("set {} {n}", self.name));
        self.n = n;
        self
    }

    /// The same, by a name that says that it looks.
    pub(crate) fn as_n(&self) -> i32 {
        self.n
    }

    /// Consumes it, by a name that `coro` knows as consuming.
    pub(crate) fn into_n(self) -> i32 {
        self.log.num(format!("into_n {}", self.name), self.n)
    }

    /// Consumes it, by a name of one's own.
    #[allow(dead_code, reason = "its rows are pending")]
    pub(crate) fn eat(self) -> i32 {
        self.log.num(format!("eat {}", self.name), self.n)
    }

    /// The same, with a number.
    pub(crate) fn eat_with(self, n: i32) -> i32 {
        self.log
            .num(format!("eat {} with {n}", self.name), self.n + n)
    }

    /// Consumes it and makes another, by a name of one's own.
    pub(crate) fn grown(self, n: i32) -> Noisy<'l> {
        self.log.noisy_n(format!("{}+{n}", self.name), self.n + n)
    }

    /// Looks at it, by a name of one's own.
    pub(crate) fn weigh(&self, n: i32, by: &Self) -> i32 {
        self.log.num(
            format!("weigh {} by {}", self.name, by.name),
            self.n * n + by.n,
        )
    }

    /// Consumes it and makes another.
    pub(crate) fn into_next(self) -> Noisy<'l> {
        self.log.noisy_n(format!("{}'", self.name), self.n + 1)
    }

    /// Borrows from it, with a destructor.
    pub(crate) fn lend(&self) -> Lent<'_> {
        self.log.say(format!("lend {}", self.name));
        Lent { of: self }
    }

    /// The same, if it is not too much.
    pub(crate) fn chosen(&self, n: i32) -> Option<i32> {
        (n < self.n).then_some(self.n - n)
    }

    /// A part of it, as an option.
    pub(crate) fn maybe(&self) -> Option<i32> {
        (self.n > 0).then_some(self.n)
    }
}

impl Clone for Noisy<'_> {
    fn clone(&self) -> Self {
        Noisy {
            log: self.log,
            name: self.name.clone(),
            n: self.n,
        }
    }
}

impl Debug for Noisy<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}={}", self.name, self.n)
    }
}

impl PartialEq for Noisy<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.log.say(format!("{} == {}", self.name, other.name));
        self.n == other.n
    }
}

impl<'l> std::ops::Add for Noisy<'l> {
    type Output = Noisy<'l>;
    fn add(self, other: Self) -> Noisy<'l> {
        self.log
            .noisy_n(format!("({}+{})", self.name, other.name), self.n + other.n)
    }
}

impl std::ops::AddAssign<i32> for Noisy<'_> {
    fn add_assign(&mut self, n: i32) {
        self.log.say(format!("{} += {n}", self.name));
        self.n += n;
    }
}

impl Drop for Noisy<'_> {
    fn drop(&mut self) {
        self.log.say(format!("~{}", self.name));
    }
}

/// A guard: it borrows a [`Noisy`] and says when it lets go.
#[derive(Clone)]
pub(crate) struct Lent<'n> {
    of: &'n Noisy<'n>,
}

impl Lent<'_> {
    pub(crate) fn n(&self) -> i32 {
        self.of.n
    }

    pub(crate) fn of_n(&self) -> Option<i32> {
        Some(self.of.n)
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        self.of.log.say(format!("~lent {}", self.of.name));
    }
}
