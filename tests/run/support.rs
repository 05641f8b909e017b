//! What the tables share: a log that bodies and destructors write into.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Once;

/// A list of what happened, in order. Cheap to clone: all clones are one list.
#[derive(Clone, Default)]
pub(crate) struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn say(&self, what: impl Into<String>) {
        self.0.borrow_mut().push(what.into());
    }

    /// What was said since the last `take`.
    pub(crate) fn take(&self) -> Vec<String> {
        self.0.take()
    }

    /// The same in one line.
    pub(crate) fn line(&self) -> String {
        self.take().join(", ")
    }

    /// A value that says `-name` when it is dropped.
    pub(crate) fn guard(&self, name: &'static str) -> Guard {
        Guard(self.clone(), name)
    }
}

/// Made by [`Log::guard`].
#[derive(Clone)]
pub(crate) struct Guard(Log, &'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.say(format!("-{}", self.1));
    }
}

thread_local! {
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs something that must panic, and gives back what the panic said and its `file:line:column`.
pub(crate) fn panic_of<T>(run: impl FnOnce() -> T) -> (String, String) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let place = info.location().map(ToString::to_string);
            PLACE.with(|at| *at.borrow_mut() = place.unwrap_or_default());
            before(info);
        }));
    });
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run));
    let payload = result.err().expect("it must panic");
    let text = match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload
            .downcast_ref::<&str>()
            .map_or_else(String::new, |text| (*text).to_string()),
    };
    (text, PLACE.with(RefCell::take))
}
