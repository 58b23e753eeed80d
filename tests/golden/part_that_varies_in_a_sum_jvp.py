import numpy as np


def part_that_varies_in_a_sum_jvp(row, m, s, row_dot, m_dot, s_dot):
    """The value of part_that_varies_in_a_sum, and its derivative in the direction
    row_dot, m_dot, s_dot.
    """
    fixed = np.ones((2, 3))
    if fixed.shape[1] != len(row):
        raise ValueError("fixed and row have different shapes")
    total_2_dot = 0.0
    total_2 = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            total_3_dot += m_dot[i, j]
            total_3 += m[i, j]
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(2):
        for j in range(3):
            total_2_dot += -row_dot[j]
            total_2 += fixed[i, j] - row[j]
            total_4_dot += row_dot[j]
            total_4 += fixed[i, j] * 2.0 + row[j]
    total_dot = total_2_dot * total_3 + total_2 * total_3_dot + total_4_dot / 6.0
    total = total_2 * total_3 + total_4 / (2 * 3)
    total_5_dot = 0.0
    total_5 = 0.0
    for i in range(4):
        total_5_dot += s_dot
        total_5 += 1.0 * s + 1.0
    return total + total_5, total_dot + total_5_dot
