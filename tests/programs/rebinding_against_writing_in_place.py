"""Multiplying into a new array leaves its alias alone; doing so in place does not."""

import numpy as np


def rebinding_against_writing_in_place(x):
    y = x * x
    old = y
    y = y * 2.0
    y *= x
    kept = y
    y += old
    old *= x[0]
    return kept[0] * old[1] + kept[1] * y[2]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
