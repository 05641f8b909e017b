use coro::co_yield;

struct User {
    name: String,
    age: u8,
    tags: Vec<String>,
}

#[coro::coroutine]
fn moved_twice(user: User) -> impl Iterator<Item = String> {
    let age = user.age;
    for _ in 0..age {
        co_yield!(user.name);
    }
    co_yield!(user.tags.join(", "));
    co_yield!(user.age.to_string());
}

#[coro::coroutine]
fn moved_by_a_pattern(user: User) -> impl Iterator<Item = String> {
    let User { tags, .. } = user;
    for tag in tags {
        co_yield!(tag);
    }
    co_yield!(format!("{} {}", user.name, user.tags.len()));
}

#[coro::coroutine]
fn moved_out_of_an_array(pair: [String; 2]) -> impl Iterator<Item = String> {
    let [first, _] = pair;
    co_yield!(first);
    co_yield!(pair[0].clone());
}

fn main() {}
