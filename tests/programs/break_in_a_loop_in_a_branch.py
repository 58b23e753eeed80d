"""A loop that stands in a branch is left in its middle."""

import numpy as np


def break_in_a_loop_in_a_branch(x, n):
    s = 0.5 * x[0]
    if n > 2:
        for i in range(n):
            if s > 1.5:
                s += x[0]
                break
            s += x[i] * np.sin(s)
            s *= x[i]
    return s * x[1]


EXAMPLE = (np.array([0.7, 1.3, 1.4]), 3)
