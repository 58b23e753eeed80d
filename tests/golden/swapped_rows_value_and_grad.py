import numpy as np


def swapped_rows_value_and_grad(m):
    """The value of swapped_rows, and its gradient with respect to m."""
    # forward sweep: saves b
    y = m.copy()
    y_bar = np.zeros_like(y)
    a = y[0]
    a_bar = y_bar[0]
    b = y[1]
    b_bar = y_bar[1]
    b_saved = []
    for k in range(3):
        for i in range(len(a)):
            b_saved.append(b[i])
            b[i] = a[i] * b[i] + 0.1 * k
        a, b = b, a
        a_bar, b_bar = b_bar, a_bar
    value = a[0] * b[1]

    # reverse sweep
    m_bar = np.zeros_like(m)
    a_bar[0] += b[1]
    b_bar[1] += a[0]
    for k in range(2, -1, -1):
        b, a = a, b
        b_bar, a_bar = a_bar, b_bar
        for i in range(len(a) - 1, -1, -1):
            b[i] = b_saved.pop()
            b_i_bar = b_bar[i]
            b_bar[i] = 0.0
            a_bar[i] += b[i] * b_i_bar
            b_bar[i] += a[i] * b_i_bar
    m_bar += y_bar
    return value, m_bar
