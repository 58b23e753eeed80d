"""The value that decided a branch is overwritten before the reverse sweep."""

import numpy as np


def condition_reads_a_value_overwritten_later(x):
    t = x[0]
    s = x[1]
    if t > 0.5:
        s = s * t
    t = -t * s
    if t > 0.5:
        s = s + t * t
    t = s * t
    return s * t


EXAMPLE = (np.array([0.8, 1.3]),)
