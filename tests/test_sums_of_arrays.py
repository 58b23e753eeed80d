"""Numbers to which loops add arrays: they are arrays from the start."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.2, 0.7, 1.9])


def waves(x):
    total, size = 0.0, 1.0
    for k in range(int(3.0 * x[0])):
        total += size * np.sin(k * x)
        size *= 0.5
    return total / np.sum(total)


def rows(x):
    total = 0
    for row in np.outer(x, x):
        total = total + row * row
    return total


def in_two_loops(x):
    total = 0.0
    for i in range(2):
        for j in range(len(x)):
            total = total + x * (i + j) * x[j]
    return total


def matrices(x):
    total = 0
    for k in range(3):
        total += k * x.reshape(3, 1) * x
    return total


def products(x):
    result = 1.0
    for k in range(3):
        result = result * (x + k)
    return result


def where_a_test_holds(x):
    total = 0.0
    for i in range(3):
        if x[i] > 1.0:
            total += x * i
        elif x[i] > 0.5:
            total = total - x
    return total


def while_a_test_holds(x):
    total, k = 0, 1
    while k < 4:
        total = total + x / k
        k += 1
    return total * x


def left_early(x):
    total = 0
    for k in range(3):
        if k == 2:
            break
        total = total + x * (k + 1)
    return total * x


def two_that_change_places(x):
    a, b = 0.0, 0.0
    for _ in range(3):
        a, b = a + x, b + a
    return a * b


def in_each_trip(x):
    found = []
    for i in range(3):
        total = 0
        for j in range(i, 3):
            total = total + x * j
        found.append(np.sum(total * x))
    return np.array(found)


PROGRAMS = [
    waves,
    rows,
    in_two_loops,
    matrices,
    products,
    where_a_test_holds,
    while_a_test_holds,
    left_early,
    two_that_change_places,
    in_each_trip,
]


@pytest.mark.parametrize("program", PROGRAMS)
def test_it_is_what_numpy_does(program):
    check_plain(program, X)


@pytest.mark.parametrize("program", [waves, rows, where_a_test_holds])
def test_compiled_it_is_the_same(program):
    check_compiled(program, X)


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_text_has_one_name_for_it(program):
    text = s2sad.source(s2sad.grad(lambda x: np.sum(program(x))), X)
    assert "_case" not in text


def test_after_no_trips_it_is_an_array_of_zeros():
    def f(x, n):
        total = 0.0
        for _ in range(n):
            total = total + x
        return total

    value, pull = s2sad.vjp(f, X, 0)
    np.testing.assert_array_equal(value, np.zeros(3))
    np.testing.assert_array_equal(pull(np.ones(3))[0], np.zeros(3))


def test_what_is_not_0_stays_a_number_where_there_may_be_no_trip():
    def f(x, n):
        result = 1.0
        for _ in range(n):
            result = result * x
        return result

    value, pull = s2sad.vjp(f, X, 2)
    np.testing.assert_allclose(value, X**2)
    np.testing.assert_allclose(pull(np.ones(3))[0], 2.0 * X)
    with pytest.raises(NotImplementedError, match="a float64"):
        s2sad.vjp(f, X, 0)
