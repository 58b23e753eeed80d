"""Integrals of functions: over finite and infinite intervals, smooth or not."""

import math

import numpy as np
import pytest
from derivative_checks import check_plain
from scipy.integrate import quad

import s2sad


def bell(x, a):
    return math.exp(-a * x * x)


def of_an_end(a, b):
    return quad(bell, 0.0, b, args=(a,))[0]


def backwards(a):
    return quad(lambda x, c, n: abs(math.sin(c * x)) * n, 3, 0.5, (a, 2))[0]


def above(a):
    return quad(bell, a, np.inf, (a,))[0]


def below(a):
    return quad(lambda x: 1.0 / (1.0 + a * x * x), -np.inf, 0.5)[0]


def everywhere(a):
    value, error = quad(bell, -math.inf, math.inf, args=a, epsabs=1e-12)
    return value if error < 1e-6 else a


def of_nothing(a):
    return quad(bell, a, a, args=(a,))[0]


def as_far_as_given(a, end):
    return quad(bell, 0.0, end, args=(a,))[0]


CASES = {
    f.__name__: (f, *arguments)
    for f, *arguments in (
        (of_an_end, 1.3, 2.0),
        (backwards, 1.3),
        (above, 0.7),
        (below, 1.3),
        (everywhere, 0.7),
        (of_nothing, 0.7),
    )
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_right(name):
    tolerance = 1e-3 if name == "backwards" else 1e-6  # its kinks move
    check_plain(*CASES[name], second=False, exact=1e-9, tolerance=tolerance)


def test_an_end_may_turn_out_to_be_infinite():
    slope = s2sad.grad(as_far_as_given, jit=False)
    expected = -0.25 * math.sqrt(math.pi) * 1.3**-1.5
    assert slope(1.3, math.inf) == pytest.approx(expected, rel=1e-8)


def test_it_compiles():
    assert s2sad.grad(of_an_end)(1.3, 2.0) == pytest.approx(
        s2sad.grad(of_an_end, jit=False)(1.3, 2.0), rel=1e-12
    )


def test_a_singular_integrand_is_refused_when_it_is_met():
    def singular(a):
        return quad(lambda x: a / math.sqrt(x), 0.0, 1.0)[0]

    with pytest.raises(NotImplementedError, match="not smooth enough"):
        s2sad.grad(singular, jit=False)(1.0)


def test_other_arguments_are_refused():
    def with_points(a):
        return quad(bell, 0.0, 1.0, args=(a,), points=(0.5,))[0]

    with pytest.raises(s2sad.RefusalError, match="points"):
        s2sad.grad(with_points, jit=False)(1.0)
