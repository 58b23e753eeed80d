"""A recurrence written into an array of single precision."""

import numpy as np


def float32_array_recurrence(x):
    y = np.zeros_like(x)
    y[0] = x[0]
    for i in range(1, len(x)):
        y[i] = y[i - 1] * x[i] + x[i - 1]
    return y[-1] * y[1]


SMOOTH = False

EXAMPLE = (np.array([0.5, 1.25, -0.75, 2.0], dtype=np.float32),)
