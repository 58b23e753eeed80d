"""Loops that random choices write: sums, numbers that go on, and tests, in each other.

Each program is differentiated in both modes, and compared with differences.
"""

import linecache
import random

import numpy as np
import pytest

import s2sad

POINT = 0.6, np.random.default_rng(5).uniform(-1.0, 1.0, (3, 3))
ALONG = 0.7, np.random.default_rng(6).normal(size=(3, 3))
STEP = 1e-6


class Writer:
    """Writes a function of a number x, a matrix a and a count n."""

    numbers = ("size", "turn", "time", "weight")

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.one_of = self.random.choice

    def value(self, counters, depth=2):
        atoms = ["x", *self.numbers, "a[0, 1]", "0.5", "k * 0.1", "a[k % 3, 0]"]
        atoms += [f"a[1, {i}]" for i in counters] + [f"{i} * 1.0" for i in counters]
        first = self.one_of(atoms)
        if depth == 0 or self.random.random() < 0.3:
            return first
        forms = "({} + {})", "({} * {})", "np.sin({} * {})", "np.cos({} - {})"
        return self.one_of(forms).format(first, self.value(counters, depth - 1))

    def step(self):
        name = self.one_of(self.numbers)
        steps = f"{name} *= 0.5", f"{name} += 0.3", f"{name} = {name} * 1.5"
        return self.one_of([*steps, f"{name} = 0.7", "k += 1", "k += n", "k = 0"])

    def line(self, counters):
        total, value = self.one_of(["s", "u"]), self.value(counters)
        place = self.one_of([*counters, "k % 3"])
        kinds = [[f"{total} += {value}"]] * 5 + [[f"r[{place}] += {value}"]] * 2
        kinds += [[f"v = {value}", f"u += v * {self.one_of(['v', 'size'])}"]]
        kinds += [[f"{total} = {total} * {self.value(counters, 0)} + {value}"]]
        test = f"if {self.one_of(['s', 'time', 'r[0]'])} > 0.3:"
        return self.one_of([*kinds, [test, f"    u += {value}"]])

    def loop(self, counters=(), depth=2):
        counter = "ijl"[len(counters)]
        counters = *counters, counter
        trips = self.one_of(["3", "n", "1, 3", "2, -1, -1"])
        body = (
            self.loop(counters, depth - 1) if depth and self.one_of([0, 0, 1]) else []
        )
        for _ in range(self.random.randint(1, 3)):
            body += self.line(counters)
        body += [self.step() for _ in range(self.random.randint(0, 4))]
        return [f"for {counter} in range({trips}):", *(f"    {line}" for line in body)]

    def function(self):
        lines = ["s, u, r = x * 1.5, 0.0, a[0] * 2.0"]
        lines += [
            f"{name} = {self.one_of(['0.5', '0.7', '1.0'])}" for name in self.numbers
        ]
        lines.append("k = 0")
        for _ in range(self.random.randint(1, 3)):
            lines += self.loop()
        lines.append("return s * x + u + np.sum(r) * size + u / (2.0 + r[0] ** 2)")
        return "\n".join(["def f(x, a, n):", *(f"    {line}" for line in lines)]) + "\n"


def made(seed):
    text, name = Writer(seed).function(), f"<loops of {seed}>"
    linecache.cache[name] = len(text), None, text.splitlines(True), name
    names = {"np": np}
    exec(compile(text, name, "exec"), names)
    return names["f"]


def slope(function, step):
    ends = [
        function(*(p + h * d for p, d in zip(POINT, ALONG)), 3) for h in (step, -step)
    ]
    return (ends[0] - ends[1]) / (2.0 * step)


@pytest.mark.parametrize("first", range(0, 80, 8))
def test_both_modes_agree_with_differences(first):
    compared = 0
    for seed in range(first, first + 8):
        function = made(seed)
        expected, coarse = slope(function, STEP), slope(function, 2.0 * STEP)
        if abs(expected - coarse) > 1e-4 * (1.0 + abs(expected)):
            continue  # a test turns around here, or it is steep
        compared += 1
        value, along = s2sad.jvp(function, (*POINT, 3), (*ALONG, None), jit=False)
        _, pull = s2sad.vjp(function, *POINT, 3, jit=False)
        back = sum(np.sum(bar * dot) for bar, dot in zip(pull(1.0), ALONG))
        assert value == pytest.approx(function(*POINT, 3), rel=1e-12), seed
        assert along == pytest.approx(expected, rel=1e-4, abs=1e-4), seed
        assert back == pytest.approx(along, rel=1e-9, abs=1e-9), seed
    assert compared > 4
