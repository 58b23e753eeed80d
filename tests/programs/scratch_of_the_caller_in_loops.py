"""Each sweep overwrites what the one before left in an array of the caller."""

import numpy as np


def scratch_of_the_caller_in_loops(x, y, sweeps):
    total = 0.0
    for k in range(sweeps):
        for i in range(len(x)):
            y[i] = x[i] * (k + 1)
            total -= np.sin(y[i])
    return total


WRITES = ("y",)

EXAMPLE = (np.array([0.5, 0.7, 0.9]), np.array([0.1, 0.2, -0.3]), 3)
