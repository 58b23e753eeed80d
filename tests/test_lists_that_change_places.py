"""Two lists that change places, and lists that hold others from a statement on."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain, of_numbers

import s2sad

X = np.array([1.2, 0.7, 1.9])


def two_grids(x):
    n = 4
    old = [[x[0] * i + x[1] * j for j in range(n)] for i in range(n)]
    new = [[0.0] * n for _ in range(n)]
    for _ in range(3):
        for i in range(1, n - 1):
            for j in range(1, n - 1):
                around = old[i - 1][j] + old[i + 1][j] + old[i][j - 1] + old[i][j + 1]
                new[i][j] = 0.25 * around * x[2]
        old, new = new, old
    return sum(map(sum, old))


def two_vectors(x):
    n = len(x)
    old, new = [v * v for v in x], [0.0] * n
    for _ in range(3):
        for i in range(n):
            new[i] = old[i - 1] * x[i]
        old, new = new, old
    return sum(old) + new[0]


def of_two_lengths(x):
    short, long = [v for v in x], [v * 2.0 for v in x]
    for k in range(3):
        long.append(long[-1] + short[0] * k)
        short[0] = long[1] * x[0]
        short, long = long, short
    return sum(short) * len(short) + sum(long) * len(long)


def three_in_a_ring(x):
    n = len(x)
    a, b, c = [v for v in x], [0.0] * n, [1.0] * n
    for _ in range(4):
        for i in range(n):
            c[i] = 2.0 * b[i - 1] - a[i] * x[i]
        a, b, c = b, c, a
    return sum(a) * b[0] + c[1]


def filled_anew(x):
    old, n = [0.0] * len(x), len(x)
    for _ in range(3):
        new = [0.0] * n
        for i in range(n):
            new[i] = old[i] * 0.5 + x[i] * old[i - 1] + 1.0
        old[:] = new
    return sum(old)


def of_itself(x):
    a = [v for v in x]
    a[:] = [v * v for v in a]
    a.append(x[0])
    return a[0] * a[1] * len(a) * a[-1]


def seen_by_two_names(x):
    a = [x[2], 0.2]
    b = a
    a[:] = [x[0], x[1]]
    return a[0] * b[1]


def parts_of_known_lists(x):
    a = [x[0], x[1]]
    a[1:1] = [x[2], 3.0]
    a[-1:] = []
    return a[0] * len(a) * a[-1] * a[1]


def nothing_in_common(x):
    a, b = [x[0], x[1]], [v for v in x]
    a[:] = b
    b[0] = 7.0
    return a[0] * len(a) * a[-1]


RIGHT = (
    two_grids,
    two_vectors,
    three_in_a_ring,
    filled_anew,
    of_itself,
    seen_by_two_names,
    parts_of_known_lists,
    nothing_in_common,
)


@pytest.mark.parametrize("program", RIGHT)
def test_it_is_what_python_does(program):
    check_plain(program, X)
    check_plain(of_numbers(program), *map(float, X))


@pytest.mark.parametrize("program", [two_grids, three_in_a_ring, filled_anew])
def test_compiled_it_is_the_same(program):
    check_compiled(program, X)


def test_lists_that_change_places_are_not_copied():
    text = s2sad.source(s2sad.grad(two_grids), X)
    assert ".copy()" not in text


def test_lists_that_grow_do_not_change_places():
    with pytest.raises(s2sad.S2SADError, match="is changed, which"):
        s2sad.grad(of_two_lengths, jit=False)(X)


def test_a_part_of_a_list_of_any_length_is_not_written():
    def f(x):
        a = [v for v in x]
        a[:2] = [x[1]]
        return a[0]

    with pytest.raises(s2sad.S2SADError, match="a part of a list is written"):
        s2sad.grad(f, jit=False)(X)


def arrays_change_places_around_another(x):
    a = np.array(x) * 1.0
    b = np.array(x)[::-1] + 0.2
    if len(x) > 2:
        a, b = b, a
        if x[1] > 0.0:
            b = np.array(x) * 2.0
            a, b = b, a
    return np.sum(a * b * x[0])


def numbers_of_no_derivative_change_places(x):
    a, k, last = np.array(x), np.arange(3), np.arange(3)[::-1] + 1
    for i in range(len(x)):
        b = a * x[i]
        k, last = last, k
        a = a * k + np.sin(b) * last
    return np.sum(a * k)


@pytest.mark.parametrize(
    "program",
    [arrays_change_places_around_another, numbers_of_no_derivative_change_places],
)
def test_arrays_that_change_places_among_others(program):
    check_plain(of_numbers(program), 1.2, 0.7, 1.9)
