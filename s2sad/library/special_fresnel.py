"""Fresnel's integrals of the sine and the cosine of pi / 2 * t**2.

NIST Digital Library of Mathematical Functions: power series 7.6.4 and 7.6.6, elsewhere
Faddeeva's function 7.5.8.
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise
from s2sad.library.special_exact import square_less_turns
from s2sad.library.special_faddeeva import faddeeva


def fresnel_near(x):
    """The integral of exp(1j * pi / 2 * t**2) from 0 to a small x, by its series."""
    turned = 0.5j * math.pi * x * x
    term = complex(x)
    total = term
    for k in range(1, 30):
        term *= turned / k
        total += term / (2.0 * k + 1.0)
    return total


def fresnel_both(x):
    """The integral of exp(1j * pi / 2 * t**2) from 0 to x."""
    size = abs(x)
    if size < 1.5:
        return fresnel_near(x)
    if size > 1e17:
        return complex(math.copysign(0.5, x), math.copysign(0.5, x))
    turn = np.exp(0.5j * math.pi * square_less_turns(x))
    rest = turn * faddeeva(0, 0.5 * math.sqrt(math.pi) * complex(size, size))
    value = (0.5 + 0.5j) * (1.0 - rest)
    return value if x > 0.0 else -value


@elementwise
def fresnel_sine(x):
    """The integral of sin(pi / 2 * t**2) from 0 to x."""
    return fresnel_both(x).imag


@rule_of(fresnel_sine)
def fresnel_sine_rule(x):
    z = fresnel_sine(x)
    z_dot = math.sin(0.5 * math.pi * square_less_turns(x)) * x_dot
    x_bar += math.sin(0.5 * math.pi * square_less_turns(x)) * z_bar


@elementwise
def fresnel_cosine(x):
    """The integral of cos(pi / 2 * t**2) from 0 to x."""
    return fresnel_both(x).real


@rule_of(fresnel_cosine)
def fresnel_cosine_rule(x):
    z = fresnel_cosine(x)
    z_dot = math.cos(0.5 * math.pi * square_less_turns(x)) * x_dot
    x_bar += math.cos(0.5 * math.pi * square_less_turns(x)) * z_bar


@defines("scipy.special.fresnel")
def fresnel(z):
    """Fresnel's integrals of a real number, that of the sine first."""
    return fresnel_sine(z), fresnel_cosine(z)
