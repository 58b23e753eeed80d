"""Faddeeva's function w(z) = exp(-z**2) * erfc(-1j * z), and all its derivatives.

Al Azah and Chandler-Wilde, Computation of the complex error function using modified
trapezoidal rules (2021), after Chiarella and Reichel (1968): near 0 an integral of
exp(-t**2) / (z - t) is a sum over points that keep away from z, and what its pole
adds. NIST Digital Library of Mathematical Functions: elsewhere the continued fraction
of neighbouring derivatives 7.18.13, below the real axis 7.4.3, the recurrence 7.10.3.
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise, of_complex


def exp_minus_square(z):
    """exp(-z**2) in the first quadrant, the square in parts as exp_square has it."""
    # The first of two powers is the smaller one, so that it overflows only if both do.
    x = np.ceil(16.0 * z.real) / 16.0
    y = np.floor(16.0 * z.imag) / 16.0
    right, up = z.real - x, z.imag - y
    size = np.exp((y - x) * (y + x))
    size *= np.exp(up * (z.imag + y) - right * (z.real + x))
    turn = np.exp(-2j * (x * y)) * np.exp(-2j * (x * up + right * z.imag))
    # Of an infinite size a part that is 0 would be nan.
    return complex(size * turn.real, size * turn.imag if turn.imag != 0.0 else 0.0)


def gaussian_repeated(n, z):
    """The n-th derivative of exp(-z**2) in the first quadrant."""
    before = 0j
    here = exp_minus_square(z)
    for k in range(n):
        after = -2.0 * (z * here + k * before)
        before = here
        here = after
    return here


def faddeeva_near(z):
    """w(z) in the first quadrant by a sum and its pole, for imaginary parts up to 2.

    Points lie at whole or at half steps from 0, whichever are farther from z.
    """
    step = math.sqrt(math.pi / 14.0)
    place = z.real / step
    is_whole = 0.25 <= place - math.floor(place) <= 0.75
    total = 0.5 / (z * z) if is_whole else 0j
    for k in range(1, 14):
        t = (k if is_whole else k - 0.5) * step
        total += math.exp(-t * t) / ((z - t) * (z + t))
    turn = np.exp(2j * math.pi / step * z)
    pole = turn / (turn - 1.0 if is_whole else turn + 1.0)
    return 2j * step / math.pi * z * total + 2.0 * exp_minus_square(z) * pole


def faddeeva_far(n, z, more):
    """The n-th derivative of w in the first quadrant by a fraction, of more terms."""
    turned = complex(z.imag, -z.real)
    ratio = 0j
    value = complex(2.0 / math.sqrt(math.pi))
    for k in range(n + more, -1, -1):
        ratio = 0.5 / (turned + (k + 1.0) * ratio)
        if k <= n:
            value *= ratio * 2j * k if k > 0 else ratio
    # The fraction does not see what is all of the real part on the axis itself.
    if z.imag < 1.0 and z.real < 40.0:
        value += gaussian_repeated(n, z)
    return value


def faddeeva_quadrant(n, z):
    """The n-th derivative of w in the first quadrant."""
    # Next to the real axis more terms would have poles between z and 0.
    if z.real * z.real + z.imag * z.imag > 2.0 * n + 42.0:
        return faddeeva_far(n, z, 20)
    if z.imag > 2.0:
        return faddeeva_far(n, z, 20 + int(180.0 / (z.imag * z.imag)))
    # Upwards an error grows by (2 * abs(z)**2)**n / n! against what is sought at most.
    before = -1j / math.sqrt(math.pi)
    here = faddeeva_near(z)
    for k in range(n):
        after = -2.0 * (z * here + (k if k > 0 else 1.0) * before)
        before = here
        here = after
    return here


def faddeeva(n: int, z):
    """The n-th derivative of w."""
    x, y = abs(z.real), abs(z.imag)
    if not x + y < math.inf:
        if x != x or y != y:
            return complex(math.nan, math.nan)
        if z.imag > -math.inf:
            return 0j
        return complex(math.inf, 0.0) if x == 0.0 else complex(math.nan, math.nan)
    corner = complex(x, y)
    value = faddeeva_quadrant(n, corner)
    if z.imag < 0.0:
        gaussian = gaussian_repeated(n, corner)
        value = np.conj(gaussian + (gaussian - value))
    if z.real < 0.0:
        value = np.conj(value) if n % 2 == 0 else -np.conj(value)
    return value


@rule_of(faddeeva)
def faddeeva_rule(n, x):
    z = faddeeva(n, x)
    z_dot = faddeeva(n + 1, x) * x_dot
    x_bar += faddeeva(n + 1, x) * z_bar


@defines("scipy.special.wofz")
@of_complex
@elementwise
def wofz(z) -> complex:
    """Faddeeva's function of complex numbers."""
    return faddeeva(0, complex(z))
