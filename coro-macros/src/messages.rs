//! Every message a user can see, in one place.
//!
//! Each says what is wrong, why, and what to write instead.

pub(crate) const UNKNOWN_ARGUMENT: &str =
    "unknown argument: `#[coro::coroutine]` takes `prime`, `pinned` and `crate = path`";
pub(crate) const ARGUMENT_TWICE: &str = "this argument is written twice: remove one";
pub(crate) const CRATE_WITHOUT_PATH: &str = "`crate` says where the crate `coro` is, as a path without quotes: write `crate = path`, as in `#[coro::coroutine(crate = other::coro)]`";
pub(crate) const PINNED_CLONE: &str = "a pinned coroutine cannot be cloned: its locals may borrow from each other, and a copy would still point into the original; remove `Clone`, or remove `pinned`";
pub(crate) const PINNED_LENDS: &str = "a pinned coroutine takes values of one lifetime, for its frame is one type: name the lifetime as a generic of the function, `fn f<'a>() -> impl Coroutine<&'a str>`, or remove `pinned`";
pub(crate) const NOT_A_FUNCTION: &str = "`#[coro::coroutine]` goes on a function with a body";
pub(crate) const NO_BODY: &str = "a coroutine needs a body: in a trait, put `#[coro::coroutine]` on the implementations, and declare the method here with its return type only";
pub(crate) const ASYNC_FUNCTION: &str =
    "a coroutine cannot be `async`: remove `async`, and yield what the caller should await";
pub(crate) const CONST_FUNCTION: &str =
    "a coroutine cannot be `const`: its state machine is made when the function is called";
pub(crate) const VARIADIC: &str = "a coroutine cannot be variadic: pass a slice or an iterator";
pub(crate) const NO_RETURN_TYPE: &str = "a coroutine says what it is in its return type: write `-> impl Coroutine<Sent, Yield = Y, Return = T>` or `-> impl Iterator<Item = Y>`";
pub(crate) const FORWARD_ONLY: &str = "a coroutine runs forward, and does not know how far: write `impl Iterator<Item = Y>` without this, or collect what it yields";
pub(crate) const NO_COPY: &str =
    "a coroutine is no copy, for it is changed by each resume: write `Clone`";
pub(crate) const UNREADABLE_RETURN_TYPE: &str = "this return type does not say what the coroutine yields: write `impl Coroutine<Sent, Yield = Y, Return = T, Throw = E>`, `impl Iterator<Item = Y>`, `Box<dyn ..>` of one of these, or `BoxCoroutine<..>` (an alias cannot be read by a macro)";
pub(crate) const TRAIT_AS_A_TYPE: &str = "this is a trait, which is no type by itself: write `impl` before it, or return a `Box<dyn ..>`";
pub(crate) const TRAIT_IN_A_BOX: &str = "this is a trait, which is no type by itself: write `dyn` before it, as in `Box<dyn Iterator<Item = Y>>`";
pub(crate) const UNKNOWN_TYPE_ARGUMENT: &str = "not a part of a coroutine's type: it takes the sent type and `Yield`, `Return` and `Throw` (an iterator: `Item`)";
pub(crate) const ITERATOR_WITHOUT_ITEM: &str = "say what is yielded: `Iterator<Item = Y>`";
pub(crate) const SENT_LIFETIME_ESCAPES: &str = "a sent value lives until the next yield only, so its lifetime cannot occur in what is yielded, returned or thrown: yield an owned value, or take the lifetime as a generic of the function";
pub(crate) const YIELD_ONE_VALUE: &str = "`co_yield!` takes one value, or none for `()`: to yield several, yield a tuple, `co_yield!((a, b))`";
pub(crate) const YIELD_FROM_OPERANDS: &str = "`yield_from!` takes what it delegates to, and for one that has started the value to send first: `yield_from!(sub)` or `yield_from!(sub, value)`";
pub(crate) const TRY_BLOCK: &str = "`co_try!` takes one block: `co_try!({ .. })`";
pub(crate) const RAISE_ONE_VALUE: &str =
    "`co_raise!` takes the one value to raise: `co_raise!(error)`";
