"""Which text is read for a callable: that of the function that runs, or none."""

import functools
import importlib.util
import linecache
import os
import textwrap
from typing import Any

import numba
import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad


def ten_times(f):
    @functools.wraps(f)
    def wrapper(x):
        return 10.0 * f(x)

    return wrapper


def of_any_arguments(f):
    @functools.wraps(f)
    def wrapper(*arguments, **keywords):
        return 10.0 * f(*arguments, **keywords)

    return wrapper


@ten_times
def wrapped(x):
    return x * x


@ten_times
@ten_times
def wrapped_twice(x):
    return x * x


@ten_times
@numba.njit
def wrapped_and_compiled(x):
    return x * x


@of_any_arguments
def wrapped_by_anything(x):
    return x * x


def square(x):
    return x * x


def calls_a_wrapper(x):
    return wrapped(x) + wrapped(2.0 * x)


def calls_any_arguments(x):
    return wrapped_by_anything(x)


WRAPPERS = (
    (wrapped, 60.0),
    (wrapped_twice, 600.0),
    (wrapped_and_compiled, 60.0),
    (calls_a_wrapper, 300.0),
    (ten_times(s2sad.grad(square)), 20.0),
    (ten_times(s2sad.grad(square, jit=False)), 20.0),
    (ten_times(s2sad.grad(wrapped)), 200.0),
)


@pytest.mark.parametrize("function, slope", WRAPPERS)
def test_a_wrapper_is_differentiated_not_what_it_wraps(function, slope):
    assert s2sad.grad(function, jit=False)(3.0) == slope


def test_a_wrapper_is_compiled_with_its_own_signature():
    assert s2sad.grad(wrapped)(3.0) == 60.0


def test_a_wrapper_of_any_arguments():
    assert s2sad.grad(wrapped_by_anything, jit=False)(3.0) == 60.0
    assert s2sad.grad(calls_any_arguments, jit=False)(3.0) == 60.0


# --- a text that is not what runs -----------------------------------------------------

TEXT = """
    from __future__ import annotations
    import functools
    import math


    def scaled(factor):
        def inner(x: float) -> float:
            '''A product.'''
            return factor * x

        return inner


    def deco(f):
        return f


    class Model:
        def cost(self, x):
            return 3.0 * x


    @deco
    @functools.wraps(scaled)
    def decorated(x):
        return 3.0 * x


    def nested(x):
        return (lambda y: 3.0 * y)(x)


    def sine(x):
        return 3.0 * math.sin(x) / math.sin(x) * x


    bend, line = lambda x: 5.0 * x, lambda x: 3.0 * x
    three = scaled(3.0)
    method = Model().cost
"""
NAMES = ("decorated", "nested", "sine", "line", "three", "method")


def module_of(path, text):
    """A module imported from a file of this text."""
    path.write_text(textwrap.dedent(text))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def edit(path, old, new):
    """Change a file as an editor would, and its time with it."""
    path.write_text(path.read_text().replace(old, new))
    os.utime(path, (1.0, 1.0))


@pytest.mark.parametrize("name", NAMES)
def test_functions_of_a_file_are_found(tmp_path, name):
    module = module_of(tmp_path / "unedited.py", TEXT)
    assert s2sad.grad(getattr(module, name), jit=False)(2.0) == pytest.approx(3.0)


EDITS = {
    "another constant": ("line", "3.0", "4.0"),
    "an integer for a float": ("decorated", "3.0 * x", "3 * x"),
    "another constant in a lambda": ("nested", "3.0 * y", "4.0 * y"),
    "another function": ("sine", "math.sin(x) *", "math.cos(x) *"),
    "another operator": ("three", "factor * x", "factor + x"),
    "another name": ("three", "return factor * x", "return factor * y"),
    "a method": ("method", "3.0 * x", "3.0 / x"),
    "a text that is not Python": ("sine", "def sine", "def def"),
}


@pytest.mark.parametrize("case", EDITS)
def test_a_file_that_was_edited_after_its_import_is_refused(tmp_path, case):
    name, old, new = EDITS[case]
    path = tmp_path / "edited.py"
    module = module_of(path, TEXT)
    edit(path, old, new)
    with pytest.raises(s2sad.SourceError, match="reload it|can't be parsed"):
        s2sad.grad(getattr(module, name), jit=False)(2.0)


