"""What helpers return goes to elements and slices, again and again."""

import numpy as np


def bent(a, b):
    return a * np.sin(a) * b


def tamed(row):
    return row * row / (1.0 + row * row)


def helper_results_in_parts_of_arrays(x, steps):
    u = x.copy()
    w = np.zeros((2, 5))
    for s in range(steps):
        for i in range(1, 4):
            w[0, i] = bent(u[i], u[i - 1])
        w[1, 1:4] = tamed(w[0, 1:4])
        for i in range(4):
            u[i] += w[0, i] * w[0, i + 1] - 0.1 * w[1, i]
        u[s] = bent(u[s], 1.5)
        u[1:4] = tamed(u[1:4])
        w[1] = tamed(u)
    return np.sum(u * w[0]) + np.sum(w[1])


EXAMPLE = (np.array([0.9, 1.4, 0.8, 1.1, 1.3]), 3)
