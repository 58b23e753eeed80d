"""A copy keeps the values which the original loses."""

import numpy as np


def copy_is_independent(x):
    y = x * 1.0
    kept = y.copy()
    for i in range(1, len(y)):
        y[i] = y[i - 1] * y[i]
    y[0] = kept[2] * kept[0]
    kept[1] = y[2]
    return y[0] * y[1] + kept[1] * kept[2]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
