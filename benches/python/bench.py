"""The works of benches/ as CPython's generators, beside the same by hand.

    python3 benches/python/bench.py            # the table
    python3 benches/python/bench.py --bless    # and into docs/benchmarks.md

By hand is what one writes in Python without a generator: a class with `__next__`, or with `send`. The checksums
of both are compared first. They take turns, and the fastest round of each counts.
"""

import platform
import re
import sys
import time
from pathlib import Path

VALUES = 40_000
ROUNDS = 60
MASK = (1 << 64) - 1


def fold(values):
    total = 0
    for x in values:
        total = ((total << 5 | total >> 59) & MASK) ^ x
    return total


# --- counter


class Range:
    def __init__(self, n, to):
        self.n = n
        self.to = to

    def __iter__(self):
        return self

    def __next__(self):
        n = self.n
        if n >= self.to:
            raise StopIteration
        self.n = n + 1
        return n


def range_of(n, to):
    while n < to:
        yield n
        n += 1


# --- made, asked once, dropped


class Couple:
    def __init__(self, n):
        self.n = n
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.n ^ self.left


def couple(n):
    yield n ^ 1
    yield n


def created(make):
    return fold(next(make(n)) for n in range(VALUES))


# --- triples

HYPOTENUSE = round((6 * VALUES) ** (1 / 3))


class Triples:
    def __init__(self, to):
        self.a = self.b = self.c = 1
        self.to = to

    def __iter__(self):
        return self

    def __next__(self):
        while self.c <= self.to:
            while self.b < self.c:
                while self.a < self.b:
                    a, b, c = self.a, self.b, self.c
                    self.a += 1
                    if a * a + b * b == c * c:
                        return a ^ b ^ c
                self.a = 1
                self.b += 1
            self.b = 1
            self.c += 1
        raise StopIteration


def triples_to(to):
    for c in range(1, to + 1):
        for b in range(1, c):
            for a in range(1, b):
                if a * a + b * b == c * c:
                    yield a ^ b ^ c


# --- tree walk


def grow(depth, left):
    children = []
    while left[0] > 0 and (depth == 0 or (depth < 9 and len(children) < 3)):
        left[0] -= 1
        children.append(grow(depth + 1, left))
    return (left[0], children)


TREE = grow(0, [VALUES - 1])


class Walk:
    def __init__(self, root):
        self.stack = [root]

    def __iter__(self):
        return self

    def __next__(self):
        if not self.stack:
            raise StopIteration
        value, children = self.stack.pop()
        self.stack.extend(reversed(children))
        return value


def walk(root):
    stack = [root]
    while stack:
        value, children = stack.pop()
        stack.extend(reversed(children))
        yield value


# --- recursive walk: by hand, with a stack of the nodes that are still to be visited


def halve(start, end):
    if start >= end:
        return None
    value = (start + end) // 2
    return (value, halve(start, value), halve(value + 1, end))


BINARY = halve(0, VALUES)


class InOrder:
    def __init__(self, root):
        self.stack = []
        self.descend(root)

    def descend(self, node):
        while node:
            self.stack.append(node)
            node = node[1]

    def __iter__(self):
        return self

    def __next__(self):
        if not self.stack:
            raise StopIteration
        value, _, right = self.stack.pop()
        self.descend(right)
        return value


def inorder(node):
    value, left, right = node
    if left:
        yield from inorder(left)
    yield value
    if right:
        yield from inorder(right)


# --- tokenizer

TEXT = "".join(f"let x{n:05} = (y + 42) * z;\n" for n in range(VALUES))
BLANK = re.compile(r"\s*")
WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*|[0-9]+|.")


class Tokens:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def __iter__(self):
        return self

    def __next__(self):
        start = BLANK.match(self.text, self.at).end()
        word = WORD.match(self.text, start)
        if not word:
            raise StopIteration
        self.at = word.end()
        return word.group()


def tokens(text):
    at = 0
    while True:
        start = BLANK.match(text, at).end()
        word = WORD.match(text, start)
        if not word:
            return
        at = word.end()
        yield word.group()


def read(tokens):
    return fold(map(len, tokens))


# --- an array kept


class Table:
    def __init__(self, to):
        self.table = [0] * 256
        self.i = 0
        self.to = to

    def __iter__(self):
        return self

    def __next__(self):
        i = self.i
        if i >= self.to:
            raise StopIteration
        self.i = i + 1
        k = i % 256
        value = self.table[k] = (self.table[k] * 31 + i) & 0xFFFFFFFF
        return value


def table_of(to):
    table = [0] * 256
    for i in range(to):
        k = i % 256
        table[k] = (table[k] * 31 + i) & 0xFFFFFFFF
        yield table[k]


