"""Splines of FITPACK: piecewise polynomials given by knots and coefficients.

De Boor, A Practical Guide to Splines (1978): the recurrence X (9), and the derivative
of a spline X (15).
"""

import math

import numpy as np

from s2sad.known.definitions import defines, elementwise, refused
from s2sad.library.inverses import as_floats


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
    return spline_at(x, t, c, k, knot_interval(x, t, k, len(t) - k - 1))


def slope_of_spline(t, c, k):
    """The derivative of a spline as (knots, coefficients, degree)."""
    count = len(t) - k - 2
    slopes = np.zeros(len(t) - 2)
    for i in range(count):
        width = t[i + k + 1] - t[i + 1]
        if width > 0.0:
            slopes[i] = k * (c[i + 1] - c[i]) / width
    return t[1 : len(t) - 1], slopes, k - 1


def knot_interval(x, t, low, high):
    """The place of the last one of some knots that is not above x."""
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
    i = knot_interval(x, tx, kx, rows)
    j = knot_interval(y, ty, ky, columns)
    d = np.zeros(rows)
    for r in range(i - kx, i + 1):
        d[r] = spline_at(y, ty, c[r * columns : (r + 1) * columns], ky, j)
    return spline_at(x, tx, d, kx, i)


@defines("scipy.interpolate.UnivariateSpline.__call__")
def smooth_curve(self, x, nu=0, ext=None):
    """A spline that SciPy has fitted, at x."""
    return splev(x, self._eval_args, nu, self.ext if ext is None else ext)


@defines("scipy.interpolate.BSpline.__call__")
def spline(self, x, nu=0, extrapolate=None):
    """A spline that is an object of SciPy, at x."""
    beyond = self.extrapolate if extrapolate is None else extrapolate
    if beyond == "periodic":
        refused("a spline that is periodic is not supported")
    tck = self.t, self.c, self.k
    if beyond:
        return splev(x, tck, nu)
    return within(
        splev(x, tck, nu), x, self.t[self.k], self.t[len(self.t) - self.k - 1]
    )


@elementwise
def within(value, x, low, high):
    """A value, or nan where x is out of bounds."""
    return value if low <= x <= high else math.nan


@defines("scipy.interpolate.PPoly.__call__")
def piecewise(self, x, nu=0, extrapolate=None):
    """The piecewise polynomial that is an object of SciPy, at x."""
    if not hasattr(self, "from_bernstein_basis"):
        refused("polynomials in Bernstein's basis are not supported", "PPoly")
    beyond = self.extrapolate if extrapolate is None else extrapolate
    if beyond == "periodic":
        refused("a periodic piecewise polynomial is not supported")
    if self.c.ndim > 2:
        refused("piecewise polynomials of arrays are not supported")
    value = polynomial_piece(as_floats(x), self.c, self.x, nu)
    if beyond:
        return value
    return within(value, x, self.x[0], self.x[len(self.x) - 1])


def polynomial_piece(x, c, places, nu):
    """A derivative of the polynomials between places, the highest power first."""
    if x.ndim > 0:
        values = np.empty(x.shape)
        for i in range(len(x)):
            values[i] = polynomial_piece(x[i], c, places, nu)
        return values
    if places[0] > places[len(places) - 1]:
        raise NotImplementedError("the places of a piecewise polynomial decrease")
    i = knot_interval(x, places, 0, len(places) - 1)
    value = 0.0
    if nu == 0:
        for j in range(len(c)):
            value = value * (x - places[i]) + c[j, i]
        return value
    for j in range(len(c) - nu):
        factor = 1.0
        for m in range(nu):
            factor *= len(c) - 1 - j - m
        value = value * (x - places[i]) + factor * c[j, i]
    return value


@defines("numpy.poly1d.__call__")
def polynomial(self, val):
    """A polynomial that is an object of NumPy, its highest coefficient first."""
    return np.polyval(self.coeffs, val)


@defines("numpy.polynomial.Polynomial.__call__")
def mapped_polynomial(self, arg):
    """A polynomial that is an object of NumPy, its lowest coefficient first."""
    if not hasattr(self, "_roots") or self._roots.__name__ != "polyroots":
        refused("of the polynomials of np.polynomial only Polynomial is supported")
    low, high = self.domain
    start, end = self.window
    share = (end - start) / (high - low)
    arg = as_floats(arg) * share + (start - share * low)
    return np.polyval(self.coef[::-1], arg)
