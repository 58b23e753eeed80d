import numpy as np


def rows_written_while_looping_over_them_jvp(x, x_dot):
    """The value of rows_written_while_looping_over_them, and its derivative in the
    direction x_dot.
    """
    a_dot = np.zeros((3, 2))
    a = np.zeros((3, 2))
    for k in range(len(a)):
        row_dot = a_dot[k]
        row = a[k]
        row_dot[0] = x_dot[k] * x[k] + x[k] * x_dot[k]
        row[0] = x[k] * x[k]
        row_dot[1] = row_dot[0] * x[0] + row[0] * x_dot[0]
        row[1] = row[0] * x[0]
    value_dot = (
        a_dot[0, 1] * a[1, 0]
        + a[0, 1] * a_dot[1, 0]
        + (a_dot[2, 1] * a[1, 1] + a[2, 1] * a_dot[1, 1])
    )
    return a[0, 1] * a[1, 0] + a[2, 1] * a[1, 1], value_dot
