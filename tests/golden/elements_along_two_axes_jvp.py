import numpy as np


def elements_along_two_axes_jvp(x, x_dot):
    """The value of elements_along_two_axes, and its derivative in the direction
    x_dot.
    """
    n = len(x)
    m_dot = np.zeros((n, n))
    m = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            m_dot[i, j] = x_dot[0] * (i + 1)
            m[i, j] = x[0] * (i + 1)
            m_dot[j, i] = x_dot[1] * x[i] + x[1] * x_dot[i]
            m[j, i] = x[1] * x[i]
    rows_dot = np.zeros((n, n))
    rows = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            rows_dot[i, j] = 0.7 * x_dot[j]
            rows[i, j] = x[j] * 0.7
        x_part_dot = x_dot[i]
        x_part = x[i]
        for j in range(n):
            rows_dot[j, i] = x_dot[j] * x_part + x[j] * x_part_dot
            rows[j, i] = x[j] * x_part
    s_dot = 0.0
    s = 0.0
    for i in range(n):
        for j in range(n):
            term = (i + 2 * j) * m[i, j] * rows_dot[i, j]
            s_dot += (i + 2 * j) * m_dot[i, j] * rows[i, j] + term
            s += (i + 2 * j) * m[i, j] * rows[i, j]
    return s, s_dot
