"""A local integer array is filled and then decides which elements meet."""

import numpy as np


def integer_work_array(x):
    n = len(x)
    partner = np.zeros(n, dtype=np.int64)
    for i in range(n):
        partner[i] = (2 * i + 1) % n
    partner[0] += 1
    s = 0.0
    for i in range(n):
        s += x[i] * x[i] * x[partner[i]]
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