pub(crate) const UNSUPPORTED_POSITION: &str = "a yield is not supported inside this expression: bind the sent value first, `let sent = co_yield!(..);`, or write `#[coro::coroutine(pinned)]`";
pub(crate) const DECLARED_PATTERN: &str = "a pattern without a value is not supported in a block that yields: declare each name with its own `let`, or write `#[coro::coroutine(pinned)]`";
pub(crate) const DESTRUCTURED_PLACE: &str = "a yield is not supported in a place that a destructuring assignment names: bind the index first, `let at = co_yield!(..);`, or write `#[coro::coroutine(pinned)]`";
pub(crate) const LET_ELSE_REFERENCE: &str = "a `ref` binding is not supported where the `else` of a `let` yields: borrow in the value, `let Some(x) = &value else`, or write `#[coro::coroutine(pinned)]`";
pub(crate) const UNKNOWN_LABEL: &str = "undeclared label: no loop or block around this has it";
pub(crate) const JUMP_OUTSIDE_LOOP: &str =
    "`break` or `continue` outside of a loop of this coroutine";
pub(crate) const BREAK_WITH_VALUE: &str = "`while` and `for` have no value, so a `break` cannot give them one: write `break` alone, or a `loop`, which has";
pub(crate) const UNLABELLED: &str = "`break` and `continue` inside of a labelled block have to say which loop they mean: give the loop a label and name it";
pub(crate) const CONDITIONAL_MOVE: &str = "this local may or may not have been moved where the coroutine suspends, which is not supported yet here: move it on every path, or hold it in an `Option` and `take()` it, or write `#[coro::coroutine(pinned)]`, whose frame can tell";
pub(crate) const YIELD_KEYWORD: &str =
    "`yield` is a reserved word of Rust: write `co_yield!(value)`";
pub(crate) const TWICE: &str =
    "`#[coro::coroutine]` is written twice: the function is a coroutine already";
pub(crate) const TYPE_ARGUMENT_TWICE: &str =
    "said twice: a coroutine yields, returns and throws one type each";
pub(crate) const AWAIT: &str =
    "a coroutine cannot `.await`: yield the future, and let the caller await it";
pub(crate) const ATTRIBUTE: &str = "`cfg` and other attributes that are not lints or documentation are not supported on code that yields: put the attribute on the function, or on code without a yield";
pub(crate) const ITEM_IN_BLOCK: &str = "this item of an inner block that yields would be seen outside of the block too, where its name is in use: move it to the head of the function's body, give it a name of its own, or write `#[coro::coroutine(pinned)]`";
pub(crate) const STATIC_OF_ALTERNATIVES: &str = "a `static` cannot stand in an arm whose guard yields and may be asked of several alternatives, for each becomes an arm: move it out of the `match`";
pub(crate) const PINNED_IN_PLACE: &str = "`pin!` pins a value where it stands, and the coroutine moves at the next yield: write `Box::pin(..)`, or `#[coro::coroutine(pinned)]`";
pub(crate) const ITEM_BESIDE_IMPORT: &str = "this item of an inner block that yields may name what the block imports, which would not be seen where the item is moved to: move both to the head of the function's body, name it by its path, or write `#[coro::coroutine(pinned)]`";
pub(crate) const ITEM_BESIDE_MACRO: &str = "this item of an inner block that yields would be seen outside of the block too, where a macro that is called may name it: move it to the head of the function's body, or write `#[coro::coroutine(pinned)]`";
pub(crate) const MACRO_BEHIND: &str = "this macro is defined behind a mention of its name, which would find it too: move it ahead of that, give it a name of its own, or write `#[coro::coroutine(pinned)]`";
pub(crate) const ITEM_OR_LOCAL: &str = "this item has the name of a local around it, which would be found in its place behind a yield: give it a name of its own, or write `#[coro::coroutine(pinned)]`";

pub(crate) const RETURNS_NOTHING: &str = "this value is returned, but the return type says that nothing is: write `impl Coroutine<Sent, Yield = Y, Return = T>`, in place of an `impl Iterator` too, or `co_yield!` the value";

pub(crate) const QUESTION_RETURNS_NOTHING: &str = "`?` returns an error, but the return type says that nothing is returned: write `impl Coroutine<Sent, Yield = Y, Return = Result<T, E>>`, or match on the value and `co_raise!` the error";

pub(crate) const CONDITION_ASSIGNS: &str =
    "this assigns, and gives no `bool`: a condition compares with `==`, or matches with `let`";

pub(crate) const DIRECT_RECURSION: &str = "a coroutine that holds itself would be infinitely large: return `Box<dyn Iterator<Item = Y>>`, `Box<dyn Coroutine<..>>` or `BoxCoroutine<..>`, which the macro boxes for you";

