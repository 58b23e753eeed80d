import numpy as np


def row_and_column_views_jvp(x, x_dot):
    """The value of row_and_column_views, and its derivative in the direction x_dot."""
    a_dot = np.zeros((3, 3))
    a = np.zeros((3, 3))
    for i in range(3):
        row_dot = a_dot[i]
        row = a[i]
        for j in range(3):
            row_dot[j] = x_dot[i] * x[j] + x[i] * x_dot[j]
            row[j] = x[i] * x[j] + (i + j)
    s_dot = 0.0
    s = 0.0
    for j in range(3):
        column_dot = a_dot[:, j]
        column = a[:, j]
        s_dot += column_dot[0] * column[1] + column[0] * column_dot[1] - column_dot[2]
        s += column[0] * column[1] - column[2]
        column_dot[2] = 0.1 * s_dot
        column[2] = s * 0.1
    return s * a[2, 1], s_dot * a[2, 1] + s * a_dot[2, 1]
