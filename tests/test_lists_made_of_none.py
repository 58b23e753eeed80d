"""Lists that are made of None, to be filled."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain, of_numbers

import s2sad

X = np.array([1.2, 0.7, 1.9])


def filled(x):
    out = [None] * len(x)
    for i in range(len(x)):
        out[i] = x[i] ** 2
    return out[0] * out[2]


def recurrence(x):
    out = [None] * len(x)
    out[0] = x[0]
    for i in range(1, len(x)):
        out[i] = out[i - 1] * x[i]
    return np.array(out)


def table(x):
    n = len(x)
    out = [[None] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            out[i][j] = x[i] * x[j]
    return out[0][1] * out[2][2]


def of_a_comprehension(x):
    out = [None for _ in range(len(x))]
    for i in range(len(x)):
        out[i] = x[i] * 2.0
    return sum(out)


def of_integers(x):
    after = [None] * len(x)
    for i in range(len(x)):
        after[i] = (i + 1) % len(x)
    return x[after[0]] * x[after[1]] ** 2


def asked_by_its_truth(x):
    known, total, n = [None] * len(x), 0.0, len(x)
    for i in range(2 * n):
        k = i % n
        if not known[k]:
            known[k] = x[k] ** 2
            total += 1.0
        total += known[k] * total
    return total


def beside_an_option(x, out=None):
    if out is None:
        out = [None] * len(x)
    for i in range(len(x)):
        out[i] = x[i] * 2.0
    return sum(out)


RIGHT = (
    filled,
    recurrence,
    table,
    of_a_comprehension,
    of_integers,
    asked_by_its_truth,
    beside_an_option,
)


@pytest.mark.parametrize("program", RIGHT)
def test_the_list_is_filled(program):
    check_plain(program, X)
    check_plain(of_numbers(program), *map(float, X))


@pytest.mark.parametrize("program", [recurrence, table])
def test_compiled_it_is_the_same(program):
    check_compiled(program, X)


def asked_for_none(x):
    known, total, n = [None] * len(x), 0.0, len(x)
    for i in range(2 * n):
        if known[i % n] is None:
            known[i % n] = x[i % n] ** 2
        total += known[i % n] * total + 1.0
    return total


def asked_under_another_name(x):
    known = [None] * len(x)
    known[0] = x[0]
    y = known[1]
    return x[1] if y is None else y


def asked_by_equality(x):
    known = [None] * len(x)
    return x[1] if known[0] == None else x[0]  # noqa: E711


def asked_of_a_parameter_that_is_bound_anew(x, y=None):
    known = [None] * len(x)
    known[0] = x[0]
    y = known[1]
    return x[1] if y is None else y


def asked_by_a_helper(x):
    def or_one(y):
        return 1.0 if y is None else y

    known = [None] * len(x)
    known[0] = x[0]
    return or_one(known[1]) * x[0]


def caught(x):
    known = [None] * len(x)
    try:
        return known[0] + x[0]
    except TypeError:
        return x[1]


@pytest.mark.parametrize(
    "program",
    [
        asked_for_none,
        asked_under_another_name,
        asked_by_equality,
        asked_of_a_parameter_that_is_bound_anew,
        asked_by_a_helper,
        caught,
    ],
)
def test_what_could_tell_none_from_a_number_is_refused(program):
    with pytest.raises(s2sad.S2SADError, match="a list holds None at first"):
        s2sad.grad(program, jit=False)(X)
