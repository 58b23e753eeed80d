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


JOINTS = [
    {"axis": "z", "length": 1.0},
    {"axis": "y", "length": 0.8},
    {"axis": "z", "length": 0.3},
]
NAMES = ("rate", "scale", "shift")


def joints_beside_angles(q):
    total = 0.0
    for i, (angle, joint) in enumerate(zip(q, JOINTS)):
        if joint["axis"] == "z":
            total += i * np.sin(angle) * joint["length"]
        else:
            total *= angle**2 + joint["length"]
    return total + sum(q * j["length"] for q, j in zip(q, JOINTS)) ** 2


def parameters_by_name(theta):
    p = dict(zip(NAMES, theta**2))
    squares = {name: v * v for name, v in zip(NAMES, theta) if name != "shift"}
    return p["rate"] * p["shift"] + sum(squares.values()) * p["scale"]


def items_as_they_are_in_their_trip(x):
    y = x.copy()
    for v, name in zip(y, NAMES):
        y[2] += v * len(name)
    rows = np.outer(x, y)
    for row, joint in zip(rows, JOINTS[:2]):
        row *= joint["length"]
    return np.sum(rows**2)


def functions_beside_a_list_that_grows(x):
    values = []
    for v in x:
        values.append(v * v)
    return sum(f(v) for f, v in zip([np.sin, np.tanh], values))


BESIDE = [
    joints_beside_angles,
    parameters_by_name,
    items_as_they_are_in_their_trip,
    functions_beside_a_list_that_grows,
]


@pytest.mark.parametrize("function", BESIDE, ids=lambda f: f.__name__)
def test_lists_beside_arrays(function):
    check_plain(function, X)
    check_compiled(function, X)


@pytest.mark.parametrize("jit", [False, True])
def test_an_array_that_is_too_short_for_the_list_beside_it(jit):
    slope = s2sad.grad(parameters_by_name, jit=jit)
    with pytest.raises(s2sad.ReachedError, match="shorter than the list"):
        slope(X[:2])
    assert slope(np.array([1.0, 2.0, 3.0, 4.0]))[3] == 0.0
