"""Breaks and continues of two nested loops."""

import math

import numpy as np


def break_and_continue_together(a):
    s = 0.2
    for i in range(a.shape[0]):
        if a[i, 0] < 0.0:
            continue
        for j in range(a.shape[1]):
            if a[i, j] > 2.0:
                continue
            if a[i, j] < -1.0:
                break
            s = s + math.sin(s + a[i, j])
        if s > 3.0:
            break
        s = s * a[i, 0]
    return s


EXAMPLE = (np.array([[0.7, 2.5, 0.4], [-0.3, 1.0, 1.0], [0.9, -1.4, 0.6]]),)
