//! The words of each error, and the tokens under which it stands.
//!
//! A test is one text: an annotated item with `// ^^^^ message` below the lines
//! that are wrong. Those lines are taken out, the item is expanded, and what it
//! complains about is written in again: the texts must be the same. Blessing
//! (`UPDATE_EXPECT=1`) writes what is said today; read it before it is kept.

mod attribute;
mod body;
mod borrows;
mod items;
mod markers;
mod signature;

use expect_test::Expect;
use proc_macro2::{Delimiter, LineColumn, TokenStream, TokenTree};
use std::fmt::Write;

/// An error: where it begins, where it ends, what it says.
struct Said {
    start: LineColumn,
    end: LineColumn,
    message: String,
}

/// Checks what is said of the item in `expected`.
fn complains(expected: &Expect) {
    let text = dedent(expected.data());
    let source: String = text
        .lines()
        .filter(|line| !is_said(line))
        .fold(String::new(), |out, line| out + line + "\n");
    let (arguments, item) = item(&source);
    let mut said = Vec::new();
    errors(crate::expand::expand(arguments, item), &mut said);
    said.sort_by_key(|said| (said.start.line, said.start.column));
    expected.assert_eq(&annotated(&source, &said));
}

/// `//    ^^^^ message`
fn is_said(line: &str) -> bool {
    line.strip_prefix("//")
        .is_some_and(|said| said.trim_start().starts_with('^'))
}

/// `text` without the indentation of the test around it.
fn dedent(text: &str) -> String {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let indent = |line: &str| line.len() - line.trim_start().len();
    let least = lines().map(indent).min().unwrap_or(0);
    lines().fold(String::new(), |out, line| out + &line[least..] + "\n")
}

/// The arguments of the attribute, and what it stands on.
fn item(source: &str) -> (TokenStream, TokenStream) {
    let tokens: TokenStream = source.parse().expect("the text is tokens");
    let mut tokens = tokens.into_iter();
    assert_eq!(tokens.next().expect("an attribute").to_string(), "#");
    let Some(TokenTree::Group(attribute)) = tokens.next() else {
        panic!("the text begins with the attribute");
    };
    let arguments = match attribute.stream().into_iter().last() {
        Some(TokenTree::Group(arguments)) => arguments.stream(),
        _ => TokenStream::new(),
    };
    (arguments, tokens.collect())
}

/// Every `compile_error!` in `tokens`.
fn errors(tokens: TokenStream, said: &mut Vec<Said>) {
    let mut start = None;
    for token in tokens {
        match token {
            TokenTree::Ident(name) if name == "compile_error" => start = Some(name.span().start()),
            TokenTree::Group(group) => match start.take() {
                Some(start) if group.delimiter() == Delimiter::Brace => {
                    let message: syn::LitStr = syn::parse2(group.stream()).expect("a message");
                    said.push(Said {
                        start,
                        end: group.span().end(),
                        message: message.value(),
                    });
                }
                _ => errors(group.stream(), said),
            },
            _ => {}
        }
    }
}

/// `source` with what is said below each line. `...`: it goes on on other lines.
fn annotated(source: &str, said: &[Said]) -> String {
    let mut out = String::new();
    for (number, line) in source.lines().enumerate() {
        out.push_str(line);
        out.push('\n');
        for said in said.iter().filter(|said| said.start.line == number + 1) {
            let column = said.start.column;
            assert!(column > 2, "no room for `//` before column {column}");
            let end = match said.end.line == said.start.line {
                true => said.end.column,
                false => line.len(),
            };
            let more = if said.end.line > said.start.line {
                "..."
            } else {
                ""
            };
            let _ = writeln!(
                out,
                "// {:gap$}{}{more} {}",
                "",
                "^".repeat((end - column).max(1)),
                said.message,
                gap = column - 3,
            );
        }
    }
    let nowhere = said.iter().filter(|said| said.start.line == 0);
    nowhere.fold(out, |out, said| {
        out + "// ^ nowhere: " + &said.message + "\n"
    })
}

/// A constant of `messages` that no test here has read.
#[test]
fn every_message_is_read() {
    let seen = [
        include_str!("carets/attribute.rs"),
        include_str!("carets/body.rs"),
        include_str!("carets/borrows.rs"),
        include_str!("carets/items.rs"),
        include_str!("carets/markers.rs"),
        include_str!("carets/signature.rs"),
    ]
    .concat();
    let messages = syn::parse_file(include_str!("../messages.rs")).expect("it compiles");
    let unread: Vec<String> = messages
        .items
        .iter()
        .filter_map(|item| match item {
            syn::Item::Const(message) => Some(message),
            _ => None,
        })
        .filter(|message| {
            let text: syn::LitStr = syn::parse2(quote::ToTokens::to_token_stream(&message.expr))
                .expect("a message is a literal");
            !seen.contains(&text.value())
        })
        .map(|message| message.ident.to_string())
        .collect();
    assert_eq!(unread, [""; 0]);
}
