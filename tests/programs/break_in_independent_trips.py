"""Each particle meets its neighbours until one is too far; trips are independent."""

import numpy as np


def break_in_independent_trips(x, box, cutoff):
    energy = 0.0
    for i in range(len(x)):
        for j in range(i):
            d = x[i] - x[j]
            d -= box * round(d / box)
            if d > 1.0:
                break
            r2 = d * d
            if r2 > cutoff * cutoff:
                continue
            energy += 1.0 / r2**3
    return energy


EXAMPLE = (np.array([0.1, 1.5, 0.9, 4.2]), 5.4, 1.6)
