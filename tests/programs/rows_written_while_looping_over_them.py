"""The rows which a loop gives are views: what is written to them stays."""

import numpy as np


def rows_written_while_looping_over_them(x):
    a = np.zeros((3, 2))
    for k, row in enumerate(a):
        row[0] = x[k] * x[k]
        row[1] = row[0] * x[0]
    return a[0, 1] * a[1, 0] + a[2, 1] * a[1, 1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
