"""Functions that call each other: what one writes, the others may have been given."""

import gast
import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad
from s2sad.facts.kept import has_loop
from s2sad.facts.numbers import has_complex
from s2sad.specialise.inert import may_raise


def grow(x, y, n):
    x[0] = x[0] * y[0] + 1.0
    if n > 0:
        exchanged(y, x, n - 1)


def exchanged(a, b, n):
    if n > 0:
        grow(a, b, n)


def in_circles(x, y):
    u, v = x.copy(), y.copy()
    grow(u, v, 4)
    return v[0] * 2.0 + u[0]


def turn(x, y, n):
    if n > 0:
        x[0] = np.sin(y[0]) + x[0]
        turn(y, x, n - 1)


def by_itself(x, y):
    u, v = x.copy(), y.copy()
    turn(u, v, 3)
    return v[0] * u[0]


@pytest.mark.parametrize("function", [in_circles, by_itself])
def test_arguments_that_change_places_from_call_to_call(function):
    check_plain(function, np.array([0.2]), np.array([0.3]))


def is_even(n):
    if n == 0:
        return True
    return is_odd(n - 1)


def is_odd(n):
    if n == 0:
        return False
    return is_even(n - 1)


def comes_to_an_end(n):
    if n == 0:
        return True
    return comes_to_an_end(n - 1)


def by_flags(x, n):
    y = x * x if is_even(n) else x
    return y * 3.0 if comes_to_an_end(n) else y


@pytest.mark.parametrize("jit", [False, True])
def test_a_flag_is_known_where_it_is_the_same_on_all_paths(jit):
    for n in range(4):
        value, slope = s2sad.value_and_grad(by_flags, jit=jit)(2.0, n)
        assert (value, slope) == (by_flags(2.0, n), 12.0 if n % 2 == 0 else 3.0)


class Called:
    """A function that calls others, and counts how often it is asked which."""

    asked = 0

    def __init__(self, name, callees):
        self.name, self.others, self.kinds = name, callees, {}
        self.node = gast.parse("s = x").body[0]

    @property
    def callees(self):
        Called.asked += 1
        return self.others


@pytest.mark.parametrize("question", [has_complex, has_loop, may_raise])
def test_each_of_many_ways_to_a_function_is_not_gone(question):
    below = {"last": Called("last", {})}
    for level in range(10):
        names = (f"first_{level}", f"second_{level}")
        below = {name: Called(name, below) for name in names}
    Called.asked = 0
    assert not question(Called("top", below))
    assert Called.asked < 1000


def cycle(u, f, level):
    """One cycle of a multigrid method, for u = f."""
    u = u + 0.3 * (f - u)
    if level > 0:
        correction = cycle(np.zeros(len(u) // 2), f[::2] - u[::2] ** 2, level - 1)
        u = u + np.repeat(correction, 2)
    return u


def solved_by_cycles(f):
    return np.sum(cycle(np.zeros(len(f)), f, 2) ** 2)


def test_a_function_that_calls_itself_may_bind_its_argument_to_a_new_array():
    check_plain(solved_by_cycles, np.linspace(0.1, 1.0, 8))
