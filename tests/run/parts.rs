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

/// Patterns that are matched on a field of what is held.
mod patterns_of_fields {
    use coro::prelude::*;

    struct Node {
        left: Option<Box<Node>>,
        value: i32,
        right: Option<Box<Node>>,
    }

    impl Node {
        #[coro::coroutine]
        fn into_sorted(self) -> Box<dyn Iterator<Item = i32>> {
            if let Some(left) = self.left {
                yield_from!(left.into_sorted());
            }
            co_yield!(self.value);
            match self.right {
                Some(right) => {
                    yield_from!(right.into_sorted());
                }
                None => {}
            }
        }
    }

    #[test]
    fn of_an_owned_tree() {
        let leaf = |value| {
            Some(Box::new(Node {
                left: None,
                value,
                right: None,
            }))
        };
        let tree = Node {
            left: leaf(1),
            value: 2,
            right: Some(Box::new(Node {
                left: leaf(3),
                value: 4,
                right: None,
            })),
        };
        assert_eq!(tree.into_sorted().collect::<Vec<_>>(), [1, 2, 3, 4]);
    }

    enum Kind {
        One(String),
        Two(Option<String>, Vec<u8>),
        Zero(i32),
    }

    struct Item {
        kind: Kind,
        at: (i32, String),
        both: [String; 2],
        extra: String,
        name: Option<(String, u8)>,
    }

    #[coro::coroutine]
    fn told(items: Vec<Item>) -> impl Iterator<Item = String> {
        for item in items {
            match item.kind {
                Kind::One(text) => co_yield!(text),
                Kind::Two(None, bytes) => co_yield!(format!("{bytes:?}")),
                Kind::Two(Some(text), _) => co_yield!(text),
                Kind::Zero(n) if n > 3 => co_yield!(n.to_string()),
                Kind::Zero(_) => {}
            }
            let (n, text) = item.at;
            let [first, second] = item.both;
            co_yield!(text + &first);
            if n == 4 {
                co_yield!(item.extra + "." + &second);
            }
            co_yield!(n.to_string() + &second);
            let Some((name, 1..)) = item.name else {
                continue;
            };
            co_yield!(name);
        }
    }

    #[test]
    fn of_all_sorts() {
        let item = |kind, n: u8| Item {
            kind,
            at: (i32::from(n), format!("t{n}")),
            both: ["!".to_owned(), "?".to_owned()],
            extra: "extra".to_owned(),
            name: (n > 1).then(|| ("name".to_owned(), n - 2)),
        };
        let items = vec![
            item(Kind::One("one".to_owned()), 1),
            item(Kind::Two(None, vec![1]), 2),
            item(Kind::Two(Some("x".to_owned()), vec![]), 3),
            item(Kind::Zero(4), 4),
            item(Kind::Zero(1), 0),
        ];
        let told: Vec<_> = told(items).collect();
        let text = told.join(" ");
        assert_eq!(
            text,
            "one t1! 1? [1] t2! 2? x t3! 3? name 4 t4! extra.? 4? name t0! 0?"
        );
    }

    struct Limits {
        limit: Option<u32>,
        name: Option<&'static str>,
    }

    impl Limits {
        #[coro::coroutine]
        fn counted(self) -> impl Iterator<Item = u32> {
            for i in 0.. {
                if let Some(limit) = self.limit
                    && i > limit
                {
                    return;
                }
                match self.limit {
                    Some(limit) if i == limit => break,
                    _ => {}
                }
                let Some(name) = self.name else { return };
                co_yield!(i + u32::try_from(name.len()).unwrap());
            }
        }
    }

    #[coro::coroutine]
    fn looked_at(all: &[Limits]) -> impl Iterator<Item = u32> {
        for one in all {
            if let Some(limit) = one.limit {
                co_yield!(limit);
            }
            let Some(limit) = one.limit else { continue };
            co_yield!(limit + 1);
        }
    }

    #[test]
    fn a_copy_may_be_matched_again() {
        let limits = |name| Limits {
            limit: Some(2),
            name,
        };
        assert_eq!(limits(Some("ab")).counted().collect::<Vec<_>>(), [2, 3]);
        assert_eq!(limits(None).counted().count(), 0);
        assert_eq!(looked_at(&[limits(None)]).collect::<Vec<_>>(), [2, 3]);
    }
}

struct User {
    name: String,
    at: i32,
    place: (i32, String),
}

/// A part as the value of an arm.
#[coro::coroutine]
fn of_arms(user: User) -> impl Coroutine<i32, Yield = i32, Return = String> {
    let part = match co_yield!(1) {
        0 => user.name,
        _ => user.place.1,
    };
    co_yield!(user.at);
    part
}

/// A future that is kept, beside what is moved.
#[coro::coroutine]
fn beside_a_future(held: String) -> impl Coroutine<i32, Yield = i32, Return = usize> {
    let size = std::rc::Rc::new(3);
    let future = async move { *size };
    co_yield!(1);
    let bytes = held.into_bytes();
    co_yield!(std::mem::size_of_val(&future) as i32);
    bytes.len()
}

#[test]
fn parts_of_arms_and_futures() {
    let user = || User {
        name: "name".to_owned(),
        at: 2,
        place: (3, "place".to_owned()),
    };
    for (sent, part) in [(0, "name"), (1, "place")] {
        let mut c = of_arms(user());
        assert_eq!(c.prime(), Ok(Some(1)));
        assert_eq!(c.send(sent), Ok(2));
        assert_eq!(c.send(0), Err(Stop::Returned(part.to_owned())));
    }
    let mut c = beside_a_future("text".to_owned());
    assert_eq!(c.prime(), Ok(Some(1)));
    assert!(c.send(0).is_ok_and(|size| size > 0));
    assert_eq!(c.send(0), Err(Stop::Returned(4)));
}
