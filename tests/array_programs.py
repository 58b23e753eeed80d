"""Random programs in the language of whole arrays: vectors, matrices, parts of them.

`python tests/array_programs.py 1000 7` tries a thousand, from a seed of its own.
"""

import linecache
import math
import random
import sys
import textwrap
from itertools import count

import numpy as np
from scipy import special

import s2sad

TOLERANCE = 1e-8
_files = count()
_NUMBERS = ("0.5", "-1.5", "2.0", "s", "t", "s * t")
_NAMES = {"vector": "vwy", "matrix": "AB", "column": "pq"}
_LENGTHS = {"vector": 4, "column": 3}


class Program:
    """Draws the text of one program."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []

    def one(self, *choices):
        return self.random.choice(choices)

    def text(self):
        lines = ["v = x * 1.5", "w = np.cos(x)", "y = x + s", "A = M * 0.5"]
        lines += ["B = M + x", "p = M @ x", "q = M[:, 1] * t"]
        lines += self.block(2)
        sums = " + ".join(f"np.sum({n} * {n})" for n in "vwyABpq")
        lines.append(f"return {sums} + s * t")
        body = textwrap.indent("\n".join(lines), "    ")
        return f"def f(x, M, s, t):\n{body}\n"

    def block(self, depth):
        found = []
        for _ in range(self.random.randint(1, 4)):
            kind = self.one("line", "line", "line", "if", "for") if depth else "line"
            if kind == "line":
                found += self.line()
                continue
            head = "for k in range(3):"
            if kind == "if":
                head = f"if {self.number()} > {self.number()}:"
            found.append(head)
            found += [f"    {line}" for line in self.block(depth - 1)]
        return found

    # statements

    def line(self):
        shape = self.one("vector", "vector", "matrix", "column")
        name = self.one(*_NAMES[shape])
        forms = (self.bound, self.bound, self.bound, self.augmented, self.part)
        return self.one(*forms, self.number_bound, self.through_view)(shape, name)

    def bound(self, shape, name):
        return [f"{name} = {self.value(shape)}"]

    def augmented(self, shape, name):
        op = self.one("+=", "-=", "*=")
        return [f"{name} {op} {self.one(self.value(shape), self.number())}"]

    def number_bound(self, shape, name):
        return [f"{self.one('s', 't')} = np.tanh({self.number(2)})"]

    def part(self, shape, name):
        op = self.one("=", "+=", "*=")
        if shape == "matrix":
            place = self.one("[1]", "[:, 2]", "[:, 1:]", "[-1, :]")
            inside = {"[:, 2]": "column", "[:, 1:]": "matrix"}.get(place, "vector")
            value = self.value(inside) + ("[:, :-1]" if place == "[:, 1:]" else "")
            value = f"({self.value('matrix')})[:, :-1]" if "1:" in place else value
        else:
            other, cut = self.one(*_NAMES[shape]), self.one("[1:]", "[:-1]", "[::-1]")
            place = "[:]" if cut == "[::-1]" else self.one("[1:]", "[:-1]")
            value = self.one(f"{other}{cut} * {self.number()}", f"{other}{cut}")
            value = self.one(value, f"{name}{cut}", self.number())
        return [f"{name}{place} {op} {value}"]

    def through_view(self, shape, name):
        views = {"vector": ["[1:]", "[::2]"], "column": ["[1:]"]}
        view = self.one(*views.get(shape, [".T", "[1:]", "[:, ::2]"]))
        return [f"z = {name}{view}", f"z {self.one('*=', '+=')} {self.number()}"]

    # values

    def value(self, shape, depth=2):
        name = self.one(*_NAMES[shape])
        if not depth or self.random.random() < 0.2:
            return name
        if self.random.random() < 0.3:
            return getattr(self, shape)(depth - 1)
        first, second = (self.value(shape, depth - 1) for _ in range(2))
        form = self.one(
            "({0} + {1})",
            "({0} - {1})",
            "({0} * {1})",
            "({0} / (2.0 + {1} ** 2))",
            "({0} * {2})",
            "({2} - {0})",
            "np.sin({0})",
            "np.exp(-({0} ** 2))",
            "np.where({0} > 0.3, {1}, {2})",
            "np.maximum({0}, {1})",
            "np.abs({0})",
            "({0} - np.mean({0}, axis=-1, keepdims=True))",
            "({0} / (1.0 + np.var({1}, axis=-1, keepdims=True)))",
            "np.sinc({0})",
            "special.expit({0} - {1})",
            "special.xlogy({2}, 2.0 + {0} ** 2)",
            "np.nan_to_num({0})",
            "(-{0})",
            "{0}.copy()",
            "(({0} > 0.2) * {1})",
        )
        return form.format(first, second, self.number(depth - 1))

    def vector(self, depth):
        form = self.one(
            "np.sum({A}, axis=0)", "{A}[1]", "({p} @ {A})", "{v}[::-1]", "{A}[-1, :]"
        )
        return self.filled(form, depth)

    def matrix(self, depth):
        form = self.one(
            "({A} * {v})", "({A} + {p}[:, None])", "np.outer({p}, {v})", "{v} * {A}"
        )
        return self.filled(form, depth)

    def column(self, depth):
        form = self.one(
            "({A} @ {v})",
            "np.sum({A}, axis=1)",
            "{A}[:, 2]",
            "np.sum({A} * {v}, axis=1)",
        )
        return self.filled(form, depth)

    def number(self, depth=1):
        if not depth or self.random.random() < 0.5:
            return self.one(*_NUMBERS)
        forms = (
            "np.sum({A})",
            "np.mean({v})",
            "np.dot({v}, {w})",
            "{v}[0]",
            "{A}[1, 2]",
        )
        form = self.one(*forms, "np.sum({v}[1:] * {w}[:-1])", "np.max({v})")
        return self.filled(form, depth - 1)

    def filled(self, form, depth):
        shapes = {"A": "matrix", "v": "vector", "w": "vector", "p": "column"}
        return form.format(**{k: self.value(s, depth) for k, s in shapes.items()})


def function(text):
    """The function f of a program, its text where s2sad finds it."""
    file = f"<random array program {next(_files)}>"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    names = {"np": np, "special": special}
    exec(compile(text, file, "exec"), names)
    return names["f"]


def example():
    rng = np.random.default_rng(5)
    x, m = rng.uniform(-1.0, 1.0, 4), rng.uniform(-1.0, 1.0, (3, 4))
    return (x, m, 0.7, -0.4), (rng.normal(size=4), rng.normal(size=(3, 4)), 0.3, 1.1)


def slopes(f, arguments, tangents, style, jit):
    """(values, slopes) along tangents, forward and by the gradient."""
    value, gradient = s2sad.value_and_grad(
        f, argnums=(0, 1, 2, 3), jit=jit, style=style
    )(*arguments)
    along = sum(np.vdot(bar, dot) for bar, dot in zip(gradient, tangents))
    if style == "arrays":
        return [value], [along]
    forward, slope = s2sad.jvp(f, arguments, tangents, jit=jit)
    return [value, forward], [along, slope]


def check(text, jit=False):
    """Whether a program was differentiated; AssertionError where it was not right."""
    f, (arguments, tangents) = function(text), example()
    try:
        with np.errstate(all="ignore"):
            expected = f(*arguments)
    except (ValueError, UnboundLocalError):
        return False
    if np.ndim(expected) or not math.isfinite(expected) or abs(expected) > 1e8:
        return False
    values, found = [], []
    for style in ("loops", "arrays"):
        try:
            more = slopes(f, arguments, tangents, style, jit)
        except s2sad.RefusalError:
            return False
        except Exception as error:
            words = f"{type(error).__name__}: {error}"
            raise AssertionError(f"{style}: {words} from\n{text}") from error
        values, found = values + more[0], found + more[1]
    scale = max(1.0, *map(abs, found))
    is_right = max(found) - min(found) <= TOLERANCE * scale
    is_right &= np.allclose(values, expected, rtol=1e-11, atol=1e-11)
    assert is_right, f"values {values}, not {expected}; slopes {found} of\n{text}"
    return True


if __name__ == "__main__":
    tries, first = (int(word) for word in [*sys.argv[1:], "0"][:2])
    done = 0
    for seed in range(first, first + tries):
        try:
            done += check(Program(seed).text())
        except AssertionError as error:
            print(f"--- seed {seed}\n{error}", flush=True)
    print(f"{done} of {tries} were differentiated")
