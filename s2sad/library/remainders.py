"""Quotients and remainders, and numbers taken apart."""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise


@defines("numpy.divmod", "builtins.divmod")
def divided(x1, x2):
    """The quotient, rounded down, and the remainder."""
    return x1 // x2, x1 % x2


@defines("numpy.modf", "math.modf")
def modf(x):
    """The part after the point, and the whole part."""
    whole = np.trunc(x)
    return x - whole, whole


@defines("numpy.fix")
def fix(x):
    """x rounded towards 0."""
    return np.trunc(x)


@defines("math.remainder")
@elementwise
def remainder(x, y):
    """x less the multiple of y that is nearest."""
    part = math.fmod(abs(x), abs(y))
    above = abs(y) - part
    is_odd = abs(math.fmod(np.trunc(abs(x) / abs(y)), 2.0)) == 1.0
    if part > above or (part == above and is_odd):
        part -= abs(y)
    return math.copysign(1.0, x) * part


@rule_of(remainder)
def remainder_rule(x, y):
    z = remainder(x, y)
    z_dot = x_dot - np.rint((x - z) / y) * y_dot
    x_bar += z_bar
    y_bar -= np.rint((x - z) / y) * z_bar


@defines("numpy.ldexp")
@elementwise
def ldexp(x1, x2: int):
    """x1 times 2 to the power of x2."""
    return math.ldexp(x1, int(x2))


@defines("numpy.float_power")
@elementwise
def float_power(x1, x2) -> float:
    """x1 to the power of x2, in double precision."""
    return x1**x2


@defines("math.isqrt")
@elementwise
def isqrt(n: int) -> int:
    """The whole part of the square root of an integer."""
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    root = int(math.sqrt(n))
    while root * root > n:
        root -= 1
    while (root + 1) * (root + 1) <= n:
        root += 1
    return root
