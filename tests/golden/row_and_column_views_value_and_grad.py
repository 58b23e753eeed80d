import numpy as np


def row_and_column_views_value_and_grad(x):
    """The value of row_and_column_views, and its gradient with respect to x."""
    # forward sweep
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
    value = s * a[2, 1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    a_bar = np.zeros_like(a)
    s_bar = a[2, 1]
    a_bar[2, 1] += s
    for j in range(2, -1, -1):
        column_bar = a_bar[:, j]
        s_bar += 0.1 * column_bar[2]
        column_bar[2] = 0.0
        column = a[:, j]
        column_bar[0] += column[1] * s_bar
        column_bar[1] += column[0] * s_bar
        column_bar[2] -= s_bar
    for i in range(2, -1, -1):
        row_bar = a_bar[i]
        for j in range(3):
            x_bar[i] += x[j] * row_bar[j]
            x_bar[j] += x[i] * row_bar[j]
            row_bar[j] = 0.0
    return value, x_bar
