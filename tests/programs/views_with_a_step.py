"""Views of every second element and of the array backwards."""

import math

import numpy as np


def views_with_a_step(x):
    y = x * 1.0
    even = y[::2]
    even[1] = even[0] * even[2]
    back = y[::-1]
    back[0] = math.sin(back[1])
    odd = y[1::2]
    odd *= 0.5
    return y[4] * y[2] + back[3] * odd[1]


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, -0.8]),)
