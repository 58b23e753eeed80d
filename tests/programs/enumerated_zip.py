"""Enumerate around zip gives nested targets."""

import numpy as np


def enumerated_zip(x, y):
    s = 1.0
    for i, (a, b) in enumerate(zip(x, y)):
        s = s * a + b * (i + 1)
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]), np.array([0.2, 0.9, 0.5]))
