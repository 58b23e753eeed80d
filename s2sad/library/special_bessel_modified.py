"""Modified Bessel functions of integer order, as they are and scaled.

NIST Digital Library of Mathematical Functions, chapter 10: power series 10.25.2 and
10.31.2, expansions for large arguments 10.40.1, recurrences 10.29.1, backwards as
Miller did it (3.6.2) with the sum 10.35.5, the Wronskian 10.28.2, and the integral
10.32.9 by the trapezoidal rule, which converges fast for it (3.5.17).
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise


def iv_series(n, x):
    """I of order n >= 0 by its power series."""
    term = 1.0
    for k in range(1, n + 1):
        term *= 0.5 * x / k
    total = term
    for k in range(1, 60):
        term *= 0.25 * x * x / (k * (n + k))
        total += term
    return total


def iv_far(n, x):
    """exp(-x) times I of order n >= 0 for x > 40 and x > 2 * n**2."""
    term = 1.0
    total = 1.0
    for k in range(1, 60):
        term *= ((2.0 * k - 1.0) ** 2 - 4.0 * n * n) / (8.0 * k * x)
        total += term
        if abs(term) < 1e-18:
            break
    return total / math.sqrt(2.0 * math.pi * x)


def iv_backward(n, x):
    """exp(-x) times I of order n >= 0 by the recurrence from high orders down."""
    above = 0.0
    here = 1e-200
    total = 0.0
    found = 0.0
    for k in range(n + 20 + int(9.0 * math.sqrt(x)), 0, -1):
        below = 2.0 * k / x * here + above
        above = here
        here = below
        total += here if k == 1 else 2.0 * here
        if k - 1 == n:
            found = here
        if here > 1e150:
            above *= 1e-250
            here *= 1e-250
            total *= 1e-250
            found *= 1e-250
    return found / total


@defines("scipy.special.ive")
@elementwise
def ive(n: int, x):
    """exp(-abs(x)) times the modified Bessel function of the first kind."""
    order = abs(n)
    size = abs(x)
    sign = -1.0 if order % 2 == 1 and x < 0.0 else 1.0
    if not size < math.inf:
        return sign / size
    if size <= 8.0:
        return sign * math.exp(-size) * iv_series(order, size)
    if size > max(40.0, 2.0 * order * order):
        return sign * iv_far(order, size)
    return sign * iv_backward(order, size)


@rule_of(ive)
def ive_rule(n, x):
    z = ive(n, x)
    z_dot = (0.5 * (ive(n - 1, x) + ive(n + 1, x)) - np.sign(x) * z) * x_dot
    x_bar += (0.5 * (ive(n - 1, x) + ive(n + 1, x)) - np.sign(x) * z) * z_bar


@defines("scipy.special.iv")
@elementwise
def iv(n: int, x):
    """The modified Bessel function of the first kind of an integer order."""
    if abs(x) == math.inf:
        return math.inf if x > 0.0 or n % 2 == 0 else -math.inf
    half = math.exp(0.5 * abs(x))
    return half * ive(n, x) * half


@rule_of(iv)
def iv_rule(n, x):
    z = iv(n, x)
    z_dot = 0.5 * (iv(n - 1, x) + iv(n + 1, x)) * x_dot
    x_bar += 0.5 * (iv(n - 1, x) + iv(n + 1, x)) * z_bar


@defines("scipy.special.i0", "numpy.i0")
@elementwise
def i0(x):
    """The modified Bessel function of the first kind of order 0."""
    return iv(0, x)


@defines("scipy.special.i1")
@elementwise
def i1(x):
    """The modified Bessel function of the first kind of order 1."""
    return iv(1, x)


@defines("scipy.special.i0e")
@elementwise
def i0e(x):
    """exp(-abs(x)) times the modified Bessel function of order 0."""
    return ive(0, x)


@defines("scipy.special.i1e")
@elementwise
def i1e(x):
    """exp(-abs(x)) times the modified Bessel function of order 1."""
    return ive(1, x)


def kv_near(x):
    """exp(x) times K of orders 0 and 1, for x <= 2."""
    logarithm = math.log(0.5 * x) + np.euler_gamma
    term = 1.0
    harmonic = 0.0
    total = -logarithm
    for k in range(1, 25):
        term *= 0.25 * x * x / (k * k)
        harmonic += 1.0 / k
        total += term * (harmonic - logarithm)
    one = (1.0 / x - iv_series(1, x) * total) / iv_series(0, x)
    return math.exp(x) * total, math.exp(x) * one


def kv_far(x):
    """exp(x) times K of orders 0 and 1, for x > 2."""
    step = min(0.25, 0.5 / math.sqrt(x))
    zero = 0.5
    one = 0.5
    for k in range(1, 60):
        square = 2.0 * math.sinh(0.5 * k * step) ** 2
        if x * square > 45.0:
            break
        part = math.exp(-x * square)
        zero += part
        one += part * (1.0 + square)
    return step * zero, step * one


@defines("scipy.special.kve")
@elementwise
def kve(n: int, x):
    """exp(x) times the modified Bessel function of the second kind."""
    if not x > 0.0:
        return math.inf if x == 0.0 else math.nan
    before, here = kv_near(x) if x <= 2.0 else kv_far(x)
    if n == 0:
        return before
    for k in range(1, abs(n)):
        after = 2.0 * k / x * here + before
        before = here
        here = after
    return here


@rule_of(kve)
def kve_rule(n, x):
    z = kve(n, x)
    z_dot = (z - 0.5 * (kve(n - 1, x) + kve(n + 1, x))) * x_dot
    x_bar += (z - 0.5 * (kve(n - 1, x) + kve(n + 1, x))) * z_bar


@defines("scipy.special.kn", "scipy.special.kv")
@elementwise
def kn(n: int, x):
    """The modified Bessel function of the second kind of an integer order."""
    return math.exp(-x) * kve(n, x) if x < math.inf else 1.0 / x


@rule_of(kn)
def kn_rule(n, x):
    z = kn(n, x)
    z_dot = -0.5 * (kn(n - 1, x) + kn(n + 1, x)) * x_dot
    x_bar -= 0.5 * (kn(n - 1, x) + kn(n + 1, x)) * z_bar


@defines("scipy.special.k0")
@elementwise
def k0(x):
    """The modified Bessel function of the second kind of order 0."""
    return kn(0, x)


@defines("scipy.special.k1")
@elementwise
def k1(x):
    """The modified Bessel function of the second kind of order 1."""
    return kn(1, x)


@defines("scipy.special.k0e")
@elementwise
def k0e(x):
    """exp(x) times the modified Bessel function of the second kind of order 0."""
    return kve(0, x)


@defines("scipy.special.k1e")
@elementwise
def k1e(x):
    """exp(x) times the modified Bessel function of the second kind of order 1."""
    return kve(1, x)
