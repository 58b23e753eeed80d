"""The result is an array computed by element."""

import numpy as np


def return_an_array(x):
    y = np.empty(len(x))
    s = 1.0
    for i in range(len(x)):
        s = s * x[i] + 0.5
        y[i] = s * s
    return y


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
