"""Copysign, fmod, degrees and radians."""

import math

import numpy as np


def signs_degrees_and_float_remainder(x, y):
    a = math.copysign(x, y) * x
    b = np.fmod(-x * 3.0, y)
    return a + b * math.radians(50.0 * x) + 0.01 * math.degrees(y)


EXAMPLE = (1.6, -1.1)
