"""Arrays seen in another way: reshaped, with axes that change places, come or go."""

import numpy as np

from s2sad.specialise.definitions import defines


@defines("ndarray.flatten")
def flatten(a):
    """A copy of all elements of an array in one row."""
    return np.reshape(a.copy(), -1)
