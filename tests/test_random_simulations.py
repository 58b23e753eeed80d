"""Random simulations: helpers with small arrays, arrays that loops fill and exchange.

They hold what saves little: first writes, recurrences, calls that are split, names that
hold None at first, arguments that are written. Each is looked at in value, gradient,
tangent, Hessian, and in what it leaves in its argument.
"""

import linecache
import random
from itertools import count

import numpy as np
import pytest

import s2sad

X, ALONG = np.array([0.4, 0.7, 1.1, 0.2]), np.array([1.0, -0.5, 0.3, 0.2])
STEP, NUMBERS = 1e-6, range(25)
_files = count()
_FORMS = (
    "{} * {}",
    "np.sin({}) + {}",
    "{} - 0.3 * {}",
    "np.cos({} * {})",
    "np.tanh({} - {})",
)
_HELPERS = (
    "return {pq}, {pq}",
    "return np.array([{pq}, {pq}])",
    "out = np.empty(2); out[0] = {pq}; out[1] = {pqo}; return out",
    "out = np.zeros(2)\n    for k in range(3): out[0] = {pqo}; out[1] = {pqo}\n"
    "    return out",
)


class Simulation:
    """Draws the text of one simulation."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def one(self, *choices):
        return self.random.choice(choices)

    def value(self, *names):
        return self.one(*_FORMS).format(self.one(*names), self.one(*names))

    def maybe(self, *lines):
        return list(lines) if self.random.random() < 0.4 else []

    def text(self):
        return "\n".join([*self.helper(), *self.heavy(), *self.function()]) + "\n"

    def helper(self):
        form = self.one(*_HELPERS)
        while "{pq" in form:
            form = form.replace("{pqo}", self.value("p", "q", "out[0]"), 1)
            form = form.replace("{pq}", self.value("p", "q"), 1)
        return ["def helper(p, q):", "    " + form]

    def heavy(self):
        read = "u[i - 1]", "x[0]", "x[1]", "v"
        change = self.one("{}", "u[i - 1] + 0.1 * ({})").format(self.value(*read))
        return [
            "def heavy(x, n):",
            f"    u = np.{self.one('empty', 'zeros', 'ones')}(n)",
            "    u[0], v = x[0], x[1]",
            "    for i in range(1, n):",
            f"        u[i] = {change}",
            *self.maybe(f"        u[i] *= {self.value(*read, 'u[i]')}"),
            *self.maybe(f"        v = {self.value(*read, 'u[i]')}"),
            "    return u",
        ]

    def function(self):
        element = self.value("a[0]", "a[1]", "u[j]", "w[j]")
        return [
            "def f(x):",
            "    n, s, best = 4, 0.0, None",
            f"    w = {self.one('heavy(x, n)', 'heavy(x * 0.5, n)', 'x * 1.5')}",
            *self.maybe(f"    w[1] = {self.value('w[0]', 'w[2]', 'x[2]')}"),
            "    u = w.copy()",
            "    for i in range(3):",
            f"        new = np.{self.one('empty', 'zeros')}(n)",
            "        for j in range(n):",
            f"            a = helper(u[j], x[{self.one(0, 1, 2)}])",
            f"            new[j] = {element}",
            *self.maybe(
                f"            new[j] += {self.value('u[0]', 'x[1]', 'new[j]')}"
            ),
            "            if best is None or new[j] < best:",
            "                best = new[j]",
            *self.maybe(f"        u[0] = {self.value('u[1]', 'new[0]')}"),
            f"        {self.one('u = new', 'u = u + 0.5 * new', 'u[:] = new')}",
            *self.maybe(f"        x[1] = {self.value('x[1]', 'u[1]')}"),
            f"        s += u[1] * {self.one('1.0', 'w[1]', 'x[0]')}",
            "    y = np.array([s, u[0]])",
            f"    return s + best * y[1] + np.sum(u * u) * y[{self.one(0, 1)}]",
        ]


def function(text):
    file = f"<random simulation {next(_files)}>"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    names = {"np": np}
    exec(compile(text, file, "exec"), names)
    return names["f"]


def differences(f):
    steps = STEP * np.eye(len(X))
    return np.array([(f(X + s) - f(X - s)) / (2.0 * STEP) for s in steps])


@pytest.mark.parametrize("number", NUMBERS)
def test_a_random_simulation_is_differentiated(number):
    text = Simulation(number).text()
    f, primal, derived = function(text), X.copy(), X.copy()
    expected = f(primal)
    value, gradient = s2sad.value_and_grad(f, jit=False)(derived)
    assert value == pytest.approx(expected, rel=1e-12), text
    assert np.array_equal(primal, derived), text
    assert gradient == pytest.approx(differences(f), rel=1e-5, abs=1e-5), text
    tangent = s2sad.jvp(f, (X.copy(),), (ALONG,), jit=False)[1]
    assert tangent == pytest.approx(gradient @ ALONG, rel=1e-9, abs=1e-9), text
    hessian = s2sad.hessian(f, jit=False)(X.copy())
    slopes = differences(s2sad.grad(f, jit=False))
    scale = np.max(np.abs(slopes))
    assert np.max(np.abs(hessian - hessian.T)) <= 1e-9 * max(scale, 1.0), text
    assert np.max(np.abs(hessian - slopes)) <= 1e-5 * max(scale, 1.0), text
