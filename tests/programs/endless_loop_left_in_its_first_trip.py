"""A loop without an end is left by a break in its first trips."""

import math

import numpy as np


def endless_loop_left_in_its_first_trip(x):
    s = 0.5
    for i in range(2):
        while True:
            s = math.sin(s) * x[i] + 0.3
            if s < 10.0:
                break
    t = x[0]
    while True:
        t = x[1] * 2.0 * s
        if t < 10.0:
            break
    return s * t


EXAMPLE = (np.array([0.7, -1.3, 0.4]),)
