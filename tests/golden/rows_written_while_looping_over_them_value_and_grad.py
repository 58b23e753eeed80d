import numpy as np


def rows_written_while_looping_over_them_value_and_grad(x):
    """The value of rows_written_while_looping_over_them, and its gradient with
    respect to x.
    """
    # forward sweep
    a = np.zeros((3, 2))
    for k in range(len(a)):
        row = a[k]
        row[0] = x[k] * x[k]
        row[1] = row[0] * x[0]
    value = a[0, 1] * a[1, 0] + a[2, 1] * a[1, 1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    a_bar = np.zeros_like(a)
    a_bar[0, 1] += a[1, 0]
    a_bar[1, 0] += a[0, 1]
    a_bar[2, 1] += a[1, 1]
    a_bar[1, 1] += a[2, 1]
    for k in range(len(a) - 1, -1, -1):
        row = a[k]
        row_bar = a_bar[k]
        row_part_bar = row_bar[1]
        row_bar[1] = 0.0
        row_bar[0] += x[0] * row_part_bar
        x_bar[0] += row[0] * row_part_bar
        x_bar[k] += 2.0 * x[k] * row_bar[0]
        row_bar[0] = 0.0
    return value, x_bar
