"""What it takes to compile coroutines: of every contender a crate with many of them, and one function that grows.

    python3 benches/compile/bench.py            # the tables, of 500 coroutines
    python3 benches/compile/bench.py --bless    # and into docs/benchmarks.md
    python3 benches/compile/bench.py --agree    # only whether the contenders do the same work, one of each shape
    python3 benches/compile/bench.py 80 coro diapause     # so many coroutines, of these contenders

The coroutines are those of `shapes/`, where each contender has a file with the same modules. A crate repeats them, each
with a number of its own (`SALT`) and called once by `main`. What crates print is compared before anything is measured.

What is measured is the crate alone, built anew without incremental compilation; its dependencies are there already. CPU time of
cargo, rustc and the linker, user and system, counts: of the fastest of a few rounds, in which contenders take turns. From
it the same of a crate without coroutines is subtracted.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHAPES = Path(__file__).resolve().parent / "shapes"
OUT = ROOT / "target" / "compile"
ROUNDS = 3

OURS = f'coro = {{ path = "{ROOT}" }}'
# By name: what it is made from, what it depends on, what its modules use.
CONTENDERS = {
    "hand": ("by_hand", "", ""),
    "coro": ("coro", OURS, "coro::prelude::*"),
    "coro, pinned": ("coro", OURS, "coro::prelude::*"),
    "diapause": ("diapause", 'diapause = "0.2"', "diapause::{Coroutine, CoroutineState, Iter}"),
    "genawaiter": (
        "genawaiter",
        'genawaiter = { version = "0.99.1", default-features = false }',
        "genawaiter::{GeneratorState, stack::{Co, let_gen_using}}",
    ),
}
BUILDS = {"check": ["check"], "dev": ["build"], "release": ["build", "--release"]}
YIELDS = (10, 100, 300, 1000)
LOCALS = (20, 200)

MANIFEST = """[package]
name = "{package}"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
{dependency}

[profile.dev]
incremental = false
"""


# --- crates


def package_of(contender, of):
    return f"{contender.replace(', ', '-')}-{of}"


def shapes(contender):
    """By name: the text of each module."""
    text = (SHAPES / f"{CONTENDERS[contender][0]}.rs").read_text()
    if contender == "coro, pinned":
        text = text.replace("#[coro::coroutine]", "#[coro::coroutine(pinned)]")
    return re.findall(r"^mod (\w+) \{\n(.*?)^\}\n", text, re.M | re.S)


def program(contender, count):
    """A program with `count` coroutines."""
    known, uses = shapes(contender), CONTENDERS[contender][2]
    uses = f"    use {uses};\n" if uses else ""
    modules, calls = [], []
    for n in range(count):
        name, text = known[n % len(known)]
        head = f"    use crate::work::*;\n{uses}    const SALT: u32 = {n};\n"
        modules.append(f"mod {name}_{n} {{\n{head}{text}}}\n")
        calls.append(f'    println!("{name}_{n} {{}}", {name}_{n}::run(input));\n')
    allowed = "#![allow(unused, clippy::all)]\n\nmod work;\n\n"
    main = f"fn main() {{\n    let input = &work::Input::new();\n{''.join(calls)}}}\n"
    return allowed + "\n".join(modules) + "\n" + main


def growing(yields, count):
    """One function, with locals that live to the end and yields between them."""
    lines = [f"    let mut v{i} = seed.wrapping_mul({i + 1});" for i in range(count)]
    for n in range(yields):
        i = n * count // yields
        lines.append(f"    v{i} = v{i}.wrapping_add(co_yield!(v{i} ^ {n}));")
    lines.sort(key=lambda line: int(re.match(r" +(?:let mut )?v(\d+)", line)[1]))
    head = "#![allow(unused_mut)]\n\nuse coro::prelude::*;\n\n#[coro::coroutine]\n"
    head += "pub fn grown(seed: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {\n"
    total = " ^ ".join(f"v{i}" for i in range(count))
    return head + "\n".join(lines) + f"\n    {total}\n}}\n"


def crate(contender, of, files):
    """Writes one, and answers where it is."""
    package = package_of(contender, of)
    folder = OUT / package
    (folder / "src").mkdir(parents=True, exist_ok=True)
    manifest = MANIFEST.format(package=package, dependency=CONTENDERS[contender][1])
    (folder / "Cargo.toml").write_text(manifest)
    shutil.copy(ROOT / "Cargo.lock", folder / "Cargo.lock")
    for name, text in files.items():
        (folder / "src" / name).write_text(text)
    return folder


def with_coroutines(contender, count):
    work = (SHAPES / "work.rs").read_text()
    return crate(contender, count, {"main.rs": program(contender, count), "work.rs": work})


# --- running


class Cost:
    def __init__(self, seconds, megabytes):
        self.seconds = seconds
        self.megabytes = megabytes

    def least(self, other):
        return Cost(min(self.seconds, other.seconds), min(self.megabytes, other.megabytes))


def cargo(folder, arguments, target="target", **extra):
    """Runs it, and says what it and all that it started took."""
    environment = os.environ | {"CARGO_TARGET_DIR": str(OUT / target), "CARGO_INCREMENTAL": "0"} | extra
    command = ["cargo", *arguments, "--quiet"]
    process = subprocess.Popen(command, cwd=folder, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{folder}: cargo {' '.join(arguments)} failed")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def rebuilt(folder, arguments):
    """The cost of the crate alone."""
    for source in (folder / "src").iterdir():
        source.touch()
    return cargo(folder, arguments)


def printed(folder, profile="debug"):
    program = OUT / "target" / profile / folder.name
    return subprocess.run([program], check=True, capture_output=True, text=True).stdout


def agree(folders):
    """Builds all, so that dependencies are there, and compares what they print."""
    expected = None
    for contender, folder in folders.items():
        cargo(folder, BUILDS["dev"])
        lines = printed(folder).splitlines()
        expected = expected or lines
        for ours, theirs in zip(expected, lines, strict=True):
            if ours != theirs:
                sys.exit(f"{contender} prints {theirs}, where {next(iter(folders))} prints {ours}")


def fastest(folders, builds, rounds):
    """By name of folder and of build: the least cost."""
    for folder in folders:
        for arguments in builds.values():
            cargo(folder, arguments)
    costs = {}
    for _ in range(rounds):
        for folder in folders:
            for build, arguments in builds.items():
                cost = rebuilt(folder, arguments)
                costs[folder, build] = cost.least(costs.get((folder, build), cost))
    return costs


def text_size(folder):
    """Bytes of code and constants of the release program."""
    program = OUT / "target" / "release" / folder.name
    said = subprocess.run(["size", program], check=True, capture_output=True, text=True).stdout
    return int(said.splitlines()[1].split()[0])


def expanded_lines(folder):
    """As rustc prints what macros have made; that is behind a flag of nightly's, which is lifted."""
    command = ["cargo", "rustc", "--quiet", "--profile", "check", "--", "-Zunpretty=expanded"]
    environment = os.environ | {"CARGO_TARGET_DIR": str(OUT / "expanded"), "RUSTC_BOOTSTRAP": "1"}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    return len(run.stdout.splitlines()) if run.returncode == 0 else None


