"""The cost of aligning two sequences, by a table of minima."""

import numpy as np


def dynamic_time_warping(x, y):
    table = np.full((len(x) + 1, len(y) + 1), 1e6)
    table[0, 0] = 0.0
    for i in range(1, len(x) + 1):
        for j in range(1, len(y) + 1):
            cost = (x[i - 1] - y[j - 1]) ** 2
            before = min(table[i - 1, j], table[i, j - 1], table[i - 1, j - 1])
            table[i, j] = cost + before
    return table[-1, -1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]), np.array([0.1, 1.6, 0.9, -0.8]))
