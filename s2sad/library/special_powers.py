"""Exponentials, logarithms and powers that scipy.special has, and (exp(x) - 1) / x.

The functions phi are those of Hochbruck and Ostermann, Exponential integrators (2010),
equations 2.10: phi_0 is exp, and x * phi_n+1(x) = phi_n(x) - 1 / n!.
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise


@defines("scipy.special.expm1")
def expm1(x):
    """exp(x) - 1."""
    return np.expm1(x)


@defines("scipy.special.log1p")
def log1p(x):
    """log(1 + x)."""
    return np.log1p(x)


@defines("scipy.special.exp2")
def exp2(x):
    """2 to the power of x."""
    return np.exp2(x)


@defines("scipy.special.exp10")
def exp10(x):
    """10 to the power of x."""
    return 10.0**x


@defines("scipy.special.cbrt")
def cbrt(x):
    """The cube root."""
    return np.cbrt(x)


@defines("scipy.special.cosm1")
@elementwise
def cosm1(x):
    """cos(x) - 1."""
    return -2.0 * math.sin(0.5 * x) ** 2


def phi(n, x):
    """The sum of x**k / (k + n)! over k = 0, 1, 2, ..."""
    if abs(x) < 2.0:
        factor = 1.0
        for k in range(2, n + 1):
            factor /= k
        total = factor
        for k in range(1, 30):
            factor *= x / (k + n)
            total += factor
        return total
    value = math.exp(x)
    factor = 1.0
    for k in range(n):
        value = (value - factor) / x
        factor /= k + 1.0
    return value


@rule_of(phi)
def phi_rule(n, x):
    z = phi(n, x)
    z_dot = (z - n * phi(n + 1, x)) * x_dot
    x_bar += (z - n * phi(n + 1, x)) * z_bar


@defines("scipy.special.exprel")
@elementwise
def exprel(x):
    """(exp(x) - 1) / x."""
    if abs(x) == math.inf:
        return max(0.0, x)
    return phi(1, x)
