"""A helper is given the same array as its input and as its output."""

import numpy as np


def smooth(out, x):
    for i in range(1, len(x) - 1):
        out[i] = 0.25 * x[i - 1] + 0.5 * x[i] * x[i] + 0.25 * x[i + 1]


def helper_that_reads_and_writes_one_array(x):
    y = x * 1.0
    smooth(y, y)
    smooth(y, x)
    smooth(y, y)
    return y[1] * y[2] + y[3]


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, 0.5]),)
