"""Bessel functions of integer order, and spherical ones.

NIST Digital Library of Mathematical Functions, chapter 10: power series 10.2.2 and
10.8.1, Hankel's expansions 10.17, recurrences 10.6.1 and 10.51.1, backwards as Miller
did it (3.6.2) with the sum 10.12.4, Neumann's expansion of Y0 (10.23.15 at order 0).
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise


def hankel_sums(n, x):
    """The two sums of Hankel's expansion of order n, for x > 25."""
    even = 1.0
    odd = 0.0
    term = 1.0
    for k in range(1, 40):
        term *= (4.0 * n * n - (2.0 * k - 1.0) ** 2) / (8.0 * k * x)
        sign = 1.0 if k % 4 < 2 else -1.0
        if k % 2 == 0:
            even += sign * term
        else:
            odd += sign * term
        if abs(term) < 1e-18:
            break
    return even, odd


def bessel_far(n, x):
    """J and Y of order n, 0 or 1, for x > 25."""
    even, odd = hankel_sums(n, x)
    size = 1.0 / math.sqrt(math.pi * x)
    sine = math.sin(x)
    cosine = math.cos(x)
    if n == 0:
        a = size * (cosine + sine)
        b = size * (sine - cosine)
    else:
        a = size * (sine - cosine)
        b = -size * (sine + cosine)
    return a * even - b * odd, b * even + a * odd


def jv_series(n, x):
    """J of order n >= 0 by its power series, for small x."""
    term = 1.0
    for k in range(1, n + 1):
        term *= 0.5 * x / k
    total = term
    for k in range(1, 40):
        term *= -0.25 * x * x / (k * (n + k))
        total += term
    return total


def jv_backward(n, x):
    """J of order n >= 0 by the recurrence from high orders down."""
    high = max(n, int(x))
    above = 0.0
    here = 1e-200
    total = 0.0
    found = 0.0
    for k in range(2 * ((high + 16 + int(math.sqrt(40.0 * high))) // 2), 0, -1):
        below = 2.0 * k / x * here - above
        above = here
        here = below
        if k - 1 == n:
            found = here
        if k % 2 == 1:
            total += here if k == 1 else 2.0 * here
        if abs(here) > 1e150:
            above *= 1e-250
            here *= 1e-250
            total *= 1e-250
            found *= 1e-250
    return found / total


@defines("scipy.special.jv")
@elementwise
def jv(n: int, x):
    """The Bessel function of the first kind of an integer order."""
    order = abs(n)
    size = abs(x)
    sign = -1.0 if order % 2 == 1 and (n < 0) != (x < 0.0) else 1.0
    if not size < math.inf:
        return 1.0 / size
    if size * size <= 2.0 * (order + 1.0):
        return sign * jv_series(order, size)
    if size <= 25.0 or order >= size:
        return sign * jv_backward(order, size)
    before = bessel_far(0, size)[0]
    here = bessel_far(1, size)[0]
    for k in range(1, order):
        after = 2.0 * k / size * here - before
        before = here
        here = after
    return before if order == 0 else sign * here


@rule_of(jv)
def jv_rule(n, x):
    z = jv(n, x)
    z_dot = 0.5 * (jv(n - 1, x) - jv(n + 1, x)) * x_dot
    x_bar += 0.5 * (jv(n - 1, x) - jv(n + 1, x)) * z_bar


@defines("scipy.special.j0")
@elementwise
def j0(x):
    """The Bessel function of the first kind of order 0."""
    return jv(0, x)


@defines("scipy.special.j1")
@elementwise
def j1(x):
    """The Bessel function of the first kind of order 1."""
    return jv(1, x)


def yv_series(x):
    """Y of orders 0 and 1 by their power series, for x <= 2."""
    w = -0.25 * x * x
    logarithm = math.log(0.5 * x) + np.euler_gamma
    harmonic = 0.0
    term = 1.0
    zero = logarithm
    one = 2.0 * logarithm - 1.0
    for k in range(1, 25):
        term *= w / (k * k)
        harmonic += 1.0 / k
        zero += term * (logarithm - harmonic)
        one += term / (k + 1.0) * (2.0 * (logarithm - harmonic) - 1.0 / (k + 1.0))
    return 2.0 / math.pi * zero, (0.5 * x * one - 2.0 / x) / math.pi


def yv_backward(x):
    """Y of orders 0 and 1 by sums of J of all orders, for 2 < x <= 25."""
    above = 0.0
    here = 1e-200
    total = 0.0
    zero = 0.0
    one = 0.0
    for k in range(2 * ((int(x) + 16 + int(math.sqrt(40.0 * x))) // 2), 0, -1):
        below = 2.0 * k / x * here - above
        if k % 2 == 0:
            half = k // 2
            sign = 1.0 if half % 2 == 0 else -1.0
            total += 2.0 * here
            zero -= 2.0 * sign / half * here
            one += sign / half * (below - above)
        above = here
        here = below
    total += here
    logarithm = math.log(0.5 * x) + np.euler_gamma
    zero = 2.0 / math.pi * (logarithm * here + zero) / total
    one = 2.0 / math.pi * (logarithm * above - here / x + one) / total
    return zero, one


@defines("scipy.special.yn", "scipy.special.yv")
@elementwise
def yn(n: int, x):
    """The Bessel function of the second kind of an integer order."""
    if not x > 0.0:
        return -math.inf if x == 0.0 else math.nan
    if x == math.inf:
        return 0.0
    if x <= 2.0:
        before, here = yv_series(x)
    elif x <= 25.0:
        before, here = yv_backward(x)
    else:
        before = bessel_far(0, x)[1]
        here = bessel_far(1, x)[1]
    if n == 0:
        return before
    for k in range(1, abs(n)):
        after = 2.0 * k / x * here - before
        before = here
        here = after
        if here == -math.inf:
            break
    return -here if n < 0 and n % 2 == 1 else here


@rule_of(yn)
def yn_rule(n, x):
    z = yn(n, x)
    z_dot = 0.5 * (yn(n - 1, x) - yn(n + 1, x)) * x_dot
    x_bar += 0.5 * (yn(n - 1, x) - yn(n + 1, x)) * z_bar


@defines("scipy.special.y0")
@elementwise
def y0(x):
    """The Bessel function of the second kind of order 0."""
    return yn(0, x)


@defines("scipy.special.y1")
@elementwise
def y1(x):
    """The Bessel function of the second kind of order 1."""
    return yn(1, x)
