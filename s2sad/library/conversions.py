"""Arrays of what may be a number or a list."""

import numpy as np

from s2sad.known.definitions import defines, of_complex


@defines("numpy.asanyarray")
@of_complex
def asanyarray(a, dtype=None):
    """The elements as an array."""
    return np.asarray(a, dtype=dtype)


@defines("numpy.require")
@of_complex
def require(a, dtype=None, requirements=None):
    """The same, in the order of memory that is asked for."""
    a = np.asarray(a, dtype=dtype)
    if requirements is None or "C" not in requirements:
        return a
    else:
        return np.ascontiguousarray(a)


@defines("numpy.asfortranarray")
@of_complex
def asfortranarray(a, dtype=None):
    """The elements, those of a column beside each other in memory."""
    return np.ascontiguousarray(np.asarray(a, dtype=dtype).T).T
