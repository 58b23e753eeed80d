"""The picture of a star through a mirror with a hole, and the light within a circle."""

import numpy as np
from scipy.special import j0, j1


def rings_of_a_telescope(angle, diameter, blocked, wavelength):
    v = np.pi * diameter * angle / wavelength
    inner = blocked * v
    amplitude = 2.0 * (j1(v) - blocked * j1(inner)) / (v * (1.0 - blocked**2))
    within = 1.0 - j0(v) ** 2 - j1(v) ** 2
    return amplitude**2, within


EXAMPLE = (np.array([0.4, 0.9, 1.6, 2.3]), 2.1, 0.31, 1.2)
