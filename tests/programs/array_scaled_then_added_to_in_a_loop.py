"""An array is multiplied in place, then a loop adds to its elements."""

import numpy as np


def array_scaled_then_added_to_in_a_loop(x, a):
    c = a * x
    c *= x
    for i in range(3):
        c[i] += x * i
    return np.sum(c * a)


EXAMPLE = (0.7, np.array([0.4, 1.2, -0.3]))
