import numpy as np


def elements_along_two_axes_value_and_grad(x):
    """The value of elements_along_two_axes, and its gradient with respect to x."""
    # forward sweep
    n = len(x)
    m = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            m[i, j] = x[0] * (i + 1)
            m[j, i] = x[1] * x[i]
    rows = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            rows[i, j] = x[j] * 0.7
        x_part = x[i]
        for j in range(n):
            rows[j, i] = x[j] * x_part
    s = 0.0
    for i in range(n):
        for j in range(n):
            s += (i + 2 * j) * m[i, j] * rows[i, j]

    # reverse sweep
    x_bar = np.zeros_like(x)
    m_bar = np.empty_like(m)
    rows_bar = np.empty_like(rows)
    for i in range(n):
        for j in range(n):
            m_bar[i, j] = (i + 2.0 * j) * rows[i, j]
            rows_bar[i, j] = (i + 2.0 * j) * m[i, j]
    for i in range(n - 1, -1, -1):
        x_part = x[i]
        x_part_bar = 0.0
        for j in range(n):
            x_bar[j] += x_part * rows_bar[j, i]
            x_part_bar += x[j] * rows_bar[j, i]
            rows_bar[j, i] = 0.0
        x_bar[i] += x_part_bar
        for j in range(n):
            x_bar[j] += 0.7 * rows_bar[i, j]
            rows_bar[i, j] = 0.0
    for i in range(n - 1, -1, -1):
        x_i_bar = 0.0
        for j in range(n - 1, -1, -1):
            x_bar[1] += x[i] * m_bar[j, i]
            x_i_bar += x[1] * m_bar[j, i]
            m_bar[j, i] = 0.0
            x_bar[0] += (i + 1) * m_bar[i, j]
            m_bar[i, j] = 0.0
        x_bar[i] += x_i_bar
    return s, x_bar