# --- running mean, and errors


class Mean:
    def __init__(self):
        self.total = 0.0
        self.count = 0

    def send(self, value):
        self.total += value
        self.count += 1
        return self.total / self.count


def running_mean():
    mean = total = 0.0
    count = 0
    while True:
        total += yield mean
        count += 1
        mean = total / count


def answers(sink):
    send = sink.send
    return sum(send(float(x)) for x in range(VALUES))


class Wrong(Exception):
    pass


class Account:
    def __init__(self):
        self.total = 0

    def send(self, value):
        self.total += value
        return self.total

    def throw(self, error):
        self.total -= error.args[0]
        return self.total


def account():
    total = 0
    while True:
        try:
            total += yield total
        except Wrong as error:
            total -= error.args[0]


def thrown(account):
    total = 0
    for x in range(VALUES):
        total ^= account.send(x) if x % 2 else account.throw(Wrong(x))
    return total


def primed(generator):
    next(generator)
    return generator


# --- pushed through five


class Scaled:
    def __init__(self, to):
        self.to = to

    def send(self, value):
        self.to.send(value * 3 & 0xFFFFFFFF)


class Kept:
    def __init__(self, to):
        self.to = to

    def send(self, value):
        if value % 4:
            self.to.send(value)


class Steps:
    def __init__(self, to):
        self.to = to
        self.last = 0

    def send(self, value):
        self.to.send((value - self.last) & 0xFFFFFFFF)
        self.last = value


class Pairs:
    def __init__(self, to):
        self.to = to
        self.first = None

    def send(self, value):
        if self.first is None:
            self.first = value
        else:
            first, self.first = self.first, None
            self.to.send(first ^ value << 7)


class Collected:
    def __init__(self):
        self.total = 0

    def send(self, value):
        self.total = ((self.total << 5 | self.total >> 59) & MASK) ^ value


def to_scaled(to):
    while True:
        value = yield
        to.send(value * 3 & 0xFFFFFFFF)


def to_kept(to):
    while True:
        value = yield
        if value % 4:
            to.send(value)


def to_steps(to):
    last = 0
    while True:
        value = yield
        to.send((value - last) & 0xFFFFFFFF)
        last = value


def to_pairs(to):
    while True:
        first = yield
        second = yield
        to.send(first ^ second << 7)


def to_collected(out):
    while True:
        value = yield
        out.send(value)


def pushed(first, collected):
    send = first.send
    for x in range(VALUES):
        send(x)
    return collected.total


def pushed_by_hand():
    collected = Collected()
    return pushed(Scaled(Kept(Steps(Pairs(collected)))), collected)


def pushed_to_generators():
    collected = Collected()
    to = primed(to_collected(collected))
    for stage in (to_pairs, to_steps, to_kept, to_scaled):
        to = primed(stage(to))
    return pushed(to, collected)


# --- Game of Life

SIDE = 64
QUERY, TRANSITION, TICK = range(3)
AROUND = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]


def logic(alive, neighbors):
    return neighbors == 3 or (alive and neighbors == 2)


def first_cells():
    seed = 1
    for _ in range(SIDE * SIDE):
        seed = (seed * 1_664_525 + 1_013_904_223) & 0xFFFFFFFF
        yield seed >> 30 == 0


def play(event, resume):
    now, later = list(first_cells()), [False] * (SIDE * SIDE)
    total = 0
    for _ in range(VALUES):
        kind, y, x, alive = event
        at = y % SIDE * SIDE + x % SIDE
        if kind == QUERY:
            answer = now[at]
        elif kind == TRANSITION:
            total = ((total << 5 | total >> 59) & MASK) ^ alive
            later[at] = alive
            answer = False
        else:
            now, later = later, now
            answer = False
        event = resume(answer)
    return total


class Rules:
    def __init__(self):
        self.begin()

    def begin(self):
        self.y = self.x = self.asked = self.neighbors = 0
        self.alive = False

    def first(self):
        return (QUERY, self.y, self.x, False)

    def send(self, answer):
        asked = self.asked
        if asked == 0:
            self.alive = answer
        elif asked <= 8:
            self.neighbors += answer
        elif asked == 9:
            self.asked = self.neighbors = 0
            self.x += 1
            if self.x == SIDE:
                self.x = 0
                self.y += 1
            if self.y < SIDE:
                return self.first()
            self.asked = 10
            return (TICK, 0, 0, False)
        else:
            self.begin()
            return self.first()
        self.asked = asked + 1
        if asked < 8:
            dy, dx = AROUND[asked]
            return (QUERY, self.y + dy, self.x + dx, False)
        return (TRANSITION, self.y, self.x, logic(self.alive, self.neighbors))


