"""Elements of single precision are accumulated in double precision."""

import numpy as np


def float32_accumulated_in_float64(x):
    s = 0.0
    for i in range(len(x)):
        value = float(x[i])
        s += value * value * (i + 1)
    return s


SMOOTH = False

EXAMPLE = (np.array([0.5, -1.5, 2.25], dtype=np.float32),)
