"""Numbers kept in bounds, and steps."""

import math

import numpy as np

from s2sad.known.definitions import defines, elementwise, refused
from s2sad.library.axes import like


@defines("numpy.clip")
@elementwise
def clip(a, a_min=None, a_max=None, min=None, max=None) -> "same":
    """a, or the bound that it is beyond."""
    return bounded(a, min if a_min is None else a_min, max if a_max is None else a_max)


@defines("ndarray.clip")
@elementwise
def clipped(a, min=None, max=None) -> "same":
    """a, or the bound that it is beyond."""
    return bounded(a, min, max)


def bounded(a, lower, upper):
    """a, or the bound that it is beyond."""
    if lower is not None:
        if a < lower or lower != lower:
            a = lower
    if upper is not None:
        if a > upper or upper != upper:
            a = upper
    return a


@defines("numpy.heaviside")
@elementwise
def heaviside(x1, x2):
    """0 below 0, 1 above, and x2 at 0."""
    if x1 == 0.0:
        return x2
    return 1.0 if x1 > 0.0 else 0.0 if x1 < 0.0 else math.nan


@defines("numpy.nan_to_num")
def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """x with finite numbers for nan and the infinities."""
    if not copy:
        refused("nan_to_num that writes into its argument", "x[:] = np.nan_to_num(x)")
    if x.dtype != np.float64 and x.dtype != np.float32:
        return np.copy(x)
    largest = 3.4028234663852886e38 if x.dtype == np.float32 else 1.7976931348623157e308
    above = like(x, largest if posinf is None else posinf)
    below = like(x, -largest if neginf is None else neginf)
    finite = np.where(x == np.inf, above, np.where(x == -np.inf, below, x))
    return np.where(np.isnan(x), like(x, nan), finite)
