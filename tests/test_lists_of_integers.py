"""Lists of integers that get floats: all their numbers are floats from there on."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

X = np.array([0.1, 0.2, 0.3])


def zeros_that_are_written(x):
    y = [0] * len(x)
    for i in range(len(x)):
        y[i] = y[i] + x[i] * x[i]
    y[-1] *= x[0]
    return sum(y) * 1.0


def a_range_that_grows(x):
    y = list(range(len(x)))
    y.append(x[0])
    y.extend(x)
    y += [x[1]]
    y[0] = x[2]
    return sum(v * v for v in y)


def numbers_of_a_comprehension(x):
    y = [i for i in range(len(x))]
    if x[0] > 0.0:
        y = [v for v in x]
    truths = [True for _ in x]
    truths.append(x[0])
    return sum(y) * sum(truths)


def joined(x):
    y = list(range(len(x))) + list(x) + [x[0]]
    return y[-1] * 2.0 + y[3] * y[4]


def rows_and_pairs(x):
    rows = [[0, 0] for _ in x]
    for i in range(len(x)):
        rows[i][0] = x[i]
    pairs = [(i, 0) for i in range(len(x))]
    pairs.append((x[0], x[1]))
    arrays = [np.arange(3) for _ in x]
    arrays.append(x * x)
    total = sum(p * q for p, q in pairs) + sum(row[0] for row in rows)
    return total + sum(np.sum(v) for v in arrays)


def displayed(x):
    """What is spread over a list is joined to it."""
    y = [1, *x]
    y[1] = 0
    z = [x[0] * 2.0, *list(x), *y, 3.0, *x[:1]]
    z.append(x[1])
    total = y[2]
    for i, v in enumerate(z):
        total += (i + 1) * v
    return total


PROGRAMS = (
    *(zeros_that_are_written, a_range_that_grows, numbers_of_a_comprehension),
    *(joined, rows_and_pairs, displayed),
)


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_float_is_cut_to_an_integer(program):
    check_plain(program, X)


def all_of_them(x):
    return zeros_that_are_written(x) + a_range_that_grows(x) + rows_and_pairs(x)


def test_compiled_it_is_the_same():
    check_compiled(all_of_them, X)
