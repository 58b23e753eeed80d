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
        if len(rows[i, :]) != len(x):
            raise ValueError("rows[i, :] and x have different shapes")
        rows[i, :] = x * 0.7
        rows[:, i] = x * x[i]
    s = 0.0
    for i in range(n):
        for j in range(n):
            s += (i + 2 * j) * m[i, j] * rows[i, j]

    # reverse sweep
    x_bar = np.zeros_like(x)
    m_bar = np.zeros_like(m)
    rows_bar = np.zeros_like(rows)
    for i in range(n):
        for j in range(n):
            m_bar[i, j] += (i + 2.0 * j) * rows[i, j]
            rows_bar[i, j] += (i + 2.0 * j) * m[i, j]
    for i in range(n - 1, -1, -1):
        product_bar = rows_bar[:, i]
        x_bar += x[i] * product_bar
        x_bar[i] += np.sum(x * product_bar)
        rows_bar[:, i] = 0.0
        x_bar += 0.7 * rows_bar[i, :]
        rows_bar[i, :] = 0.0
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
