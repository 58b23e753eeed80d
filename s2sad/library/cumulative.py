"""Running sums and products, and differences."""

import numpy as np

from s2sad.specialise.definitions import defines


@defines("numpy.cumsum")
def cumsum(x, axis=None):
    """The sums of the first elements of x, along an axis."""
    total = np.empty_like(x)
    running = 0.0
    for i in range(len(x)):
        running += x[i]
        total[i] = running
    return total
