"""Elements, slices and rows are counted from the end."""

import numpy as np


def negative_indices(x, a):
    y = x.copy()
    y[-1] = y[-2] * y[-3]
    y[-3] *= y[-1]
    y[:-1] += a[-1]
    return y[-1] * a[-2, -1] + y[0] * y[-2] + y[-3:][0]


EXAMPLE = (np.array([0.7, 1.3, -0.4]), np.array([[0.5, 0.2], [1.1, 0.8]]))
