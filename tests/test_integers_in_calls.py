"""Integers in the arguments of calls stay integers, whatever they multiply."""

import math

import numpy as np
import pytest

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
