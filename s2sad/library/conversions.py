"""Arrays of what may be a number or a list."""

import numpy as np

from s2sad.known.definitions import defines, of_complex


@defines("numpy.asanyarray")
@of_complex
def asanyarray(a, dtype=None):
    """The elements as an array."""
    return np.asarray(a, dtype=dtype)
