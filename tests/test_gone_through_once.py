"""What can be gone through once, in a name or a list: right, or refused."""

import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad

X = np.array([0.7, -0.4, 1.3])


def weighted(a, b, c):
    return np.sum(a) * b + c


def doubled(x):
    x *= 2.0
    return 1.0


def unpacked(x):
    squares = map(lambda v: v * v, (x[0], x[1], x[2]))
    p, q, r = squares
    return p * q + r


def looped_over(x):
    pairs = zip(x, x[1:])
    total = 0.0
    for a, b in pairs:
        total += a * b
    return total


def passed_on(x, is_positive=True):
    arguments = map(np.asarray, (x, 2.0, x[1]))
    if is_positive:
        return weighted(*arguments)
    else:
        return -weighted(*arguments)


def summed(x):
    squares = (v * v for v in x)
    return sum(squares) * x[0]


def made_in_each_trip(x):
    total = 0.0
    for k in range(3):
        pairs = zip(x, x * 2.0)
        for a, b in pairs:
            total += a * b * k
    return total


def counted(x):
    numbered = enumerate(x)
    return sum([k * v * v for k, v in numbered])


def collected(x):
    out = []
    for a in map(np.sin, x):
        out.append(a)
    backwards = list(reversed(out))
    return backwards[0] * x[1]


def one_way_or_the_other(x):
    squares = map(lambda v: v * v, x)
    if x[0] > 0.0:
        return sum(squares)
    return max(squares)


def names_of_its_own(x):
    squares = map(lambda v: v * v, x)
    total = 0.0
    for v in squares:
        total += v * x[0]
    return total


def list_of_pairs(x):
    pairs = list(zip(x, x[1:]))
    total = pairs[0][1]
    for a, b in pairs:
        total += np.sin(a) * b
    return total


def reversed_array(x):
    backwards = list(reversed(x))
    return backwards[0] * x[1]


RIGHT = (
    *(unpacked, looped_over, passed_on, summed, made_in_each_trip, counted),
    *(collected, one_way_or_the_other, names_of_its_own),
    *(list_of_pairs, reversed_array),
)


@pytest.mark.parametrize("function", RIGHT)
def test_programs(function):
    check_plain(function, X)


# --- what is refused ------------------------------------------------------------------


def read_twice(x):
    squares = (v * v for v in x)
    return sum(squares) + max(squares)


def read_in_a_loop(x):
    pairs = zip(x, x * 2.0)
    total = 0.0
    for _ in range(2):
        for a, b in pairs:
            total += a * b
    return total


def written_before_it_is_read(x):
    pairs = zip(x, x[1:])
    x[0] = 5.0 * x[1]
    total = 0.0
    for a, b in pairs:
        total += a * b
    return total


def written_while_it_is_read(x):
    pairs = zip(x, x[1:])
    total, k = 0.0, 1
    for a, b in pairs:
        total += a * b
        x[k] = 2.0 * x[2]
        k += 1
    return total


def written_by_another_function(x):
    squares = map(lambda v: v * v, x)
    one = doubled(x)
    return sum(squares) * one


def written_by_another_name(x):
    squares = map(lambda v: v * v, x)
    y = x
    y[0] = 3.0
    return sum(squares)


def bound_anew_before_it_is_read(x):
    factor = x[0]
    products = (v * factor for v in x)
    factor = 2.0
    return sum(products) * factor


REFUSED = (
    *(read_twice, read_in_a_loop, written_before_it_is_read),
    *(written_while_it_is_read, written_by_another_function),
    *(written_by_another_name, bound_anew_before_it_is_read),
)


@pytest.mark.parametrize("function", REFUSED)
def test_what_may_be_another_later_is_refused(function):
    with pytest.raises(s2sad.RefusalError, match="gone through once"):
        s2sad.grad(function, jit=False)(X.copy())
