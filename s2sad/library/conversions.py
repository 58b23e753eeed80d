"""Arrays of other dtypes, and arrays of what may be a number."""

import numpy as np

from s2sad.specialise.definitions import defines


@defines("ndarray.astype")
def astype(x, dtype, copy=True):
    """The numbers of x as another dtype."""
    if x.dtype == np.dtype(dtype) and not copy:
        return x
    converted = np.empty(x.shape, dtype=np.dtype(dtype))
    converted[...] = x
    return converted


@defines("numpy.asanyarray")
def asanyarray(x, dtype=None):
    """x as an array."""
    return np.asarray(x, dtype=dtype)


@defines("numpy.atleast_1d")
def atleast_1d(x):
    """x as an array of one axis or more."""
    if np.ndim(x) == 0:
        return np.array([x])
    return np.asarray(x)


@defines("ndarray.item")
def item(x):
    """The only number of x."""
    if x.size != 1:
        raise ValueError("can only convert an array of size 1 to a Python scalar")
    if x.ndim == 1:
        return x[0]
    return item(x[0])
