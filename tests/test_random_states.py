"""Random programs of arrays that have many names, change places and are bound anew.

Helpers write into some of them, parts keep their names, and loops are left. Each is
looked at in value, gradient and tangent; some in reverse mode twice.
"""

import linecache
import random

import numpy as np
import pytest

import s2sad

X, ALONG, STEP = np.array([0.7, -0.3, 0.4]), np.array([0.3, -0.5, 0.8]), 1e-5
SEEDS = range(30)
_HEAD = """import numpy as np


def step(u, w):
    return np.tanh(u * w) + 0.1 * u


def pair(u, w):
    return u * 0.8, w * u


def fill(u, w):
    for i in range(len(u)):
        u[i] = 0.5 * u[i] + w[i] * w[0]


def early(u, w):
    for k in range(3):
        if u[k] > 0.5:
            return u * w
        w = w + 0.1 * u
    return w


def written_and_left(u, w):
    for k in range(2):
        u[k] = 0.3 * w[k] + 0.1 * u[k]
        u = u * w
    return np.sum(u)


def new_ones_written(u, w):
    for k in range(2):
        new = np.sin(u) * w
        new[k] = 0.3 * u[1]
        u = new
        u[0] = w[2]
    return np.sum(u * new)


def f(x, n):
    a = x
    b = x * 2.0
    c = x.copy()
    d = np.cos(x)
    total = 0.0
"""
_FORMS = (
    "{p} = {q}",
    "{p} = {q}",
    "{p} = {q} * {r}",
    "{p} = np.sin({q}) + 0.5 * {r}",
    "{p} = {p} + 0.3 * {q}",
    "{p}[{i}] = {q}[{j}] * 0.7 + {r}[{i}] * {p}[{j}]",
    "{p} += 0.2 * {q}",
    "{p} = {q}.copy()",
    "{p}, {q} = {q}, {p}",
    "{p} = {q}[::-1]",
    "{p}[1:] = {q}[:-1] * 0.9",
    "total += np.sum({p} * {q})",
    "total = total * 0.5 + {p}[{i}] * {q}[{j}]",
    "{p} = step({q}, {r})",
    "{p} = step({p}, {q})",
    "{p}, {r} = pair({q}, {r})",
    "fill({p}, {q})",
    "{p} = early({q}, {r})",
    "total += 0.3 * written_and_left({p}, {q})",
    "total += 0.3 * new_ones_written({p}, {q})",
    "part = {p}[1:]\n{p} = {q} * 1.0\npart[0] = {r}[0]\ntotal += part[1]",
)
_LEAVES = (
    "if {p}[0] > 0.6:\n    break",
    "if np.sum({p}) > 1.5:\n    continue",
    "if {k} > 0:\n    break",
)


class Program:
    """Draws the text of one program."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self):
        lines = [line for _ in range(6) for line in self.statement(2, [])]
        body = "".join(f"    {line}\n" for line in lines)
        names = self.names()
        end = "    return total + np.sum({p} * {q}) + np.sum(a)\n"
        return _HEAD + body + end.format(**names)

    def names(self):
        p, q, r = (self.random.choice("abcd") for _ in range(3))
        return {"p": p, "q": q, "r": r}

    def statement(self, depth, loops):
        drawn = self.random.random()
        if depth and drawn < 0.2:
            name = f"k{len(loops)}"
            head = f"for {name} in range({self.random.choice(['2', '3', 'n'])}):"
            return [head, *self.block(depth, [*loops, name])]
        if depth and drawn < 0.3:
            tests = ["{p}[0] > 0.2", "np.sum({p}) > 1.0"]
            tests += [f"{name} > 0" for name in loops]
            head = f"if {self.random.choice(tests)}:".format(**self.names())
            found = [head, *self.block(depth, loops)]
            is_whole = self.random.random() < 0.5
            return [*found, "else:", *self.block(depth, loops)] if is_whole else found
        places = ["0", "1", "-1", *loops]
        i, j = self.random.choice(places), self.random.choice(places)
        forms = _LEAVES if loops and drawn > 0.94 else _FORMS
        given = {"i": i, "j": j, "k": (loops or [""])[-1], **self.names()}
        return self.random.choice(forms).format(**given).split("\n")

    def block(self, depth, loops):
        count = self.random.randint(1, 3)
        inner = [s for _ in range(count) for s in self.statement(depth - 1, loops)]
        return ["    " + line for line in inner]


def function_of(seed):
    text, name = Program(seed).text(), f"<state {seed}>"
    linecache.cache[name] = (len(text), None, text.splitlines(True), name)
    space = {}
    exec(compile(text, name, "exec"), space)
    return space["f"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_program_is_right(seed):
    f = function_of(seed)
    value, gradient = s2sad.value_and_grad(f, jit=False)(X.copy(), 2)
    tangent = s2sad.jacfwd(f, jit=False)(X.copy(), 2) @ ALONG
    high, low = (f(X + sign * STEP * ALONG, 2) for sign in (1, -1))
    assert value == pytest.approx(f(X.copy(), 2), rel=1e-13)
    assert gradient @ ALONG == pytest.approx(tangent, rel=1e-9, abs=1e-9)
    assert tangent == pytest.approx((high - low) / (2.0 * STEP), rel=1e-5, abs=1e-5)


@pytest.mark.parametrize("seed", SEEDS[::5])
def test_its_gradient_is_differentiated_in_both_modes(seed):
    f = function_of(seed)
    hessian = s2sad.hessian(f, jit=False)(X.copy(), 2)
    again = s2sad.jacrev(s2sad.grad(f, jit=False), jit=False)(X.copy(), 2)
    np.testing.assert_allclose(again, hessian, rtol=1e-9, atol=1e-9)
