"""The number of trips of a while loop depends on the data."""

import numpy as np


def while_until_large(x):
    s = x[0]
    while s < 10.0:
        s = s * (1.5 + 0.1 * x[1] * x[1]) + x[2] * x[2]
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
