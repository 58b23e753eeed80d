"""Random stencils in time loops: the gradient, alone and in parallel, is the tangent's.

`pytest tests/test_stencils.py --mutants 5000` tries more of them.
"""

import linecache

import numba
import numpy as np
import pytest

import s2sad

ROOMS = ("u", "v", "w")


def pytest_generate_tests(metafunc):
    if "seed" in metafunc.fixturenames:
        count = metafunc.config.getoption("--mutants")
        metafunc.parametrize("seed", range(count // 3))


class Writer:
    """Writes one random program."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)
        self.rank = self.pick(1, 1, 2)
        self.index = "ij"[: self.rank]

    def pick(self, *choices):
        return choices[self.rng.integers(len(choices))]

    def place(self, room, reach):
        """An element beside that of the trip."""
        items = []
        for letter in self.index:
            step = self.pick(0, 0, 1, -1, reach, -reach)
            items.append(
                letter if step == 0 else f"{letter} {'+-'[step < 0]} {abs(step)}"
            )
        return f"{room}[{', '.join(items)}]"

    def own(self, room):
        return f"{room}[{', '.join(self.index)}]"

    def term(self, reach, rooms):
        first, second = (self.place(self.pick(*rooms), reach) for _ in range(2))
        return self.pick(
            first,
            f"a * {first}",
            f"{first} * {second}",
            f"np.sin({first})",
            f"0.3 * {first}",
        )

    def line(self, reach, target):
        """A statement; mostly it reads other arrays than it writes."""
        others = [room for room in ROOMS if room != target]
        rooms = self.pick(*[others] * 7, ROOMS)
        value = f" {self.pick('+', '-')} ".join(
            self.term(reach, rooms) for _ in range(self.pick(1, 2, 3))
        )
        return f"{self.own(target)} {self.pick('=', '=', '+=')} 0.4 * ({value})"

    def nest(self):
        """Loops over the inner elements, sometimes fewer, sometimes down."""
        reach = self.pick(1, 1, 2)
        low = self.pick(*[reach] * 6, reach + 1, reach - 1)
        lines, depth = [], 0
        for axis, letter in enumerate(self.index):
            size = "nm"[axis]
            high = f"{size} - {reach + self.pick(0, 0, 0, 1)}"
            bounds = self.pick(
                f"{low}, {high}", f"{low}, {high}", f"{high} - 1, {low - 1}, -1"
            )
            lines.append("    " * depth + f"for {letter} in range({bounds}):")
            depth += 1
        target = self.pick(*ROOMS)
        body = [self.line(reach, target)]
        body += self.pick([], [], [self.line(reach, self.pick(*ROOMS))])
        if self.pick(False, False, False, True):
            test = f"if {self.own(self.pick(*ROOMS))} > 0.1:"
            body = [
                test,
                *("    " + b for b in body),
                "else:",
                "    " + self.line(reach, target),
            ]
        return lines + ["    " * depth + b for b in body]

    def turn(self):
        """What comes after the nests of a step."""
        return self.pick(
            [],
            ["u, v = v, u"],
            ["u, v, w = v, w, u"],
            ["w = u.copy()"],
            ["u, v = v, u", "a = 0.9 * a"],
        )

    def text(self):
        shape = ", ".join("nm"[: self.rank])
        sizes = "n = x.shape[0]" if self.rank == 1 else "n, m = x.shape"
        births = [
            self.pick("x.copy()", f"np.zeros(({shape},))", "0.5 * x", "np.ones_like(x)")
            for _ in ROOMS
        ]
        births[self.rng.integers(3)] = "x.copy()"
        step = [
            *self.nest(),
            *(self.nest() if self.pick(False, True) else []),
            *self.turn(),
        ]
        lines = [
            "def program(x, a):",
            f"    {sizes}",
            *(f"    {room} = {birth}" for room, birth in zip(ROOMS, births)),
            f"    for t in range({self.pick(2, 3)}):",
            *("        " + line for line in step),
            "    return np.sum(u * u) + np.sum(v) * a + np.sum(w * x)",
        ]
        return "\n".join(lines) + "\n"


def program_of(seed):
    text = Writer(seed).text()
    file = f"<stencil {seed}>"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    space = {"np": np}
    exec(compile(text, file, "exec"), space)
    return space["program"], text


def test_gradient_and_tangent_agree(seed, monkeypatch):
    monkeypatch.setattr(numba, "prange", lambda *bounds: reversed(range(*bounds)))
    monkeypatch.setattr(numba, "get_num_threads", lambda: 2)
    function, text = program_of(seed)
    rng = np.random.default_rng(seed)
    rank = 2 if "n, m" in text else 1
    shape = tuple(rng.integers(0, 8, rank))
    x, v = rng.normal(size=shape), rng.normal(size=shape)
    try:
        value = function(x.copy(), 0.7)
    except IndexError:
        return
    expected = s2sad.jvp(function, (x, 0.7), (v, 0.3), jit=False)[1]
    both = {"argnums": (0, 1), "jit": False}
    for parallel in (False, True):
        made = s2sad.value_and_grad(function, parallel=parallel, **both)
        got, (x_bar, a_bar) = made(x.copy(), 0.7)
        assert got == pytest.approx(value, rel=1e-12), text
        slope = np.sum(x_bar * v) + 0.3 * a_bar
        assert slope == pytest.approx(expected, rel=1e-9, abs=1e-11), text


def test_many_of_them_are_gathered():
    """What is tested above is there: in a fourth of the programs at least."""
    count = 0
    for seed in range(30):
        function, text = program_of(seed)
        x = np.ones((5,) * (2 if "n, m" in text else 1))
        made = s2sad.grad(function, argnums=(0, 1), jit=False, parallel=True)
        count += "takes what it is owed" in s2sad.source(made, x, 0.7)
    assert count >= 8