def count_neighbors(y, x):
    count = 0
    for dy, dx in AROUND:
        count += yield (QUERY, y + dy, x + dx, False)
    return count


def step_cell(y, x):
    alive = yield (QUERY, y, x, False)
    neighbors = yield from count_neighbors(y, x)
    yield (TRANSITION, y, x, logic(alive, neighbors))


def simulate():
    while True:
        for y in range(SIDE):
            for x in range(SIDE):
                yield from step_cell(y, x)
        yield (TICK, 0, 0, False)


def played_by_hand():
    rules = Rules()
    return play(rules.first(), rules.send)


def played():
    rules = simulate()
    return play(next(rules), rules.send)


# --- delegation


class Through:
    def __init__(self, inner):
        self.inner = inner

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.inner)


def through(inner):
    yield from inner


def deep(wrap, inner, depth):
    for _ in range(depth):
        inner = wrap(inner)
    return inner


# --- a pipeline of five; by hand it is one generator


def pulled_by_hand(to):
    last = 0
    first = None
    for x in range(to):
        x = x * 3 & 0xFFFFFFFF
        if x % 4:
            x, last = (x - last) & 0xFFFFFFFF, x
            if first is None:
                first = x
            else:
                yield first ^ x << 7
                first = None


def scaled(values):
    for x in values:
        yield x * 3 & 0xFFFFFFFF


def kept(values):
    for x in values:
        if x % 4:
            yield x


def steps(values):
    last = 0
    for x in values:
        yield (x - last) & 0xFFFFFFFF
        last = x


def pairs(values):
    values = iter(values)
    for first, second in zip(values, values):
        yield first ^ second << 7


def source(to):
    for x in range(to):
        yield x


def pulled(to):
    return pairs(steps(kept(scaled(source(to)))))


WORKS = [
    ("range, fold", lambda: fold(Range(0, VALUES)), lambda: fold(range_of(0, VALUES))),
    ("triples", lambda: fold(Triples(HYPOTENUSE)), lambda: fold(triples_to(HYPOTENUSE))),
    ("made, asked once, dropped", lambda: created(Couple), lambda: created(couple)),
    ("tree walk", lambda: fold(Walk(TREE)), lambda: fold(walk(TREE))),
    ("tree walk, recursive", lambda: fold(InOrder(BINARY)), lambda: fold(inorder(BINARY))),
    ("tokenizer", lambda: read(Tokens(TEXT)), lambda: read(tokens(TEXT))),
    ("array of 256 kept", lambda: fold(Table(VALUES)), lambda: fold(table_of(VALUES))),
    ("running mean", lambda: answers(Mean()), lambda: answers(primed(running_mean()))),
    ("throw and catch", lambda: thrown(Account()), lambda: thrown(primed(account()))),
    ("push through 5", pushed_by_hand, pushed_to_generators),
    ("Game of Life", played_by_hand, played),
    ("pull through 5", lambda: fold(pulled_by_hand(VALUES)), lambda: fold(pulled(VALUES))),
] + [
    (
        f"delegation, {depth} deep",
        lambda depth=depth: fold(deep(Through, Range(0, VALUES), depth)),
        lambda depth=depth: fold(deep(through, range_of(0, VALUES), depth)),
    )
    for depth in (1, 4, 16)
]


def fastest(*runs):
    """Nanoseconds for each value; the runs take turns."""
    best = [float("inf")] * len(runs)
    for _ in range(ROUNDS):
        for i, run in enumerate(runs):
            start = time.perf_counter_ns()
            run()
            best[i] = min(best[i], time.perf_counter_ns() - start)
    return [nanoseconds / VALUES for nanoseconds in best]


def table():
    lines = ["| ns for each value | by hand | generator | ratio |", "|---|---|---|---|"]
    for name, by_hand, generator in WORKS:
        assert by_hand() == generator(), name
        hand, ours = fastest(by_hand, generator)
        lines.append(f"| {name} | {hand:.0f} ns | {ours:.0f} ns | {ours / hand:.2f} |")
    return "\n".join(lines)


def bless(text):
    path = Path(__file__).parents[2] / "docs" / "benchmarks.md"
    start, end = "<!-- python -->\n", "<!-- end of python -->"
    before, rest = path.read_text().split(start)
    after = rest.split(end)[1]
    path.write_text(f"{before}{start}\n{text}\n\n{end}{after}")


if __name__ == "__main__":
    text = f"{platform.python_implementation()} {platform.python_version()}.\n\n{table()}"
    print(text)
    if "--bless" in sys.argv:
        bless(text)
