"""Rows that lists share: they are one array in Python, and copies in the text.

A row is written where one list has it; where two may have it, that is refused.
"""

import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad

M = np.array([[0.7, 1.4, 0.3], [1.1, 0.6, 1.9], [0.8, 1.2, 0.5]])
X = np.array([0.9, 1.6, 0.4])


def part_is_written(m, x):
    a = [q * 2 for q in m]
    r = a[1]
    r[0] = x[0]
    return np.sum(a[1] * a[1]) + np.sum(a[0] * x)


def rows_add_up_to_one(m, x):
    a = [q * 2 for q in m]
    for r in a:
        r /= np.sum(r)
    return np.sum(a[1] * a[1]) + np.sum(a[0] * x)


def each_row_is_written(m, x):
    a = [q * 2 for q in m]
    for r in a:
        r[0] = x[0] * r[1]
    return np.sum(a[1] * a[1]) + np.sum(a[0] * x)


def rows_beside_those_of_a_matrix(m, x):
    a = [q * 2 for q in m]
    for p, r in zip(m, a):
        r -= p * x
    return np.sum(a[1] * x) + np.sum(a[0])


def rows_by_number_and_by_place(m, x):
    a = [q * 2 for q in m]
    for i, r in enumerate(a):
        r[i % 3] = 0.0
        a[i - 1][0] += r[1]
    return np.sum(a[1] * x) + np.sum(a[0])


def row_of_before_while_it_grows(m, x):
    a = []
    for k in range(len(m)):
        a.append(m[k] * x)
        if k > 0:
            r = a[k - 1]
            r[0] = x[1] * r[1]
    return np.sum(a[1] * a[1]) + np.sum(a[0] * x)


def last_row_while_it_grows(m, x):
    a = [x * 1.0]
    r = a[0]
    while np.sum(a[-1]) < 100.0:
        r[0] = r[0] * 1.1
        a.append(r * a[-1] * 1.5)
        r = a[-1]
    return np.sum(a[1] * a[1]) + np.sum(a[0] * x)


def row_of_a_list_that_is_gone(m, x):
    a = [q * 2 for q in m]
    r = a[1]
    a = [x, x * 2, x * 3]
    r[:] = x
    return np.sum(r) + np.sum(a[0] * x)


def rows_in_a_list_that_is_shown(m, x):
    a = [q * 2 for q in m]
    w = [a[1], a[0]]
    a[0][:] = 0.0
    return np.sum(w[1]) + np.sum(a[1] * w[1])


RIGHT = (
    part_is_written,
    rows_add_up_to_one,
    each_row_is_written,
    rows_beside_those_of_a_matrix,
    rows_by_number_and_by_place,
    row_of_before_while_it_grows,
    last_row_while_it_grows,
    row_of_a_list_that_is_gone,
    rows_in_a_list_that_is_shown,
)


@pytest.mark.parametrize("function", RIGHT)
def test_rows_are_written(function):
    check_plain(function, M, X)


def clear_first(a):
    a[0][:] = 0.0


def all_but_the_first(a):
    return a[1:]


def joined(m, x):
    a = [q * 2 for q in m]
    w = a + [x]
    a[0][:] = 0.0
    return np.sum(w[0]) + np.sum(a[1] * w[2])


def listed_and_written(m, x):
    a = [q * 2 for q in m]
    w = list(a)
    w[0][:] = 0.0
    return np.sum(w[0]) + np.sum(a[0] * x)


def listed(m, x):
    a = [q * 2 for q in m]
    w = list(a)
    a[0][:] = x
    return np.sum(w[0]) + np.sum(a[0] * x)


def sliced(m, x):
    a = [q * 2 for q in m]
    w = a[1:]
    a[1][:] = x
    return np.sum(w[0] * w[0]) + np.sum(a[0] * x)


def copied(m, x):
    a = [q * 2 for q in m]
    w = a.copy()
    a[1][0] = x[0]
    return np.sum(w[1] * w[1]) + np.sum(a[0] * x)


def unpacked(m, x):
    a = [q * 2 for q in m]
    w = [*a, x]
    a[1][0] = x[0]
    return np.sum(w[1] * w[1]) + np.sum(a[0] * x)


def appended(m, x):
    a = [q * 2 for q in m]
    w = []
    for q in a:
        w.append(q)
    a[1][0] = x[0]
    return np.sum(w[1] * w[1]) + np.sum(a[0] * x)


def comprehended(m, x):
    a = [q * 2 for q in m]
    w = [q for q in a]
    a[1][0] = x[0]
    return np.sum(w[1] * w[1]) + np.sum(a[1] * x)


def turned_round(m, x):
    a = [q * 2 for q in m]
    w = a[::-1]
    a[1][0] = x[0]
    return np.sum(w[1] * w[1]) + np.sum(a[1] * x)


def joined_on_one_path(m, x):
    a = [q * 2 for q in m]
    if x[0] > 0:
        w = a + [x]
    else:
        w = a
    a[0][:] = 0.0
    return np.sum(w[0]) + np.sum(a[1] * w[1])


def joined_under_its_own_name(m, x):
    a = [q * 2 for q in m]
    w = a
    a = a + [x]
    w[0][:] = 0.0
    return np.sum(w[0]) + np.sum(a[0] * w[1])


def a_row_of_what_is_joined(m, x):
    a = [q * 2 for q in m]
    h = (a + [x])[0]
    a[0][:] = 1.0
    return np.sum(h * x)


def joined_and_written_by_a_helper(m, x):
    a = [q * 2 for q in m]
    w = a + [x]
    clear_first(a)
    return np.sum(w[0]) + np.sum(a[1] * w[2])


def sliced_by_a_helper(m, x):
    a = [q * 2 for q in m]
    w = all_but_the_first(a)
    a[1][:] = 0.0
    return np.sum(w[0]) + np.sum(a[1] * w[1])


def changed_after_it_was_sliced(m, x):
    a = [q * 2 for q in m]
    w = a[:]
    w.append(x)
    w[0] = x * 3
    a[0][:] = 1.0
    return np.sum(w[0]) + np.sum(a[0] * w[-1])


def chosen(m, x):
    a = [q * 2 for q in m]
    b = [r for r in a if r[0] > 1.0]
    for r in a:
        r *= x
    return np.sum(b[0]) * np.sum(a[1] * x) + np.sum(a[0])


REFUSED = (
    joined,
    listed_and_written,
    listed,
    sliced,
    copied,
    unpacked,
    appended,
    comprehended,
    turned_round,
    joined_on_one_path,
    joined_under_its_own_name,
    a_row_of_what_is_joined,
    joined_and_written_by_a_helper,
    sliced_by_a_helper,
    changed_after_it_was_sliced,
    chosen,
)


@pytest.mark.parametrize("function", REFUSED)
def test_rows_that_two_lists_have_are_not_written(function):
    with pytest.raises(s2sad.S2SADError, match="that a list holds"):
        s2sad.grad(function, jit=False)(M.copy(), X.copy())
