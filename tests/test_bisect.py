"""Places that bisect finds among numbers that rise."""

import bisect

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.3, -0.7, 1.2, 0.55])
KNOTS = [0.0, 0.5, 1.0, 2.0]
TABLE = np.array(KNOTS)


def interpolated(x):
    s = 0.0
    for v in x:
        k = max(0, min(bisect.bisect_right(KNOTS, v) - 1, 2))
        s += (v - KNOTS[k]) / (KNOTS[k + 1] - KNOTS[k]) * x[k]
    return s


def at_knots(x):
    s = 0.0
    for v in (0.5, 1.0, -1.0, 2.0):
        s += x[bisect.bisect_left(TABLE, v)] ** 2
        s += bisect.bisect_right(TABLE, v) * x[1]
    return s


def among_sorted(x):
    rising = np.sort(x)
    return rising[bisect.bisect(rising, 0.4)] ** 2


def in_a_list_that_grew(x):
    times = [0.0]
    for v in x:
        times.append(times[-1] + v * v)
    return times[bisect.bisect_left(times, 0.6)] ** 2


def between_places(x):
    k = bisect.bisect_left(TABLE, 0.7, 1, 3)
    return x[k] ** 2 * x[bisect.bisect_right(TABLE, 1.0, lo=1) - 1]


def by_a_key(x):
    return x[bisect.bisect_left(TABLE, -1.0, key=lambda v: v - 2.0)] ** 2


PROGRAMS = [
    interpolated,
    at_knots,
    among_sorted,
    in_a_list_that_grew,
    between_places,
    by_a_key,
]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda f: f.__name__)
def test_places_among_numbers_that_rise(program):
    check_plain(program, X)


def test_places_among_numbers_that_rise_compiled():
    check_compiled(interpolated, X)
    check_compiled(in_a_list_that_grew, X)


@pytest.mark.parametrize("function", [bisect.bisect_left, bisect.bisect_right])
def test_a_place_below_zero_raises_as_in_python(function):
    place = lambda x, k: x[function(TABLE, 0.5, k)]  # noqa: E731
    with pytest.raises(ValueError):
        place(X, -1)
    with pytest.raises(ValueError):
        s2sad.grad(place, jit=False)(X, -1)
