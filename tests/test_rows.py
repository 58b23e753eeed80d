"""Rows of an array whose name is bound to another one on one path."""

import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad


def rows_of_another_array(x):
    y = x[:2] * 3.0
    if x[0, 0] > 0.0:
        y = x * 2.0
    total = 0.0
    for row in y:
        total += row[0] * row[1]
    return total


def rows_of_a_longer_array(x):
    """What rows are written into is an array twice as long, or the first."""
    rows, count = np.empty((1, 2)), 0
    for point in x:
        if count == len(rows):
            longer = np.empty((2 * len(rows), 2))
            longer[:count] = rows
            rows = longer
        rows[count] = point * point
        count += 1
    total = 0.0
    for a, b in rows[:count]:
        total += a + 2.0 * b
    return total


@pytest.mark.parametrize("program", (rows_of_another_array, rows_of_a_longer_array))
def test_rows_are_those_of_the_array_that_a_name_holds(program):
    x = np.arange(1.0, 7.0).reshape(3, 2)
    check_plain(program, x)
    check_plain(program, -x)


# windows that a loop moves, and writes into


def moved_window(x, n):
    x = x.copy()
    for i in range(3):
        w = x[i : i + 2]
        w[0] = n * w[1]
    return np.sum(x)


def moved_window_of_columns(x, n):
    m = np.outer(x, x)
    for j in range(2):
        w = m[:, j:]
        m[1, j] = n * w[0, 1] * w[1, 0]
        w[0] = np.sin(w[1]) * n
    return np.sum(m**2)


def rows_of_their_own(x, n):
    m = np.zeros((len(x), 2))
    for k in range(len(x)):
        row = m[k]
        row[0] = x[k] * n
        row[1] = row[0] * x[0]
    return np.sum(m[:, 0] * m[:, 1])


@pytest.mark.parametrize(
    "function", [moved_window, moved_window_of_columns, rows_of_their_own]
)
def test_what_a_later_window_overwrites_is_put_back(function):
    check_plain(function, np.array([0.7, -0.3, 1.1, 0.5]), 2.0)


def test_rows_that_no_other_trip_writes_are_not_saved():
    x = np.array([0.7, -0.3, 1.1, 0.5])
    text = s2sad.source(s2sad.grad(rows_of_their_own, jit=False), x, 2.0)
    assert "_saved" not in text
