"""An integer array says into which bin a value is added or written."""

import numpy as np


def scatter_by_an_index_array(x, bins):
    count = np.zeros(3)
    last = np.zeros(3)
    for i in range(len(x)):
        count[bins[i]] += x[i] * x[i]
        last[bins[i]] = x[i] * count[bins[i]]
    s = 0.0
    for k in range(3):
        s += count[k] * last[k]
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9]), np.array([2, 0, 2, 1]))
