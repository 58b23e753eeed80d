"""Arrays of what may be a number or a list."""

import numpy as np

from s2sad.specialise.definitions import defines


@defines("numpy.asanyarray")
def asanyarray(a, dtype=None):
    """The elements as an array."""
    return np.asarray(a, dtype=dtype)
