import numpy as np


def three_dimensional_array_jvp(a, a_dot):
    """The value of three_dimensional_array, and its derivative in the direction
    a_dot.
    """
    b_dot = np.zeros(a.shape)
    b = np.zeros(a.shape)
    for i in range(a.shape[0]):
        plane_dot = a_dot[i]
        plane = a[i]
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                term = plane[j, k] * a_dot[i, j, 0]
                b_dot[i, j, k] = plane_dot[j, k] * a[i, j, 0] + term
                b[i, j, k] = plane[j, k] * a[i, j, 0] + i
        for j in range(a.shape[2]):
            b_dot[i, 0, j] = b_dot[i, 0, j] * plane[1, j] + b[i, 0, j] * plane_dot[1, j]
            b[i, 0, j] *= plane[1, j]
    s_dot = 0.0
    s = 0.0
    for k in range(a.shape[2]):
        column_dot = b_dot[:, 1, k]
        column = b[:, 1, k]
        s_dot += (
            column_dot[0] * column[1]
            + column[0] * column_dot[1]
            + 2.0 * b[1, 0, k] * b_dot[1, 0, k]
        )
        s += column[0] * column[1] + b[1, 0, k] ** 2
    return s, s_dot
