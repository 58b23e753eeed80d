"""An element is squared, then overwritten, then read again."""

import numpy as np


def element_overwritten_after_nonlinear_use(x):
    y = np.zeros(3)
    for i in range(3):
        y[i] = x[i]
    s = y[0] * y[0]
    y[0] = 1.0
    for i in range(3):
        s += y[i] * y[i] * x[0]
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
