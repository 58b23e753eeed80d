"""Slices of an array are assigned from slices, arrays and constants."""

import numpy as np


def slice_assignment(x):
    y = np.zeros(6)
    y[0:3] = x * x
    y[3:] = y[:3] * x[0]
    s = y[1] * y[4]
    y[1:3] = 0.5
    y[:] = y * y[5]
    return s + y[0] * y[1] + y[3]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
