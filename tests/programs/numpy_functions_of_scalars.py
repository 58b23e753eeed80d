"""NumPy's functions applied to scalars."""

import numpy as np


def numpy_functions_of_scalars(x, y):
    a = np.sin(x) * np.exp(-y) + np.arctan2(y, x)
    b = np.log1p(x * x) + np.tanh(y) - np.arcsin(0.3 * x)
    return a * b + np.sqrt(x) * np.cosh(y) + np.expm1(-x)


EXAMPLE = (0.9, 0.4)
