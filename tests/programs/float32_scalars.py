"""Arithmetic of single precision stays in single precision."""

import numpy as np


def float32_scalars(x, y):
    two = np.float32(2.0)
    a = x * y + two
    b = a / (x - y * two)
    return a * b - x * x


SMOOTH = False

EXAMPLE = (np.float32(1.5), np.float32(0.25))
