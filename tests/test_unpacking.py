"""Arrays that are unpacked are as long as there are names, or ValueError is raised."""

import numpy as np
import pytest

import s2sad


def two(x):
    a, b = x
    return a * b


def pairs(x):
    total = 0.0
    for a, b in x:
        total += a * b
    return total


def comprehension(x):
    return sum(a * b for a, b in x)


def rest(x):
    a, *others = x
    return a * others[0] + sum(others)


def middle(x):
    a, *between, b = x
    return a * b + sum(v * v for v in between)


def rests_of_rows(x):
    total = 0.0
    for a, *others in x:
        total += a * others[0] + sum(others) * a
    return total


def rest_of_a_list(x):
    a, *others = [v * v for v in x]
    return a * sum(others)


def two_of_own(x):
    y = np.empty(2)
    y[0], y[1] = x[0], x[1] ** 2
    a, b = y
    return a * b


@pytest.mark.parametrize(
    ("function", "x", "gradient"),
    [
        (two, [2.0, 3.0], [3.0, 2.0]),
        (pairs, [[2.0, 3.0], [4.0, 5.0]], [[3.0, 2.0], [5.0, 4.0]]),
        (comprehension, [[2.0, 3.0]], [[3.0, 2.0]]),
        (rest, [2.0, 3.0, 5.0], [3.0, 3.0, 1.0]),
        (middle, [1.0, 2.0, 3.0, 4.0], [4.0, 4.0, 6.0, 1.0]),
        (middle, [1.0, 4.0], [4.0, 1.0]),
        (rests_of_rows, [[1.0, 2.0, 3.0]], [[7.0, 2.0, 1.0]]),
        (rest_of_a_list, [1.0, 2.0, 3.0], [26.0, 4.0, 6.0]),
    ],
)
@pytest.mark.parametrize("jit", [False, True])
def test_each_name_takes_its_element(function, x, gradient, jit):
    x = np.array(x)
    value, found = s2sad.value_and_grad(function, jit=jit)(x)
    assert value == pytest.approx(function(x), rel=1e-15)
    assert found == pytest.approx(np.array(gradient), rel=1e-15)


@pytest.mark.parametrize(
    ("function", "shape"),
    [
        (two, 1),
        (two, 3),
        (pairs, (2, 3)),
        (comprehension, (2, 1)),
        (rest, 0),
        (middle, 1),
        (rests_of_rows, (2, 0)),
    ],
)
@pytest.mark.parametrize("mode", [s2sad.grad, s2sad.value_and_grad, s2sad.hessian])
def test_what_has_another_length_raises(function, shape, mode):
    with pytest.raises(ValueError, match="values to unpack"):
        function(np.ones(shape))
    if mode is s2sad.hessian and 0 in np.shape(np.ones(shape)):
        return  # has no directions to run the function for
    with pytest.raises(ValueError, match="is unpacked into"):
        mode(function, jit=False)(np.ones(shape))


def test_a_length_that_is_known_is_not_checked():
    text = s2sad.source(s2sad.grad(two_of_own), np.ones(2))
    assert "raise" not in text


def changed_in_place(a, b):
    e = a
    e -= b * np.sin(e) + a
    return e * e


def test_an_array_without_axes_is_a_number():
    gradient = s2sad.grad(changed_in_place, jit=False)
    assert gradient(np.array(1.3), 0.4) == gradient(1.3, 0.4)
    assert gradient(1.3, 0.4) == pytest.approx(0.16 * np.sin(2.6), rel=1e-15)


def one_name_twice(x):
    u = 2.0 * x[0]
    u, u = u, x[1] * x[1]
    (u, v), u = (u, x[0]), 3.0 * u
    return u * v


@pytest.mark.parametrize("jit", [False, True])
def test_a_name_that_stands_there_twice_has_the_last_value(jit):
    """By the language: CPython 3.11.2 itself swaps the two."""
    gradient = s2sad.value_and_grad(one_name_twice, jit=jit)
    value, slope = gradient(np.array([2.0, 5.0]))
    assert value == 150.0
    assert list(slope) == [75.0, 60.0]
