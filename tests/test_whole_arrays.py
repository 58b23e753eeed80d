"""Programs of whole-array code: texts, first and second derivatives, some by Numba.

All of a program is one test, in which each text is written once: the derivatives are
those in the files of tests/golden/arrays, which are differentiated again.
"""

import copy

import golden_texts
import pytest
from programs_under_test import (
    ARRAYS,
    ROUNDING,
    assert_close,
    differences,
    dot,
    leaves,
    made,
    program,
    quiet,
    random_like,
    vector,
)

import s2sad

COMPILED = ARRAYS[::12]


def fresh(function):
    """A function that is called with copies of its arguments."""
    return lambda *arguments: quiet(function, *copy.deepcopy(arguments))


def written(name, mode, update):
    """The function in a golden file, which has the text that is generated now."""
    text, path = golden_texts.text(name, mode), golden_texts.path(name, mode)
    if update:
        path.write_bytes(text.encode())
    assert path.exists(), f"no {path.name}: run pytest --update-golden"
    assert path.read_bytes().decode() == text
    function = made(text, f"{name}_{mode}")
    return fresh(function), function


@pytest.mark.parametrize("name", ARRAYS)
def test_first_and_second_derivatives(name, update_golden):
    one = program(name)
    modes = golden_texts.modes(name)
    back, back_text = written(name, modes[0], update_golden)
    forth, forth_text = written(name, modes[1], update_golden)
    check_first(one, back, forth)
    check_tangent(one, back_text, golden_texts.example(name, modes[0]))
    if name in ARRAYS[::3]:  # it takes as long as all the others
        check_adjoint(one, forth_text, golden_texts.example(name, modes[1]))


def check_first(one, back, forth):
    """The tangent is that of differences, the adjoint that of the tangent."""
    both = leaves([forth(*golden_texts.example(one.name, "jvp"))])
    value, dots = both[: len(both) // 2], both[len(both) // 2 :]
    assert_close(value, one.result, ROUNDING, "the value")
    expected = differences(one.run, one.example, one.direction())
    assert_close(dots, expected, one.difference(), "the tangent")
    mode = golden_texts.modes(one.name)[0]
    found = back(*golden_texts.example(one.name, mode))
    bars, along = leaves([found]), dots
    if mode == "value_and_grad":
        assert_close(found[0], one.result, ROUNDING, "the value")
        bars = bars[1:]
    else:
        along = dot(golden_texts.seeds(one.name, mode), dots)
    slope = dot(bars, one.floats(one.direction()))
    assert_close(slope, along, one.agreement(), "the adjoint")


def check_tangent(one, back, arguments):
    """Forward over reverse."""
    v = random_like(arguments, f"{one.name} back")
    _, dots = quiet(s2sad.jvp, back, copy.deepcopy(arguments), v, False)
    expected = differences(fresh(back), arguments, v)
    assert_close(dots, expected, one.difference(), "forward over reverse")


def check_adjoint(one, forth, arguments):
    """Reverse over forward."""
    value, pull = quiet(lambda *x: s2sad.vjp(forth, *x, jit=False), *arguments)
    seed = random_like(value, f"{one.name} seed")
    v = random_like(arguments, f"{one.name} forth")
    bars = quiet(pull, seed)
    along = vector(seed) @ differences(fresh(forth), arguments, v)
    assert_close(dot(bars, v), along, one.difference(), "reverse over forward")


@pytest.mark.filterwarnings("ignore:'@' is faster on contiguous arrays")
@pytest.mark.parametrize("name", COMPILED)
def test_numba(name):
    one, mode = program(name), golden_texts.modes(name)[0]
    plain = golden_texts.entry(name, mode)
    expected = quiet(plain, *golden_texts.example(name, mode))
    if mode == "value_and_grad":
        compiled = s2sad.value_and_grad(one.function, argnums=one.argnums)
        got = quiet(compiled, *one.arguments())
    else:
        _, pull = quiet(s2sad.vjp, one.function, *one.arguments())
        got = quiet(pull, random_like(one.result, f"{name} seeds"))
    assert_close([got], [expected], 1e-12, "compiled and plain")


def test_no_golden_file_is_left_over():
    wanted = {golden_texts.path(n, m) for n in ARRAYS for m in golden_texts.modes(n)}
    assert not set((golden_texts.FOLDER / "arrays").glob("*.py")) - wanted
