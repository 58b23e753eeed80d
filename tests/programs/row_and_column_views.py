"""Rows of a matrix are written as views, columns are read as views."""

import numpy as np


def row_and_column_views(x):
    a = np.zeros((3, 3))
    for i in range(3):
        row = a[i]
        for j in range(3):
            row[j] = x[i] * x[j] + (i + j)
    s = 0.0
    for j in range(3):
        column = a[:, j]
        s += column[0] * column[1] - column[2]
        column[2] = s * 0.1
    return s * a[2, 1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
