"""Each step makes a new array, which changes places with the old one."""

import numpy as np


def new_array_swapped_with_the_old(u, rate):
    old = np.zeros(len(u))
    for step in range(3):
        new = u + rate * (u - old)
        if step > 0:
            old, u = u, old
        u, new = new, u
    return np.sum(u * u) + np.sum(old * new)


EXAMPLE = (np.array([0.7, -0.4, 1.2]), 0.3)
