"""An array that the first trip of a while binds, and later trips carry on."""

import numpy as np


def array_bound_in_the_first_trip(x):
    n = 0
    while n < 3:
        if n == 0:
            u = x * 1.5
        else:
            u = u * x
        n += 1
    return np.sum(u)


EXAMPLE = (np.array([0.5, 1.2]),)
