"""Exponential integrals, and the sine and cosine integrals.

NIST Digital Library of Mathematical Functions, chapter 6: power series 6.6.1 to 6.6.6,
continued fractions 6.9.1 (of a complex argument for sine and cosine integrals, 6.5.5),
asymptotic expansions 6.12.2.
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise


@defines("scipy.special.exp1")
@elementwise
def exp1(x):
    """The exponential integral E1 of a positive number."""
    if not x > 0.0:
        return math.inf if x == 0.0 else math.nan
    if x <= 1.0:
        term = -1.0
        total = 0.0
        for k in range(1, 25):
            term *= -x / k
            total += term / k
        return total - math.log(x) - np.euler_gamma
    below = x
    for k in range(40 + int(100.0 / x), 0, -1):
        below = x + k / (1.0 + k / below)
    return math.exp(-x) / below if x < math.inf else 0.0


@rule_of(exp1)
def exp1_rule(x):
    z = exp1(x)
    z_dot = -math.exp(-x) / x * x_dot
    x_bar -= math.exp(-x) / x * z_bar


@defines("scipy.special.expi")
@elementwise
def expi(x):
    """The exponential integral Ei."""
    if x < 0.0:
        return -exp1(-x)
    if x == 0.0:
        return -math.inf
    if not x < 1e300:
        return x
    if x > 40.0:
        term = 1.0
        total = 1.0
        for k in range(1, 60):
            term *= k / x
            total += term
            if term < 1e-17:
                break
        return math.exp(0.5 * x) * (total / x) * math.exp(0.5 * x)
    term = 1.0
    total = 0.0
    for k in range(1, 150):
        term *= x / k
        total += term / k
    return total + math.log(x) + np.euler_gamma


@rule_of(expi)
def expi_rule(x):
    z = expi(x)
    z_dot = math.exp(x) / x * x_dot
    x_bar += math.exp(x) / x * z_bar


def trigonometric_integrals(x):
    """The sine integral less pi / 2, and the cosine integral, for x > 4."""
    real = 1.0
    imaginary = x
    for k in range(90, 0, -1):
        size = k * k / (real * real + imaginary * imaginary)
        real = 2.0 * k - 1.0 - size * real
        imaginary = x + size * imaginary
    size = real * real + imaginary * imaginary
    sine = math.sin(x)
    cosine = math.cos(x)
    sine_part = -(cosine * imaginary + sine * real) / size
    cosine_part = -(cosine * real - sine * imaginary) / size
    return sine_part, cosine_part


@elementwise
def sine_integral(x):
    """The integral of sin(t) / t from 0 to x."""
    size = abs(x)
    if size > 4.0:
        if size == math.inf:
            return math.copysign(0.5 * math.pi, x)
        return math.copysign(0.5 * math.pi + trigonometric_integrals(size)[0], x)
    term = x
    total = x
    for k in range(3, 40, 2):
        term *= -x * x / (k * (k - 1.0))
        total += term / k
    return total


@rule_of(sine_integral)
def sine_integral_rule(x):
    z = sine_integral(x)
    z_dot = np.sinc(x / math.pi) * x_dot
    x_bar += np.sinc(x / math.pi) * z_bar


@elementwise
def cosine_integral(x):
    """The integral of cos(t) / t from infinity to x > 0."""
    if not x > 0.0:
        return -math.inf if x == 0.0 else math.nan
    if x > 4.0:
        return trigonometric_integrals(x)[1] if x < math.inf else 0.0
    term = 1.0
    total = math.log(x) + np.euler_gamma
    for k in range(2, 40, 2):
        term *= -x * x / (k * (k - 1.0))
        total += term / k
    return total


@rule_of(cosine_integral)
def cosine_integral_rule(x):
    z = cosine_integral(x)
    z_dot = math.cos(x) / x * x_dot
    x_bar += math.cos(x) / x * z_bar


@defines("scipy.special.sici")
def sici(x):
    """The sine and the cosine integral."""
    return sine_integral(x), cosine_integral(x)
