"""A while loop with a continue that comes after the counter's step."""

import math

import numpy as np


def continue_in_a_while_loop(x):
    s = 0.4
    i = 0
    while i < len(x):
        i += 1
        if x[i - 1] < 0.0:
            continue
        s = s * x[i - 1] + math.cos(s)
    return s


EXAMPLE = (np.array([0.7, -1.3, 1.8, 0.4]),)
