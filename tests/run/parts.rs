//! Fields moved out of a value that is held across yields.

use coro::prelude::*;

struct Shelf {
    label: String,
    books: Vec<String>,
    width: u32,
}

impl Shelf {
    #[coro::coroutine]
    fn into_books(self) -> impl Iterator<Item = String> {
        for book in self.books {
            co_yield!(book);
        }
        co_yield!(self.label);
    }

    #[coro::coroutine]
    fn widths(self) -> impl Iterator<Item = u32> {
        let width = self.width;
        co_yield!(width);
        co_yield!(self.width + 1);
        co_yield!(self.books.into_iter().map(|b| b.len() as u32).sum());
        co_yield!(self.label.len() as u32);
    }
}

fn shelf() -> Shelf {
    Shelf {
        label: "A".into(),
        books: vec!["one".into(), "two".into()],
        width: 7,
    }
}

#[test]
fn fields_of_an_owned_self() {
    assert_eq!(
        shelf().into_books().collect::<Vec<_>>(),
        ["one", "two", "A"]
    );
    assert_eq!(shelf().widths().collect::<Vec<_>>(), [7, 8, 6, 1]);
}

#[coro::coroutine]
fn pair(pair: (String, Option<u32>)) -> impl Coroutine<(), Yield = String, Return = Option<u32>> {
    let first = pair.0;
    co_yield!(first);
    pair.1
}

#[test]
fn fields_of_a_tuple() {
    let mut c = pair(("x".into(), Some(3)));
    assert_eq!(c.prime(), Ok(Some("x".into())));
    assert_eq!(c.send(()), Err(Stop::Returned(Some(3))));
}

/// A part that is a copy, or is assigned again, may be mentioned after it was taken.
mod again {
    use coro::co_yield;

    struct User {
        name: String,
        tags: Vec<u8>,
        at: (i32, u8),
    }

    #[coro::coroutine]
    fn told(mut user: User, all: bool) -> impl Iterator<Item = String> {
        let name = user.name;
        co_yield!(name);
        let at = user.at;
        co_yield!(format!("{} {}", at.0, user.at.0));
        co_yield!(user.at.0.to_string());
        user.name = "again".into();
        let tags = user.tags;
        co_yield!(user.name);
        co_yield!(format!("{tags:?}"));
        for n in 0..3 {
            user.name = n.to_string();
            if all {
                co_yield!(user.name);
                continue;
            }
            co_yield!(user.name);
            break;
        }
        user = User {
            name: "new".into(),
            tags: vec![2],
            ..user
        };
        let tags = user.tags;
        co_yield!(user.name);
        co_yield!(format!("{tags:?} {:?}", user.at));
    }

    #[test]
    fn it_is_what_it_was() {
        let user = || User {
            name: "a".into(),
            tags: vec![1],
            at: (1, 2),
        };
        let all: Vec<_> = told(user(), true).collect();
        assert_eq!(
            all,
            [
                "a",
                "1 1",
                "1",
                "again",
                "[1]",
                "0",
                "1",
                "2",
                "new",
                "[2] (1, 2)"
            ]
        );
        assert_eq!(told(user(), false).nth(6).as_deref(), Some("new"));
    }

    #[coro::coroutine]
    fn behind_a_pattern(user: User, other: User) -> impl Iterator<Item = String> {
        let User { tags, .. } = user;
        for tag in tags {
            co_yield!(tag.to_string());
        }
        co_yield!(user.name);
        co_yield!(user.at.0.to_string());
        let tags = other.tags;
        for tag in tags {
            co_yield!(tag.to_string());
        }
        let User { name, at, .. } = other;
        co_yield!(name);
        co_yield!(at.1.to_string());
    }

    #[test]
    fn other_parts_may_follow() {
        let user = |name: &str, tags| User {
            name: name.into(),
            tags,
            at: (7, 8),
        };
        let all = behind_a_pattern(user("a", vec![1, 2]), user("b", vec![3]));
        assert_eq!(all.collect::<Vec<_>>(), ["1", "2", "a", "7", "3", "b", "8"]);
    }
}
