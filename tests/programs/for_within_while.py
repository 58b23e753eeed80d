"""A for loop inside a while loop; its trips grow with the outer state."""

import math

import numpy as np


def for_within_while(x):
    s = 0.1
    rounds = 1
    while s < 2.0 and rounds < 6:
        for i in range(rounds):
            s = s + 0.2 * x[i % len(x)] * math.cos(s)
        s = s * 1.3 + 0.2
        rounds += 1
    return s * rounds


EXAMPLE = (np.array([0.7, 1.3, 0.9]),)
