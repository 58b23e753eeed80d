"""Rows of an array whose name is bound to another one on one path."""

import numpy as np
import pytest
from derivative_checks import check_plain


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
