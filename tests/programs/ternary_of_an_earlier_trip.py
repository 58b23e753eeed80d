"""A number that a ternary takes from the trip before, or begins."""

import numpy as np


def ternary_of_an_earlier_trip(x, scale):
    total = 0.0
    for i in range(len(x)):
        kept = kept if i > 0 and x[i] > 1.0 else x[i] * scale
        total += kept * np.sin(x[i])
    return total * kept


EXAMPLE = (np.array([0.7, 1.3, -0.4, 1.6]), 0.9)
