"""Splines of FITPACK: piecewise polynomials given by knots and coefficients.

De Boor, A Practical Guide to Splines (1978): the recurrence X (9), and the derivative
of a spline X (15).
"""

import numpy as np

from s2sad.library.inverses import as_floats
from s2sad.specialise.definitions import defines, refused


@defines("scipy.interpolate.splev", "scipy.interpolate._fitpack_impl.splev")
def splev(x, tck, der=0, ext=0):
    """The spline (knots, coefficients, degree) at x, or a derivative of it."""
    if len(tck) != 3:
        refused("a spline that is not (knots, coefficients, degree)")
    t, c, k = tck
    t, c = as_floats(t), as_floats(c)
    if c.ndim > 1:
        refused("splev of several splines is not supported", "a call for each of them")
    if der > 0:
        if ext == 3:
            refused("a derivative of a spline that ends flat", "ext=0, 1 or 2")
        if der > k:
            raise ValueError("a spline has no derivative above its degree")
        if ext == 0:
            return splev(x, slope_of_spline(t, c, k), der - 1)
        return splev(x, slope_of_spline(t, c, k), der - 1, ext)
    x = as_floats(x)
    if x.ndim > 0:
        values = np.empty(x.shape)
        for i in range(len(x)):
            values[i] = splev(x[i], tck, der, ext)
        return values
    low, high = t[k], t[len(t) - k - 1]
    if ext == 2 and (x < low or x > high):
        raise ValueError("x is outside of the spline")
    if ext == 1 and (x < low or x > high):
        return 0.0 * x
    if ext == 3:
        x = min(max(x, low), high)
    return spline_at(x, t, c, k, knot_interval(x, t, k))


def slope_of_spline(t, c, k):
    """The derivative of a spline as (knots, coefficients, degree)."""
    count = len(t) - k - 2
    slopes = np.zeros(len(t) - 2)
    for i in range(count):
        width = t[i + k + 1] - t[i + 1]
        if width > 0.0:
            slopes[i] = k * (c[i + 1] - c[i]) / width
    return t[1 : len(t) - 1], slopes, k - 1


def knot_interval(x, t, k):
    """The place of the last inner knot that is not above x."""
    low, high = k, len(t) - k - 1
    while high - low > 1:
        middle = (low + high) // 2
        if x >= t[middle]:
            low = middle
        else:
            high = middle
    return low


def spline_at(x, t, c, k, i):
    """A spline of degree k at x, by the polynomial between the knots i and i + 1."""
    d = c[i - k : i + 1].copy()
    for r in range(1, k + 1):
        for j in range(k, r - 1, -1):
            left = t[i - k + j]
            share = (x - left) / (t[i + 1 + j - r] - left)
            d[j] = (1.0 - share) * d[j - 1] + share * d[j]
    return d[k]


@defines("scipy.interpolate.bisplev")
def bisplev(x, y, tck, dx=0, dy=0):
    """The spline surface (knots, knots, coefficients, degree, degree) at x and y."""
    if dx != 0 or dy != 0:
        refused("derivatives of a spline surface are not supported", "jvp of it")
    if len(tck) != 5:
        refused("a spline surface that is not (knots, knots, coefficients, kx, ky)")
    tx, ty, c, kx, ky = tck
    tx, ty, c = as_floats(tx), as_floats(ty), as_floats(c)
    x, y = as_floats(x), as_floats(y)
    if x.ndim == 0 and y.ndim == 0:
        return surface_at(x, y, tx, ty, c, kx, ky)
    if x.ndim == 0 or y.ndim == 0:
        refused("bisplev of a number and an array is not supported", "two arrays")
    if len(x) < 2:
        raise NotImplementedError("bisplev of an array of one number")
    heights = np.empty((len(x), len(y)))
    for i in range(len(x)):
        for j in range(len(y)):
            heights[i, j] = surface_at(x[i], y[j], tx, ty, c, kx, ky)
    return heights


def surface_at(x, y, tx, ty, c, kx, ky):
    """A spline surface at a place, or at the nearest place of its rectangle."""
    rows, columns = len(tx) - kx - 1, len(ty) - ky - 1
    x = min(max(x, tx[kx]), tx[rows])
    y = min(max(y, ty[ky]), ty[columns])
    i, j = knot_interval(x, tx, kx), knot_interval(y, ty, ky)
    d = np.zeros(rows)
    for r in range(i - kx, i + 1):
        d[r] = spline_at(y, ty, c[r * columns : (r + 1) * columns], ky, j)
    return spline_at(x, tx, d, kx, i)
