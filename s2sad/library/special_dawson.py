"""Dawson's integral, and the error function of an imaginary number.

NIST Digital Library of Mathematical Functions: 7.5.1 (by Faddeeva's function), 7.2.5.
"""

import math

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise
from s2sad.library.special_error import exp_square
from s2sad.library.special_faddeeva import faddeeva


def dawson(n: int, x):
    """The n-th derivative of Dawson's integral."""
    return 0.5 * math.sqrt(math.pi) * faddeeva(n, complex(x, 0.0)).imag


@rule_of(dawson)
def dawson_rule(n, x):
    z = dawson(n, x)
    z_dot = dawson(n + 1, x) * x_dot
    x_bar += dawson(n + 1, x) * z_bar


@defines("scipy.special.dawsn")
@elementwise
def dawsn(x):
    """Dawson's integral, exp(-x**2) times that of exp(t**2) from 0 to x."""
    return dawson(0, x)


@defines("scipy.special.erfi")
@elementwise
def erfi(x):
    """The error function of 1j * x, divided by 1j."""
    if abs(x) > 27.0:
        return math.copysign(math.inf, x)
    # In halves, as the whole power may overflow where the result does not.
    half = exp_square(0.5, x)
    return 2.0 / math.sqrt(math.pi) * dawson(0, x) * half * half


@rule_of(erfi)
def erfi_rule(x):
    z = erfi(x)
    z_dot = 2.0 / math.sqrt(math.pi) * exp_square(1.0, x) * x_dot
    x_bar += 2.0 / math.sqrt(math.pi) * exp_square(1.0, x) * z_bar
