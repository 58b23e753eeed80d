"""Names of two rows of one matrix change places, in a loop."""

import numpy as np


def swapped_rows(m):
    y = m.copy()
    a = y[0]
    b = y[1]
    for k in range(3):
        for i in range(len(a)):
            b[i] = a[i] * b[i] + 0.1 * k
        a, b = b, a
    return a[0] * b[1]


EXAMPLE = (np.array([[1.0, 0.5], [0.3, 0.8]]),)
