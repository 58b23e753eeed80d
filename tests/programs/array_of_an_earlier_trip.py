"""Arrays that one trip of a loop binds in a branch and a later trip reads."""

import numpy as np


def array_of_an_earlier_trip(x):
    s = 0.0
    for k in range(2):
        for n in range(3):
            if n == 0:
                u = np.zeros((2, 2))
                u[0, 0] = x[0]
            elif n == 1:
                v = (u + k) * x[1]
            else:
                u = v * u + x
        s += np.sum(u * u)
    return s


EXAMPLE = (np.array([0.5, 1.2]),)
