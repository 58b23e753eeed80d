"""Squares and powers whose sines are asked for, without what rounding takes from them.

Dekker, A floating-point technique for extending the available precision (1971): a
number is split in halves, whose products have no more digits than a number has.
"""

import math

from s2sad.custom.decorators import rule_of


def high_half(x):
    """The first half of the digits of a number."""
    many = 134217729.0 * x
    return many - (many - x)


def square_less_turns(x):
    """x**2 less a multiple of 4."""
    if not abs(x) < 1e150:
        return math.nan
    high = high_half(x)
    low = x - high
    whole = math.fmod(high * high, 4.0) + math.fmod(2.0 * high * low, 4.0)
    return whole + math.fmod(low * low, 4.0)


@rule_of(square_less_turns)
def square_less_turns_rule(x):
    z = square_less_turns(x)
    z_dot = 2.0 * x * x_dot
    x_bar += 2.0 * x * z_bar


def three_halves_power(x):
    """2 / 3 * x**1.5 of a positive number, as a sum of two."""
    root = math.sqrt(x)
    high = high_half(root)
    low = root - high
    missing = 0.5 * (x - high * high - 2.0 * high * low - low * low) / root
    whole = high_half(x)
    rest = whole * low + (x - whole) * root + x * missing
    whole *= high
    first = math.floor(32.0 / 3.0 * whole) / 16.0
    return first, (2.0 * whole - 3.0 * first + 2.0 * rest) / 3.0
