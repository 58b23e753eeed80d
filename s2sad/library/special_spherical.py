"""Spherical Bessel functions of the first kind, and sinc.

NIST Digital Library of Mathematical Functions: 10.49.3 (order 0), 10.51.1 (recurrence),
10.53.1 (power series), 10.51.2 (derivative); backwards as Miller did it (3.6.2).
"""

import math

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise


def spherical_series(n, x):
    """The spherical Bessel function by its power series, for small x."""
    term = 1.0
    for k in range(1, n + 1):
        term *= x / (2.0 * k + 1.0)
    total = term
    for k in range(1, 30):
        term *= -0.5 * x * x / (k * (2.0 * (n + k) + 1.0))
        total += term
    return total


def spherical_backward(n, x):
    """The spherical Bessel function by the recurrence from high orders down."""
    high = max(n, int(x))
    above = 0.0
    here = 1e-200
    found = 0.0
    for k in range(high + 16 + int(math.sqrt(40.0 * high)), 0, -1):
        below = (2.0 * k + 1.0) / x * here - above
        above = here
        here = below
        if k - 1 == n:
            found = here
        if abs(here) > 1e150:
            above *= 1e-250
            here *= 1e-250
            found *= 1e-250
    zero = math.sin(x) / x
    one = (zero - math.cos(x)) / x
    return found / here * zero if abs(zero) > abs(one) else found / above * one


@defines("scipy.special.spherical_jn")
def spherical(n: int, z, derivative=False):
    """The spherical Bessel function of the first kind, or its derivative."""
    return spherical_slope(n, z) if derivative else spherical_jn(n, z)


@elementwise
def spherical_jn(n: int, x):
    """The spherical Bessel function of the first kind of an integer order."""
    size = abs(x)
    sign = -1.0 if n % 2 == 1 and x < 0.0 else 1.0
    if not size < math.inf:
        return 1.0 / size
    if size * size <= 2.0 * n + 3.0:
        return sign * spherical_series(n, size)
    if n >= size:
        return sign * spherical_backward(n, size)
    before = math.sin(size) / size
    if n == 0:
        return before
    here = (before - math.cos(size)) / size
    for k in range(1, n):
        after = (2.0 * k + 1.0) / size * here - before
        before = here
        here = after
    return sign * here


@rule_of(spherical_jn)
def spherical_jn_rule(n, x):
    z = spherical_jn(n, x)
    z_dot = spherical_slope(n, x) * x_dot
    x_bar += spherical_slope(n, x) * z_bar


@elementwise
def spherical_slope(n: int, x):
    """The derivative of the spherical Bessel function."""
    if n == 0:
        return -spherical_jn(1, x)
    below = n * spherical_jn(n - 1, x)
    return (below - (n + 1) * spherical_jn(n + 1, x)) / (2 * n + 1)


@defines("numpy.sinc")
@elementwise
def sinc(x):
    """sin(pi * x) / (pi * x), which is 1 at 0."""
    return math.sin(math.pi * x) / (math.pi * x) if x != 0.0 else 1.0


@rule_of(sinc)
def sinc_rule(x):
    z = sinc(x)
    z_dot = -math.pi * spherical_jn(1, math.pi * x) * x_dot
    x_bar -= math.pi * spherical_jn(1, math.pi * x) * z_bar
