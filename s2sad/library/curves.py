"""Curves through points: broken lines and polynomials."""

import numpy as np

from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import as_array
from s2sad.library.inverses import as_floats
from s2sad.library.least_squares import least_squares


@defines("numpy.interp")
def interp(x, xp, fp, left=None, right=None, period=None):
    """The broken line through the points (xp, fp) at x.

    At a point its slope is that on the right of it, and 0 at the last one.
    """
    if period is not None:
        refused("interp with a period is not supported", "x % period")
    if len(xp) != len(fp) or len(xp) == 0:
        raise ValueError("xp and fp of interp have different lengths, or none")
    if x.ndim > 0:
        heights = np.empty(x.shape)
        for i in range(len(x)):
            heights[i] = interp(x[i], xp, fp, left, right)
        return heights
    last = len(xp) - 1
    if x < xp[0]:
        height = fp[0] if left is None else left
    elif x > xp[last]:
        height = fp[last] if right is None else right
    elif x == xp[last]:
        height = fp[last]
    else:
        i = interval(x, xp)
        slope = (fp[i + 1] - fp[i]) / (xp[i + 1] - xp[i])
        height = fp[i] + slope * (x - xp[i])
    return 1.0 * height


def interval(x, xp):
    """The number of the last one of increasing numbers that is not above x."""
    low, high = 0, len(xp) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if x >= xp[middle]:
            low = middle
        else:
            high = middle
    return low


@defines("numpy.polyval")
@of_complex
def polyval(p, x):
    """A polynomial at x, its highest coefficient first."""
    p, x = as_floats(p), as_floats(x)
    if x.ndim > 0:
        values = np.empty(x.shape, x.dtype if x.dtype == p.dtype else np.float64)
        for i in range(len(x)):
            values[i] = polyval(p, x[i])
        return values
    value = 0.0
    for k in range(len(p)):
        value = value * x + p[k]
    return value


@defines("numpy.polynomial.chebyshev.chebval")
def chebval(x, c, tensor=True):
    """The sum of Chebyshev's polynomials, by Clenshaw's rule, the lowest first."""
    x, c = as_array(x), as_floats(as_array(c))
    if c.ndim != 1:
        refused(
            "coefficients that are no vector are not supported", "one after another"
        )
    one = 1.0 if x.ndim == 0 else np.ones(x.shape)
    last = c[len(c) - 1] * one
    if len(c) == 1:
        return last
    first = c[len(c) - 2] * one
    for k in range(len(c) - 3, -1, -1):
        first, last = c[k] - last, first + 2.0 * x * last
    return first + x * last


@defines("numpy.polyder")
@of_complex
def polyder(p, m=1):
    """The coefficients of the derivative of a polynomial, the highest first."""
    p = as_floats(p)
    if m == 0:
        return p
    degree = len(p) - 1
    derived = np.empty(max(degree, 0), p.dtype)
    for k in range(degree):
        derived[k] = (degree - k) * p[k]
    if m == 1:
        return derived
    return polyder(derived, m - 1)


@defines("numpy.polyint")
@of_complex
def polyint(p, m=1, k=None):
    """The coefficients of an integral of a polynomial, the highest first."""
    p = as_floats(p)
    if m == 0:
        return p
    if m > 1 and k is not None:
        refused("constants of several integrals are not supported", "m=1")
    integral = np.empty(len(p) + 1, p.dtype)
    for i in range(len(p)):
        integral[i] = p[i] / (len(p) - i)
    integral[len(p)] = 0.0 if k is None else k
    if m == 1:
        return integral
    return polyint(integral, m - 1)


@defines("numpy.polyfit")
def polyfit(x, y, deg):
    """The polynomial of a degree that is closest to points, as polyval takes it."""
    powers = np.empty((len(x), deg + 1))
    for i in range(len(x)):
        powers[i, deg] = 1.0
        for k in range(deg - 1, -1, -1):
            powers[i, k] = x[i] * powers[i, k + 1]
    scale = np.sqrt(np.sum(powers * powers, axis=0))
    wide = y if y.ndim == 2 else y[:, None]
    found = least_squares(powers / scale, wide, len(x) * 2.0**-52)
    if y.ndim == 1:
        return found[:, 0] / scale
    return found / scale[:, None]
