"""Loops that count through lists whose items do not fit into one array.

Arrays of different lengths, tuples of such, functions: each trip has its item.
"""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

ROTATED = (np.tanh, np.sin, np.cos)
_random = np.random.default_rng(0)
FIRST, SECOND = _random.normal(size=(4, 3)), _random.normal(size=(2, 4))
X, SHORT = _random.normal(size=3), _random.normal(size=2)


def layers(first, second, x):
    weights = [first, second]
    for i in range(len(weights)):
        x = np.tanh(weights[i] @ x)
    return x


def layers_back(first, second, x):
    weights = [second, first]
    for i in range(len(weights) - 1, -1, -1):
        x = np.tanh(weights[i] @ x)
    return x


def layers_of_pairs(first, second, x):
    weights = [(first, 0.5), (second, 0.25)]
    for i in range(2):
        matrix, shift = weights[i]
        x = np.tanh(matrix @ x + shift)
    return x


def layers_of_dicts(first, second, x):
    weights = [{"w": first, "by": 2.0}, {"w": second, "by": 3.0}]
    for i in range(len(weights)):
        x = weights[i]["by"] * np.tanh(weights[i]["w"] @ x)
    return x


def layers_twice(first, second, x):
    """The counter is one of several loops, one over numbers."""
    weights, total = [first, second], 0.0
    for i in range(len(weights)):
        x = weights[i] @ x
    for i in range(len(x)):
        total += x[i] ** 3
    for i in range(len(weights)):
        total += np.sum(weights[i] ** 2)
    return total


def layers_until(first, second, x):
    weights = [first, second, first]
    for i in range(len(weights)):
        x = weights[i] @ x
        if len(x) == 2:
            break
    return x


def of_several_ranks(first, second, x):
    parts = [first, x, second]
    total = 0.0
    for i in range(len(parts)):
        total += (i + 1.0) * np.sum(parts[i] ** 2)
    return total


def written(first, second, x):
    parts = [x.copy(), x[:2] * 2.0]
    for i in range(2):
        parts[i] = parts[i] ** 2
        parts[i][0] *= 3.0
    return np.sum(parts[0]) * np.sum(parts[1])


def in_a_loop(first, second, x):
    weights, total = (first, second), 0.0
    for t in range(4):
        y = x
        for i in range(len(weights)):
            y = np.tanh(weights[i] @ y)
        total += t * np.sum(y)
    return total


def of_functions(first, second, x):
    for i in range(len(ROTATED)):
        x = ROTATED[i](x)
    return x


UNEVEN = (
    layers,
    layers_back,
    layers_of_pairs,
    layers_of_dicts,
    layers_twice,
    layers_until,
    of_several_ranks,
    written,
    in_a_loop,
    of_functions,
)


@pytest.mark.parametrize("program", UNEVEN)
def test_each_trip_has_its_item(program):
    check_plain(program, FIRST, SECOND, X)


@pytest.mark.parametrize("program", (layers_twice, written, in_a_loop))
def test_they_compile(program):
    check_compiled(program, FIRST, SECOND, X)


def of_one_shape(x, n):
    """An array stands for arrays of which it is known that they are equally long."""
    parts, total = [x, np.sin(x), x * x], 0.0
    for i in range(3):
        total += np.sum(parts[i]) * (i + n)
    return total


def test_a_loop_stays_one_where_an_array_stands_for_the_list():
    assert "for i in range(3)" in s2sad.source(s2sad.grad(of_one_shape), X, 2)
    check_plain(of_one_shape, X, 2)
