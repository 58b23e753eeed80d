"""A scratch array that each trip fills, and a triangular solve that reads itself."""

import numpy as np


def scratch_rows_of_a_recursion(x, weight):
    z = np.empty(x.shape[1])
    t = 1.0
    for k in range(x.shape[0]):
        for j in range(len(z)):
            z[j] = x[k, j] * t
        entry = 0
        for i in range(len(z)):
            for j in range(i):
                z[i] -= weight[entry] * z[j]
                entry += 1
        total = 0.0
        for j in range(len(z)):
            total += z[j] ** 2
        t = np.sin(total) + 0.5 * t
    return t


EXAMPLE = (
    np.array([[0.3, 1.2, -0.4], [2.0, 0.5, 0.7]]),
    np.array([0.4, -0.3, 0.8]),
)
