"""Rows at places that each trip looks up: their adjoints are at the same places."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

V = np.array([1.3, 0.4, 1.2, 0.9, 0.7])


def rows_in_order(v):
    m = np.outer(v, v * v)
    places = np.argsort(v)
    out = np.empty((5, 5))
    for j in range(len(places)):
        k = places[j]
        row = m[k]
        for i in range(5):
            out[j, i] = row[i]
    return np.sum(out[0] * out[1])


def rows_in_a_list(v):
    m = np.outer(v, v[::-1])
    rows = [m[k] for k in np.argsort(m[:, 0])]
    return np.sum(rows[0] * rows[1])


def rows_of_a_table(v):
    points = [(v[0], v[1]), (v[2], v[3]), (v[4], v[0])]
    keys = np.array([p[0] + p[1] for p in points])
    points = [points[k] for k in np.argsort(keys)]
    total = 0.0
    for k in range(len(points)):
        total += points[k][0] * points[k - 1][1]
    return total


def parts_of_rows(v):
    m = np.outer(v, np.arange(6) + 1.0)
    starts = np.array([1, 2, 3, 1, 2])
    out = np.zeros(5)
    for j in range(5):
        a = starts[j]
        b = a + 2
        w = m[j, a:b]
        for i in range(2):
            out[j] += w[i]
    return np.sum(out * v)


def two_rows_of_one_name(v):
    m = np.outer(v, np.arange(6) + 1.0)
    places = np.array([1, 2, 3, 1, 2])
    out = np.zeros(5)
    for j in range(5):
        a = places[j]
        w = m[a]
        a = places[a]
        u = m[a]
        for i in range(5):
            out[j] += w[i] + 2 * u[i]
    return np.sum(out * v)


def shapes_looked_up(v):
    m = np.outer(v, np.arange(6) + 1.0)
    counts = np.array([1, 2, 3, 6, 2])
    out = np.zeros(5)
    for j in range(5):
        a = counts[j]
        w = np.reshape(m[j], (a, 6 // a))
        for i in range(6 // a):
            out[j] += w[a - 1, i] * w[0, i]
    return np.sum(out * v)


def rows_that_are_written(v):
    m = np.outer(v, np.arange(6) + 1.0)
    places = np.array([1, 2, 3, 1, 2])
    for j in range(5):
        a = places[j]
        w = m[a]
        for i in range(6):
            w[i] += v[j] * w[i]
    return np.sum(m[:, 0] * v)


PAIRS = ((1.0, 2.0), (3.0, 4.0), (5.0, 6.0))


def tuples_are_joined(v):
    pairs, k = [(v[0], v[1]), (v[2], v[3])], int(v[0] > 1)
    q = pairs[k] + pairs[1 - k]
    return q[0] * q[1] * len(q)


def tuples_of_a_table_are_joined(v):
    k = int(v[0] > 1)
    q = PAIRS[k] + PAIRS[k + 1]
    return q[0] * v[0] + q[3] * v[1]


def tuples_in_a_long_loop(v):
    pairs, total = [(v[0], v[1]), (v[2], v[3])] * 6, 0.0
    for p in pairs:
        q = p + p
        total += q[3] * len(q)
    return total


def list_in_a_list(v):
    rows, k = [[v[0], v[1]], [v[2], v[3]]], int(v[0] > 1)
    rows[k][0] = v[4]
    return rows[1][0] * v[0] + rows[0][0]


CASES = (
    tuples_are_joined,
    tuples_of_a_table_are_joined,
    tuples_in_a_long_loop,
    list_in_a_list,
    rows_in_order,
    rows_in_a_list,
    rows_of_a_table,
    parts_of_rows,
    two_rows_of_one_name,
    shapes_looked_up,
    rows_that_are_written,
)


@pytest.mark.parametrize("function", CASES)
def test_it_is_right_in_every_mode(function):
    check_plain(function, V)


def test_it_compiles():
    check_compiled(rows_in_order, V)


def list_written_where_it_stands(v):
    rows, k = [[v[0], v[1]], [v[2], v[3]]], int(v[0] > 1)
    q = rows[k]
    rows[1][0] = 7.0
    return q[0] * v[0]


def test_a_list_that_may_be_another_is_not_written():
    with pytest.raises(s2sad.S2SADError, match="another name may stand for"):
        s2sad.grad(list_written_where_it_stands, jit=False)(V)
