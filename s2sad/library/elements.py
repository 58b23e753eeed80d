"""Arrays of one value, and elements of another kind."""

import numpy as np

from s2sad.known.definitions import defines, of_complex
from s2sad.library.axes import as_array, converted


@defines("ndarray.astype")
@of_complex
def astype(a, dtype, *, copy=True):
    """The elements as numbers of another kind."""
    if a.dtype == dtype:
        return a.copy() if copy else a
    else:
        return converted(a, dtype)


@defines("ndarray.fill")
@of_complex
def fill(a, value):
    """Write a number into all elements."""
    a[...] = value


@defines("ndarray.item")
@of_complex
def item(a, *args):
    """One element as a number."""
    if len(args) == 0:
        if a.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return np.ravel(a)[0]
    elif len(args) == 1:
        return np.ravel(a)[args[0]]
    else:
        return a[args]


@defines("numpy.size")
@of_complex
def size(a, axis=None):
    """How many elements there are, or how long an axis is."""
    return as_array(a).size if axis is None else as_array(a).shape[axis]


@defines("numpy.shape")
@of_complex
def shape(a):
    """The lengths of the axes."""
    return as_array(a).shape


@defines("numpy.ndim")
@of_complex
def ndim(a):
    """How many axes there are."""
    return as_array(a).ndim
