"""The output argument is read as well as written, and the sum is returned."""

import numpy as np


def add_to_an_output(out, x, scale):
    total = 0.0
    for i in range(len(x)):
        out[i] += scale * x[i] * out[i]
        total += out[i] ** 2
    return total


WRITES = ("out",)

EXAMPLE = (np.array([0.5, -0.2, 0.9]), np.array([0.7, 1.3, -0.4]), 0.8)
