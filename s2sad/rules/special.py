"""Rules of the error and gamma functions, and the digamma function they need.

The formulas are those of the NIST Digital Library of Mathematical Functions: 7.2.1
(error functions), 5.2.2 (digamma) and, for its values, 5.5.2 (recurrence), 5.5.4
(reflection) and 5.11.2 (asymptotic series); Abramowitz & Stegun 7.1.1 and 6.3.
"""

import math

ANY = (-3.0, 3.0)
NO_POLE = ((-2.9, -2.1), (-1.9, -1.1), (-0.9, -0.1), (0.1, 8.0))


def erf(x: ANY):
    z = erf(x)
    z_dot = 2.0 / sqrt(pi) * exp(-x * x) * x_dot
    x_bar += 2.0 / sqrt(pi) * exp(-x * x) * z_bar


def erfc(x: ANY):
    z = erfc(x)
    z_dot = -2.0 / sqrt(pi) * exp(-x * x) * x_dot
    x_bar -= 2.0 / sqrt(pi) * exp(-x * x) * z_bar


def gamma(x: NO_POLE):
    z = gamma(x)
    z_dot = z * digamma(x) * x_dot
    x_bar += z * digamma(x) * z_bar


def lgamma(x: NO_POLE):
    z = lgamma(x)
    z_dot = digamma(x) * x_dot
    x_bar += digamma(x) * z_bar


def digamma(x):
    """The derivative of lgamma, written so that its own derivatives are good too."""
    total = 0.0
    y = x
    if y < 0.0:
        # reflection; y less the nearest pole is exact, and cos / sin, unlike 1 / tan,
        # differentiates without loss half-way between the poles
        angle = math.pi * (y - math.floor(y + 0.5))
        total -= math.pi * math.cos(angle) / math.sin(angle)
        y = 1.0 - y
    if y < 12.0:
        # recurrence, up to where the series holds 16 digits of three derivatives
        n = math.ceil(12.0 - y)
        for k in range(n):
            total -= 1.0 / (y + k)
        y += n
    w = 1.0 / (y * y)
    tail = 1.0 / 240.0 - w * (1.0 / 132.0 - w * (691.0 / 32760.0 - w / 12.0))
    series = w * (1.0 / 12.0 - w * (1.0 / 120.0 - w * (1.0 / 252.0 - w * tail)))
    return total + math.log(y) - 0.5 / y - series
