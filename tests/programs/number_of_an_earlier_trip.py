"""Numbers that a trip sets last are read by the next one, or by a later one."""

import math

import numpy as np


def number_of_an_earlier_trip(x, a):
    s = 0.0
    for j in range(2):
        for k in range(3):
            if k > 0:
                s += previous * x
            if k == 1:
                u = s * x + a[k]
            if k == 2:
                s += u * u * a[0]
            previous = math.sin(x * a[k])
    return s * previous + u


EXAMPLE = (0.7, np.array([0.4, 1.2, -0.3]))
