import numpy as np


def part_that_varies_in_a_sum_value_and_grad(row, m, s):
    """The value of part_that_varies_in_a_sum, and its gradient with respect to row,
    m and s.
    """
    # forward sweep
    fixed = np.ones((2, 3))
    if fixed.shape[1] != len(row):
        raise ValueError("fixed and row have different shapes")
    total_2 = 0.0
    total_3 = 0.0
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            total_3 += m[i, j]
    total_4 = 0.0
    for i in range(2):
        for j in range(3):
            total_2 += fixed[i, j] - row[j]
            total_4 += fixed[i, j] * 2.0 + row[j]
    total = total_2 * total_3 + total_4 / (2 * 3)
    total_5 = 0.0
    for i in range(4):
        total_5 += 1.0 * s + 1.0

    # reverse sweep
    row_bar = np.zeros_like(row)
    m_bar = np.empty_like(m)
    s_bar = 0.0
    for i in range(4):
        s_bar += 1.0
    total_4_bar = 1.0 / 6.0
    for i in range(2):
        for j in range(3):
            row_bar[j] += total_4_bar - total_3
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            m_bar[i, j] = total_2
    return total + total_5, row_bar, m_bar, s_bar
