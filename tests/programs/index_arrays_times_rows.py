"""What index arrays take, times rows, columns and numbers."""

import numpy as np


def index_arrays_times_rows(x, k, row, column, a):
    s = np.sum(x[k] * row)
    s += np.sum(x[k] * a) - np.sum(x[k])
    s += np.sum(x[k] * x[0])
    s += np.sum(x[:, k] * row[0] - x[:, k] * column)
    return s + np.sum(np.sin(x[1, k]) * a) * np.sum(x[2, k])


EXAMPLE = (
    np.arange(12.0).reshape(4, 3) / 5.0,
    np.array([0, 0, 1]),
    np.array([0.5, 0.7, -0.9]),
    np.array([[0.3], [-0.2], [0.8], [0.1]]),
    0.6,
)
