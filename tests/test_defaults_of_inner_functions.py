"""Defaults of functions inside a function: made once, where the def stands."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.3, 0.7, 2.1])


def bound_anew(x):
    y = x * 1.0
    h = lambda a, b=y: a * b[0]  # noqa: E731
    y = x * 3.0
    return h(x[2]) * y[1]


def a_part(x):
    y = x * 1.0
    h = lambda a, b=y[1:]: a * b[0]  # noqa: E731
    y = x * 3.0
    return h(x[2]) * y[1]


def in_a_loop(x):
    total = 0.0
    for i in range(3):
        y = x * (i + 1.0)
        h = lambda a, b=y: a * b[i]  # noqa: B023, E731
        y = y * 5.0
        total += h(x[i]) * y[0]
    return total


def several(x):
    scaled = []
    for i in range(3):
        y = x * (i + 1.0)
        scaled.append(lambda a, b=y: a * b[0] * b[2])
    return sum(h(x[1]) for h in scaled)


def an_array_of_its_own(x):
    def h(a, b=np.zeros(2)):  # noqa: B008
        b[0] += a
        return b[0]

    return h(x[0]) ** 2 + h(x[1]) ** 2


def adder():
    def add(a, kept=[0.0]):  # noqa: B006
        kept[0] += a
        return kept[0]

    return add


def a_list_of_a_function_that_was_returned(x):
    add = adder()
    return add(x[0]) ** 2 + add(x[1]) ** 2


PROGRAMS = (
    *(bound_anew, a_part, in_a_loop, several, an_array_of_its_own),
    a_list_of_a_function_that_was_returned,
)


@pytest.mark.parametrize("program", PROGRAMS)
def test_defaults_are_made_once(program):
    check_plain(program, X)


def test_they_compile():
    check_compiled(in_a_loop, X)


def test_a_dict_that_gets_its_key_in_a_loop_is_refused():
    def program(x):
        def h(v, found={}):  # noqa: B006
            found["sum"] = found.get("sum", 0.0) + v
            return found["sum"]

        total = 0.0
        for v in x:
            total = h(v * v)
        return total

    with pytest.raises(s2sad.S2SADError, match="the default of found"):
        s2sad.grad(program)(X)
