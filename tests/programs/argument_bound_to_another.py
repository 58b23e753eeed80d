"""An argument's name is bound to another argument in one branch, and in a loop."""

import numpy as np


def argument_bound_to_another(x, y, z):
    if z[0] > 0.0:
        x = y
    for k in range(2):
        z = x * (k + 1.0)
    return np.sum(x * x * z)


EXAMPLE = (
    np.array([0.7, 1.3]),
    np.array([1.1, -0.4]),
    np.array([0.5, 0.9]),
)
