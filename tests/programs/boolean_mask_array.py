"""An array of truth values chooses the elements of a sum."""

import math

import numpy as np


def boolean_mask_array(x, mask):
    active = np.zeros(len(x), dtype=np.bool_)
    for i in range(len(x)):
        active[i] = mask[i] and x[i] > 0.0
    s = 0.0
    for i in range(len(x)):
        if active[i]:
            s += x[i] ** 3
        elif mask[i]:
            s -= math.cos(x[i])
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]), np.array([True, False, True]))
