"""A ternary chooses between arrays and views, and what it chose is written."""

import numpy as np


def squared_in_front(v, c):
    v[0] = c * c


def arrays_chosen_by_a_ternary(x, c):
    a = x.copy()
    b = x * x
    for k in range(3):
        source = a if k % 2 else b
        target = b if k % 2 else a
        for i in range(1, len(x)):
            target[i] = source[i - 1] * source[i] + c
    view = a[1:] if c > 0.3 else a
    view *= c
    squared_in_front(b if c > 0.0 else b[1:], c)
    a = a * 1.0 if c > 5.0 else a
    a[0] = c * x[1]
    return np.sum(a) + np.sum(b * b)


EXAMPLE = (np.array([0.7, -1.3, 0.4]), 0.4)
