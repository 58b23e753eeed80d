"""Ranges as values: between brackets, unpacked, asked for what is in them."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.1, 0.7, -0.4, 2.0])


def backwards(x):
    """A triangular system, solved from its last row on."""
    y = x.copy()
    for i in range(len(x))[::-1]:
        y[i] = (y[i] - 0.5 * np.sum(y[i + 1 :])) / (i + 2.0)
    return y


def without_the_first(x):
    total, r = 0.0, range(len(x))
    for i in r[1:]:
        total += x[i] ** 2 * i
    for i, j in zip(r[::-1], r[:-1]):
        total = 0.5 * total + x[i] * x[j]
    return total + x[r[1]] * x[r[-1]] ** 2


def cut_in_all_ways(x):
    total, n = 0.0, len(x)
    for r in (range(n)[-1:0:-1], range(n)[:2], range(0, n, 2)[::-1], range(n)[3:1:-1]):
        for i in r:
            total = 0.5 * total + x[i] * x[i - 1]
    for i in range(n, 0, -1)[::-1]:
        total = 0.5 * total + x[i - 1] ** 2
    for i in range(n)[1:][::2]:
        total = 0.5 * total + np.sin(x[i])
    for i in range(n)[7:]:
        total = total * x[i]
    return total


def bounds_that_change(x):
    n, total = len(x), 0.0
    r = range(1, n)
    n = 2
    for i in r[::-1]:
        total = total * 0.5 + x[i] ** 2 * n
    return total * r.start + x[0] * r.stop * r.step


def unpacked(x):
    first, *_, last = range(len(x))
    a, b, c, d = range(len(x))
    return x[first] * x[last] + x[a] * x[b] * c + d * x[c]


def asked(x):
    total, k = 0.0, 0
    while k in range(len(x)):
        if 2 * k - 1 not in range(1, k + 2):
            total += x[k] ** 2
        k += 1
    if 2 in range(len(x)) and range(len(x)) and not range(4, len(x)):
        total *= x[0]
    return total


def sorted_backwards(x):
    total = 0.0
    for i in sorted(range(len(x)), reverse=True):
        total = 0.5 * total + x[i]
    return total


@pytest.mark.parametrize(
    "function",
    [
        backwards,
        without_the_first,
        cut_in_all_ways,
        bounds_that_change,
        unpacked,
        asked,
        sorted_backwards,
    ],
)
def test_of_ranges(function):
    check_plain(function, X)
    check_compiled(function, X)


def part_of_a_slice(x):
    return slice(1, 3)[0] * x[0]


class Held:
    def __init__(self, value):
        self.value = value


def entry_of_an_object(x):
    return Held(x[0])["value"] * x[1]


@pytest.mark.parametrize(
    "function, message",
    [
        (part_of_a_slice, "a slice can't be indexed"),
        (entry_of_an_object, "a Held can't be indexed"),
    ],
)
def test_what_is_refused(function, message):
    with pytest.raises(s2sad.RefusalError, match=message):
        s2sad.grad(function)(X)
