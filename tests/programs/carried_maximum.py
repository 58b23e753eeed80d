"""A maximum is carried through a loop with the place where it was found."""

import numpy as np


def carried_maximum(x):
    best = -1e300
    where = 0
    for i in range(len(x)):
        value = x[i] * (2.0 - x[i])
        if value > best:
            best = value
            where = i
    return best * best + where * x[where]


EXAMPLE = (np.array([0.2, 1.6, 0.7, 2.3]),)
