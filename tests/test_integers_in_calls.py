"""Integers in the arguments of calls stay integers, whatever they multiply."""

import math

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

TABLE = np.array([1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0])


def triangle(n):
    total = 0.0
    for i in range(n):
        total += i
    return total


def picked(table, k):
    return table[k]


def odd(n):
    return 1.0 if n & 1 else 2.0


def of_a_helper(x):
    total = 0.0
    for k in range(3):
        total += x / triangle(2 * k + 3)
    return total


def of_a_series(x):
    return sum(
        (-1) ** k * x ** (2 * k + 1) / math.factorial(2 * k + 1) for k in range(6)
    )


def of_an_index(x):
    total = 0.0
    for k in range(3):
        total += x * x / picked(TABLE, 2 * k + 1) * odd(3 * k)
    return total


def of_a_length(x):
    total = 0.0
    for k in range(3):
        total += x**2 / np.sum(np.ones(2 * k + 1))
    return total


CASES = {
    of_a_helper: 1.0 / 3.0 + 1.0 / 10.0 + 1.0 / 21.0,
    of_a_series: math.cos(0.7) - 0.7**12 / math.factorial(12),
    of_an_index: 1.4 * (2.0 / 2.0 + 1.0 / 8.0 + 2.0 / 32.0),
    of_a_length: 1.4 * (1.0 + 1.0 / 3.0 + 1.0 / 5.0),
}


@pytest.mark.parametrize("jit", [False, True])
@pytest.mark.parametrize("function", CASES, ids=lambda f: f.__name__)
def test_integers_stay_integers(function, jit):
    slope = s2sad.grad(function, jit=jit)(0.7)
    assert slope == pytest.approx(CASES[function], rel=1e-11)
    assert s2sad.jvp(function, (0.7,), (1.0,), jit=jit)[1] == pytest.approx(slope)


WEIGHTS = {"end": 0.5, 0: 0.5, 1: 2.0, (0, 1): 3.0, (1, 1): 4.0}


def weight_of(key):
    try:
        return WEIGHTS[key]
    except (KeyError, TypeError):
        return 5.0


def weighed(x, key):
    return x**2 * weight_of(key)


def weighed_by_two(x, i, j):
    return x**2 * WEIGHTS[i, j - 1]


def test_an_integer_that_is_the_key_of_a_dict_is_known():
    slope = s2sad.grad(weighed)
    found = [slope(3.0, key) for key in (0, 1, 7, 0, "end")]
    assert found == [3.0, 12.0, 30.0, 3.0, 3.0]
    both = s2sad.grad(weighed_by_two)
    assert [both(3.0, 0, 2), both(3.0, 1, 2)] == [18.0, 24.0]


def test_a_number_is_no_key_of_a_dict():
    with pytest.raises(s2sad.RefusalError, match="indexed by a key"):
        s2sad.grad(lambda x: WEIGHTS[x] * x)(1.0)


def mixed(u, w, k=1):
    if k > 1 and u[0] > w[0]:
        return u
    w = w * 0.5
    w[k] = u[k] * u[0]
    return w


def in_a_loop(x, n):
    a, c = x * 1.0, x * 0.5 + 0.1
    for _ in range(n):
        a[2:] = mixed(c, a, 1)[[3, 1]]
    return np.sum(a * x)


def kept_apart(x, n):
    a, b = x * 1.0, x * 0.5
    for _ in range(n):
        b = mixed(mixed(a, b, 2), b)
    return np.sum(b * a)


@pytest.mark.parametrize("program", [in_a_loop, kept_apart])
def test_a_call_that_is_written_out_decides_on_the_integers_it_is_given(program):
    x = np.array([0.7, 0.5, 0.9, 0.6])
    check_plain(program, x, 3)
    check_compiled(program, x, 3)


def test_an_integer_that_a_call_is_given_leaves_no_name_where_it_is_written_out():
    text = s2sad.source(s2sad.grad(in_a_loop), np.ones(4), 3)
    assert "k = 1" not in text and "u[0] > w[0]" not in text


def halved(x):
    return 0.5 * x * x[0]


def a_part_of_what_a_call_gives(x):
    y = x * 1.0
    y[1:] = halved(x)[:-1]
    return np.sum(y * x)


def test_what_a_call_gives_is_not_computed_again_for_a_check_of_its_shape():
    text = s2sad.source(s2sad.value_and_grad(a_part_of_what_a_call_gives), np.ones(4))
    check_plain(a_part_of_what_a_call_gives, np.array([0.7, 0.5, 0.9]))
    assert text.count("= halved(x)") == 1
