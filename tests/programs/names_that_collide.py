"""The program uses the very names that a derivative would like to use."""

import math

import numpy as np


def names_that_collide(x):
    x_bar = x[0] * 2.0
    x_dot = math.sin(x_bar)
    s_saved = x_dot * x[1]
    d = s_saved * x_bar
    for i in range(2):
        d = d * x_dot + x[i]
    y_bar = np.zeros(2)
    y_bar[0] = d * x_bar
    return y_bar[0] * d


EXAMPLE = (np.array([0.7, 1.3]),)
