"""Loops of a few trips are written out where it has to be known which trip it is."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([[0.5, 0.7, 1.2], [0.3, -0.4, 0.9]])


def along_each_axis(x):
    total = 0.0
    for axis in range(2):
        total += np.sum(np.sum(x, axis=axis) ** 2)
    return total


def by_each_name(x):
    total = 0.0
    for name in ("sum", "mean"):
        for axis in (0, 1):
            total += np.sum(getattr(np, name)(x, axis=axis) ** 2)
    return total


def until_a_break(x):
    y = x.copy()
    for axis in range(x.ndim):
        y = np.cumsum(y, axis=axis)
        if axis == 1:
            break
    return np.sum(y * x)


def inside_a_loop_that_stays(x, steps):
    y = x.copy()
    for _ in range(steps):
        for axis in range(2):
            y = y + 0.1 * np.roll(y, 1, axis=axis) * x
    return np.sum(y * y)


def arrays_by_their_numbers(x):
    arrays = [np.zeros(3), np.ones(3)]
    for i in range(2):
        arrays[i] += x[i] ** 2
    return arrays[0][1] * arrays[1][2]


def another_list_in_the_next_trip(x):
    a, b, s = [x[0, 0]], [x[0, 1]], 0.0
    for _ in range(3):
        a[0] = a[0] * x[0, 2]
        s += b[0] ** 2
        b = a
    return s


CASES = {
    arrays_by_their_numbers: (X,),
    another_list_in_the_next_trip: (X,),
    along_each_axis: (X,),
    by_each_name: (X,),
    until_a_break: (X,),
    inside_a_loop_that_stays: (X, 3),
}


@pytest.mark.parametrize("function", CASES, ids=lambda f: f.__name__)
def test_an_axis_may_be_the_number_of_a_trip(function):
    check_plain(function, *CASES[function])


def test_compiled_as_well():
    check_compiled(inside_a_loop_that_stays, X, 2)


def test_loops_that_can_stay_do():
    def summed(x):
        total = 0.0
        for k in range(2):
            total += x[k, 0] ** 2
        return total

    text = s2sad.source(s2sad.grad(summed, jit=False), X)
    assert text.count("for k in range(2)") == 1
    text = s2sad.source(s2sad.grad(inside_a_loop_that_stays, jit=False), X, 3)
    assert text.count("in range(steps)") == 1


def test_what_no_trip_may_do_is_refused_where_it_stands():
    def out_of_bounds(x):
        total = 0.0
        for axis in range(3):
            total += np.sum(np.sum(x, axis=axis))
        return total

    with pytest.raises(s2sad.S2SADError, match=r"axis"):
        s2sad.grad(out_of_bounds, jit=False)(X)


class Masked:
    """A value with operators that NumPy has for truths."""

    def __init__(self, value):
        self.value = value

    def __or__(self, other):
        return Masked(self.value * other.value)

    def __and__(self, other):
        return Masked(self.value + other.value)

    def __invert__(self):
        return Masked(1.0 - self.value)

    def __abs__(self):
        return Masked(abs(self.value))

    def __float__(self):
        return float(self.value)


def with_operators(x):
    first, second = Masked(x[0, 0]), Masked(x[1, 0])
    return float(abs(~(first | second) & first)) ** 2


def test_operators_of_a_class_of_the_users():
    check_plain(with_operators, X)


ROWS = [[], [0.25], [3 / 32, 9 / 32], [0.4, -0.7, 1.3]]
TIMES = [0.0, 0.25, 0.375, 0.9]
WEIGHTS = [0.1, 0.2, 0.3, 0.4]


def slopes(t, y):
    return [y[1] + t, -y[0] * y[1]]


def by_a_tableau(x, steps):
    y, t, h = [x[0, 0], x[0, 1]], 0.0, 0.1
    for _ in range(steps):
        k = [slopes(t, y)]
        for i in range(1, 4):
            moved = [
                y[n] + h * sum(ROWS[i][j] * k[j][n] for j in range(i)) for n in range(2)
            ]
            k.append(slopes(t + TIMES[i] * h, moved))
        y = [y[n] + h * sum(WEIGHTS[i] * k[i][n] for i in range(4)) for n in range(2)]
        t += h
    return y[0] ** 2 + y[1]


def test_tables_that_a_trial_finds_keep_their_names():
    check_plain(lambda x: by_a_tableau(x, 2), X)
    text = s2sad.source(s2sad.grad(by_a_tableau, jit=False), X, 2)
    assert text.count("in range(steps)") == 1