/// `prime = true`, `pinned(..)`.
pub(crate) fn argument_with_a_value(name: &str) -> String {
    format!("`{name}` takes no value: write `#[coro::coroutine({name})]`, or leave it out")
}

/// A marker where none may stand.
pub(crate) fn marker_inside(marker: &str, place: &str) -> String {
    let article = if place.starts_with('a') { "an" } else { "a" };
    format!(
        "`{marker}` cannot stand in {article} {place}, which is not part of the coroutine's body: move it into the body"
    )
}

/// A marker in the tokens of a macro.
pub(crate) fn marker_in_macro(marker: &str, name: &str) -> String {
    let instead = match marker {
        "co_raise!" => "raise outside of the macro".to_owned(),
        "co_try!" => "bind it first, `let value = co_try!({ .. });`".to_owned(),
        _ => format!("bind it first, `let value = {marker}(..);`"),
    };
    format!(
        "`{marker}` cannot stand in the arguments of `{name}!`, whose tokens cannot be taken apart: {instead}"
    )
}

/// A jump in the tokens of a macro.
pub(crate) fn jump_in_macro(jump: &str, name: &str) -> String {
    format!(
        "`{jump}` cannot leave a loop that yields from the arguments of `{name}!`, whose tokens cannot be taken apart: bind the value first, `let value = ..;`"
    )
}

/// An immutable local that is assigned again.
pub(crate) fn assigned_twice(name: &str) -> String {
    format!("cannot assign twice to immutable variable `{name}`: declare it `let mut {name}`")
}

/// A panic of the compiler's own.
pub(crate) fn broken(why: &str) -> String {
    format!(
        "`coro` could not compile this function, which is a bug of `coro` ({why}): please report it; `#[coro::coroutine(pinned)]` does without what failed"
    )
}

/// A local that is mentioned before it has a value.
pub(crate) fn unassigned(name: &str) -> String {
    format!(
        "`{name}` may have no value here: assign it on every path that leads here, or where it is declared"
    )
}

/// What holds a borrow.
pub(crate) enum Holder<'a> {
    Local(&'a str),
    Loop,
    Delegation,
    /// Held to the end of a statement, or of what it is the head of.
    Temporary,
}

impl std::fmt::Display for Holder<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Holder::Local(name) => write!(f, "`{name}`"),
            Holder::Loop => f.write_str("this loop"),
            Holder::Delegation => f.write_str("this delegate"),
            Holder::Temporary => f.write_str("this temporary"),
        }
    }
}

/// A borrow that is held where the coroutine is suspended.
pub(crate) fn borrowed_across(holder: Holder<'_>, owner: &str, argument: bool) -> String {
    let (kind, instead) = match argument {
        true => (
            "argument",
            "or take it by reference, so that the caller owns it",
        ),
        false => ("local", "or pass what is borrowed in as an argument"),
    };
    if let Holder::Temporary = holder {
        return format!(
            "{holder} borrows from the {kind} `{owner}` to the end of its statement, across a yield, which a coroutine that can be moved cannot hold: bind what comes of it, or what yields, ahead, as by `let value = ..;`, so that the borrow ends, or write `#[coro::coroutine(pinned)]`, which holds it there"
        );
    }
    format!(
        "{holder} borrows from the {kind} `{owner}` across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, {instead}"
    )
}

/// A borrow of a temporary, which lives to the end of the statement.
pub(crate) fn borrows_a_temporary(holder: Holder<'_>) -> String {
    format!(
        "{holder} borrows from a temporary across a yield, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or take what is in the temporary by value, as by `into_iter`"
    )
}

/// A borrow through a `&mut` argument that is used again.
pub(crate) fn lent_across(holder: Holder<'_>, argument: &str) -> String {
    format!(
        "{holder} borrows through `{argument}` across a yield, and `{argument}` is used again, which a coroutine that can be moved cannot hold: write `#[coro::coroutine(pinned)]`, or go by an index instead of holding a borrow"
    )
}

/// A yield of what borrows through a `&mut` argument that is used again.
pub(crate) fn yields_through(argument: &str) -> String {
    format!(
        "what is yielded borrows through `{argument}` for as long as the caller likes, and `{argument}` is used again: mention it by its fields alone, or take it apart first, as by `let Self {{ a, b }} = self;`"
    )
}

/// A yield of what borrows from a local.
pub(crate) fn yields_a_borrow(owner: &str) -> String {
    format!(
        "what is yielded borrows from the local `{owner}`, which stays in the coroutine: yield an owned value, or take what is borrowed as an argument"
    )
}
