"""An integer array says which elements are read, some of them twice."""

import numpy as np


def gather_by_an_index_array(x, index):
    s = 1.0
    for k in range(len(index)):
        s = s * 0.5 + x[index[k]] ** 2 * (k + 1)
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]), np.array([2, 0, 1, 0]))
