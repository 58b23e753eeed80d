"""One name becomes a view of another row on every trip."""

import numpy as np


def view_rebound_in_a_loop(a):
    b = a * 1.0
    current = b[0]
    for i in range(1, b.shape[0]):
        below = b[i]
        for j in range(len(below)):
            below[j] = below[j] * current[j] + 0.2
        current = below
    return current[0] * current[1] + b[1, 0]


EXAMPLE = (np.array([[0.7, 1.3], [-0.4, 0.9], [1.2, -0.8]]),)
