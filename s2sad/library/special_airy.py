"""Airy's functions of a real number, and their slopes.

NIST Digital Library of Mathematical Functions: the series 9.4; elsewhere the integral
9.5.7 as a sum over even steps, which is exact to all digits; by 9.2.11 Ai of complex
numbers gives Bi, and both functions below 0.
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise
from s2sad.library.special_exact import three_halves_power


def airy_near(x):
    """Ai, its slope, Bi and its slope by their series at 0."""
    even, odd = 1.0, x
    ai, bi, ai_slope, bi_slope = 1.0, x, 0.0, 1.0
    for k in range(3, 130, 3):
        ai_slope += even * x * x / (k - 1.0)
        bi_slope += odd * x * x / k
        even *= x * x * x / (k * (k - 1.0))
        odd *= x * x * x / (k * (k + 1.0))
        ai += even
        bi += odd
    at_0, slope_at_0 = 0.3550280538878172, 0.2588194037928068
    first, second = at_0 * ai, slope_at_0 * bi
    first_slope, second_slope = at_0 * ai_slope, slope_at_0 * bi_slope
    root = math.sqrt(3.0)
    return (
        first - second,
        first_slope - second_slope,
        root * (first + second),
        root * (first_slope + second_slope),
    )


def airy_sums(root, step):
    """Ai and its slope at root**2, both times exp(2 / 3 * root**3), far from 0."""
    step /= math.sqrt(root.real)
    ratio = np.exp(-root * (step * step))
    square = ratio * ratio
    power = 1.0 + 0j
    total = 0.5 + 0j
    moment = 0j
    # exp(-root * t**2) goes on by ratios that go on by one, until it is nothing.
    for k in range(1, 50):
        t = k * step
        power *= ratio
        ratio *= square
        term = power * math.cos(t * t * t / 3.0)
        total += term
        moment += t * t * term
        if root.real * (t * t) > 40.0:
            break
    total *= step / math.pi
    moment *= step / math.pi
    return total, -root * total - 0.5 / root * moment


def airy_below(x):
    """Ai, its slope, Bi and its slope at -x, for x > 2.5, where they oscillate."""
    if x > 1e9:
        return math.nan, math.nan, math.nan, math.nan
    value, slope = airy_sums(math.sqrt(x) * np.exp(1j * math.pi / 6.0), 0.2)
    first, rest = three_halves_power(x)
    turn = 2.0 * np.exp(-1j * first) * np.exp(-1j * rest)
    value *= turn * np.exp(1j * math.pi / 3.0)
    slope *= turn * np.exp(-1j * math.pi / 3.0)
    return value.real, slope.real, value.imag, slope.imag


def airy_above(x):
    """Ai and its slope, for x > 1.4."""
    if x > 200.0:
        return 0.0, -0.0
    value, slope = airy_sums(complex(math.sqrt(x)), 0.2)
    first, rest = three_halves_power(x)
    size = math.exp(-first) * math.exp(-rest)
    return size * value.real, size * slope.real


def airy_growing(x):
    """Bi and its slope, for x > 7."""
    if x > 104.5:
        return math.inf, math.inf
    value, slope = airy_sums(math.sqrt(x) * np.exp(-1j * math.pi / 3.0), 0.13)
    first, rest = three_halves_power(x)
    # In halves, as the power may overflow where the result does not.
    size = math.exp(0.5 * first)
    value *= 2.0 * np.exp(rest + 1j * math.pi / 3.0)
    slope *= 2.0 * np.exp(rest - 1j * math.pi / 3.0)
    return size * value.imag * size, size * slope.imag * size


def airy_falling(x):
    """Ai and its slope, which fall from 0 on."""
    if x > 1.4:
        value, slope = airy_above(x)
    elif x < -2.5:
        value, slope, _, _ = airy_below(-x)
    else:
        value, slope, _, _ = airy_near(x)
    return value, slope


def airy_rising(x):
    """Bi and its slope, which rise from 0 on."""
    if x > 7.0:
        value, slope = airy_growing(x)
    elif x < -2.5:
        _, _, value, slope = airy_below(-x)
    else:
        _, _, value, slope = airy_near(x)
    return value, slope


@elementwise
def airy_ai(x):
    """Airy's function Ai."""
    return airy_falling(x)[0]


@elementwise
def airy_ai_slope(x):
    """The derivative of Ai."""
    return airy_falling(x)[1]


@elementwise
def airy_bi(x):
    """Airy's function Bi."""
    return airy_rising(x)[0]


@elementwise
def airy_bi_slope(x):
    """The derivative of Bi."""
    return airy_rising(x)[1]


@rule_of(airy_ai)
def airy_ai_rule(x):
    z = airy_ai(x)
    z_dot = airy_ai_slope(x) * x_dot
    x_bar += airy_ai_slope(x) * z_bar


@rule_of(airy_ai_slope)
def airy_ai_slope_rule(x):
    z = airy_ai_slope(x)
    z_dot = x * airy_ai(x) * x_dot
    x_bar += x * airy_ai(x) * z_bar


@rule_of(airy_bi)
def airy_bi_rule(x):
    z = airy_bi(x)
    z_dot = airy_bi_slope(x) * x_dot
    x_bar += airy_bi_slope(x) * z_bar


@rule_of(airy_bi_slope)
def airy_bi_slope_rule(x):
    z = airy_bi_slope(x)
    z_dot = x * airy_bi(x) * x_dot
    x_bar += x * airy_bi(x) * z_bar


@defines("scipy.special.airy")
def airy(z):
    """Ai, its derivative, Bi and its derivative, of a real number."""
    return airy_ai(z), airy_ai_slope(z), airy_bi(z), airy_bi_slope(z)