def test_an_edit_elsewhere_in_the_file_forbids_nothing(tmp_path):
    path = tmp_path / "elsewhere.py"
    module = module_of(path, TEXT)
    edit(path, "factor * x", "factor + x  # a comment")
    assert s2sad.grad(module.decorated, jit=False)(2.0) == 3.0


def executed(text, file, names):
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    exec(compile(text, file, "exec", dont_inherit=True), names)
    return names["f"]


def test_a_cell_that_awaits_can_be_read():
    text = "def f(x):\n    return 3.0 * x\n"
    names = {}
    f = executed(text, "<cell>", names)
    whole = "import asyncio\n" + "await asyncio.sleep(0)\n"
    linecache.cache["<cell>"] = (1, None, (text + whole).splitlines(True), "<cell>")
    assert s2sad.grad(f, jit=False)(2.0) == 3.0


@pytest.mark.parametrize("jit", [False, True])
def test_what_a_cell_defines_anew_is_read_anew(jit):
    names = {}
    executed("def f(x):\n    return x * x\n", "<helper>", names)
    names["helper"] = names["f"]
    executed(
        "class K:\n    def m(self, x):\n        return x * x\nf = K\n", "<K>", names
    )
    executed("def f(x):\n    return helper(x) + K().m(x)\n", "<user>", names)
    gradient = s2sad.grad(names["f"], jit=jit)
    assert gradient(1.0) == 4.0
    again = {}
    names["helper"] = executed("def f(x):\n    return x**3\n", "<again>", again)
    assert gradient(1.0) == 5.0
    executed(
        "class K:\n    def m(self, x):\n        return x**3\nf = K\n", "<K2>", names
    )
    assert gradient(1.0) == 6.0


def test_a_registered_text_that_was_replaced_is_refused():
    first = executed("def f(x):\n    return 3.0 * x\n", "<twice>", {})
    executed("def f(x):\n    return 4.0 * x\n", "<twice>", {})
    with pytest.raises(s2sad.SourceError, match="reload it"):
        s2sad.grad(first, jit=False)(2.0)


def asserting(x):
    assert x > 0.0
    return x * x


def test_what_a_loader_rewrote_can_be_read():
    """pytest rewrites the assertions of its test modules, this one too."""
    assert s2sad.grad(asserting, jit=False)(2.0) == 4.0


WITHOUT_TEXT = '''
def straight(x, a, /, b=2.0, *more, power=2, **rest):
    """What the code object knows as well."""
    y = np.sum(x[1:] * -a) ** power
    return y / b + scaled(x, by=more[0])[0] * rest["c"]

def scaled(x, by):
    return x * by

def around(by):
    def within(x):
        return scaled(x, by) if x > 0.0 else by
    def inner(x):
        return scaled(x, by)
    return inner, within

def branched(x):
    return x if x > 0.0 else -x
'''


def test_straight_lines_are_read_where_the_text_is_gone():
    names: dict[str, Any] = {"np": np}
    exec(WITHOUT_TEXT, names)
    straight = names["straight"]

    def f(x):
        return straight(x, 1.5, 4.0, x[0], power=3, c=0.5)

    x = np.array([1.0, 2.0, 0.5])
    check_plain(f, x)
    assert s2sad.grad(names["around"](3.0)[0], jit=False)(2.0) == 3.0
    for function in (names["branched"], names["around"](3.0)[1]):
        with pytest.raises(s2sad.SourceError, match="no source found"):
            s2sad.grad(function, jit=False)(2.0)


@pytest.mark.parametrize("number, text", [(0.3, "0.9"), (0.1, "0.3"), (1e-3, "0.003")])
def test_literals_are_multiplied_as_a_person_does(number, text):
    namespace = {"__name__": "made"}
    source = f"def cubed(x):\n    return {number} * x**3\n"
    linecache.cache["<cubed>"] = (len(source), None, source.splitlines(True), "<cubed>")
    exec(compile(source, "<cubed>", "exec"), namespace)
    gradient = s2sad.grad(namespace["cubed"], jit=False)
    assert gradient(0.7) == pytest.approx(3.0 * number * 0.7**2, rel=1e-15)
    assert f"return {text} * x**2\n" in s2sad.source(gradient, 0.7)
