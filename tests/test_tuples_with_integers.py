"""Integers in tuples that hold floats too, in lists of a length known when they run."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain, of_numbers

X = np.array([1.2, 0.7, 1.9])
EDGES = ((0, 1, 0.5), (1, 2, 2.0), (2, 0, 1.5))


def near_pairs(x):
    pairs = []
    for i in range(len(x)):
        for j in range(i + 1, len(x)):
            distance = x[i] - x[j]
            if distance * distance < 10.0:
                pairs.append((i, j, distance))
    force = np.zeros(len(x))
    for i, j, distance in pairs:
        force[i] += distance * distance
        force[j] -= distance * x[i]
    return force


def chosen(x):
    found = [(i, v) for i, v in enumerate(x) if v > 1.0]
    k, y = found[0]
    return x[k] * y


def in_order(x):
    total = 0.0
    for rank, (i, v) in enumerate(sorted(enumerate(x), key=lambda pair: pair[1])):
        total += rank * x[i] * v
    return total


def listed_in_order(x):
    pairs = sorted(list(enumerate(x)), key=lambda pair: pair[1])
    return pairs[0][1] * x[pairs[-1][0]] ** 2


def two_in_order(x):
    pairs = sorted([(0, x[0]), (1, x[1])], key=lambda pair: pair[1])
    return x[pairs[0][0]] * pairs[1][1] ** 2


def beside_numbers(x):
    pairs = sorted(zip(x, range(3)), key=lambda pair: pair[0])
    return pairs[0][0] * x[pairs[1][1]]


def walk(x):
    waiting, total = [(0, 1.0)], 0.0
    while waiting:
        depth, weight = waiting.pop()
        if depth == 3:
            total += weight
            continue
        waiting.append((depth + 1, weight * x[depth]))
        if depth < 2:
            waiting.append((depth + 1, weight * 0.5 * x[depth] ** 2))
    return total


def table_of_the_module(x):
    total = 0.0
    for k in range(len(x)):
        i, j, weight = EDGES[k]
        total += weight * x[i] * x[j] ** 2
    return total


def columns(x):
    pairs = []
    for i, v in enumerate(x):
        pairs.append((i, v * v))
    places, values = zip(*pairs)
    return x[places[2]] * values[1]


def no_integers_any_more(x):
    pairs = [[0, x[0]], [1, x[1]]]
    for row in pairs:
        for k in range(2):
            row[k] += x[2]
    return pairs[0][0] * pairs[1][1]


RIGHT = (
    near_pairs,
    chosen,
    in_order,
    listed_in_order,
    two_in_order,
    beside_numbers,
    walk,
    table_of_the_module,
    columns,
    no_integers_any_more,
)


@pytest.mark.parametrize("program", RIGHT)
def test_an_integer_in_a_tuple_stays_one(program):
    check_plain(program, X)
    check_plain(of_numbers(program), *map(float, X))


@pytest.mark.parametrize("program", [near_pairs, in_order, walk])
def test_compiled_it_is_the_same(program):
    check_compiled(program, X)
