import numpy as np


def number_spread_over_a_sum_value_and_grad(s, row, m):
    """The value of number_spread_over_a_sum, and its gradient with respect to s, row
    and m.
    """
    # forward sweep
    if m.shape[1] != len(row):
        raise ValueError("m and row have different shapes")
    total = 0.0
    total_2 = 0.0
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            total += m[i, j] + s
            total_2 += m[i, j] - row[j]
    total_3 = 0.0
    for i in range(m.shape[1]):
        total_3 += s - row[i]

    # reverse sweep
    row_bar = np.empty_like(row)
    m_bar = np.empty_like(m)
    total_3_bar = 1.0 / m.shape[1]
    s_bar = 0.0
    for i in range(m.shape[1]):
        s_bar += total_3_bar
        row_bar[i] = -total_3_bar
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            row_bar[j] -= total
            m_bar[i, j] = total + total_2
            s_bar += total_2
    return total * total_2 + total_3 / m.shape[1], s_bar, row_bar, m_bar
