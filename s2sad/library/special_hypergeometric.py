"""Gauss's hypergeometric function, by its series.

NIST Digital Library of Mathematical Functions, 15.2.1; Pfaff's transformation 15.8.1
for negative arguments, and Gauss's sum 15.4.20 at 1.
"""

import math

from s2sad.known.definitions import defines, elementwise, refused
from s2sad.library.special_gamma import gamma


def hypergeometric_series(a, b, c, z):
    """The series in powers of z.

    Where a or b is 0, -1, -2 ... the terms are 0 from some place on, but not their
    derivatives: their size is what they would be if that factor were 1.
    """
    term = 1.0
    total = 1.0
    size = 1.0
    for n in range(200000):
        factor = z / ((c + n) * (n + 1.0))
        term *= (a + n) * (b + n) * factor
        total += term
        size *= abs(factor)
        if a + n != 0.0:
            size *= abs(a + n)
        if b + n != 0.0:
            size *= abs(b + n)
        if size <= 1e-17 * abs(total):
            break
    return total


def polynomial(a, b, c, z):
    """The series where it ends, for any z."""
    term = 1.0
    total = 1.0
    n = 0.0
    while term != 0.0:
        term *= (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z
        total += term
        n += 1.0
    return total


def is_ending(a):
    """Whether the series ends."""
    return a <= 0.0 and a == math.floor(a)


@defines("scipy.special.hyp2f1")
@elementwise
def hyp2f1(a, b, c, z):
    """Gauss's hypergeometric function of real arguments."""
    if z != z or a != a or b != b or c != c:
        return math.nan
    if is_ending(c):
        refused("hyp2f1 with c = 0, -1, -2 ... is not supported")
    if z > 0.9995 or z < -2000.0:
        if is_ending(a) or is_ending(b):
            return polynomial(a, b, c, z)
        if z != 1.0 or c - a - b <= 0.0:
            refused("hyp2f1 near 1, above, and below -2000 is not supported")
        return gamma(c) * gamma(c - a - b) / (gamma(c - a) * gamma(c - b))
    if z < -0.3:
        w = z / (z - 1.0)
        if is_ending(b):
            return (1.0 - z) ** -b * hypergeometric_series(b, c - a, c, w)
        return (1.0 - z) ** -a * hypergeometric_series(a, c - b, c, w)
    return hypergeometric_series(a, b, c, z)