# --- tables


def of_contenders(contenders, count):
    full = {name: with_coroutines(name, count) for name in contenders}
    empty = {name: with_coroutines(name, 0) for name in contenders}
    agree(full)
    costs = fastest([*full.values(), *empty.values()], BUILDS, ROUNDS)
    head = [f"{build}, {unit}" for build in BUILDS for unit in ("ms", "MB")]
    lines = ["| | " + " | ".join(head) + " | text, bytes | lines |", "|---" * (len(head) + 3) + "|"]
    for name in contenders:
        cells = []
        for build in BUILDS:
            cost, nothing = costs[full[name], build], costs[empty[name], build]
            cells.append(f"{(cost.seconds - nothing.seconds) * 1000 / count:.2f}")
            cells.append(f"{cost.megabytes:.0f}")
        cells.append(f"{(text_size(full[name]) - text_size(empty[name])) / count:.0f}")
        expanded, nothing = expanded_lines(full[name]), expanded_lines(empty[name])
        cells.append("–" if expanded is None else f"{(expanded - nothing) / count:.0f}")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def of_growth():
    builds = {"check": BUILDS["check"]}
    nothing = crate("coro", "nothing", {"lib.rs": ""})
    folders = {
        (yields, count): crate("coro", f"{yields}-{count}", {"lib.rs": growing(yields, count)})
        for yields in YIELDS
        for count in LOCALS
    }
    costs = fastest([nothing, *folders.values()], builds, 2)
    base = costs[nothing, "check"].seconds
    head = [f"{count} locals, {unit}" for count in LOCALS for unit in ("s", "MB")]
    lines = ["| yields | " + " | ".join(head) + " |", "|---" * (len(head) + 1) + "|"]
    for yields in YIELDS:
        cells = []
        for count in LOCALS:
            cost = costs[folders[yields, count], "check"]
            cells += [f"{cost.seconds - base:.2f}", f"{cost.megabytes:.0f}"]
        lines.append(f"| {yields} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def bless(name, text):
    path = ROOT / "docs" / "benchmarks.md"
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, rest = path.read_text().split(start)
    after = rest.split(end)[1]
    path.write_text(f"{before}{start}\n{text}\n\n{end}{after}")


def main(arguments):
    if "--agree" in arguments:
        agree({name: with_coroutines(name, len(shapes(name))) for name in CONTENDERS})
        return
    numbers = [int(argument) for argument in arguments if argument.isdigit()]
    named = [name for name in CONTENDERS if name in arguments]
    compiler = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True)
    count = numbers[0] if numbers else 500
    text = f"{compiler.stdout.strip()}; {count} coroutines.\n\n"
    text += of_contenders(named or list(CONTENDERS), count)
    print(text, end="\n\n", flush=True)
    if "--bless" in arguments:
        bless("compile", text)
    if not named:
        text = of_growth()
        print(text)
        if "--bless" in arguments:
            bless("growth", text)


if __name__ == "__main__":
    main(sys.argv[1:])
