"""What is read before a write keeps its value: operands, items, and places themselves.

Functions here write their arguments, in the middle of expressions.
"""

import numpy as np
import pytest
from derivative_checks import check_compiled

import s2sad

X = np.array([0.3, 0.8, 0.5])


def raised(a, by):
    a[0] += by
    return a[0]


def mended(a, by):
    for i in range(len(a)):
        if a[i] > 0.2:
            a[i] = a[i] * by + a[0]
    return np.sum(a)


def operands(x):
    return x[0] + raised(x, 1.5) * x[0]


def items_of_a_list(x):
    u = [x[0], raised(x, 0.5), x[0]]
    return u[0] * u[1] * u[2]


def arguments(x):
    return np.hypot(x[0], raised(x, 2.0)) + max(x[0], raised(x, 2.0))


def compared(x):
    return (x[0] < raised(x, 2.0) < x[0] + 1.0) * x[0] + x[1]


def array_computed_before(x):
    y = 2.0 * x + mended(x, 0.5) * x
    return y[0] * x[1]


def array_that_is_what_it_becomes(x):
    y = x + mended(x, 0.5)
    return y[0] * x[1]


def places_by_index_arrays(x):
    y = x[1:] + mended(x, 0.5) + x[[0, 1]]
    return y[0] * x[1]


def element_added_to(x):
    x[0] += raised(x, 0.5)
    return x[0] * x[1]


def view_added_to(x):
    x[1:] += raised(x[1:], 0.5)
    return x[0] * x[1]


def value_before_its_place(x):
    x[int(raised(x, 0.4))] = x[0]
    return x[0] * x[1] + x[2]


def items_gone_over(x):
    return sum(x[0] * raised(x, v) for v in (x[0], x[1]))


def items_of_a_comprehension(x):
    values = [x[0] * raised(x, 0.3) for _ in range(3)]
    return values[0] + 2.0 * values[1] * values[2]


def values_of_a_dict(x):
    values = {k: x[0] * raised(x, 0.3 * k) for k in (1, 2, 3)}
    return values[1] + values[2] * values[3]


def inner_function(x):
    def doubled():
        x[0] *= 2.0
        return x[0]

    return x[0] * doubled() + doubled() * x[0]


def in_a_loop(x):
    total = 0.0
    for _ in range(2):
        total = total * x[0] + mended(x, 0.5) * x[0] - x[1] * mended(x, 1.1)
    return total


def place_of_the_largest(x):
    x[np.argmax(x)] -= 0.3 * np.sum(x)
    return x @ x


def places_in_a_loop(x):
    for _ in range(4):
        x[np.argmax(x)] *= 0.4
    return x @ x


def place_by_an_element(x):
    x[int(3.0 * x[1]) :] *= x[0]
    x[int(x[0])] = x[1] * x[2]
    return x @ x


def place_in_a_view(x):
    turned = x[::-1]
    turned[np.argmax(x)] = 0.3 * x[0]
    return x @ x


def place_in_a_list(x):
    values = [x[0]]
    for k in range(1, len(x)):
        values.append(x[k])
    values[int(2.0 * values[1])] = values[1] * values[0]
    values[int(2.0 * values[1])] *= values[2]
    return sum(v * v for v in values)


def places_from_left_to_right(x):
    """The first place is asked before the name in it is bound."""
    i, y = 0, np.zeros(3)
    y[i] = i = 2
    y[i - 1] = y[i] = x[0] * x[1]
    return np.sum(y * x) * i


def value_of_several_targets(x):
    """It is computed once, whatever its targets are."""
    left = [x[0], x[1], x[2]]
    (a, b) = (c, d) = (left.pop(), left.pop(0))
    return a * c**2 + b * d + sum(left)


def name_that_a_later_target_binds(x):
    a = (a, b) = c = (x[0], x[1] * x[2])
    return a * b * c[0]


def list_in_two_places(x):
    found = {"u": [1.0], "v": [2.0]}
    found["u"] = found["v"] = [x[0]]
    found["u"][0] = x[1] * x[2]
    return found["v"][0] ** 2


def chain_that_ends_early(x):
    c = np.ones(1)

    def doubled(k):
        c[0] *= 2.0
        return k * c[0]

    factor = 3.0 if doubled(1) < doubled(0) < doubled(5) else 1.0
    return factor * x[0] * c[0] * (1.0 if doubled(1) < doubled(3) < doubled(9) else 2.0)


def chain_whose_middle_is_asked_for_once(x):
    c = x.copy()

    def added():
        c[0] += x[1]
        return c[0]

    return c[0] * x[2] if 0.0 < added() < added() * 2.0 < 100.0 else x[0]


def chain_that_would_divide_by_zero(x):
    total = 0.0
    for n in range(3):
        total += x[n] * (2.0 if 0 < n < 10 // n else 1.0)
    return total * x[0]


FUNCTIONS = (
    operands,
    chain_that_ends_early,
    chain_whose_middle_is_asked_for_once,
    chain_that_would_divide_by_zero,
    items_of_a_list,
    arguments,
    compared,
    array_computed_before,
    array_that_is_what_it_becomes,
    places_by_index_arrays,
    element_added_to,
    view_added_to,
    value_before_its_place,
    items_gone_over,
    items_of_a_comprehension,
    values_of_a_dict,
    inner_function,
    in_a_loop,
    place_of_the_largest,
    places_in_a_loop,
    place_by_an_element,
    place_in_a_view,
    place_in_a_list,
    places_from_left_to_right,
    value_of_several_targets,
    name_that_a_later_target_binds,
    list_in_two_places,
)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_what_is_read_before_a_write_keeps_its_value(function):
    steps = 1e-6 * np.eye(3)
    slopes = [(function(X + d) - function(X - d)) / 2e-6 for d in steps]
    left = X.copy()
    value = function(left)
    x = X.copy()
    got, gradient = s2sad.value_and_grad(function, jit=False)(x)
    np.testing.assert_allclose(got, value, rtol=1e-13)
    np.testing.assert_allclose(x, left, rtol=1e-13)
    np.testing.assert_allclose(gradient, slopes, rtol=1e-7, atol=1e-7)
    forward = s2sad.jacfwd(function, jit=False)(X.copy())
    np.testing.assert_allclose(forward, gradient, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_second_order_of_the_same(function):
    gradient = s2sad.grad(function, jit=False)
    steps = 1e-6 * np.eye(3)
    slopes = [(gradient(X + d) - gradient(X - d)) / 2e-6 for d in steps]
    hessian = s2sad.hessian(function, jit=False)(X.copy())
    np.testing.assert_allclose(hessian, slopes, rtol=1e-6, atol=1e-6)


def test_the_same_where_it_is_compiled():
    def function(x):
        x = x.copy()
        return operands(x) * place_of_the_largest(x)

    check_compiled(function, X)
