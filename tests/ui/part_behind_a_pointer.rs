use coro::co_yield;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Mutex;

struct User {
    name: String,
    tags: Vec<String>,
    nick: Option<String>,
}

#[coro::coroutine]
fn behind_a_lock(user: &Mutex<User>) -> impl Iterator<Item = String> {
    let user = user.lock().unwrap();
    for tag in user.tags {
        co_yield!(tag);
    }
}

#[coro::coroutine]
fn behind_a_reference(users: &mut BTreeMap<u8, User>) -> impl Iterator<Item = String> {
    for user in users.values_mut() {
        if let Some(nick) = user.nick {
            co_yield!(nick);
        }
        user.name.clear();
    }
}

#[coro::coroutine]
fn behind_a_guard(user: &RefCell<User>) -> impl Iterator<Item = String> {
    let user = user.borrow_mut();
    let User { tags, .. } = *user;
    co_yield!(tags.join(" "));
    co_yield!(tags.concat());
}

fn main() {}
