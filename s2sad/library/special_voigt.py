"""Voigt's profile: the normal distribution, widened by that of Cauchy.

NIST Digital Library of Mathematical Functions 7.19: it is the real part of Faddeeva's
function. It is analytic in x + 1j * gamma, so that a slope by gamma is 1j times one by
x, and obeys the equation of heat: a slope by sigma is sigma times a second one by x.
Both are those from above where sigma or gamma is 0.
"""

import math

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise
from s2sad.library.special_faddeeva import faddeeva


def cauchy_slope(n, z):
    """The n-th derivative of 1j / (pi * z)."""
    value = 1j / math.pi / z
    for k in range(n):
        value *= -(k + 1.0) / z
    return value


def voigt_slope(n: int, turns: int, x, sigma, gamma):
    """The n-th derivative of the profile by x, or as many of them by gamma as turns."""
    width = math.sqrt(2.0) * sigma
    size = abs(x) + abs(gamma)
    if size == math.inf and abs(sigma) < math.inf:
        return 0.0
    if size == 0.0 and width == 0.0:
        return math.inf if n == 0 else math.nan
    # Far out no trace of the normal distribution is left, but powers would overflow.
    if width == 0.0 or (size > 1e8 * abs(width) and gamma * sigma >= 0.0):
        value = cauchy_slope(n, complex(x, gamma))
    else:
        # The rounding of x / width costs (x / sigma)**2 units where gamma is nothing.
        value = faddeeva(n, complex(x / width, gamma / width))
        value *= 1.0 / math.sqrt(math.pi) / width
        for _ in range(n):
            value *= 1.0 / width
    part = value.real if turns % 2 == 0 else -value.imag
    return part if turns % 4 < 2 else -part


@rule_of(voigt_slope)
def voigt_slope_rule(n, turns, x, sigma, gamma):
    z = voigt_slope(n, turns, x, sigma, gamma)
    z_dot = (
        voigt_slope(n + 1, turns, x, sigma, gamma) * x_dot
        + sigma * voigt_slope(n + 2, turns, x, sigma, gamma) * sigma_dot
        + voigt_slope(n + 1, turns + 1, x, sigma, gamma) * gamma_dot
    )
    x_bar += voigt_slope(n + 1, turns, x, sigma, gamma) * z_bar
    sigma_bar += sigma * voigt_slope(n + 2, turns, x, sigma, gamma) * z_bar
    gamma_bar += voigt_slope(n + 1, turns + 1, x, sigma, gamma) * z_bar


@defines("scipy.special.voigt_profile")
@elementwise
def voigt_profile(x, sigma, gamma):
    """Voigt's profile of a normal sigma and of half a width gamma of Cauchy's."""
    return voigt_slope(0, 0, x, sigma, gamma)
