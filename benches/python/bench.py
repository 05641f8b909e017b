"""The works of benches/ as CPython's generators, beside the same by hand.

    python3 benches/python/bench.py            # the table
    python3 benches/python/bench.py --bless    # and into docs/benchmarks.md

By hand is what one writes in Python without a generator: a class with `__next__`, or with `send`. The checksums
of both are compared first. They take turns, and the fastest round of each counts.
"""

import platform
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
    ("array of 256 kept", lambda: fold(Table(VALUES)), lambda: fold(table_of(VALUES))),
    ("running mean", lambda: answers(Mean()), lambda: answers(primed(running_mean()))),
    ("throw and catch", lambda: thrown(Account()), lambda: thrown(primed(account()))),
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
