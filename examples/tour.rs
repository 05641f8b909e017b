//! All programs of the tutorials, section by section: `cargo run --example tour`.
//!
//! Each program is a file of this folder, runs by itself too (`cargo run --example bare_bones`), and ends
//! in asserts; so the tour also tests them.

// Each program brings its own copy of the module that prints.
#![allow(clippy::duplicate_mod)]

#[path = "bare_bones.rs"]
mod bare_bones;
#[path = "create_iterator.rs"]
mod create_iterator;
#[path = "delegation_chain.rs"]
mod delegation_chain;
#[path = "echo.rs"]
mod echo;
#[path = "filter_line.rs"]
mod filter_line;
#[path = "game_of_life.rs"]
mod game_of_life;
#[path = "joint_print.rs"]
mod joint_print;
#[path = "looped.rs"]
mod looped;
#[path = "manual_sub_coroutine.rs"]
mod manual_sub_coroutine;
#[path = "minimize.rs"]
mod minimize;
#[path = "my_coroutine.rs"]
mod my_coroutine;
#[path = "naturals.rs"]
mod naturals;
#[path = "not_thread_safe.rs"]
mod not_thread_safe;
#[path = "pipeline.rs"]
mod pipeline;
#[path = "priming.rs"]
mod priming;
#[path = "python2_delegation.rs"]
mod python2_delegation;
#[path = "python2_return.rs"]
mod python2_return;
#[path = "range_gen.rs"]
mod range_gen;
#[path = "similar_to_objects.rs"]
mod similar_to_objects;
#[path = "stop_iteration.rs"]
mod stop_iteration;
#[path = "two_generators.rs"]
mod two_generators;
#[path = "words_pulled.rs"]
mod words_pulled;
#[path = "words_pushed.rs"]
mod words_pushed;
#[path = "yield_from.rs"]
mod yield_from;

fn text(title: &str) {
    println!("\n{title}\n{}", "=".repeat(title.len()));
}

fn section(program: &str, explanation: &str, main: fn()) {
    println!("\n--- {program}: {explanation}");
    main();
}

fn main() {
    text("Coroutines in Python (Stack Abuse)");
    section(
        "bare_bones",
        "calling it runs nothing; next() primes it, send() delivers, close() is caught inside",
        bare_bones::main,
    );
    section(
        "filter_line",
        "a coroutine takes arguments; what is sent to it may be borrowed for that one send",
        filter_line::main,
    );
    section(
        "joint_print",
        "two yields per round, and the first part is kept until the second arrives",
        joint_print::main,
    );
    section(
        "stop_iteration",
        "a send after close() is answered with Err(Stop::Exhausted)",
        stop_iteration::main,
    );
    section(
        "priming",
        "#[coro::coroutine(prime)] runs to the first yield at the call",
        priming::main,
    );
    section(
        "pipeline",
        "a source pushes through a filter into a sink; each stage owns the next",
        pipeline::main,
    );
    section(
        "similar_to_objects",
        "the same task as an object with a method and as a coroutine",
        similar_to_objects::main,
    );
    section(
        "not_thread_safe",
        "a send while another thread's send runs is refused with AlreadyExecuting",
        not_thread_safe::main,
    );
    section(
        "looped",
        "two coroutines that send to each other: the second send is refused in the same way",
        looped::main,
    );

    text("Effective Python, Item 40");
    section(
        "my_coroutine",
        "a yield evaluates to what is sent",
        my_coroutine::main,
    );
    section(
        "minimize",
        "each send is answered with the least value so far",
        minimize::main,
    );
    section(
        "game_of_life",
        "cells as coroutines: driven by hand with made-up answers, then as grids, side by side",
        game_of_life::main,
    );
    section(
        "python2_delegation",
        "without yield from, a loop that yields what the other yields",
        python2_delegation::main,
    );
    section(
        "python2_return",
        "without return values, an error that carries one",
        python2_return::main,
    );

    text("How Python coroutines work");
    section(
        "create_iterator",
        "a class with a state number, then the coroutine that replaces it: the output is the same",
        create_iterator::main,
    );
    section(
        "manual_sub_coroutine",
        "a part moved into another coroutine, which is called by hand",
        manual_sub_coroutine::main,
    );
    section(
        "yield_from",
        "yield_from! does that work, and evaluates to what the other returns",
        yield_from::main,
    );
    section(
        "delegation_chain",
        "d delegates to c, c to b, b to a and a1; every send reaches the innermost",
        delegation_chain::main,
    );

    text("Python coroutines, after David Beazley");
    section("range_gen", "a generator is an Iterator", range_gen::main);
    section("naturals", "a generator need not end", naturals::main);
    section(
        "words_pulled",
        "the words that end in -ion: the last stage pulls",
        words_pulled::main,
    );
    section(
        "echo",
        "a coroutine that prints what it receives, and the confusion about the first send",
        echo::main,
    );
    section(
        "words_pushed",
        "the words that end in -ion: the first stage pushes",
        words_pushed::main,
    );
    section(
        "two_generators",
        "one generator after the other by yield_from!",
        two_generators::main,
    );

    println!("\nEach program above ended in asserts on these lines.");
}
