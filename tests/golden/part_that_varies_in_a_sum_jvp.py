import numpy as np


def part_that_varies_in_a_sum_jvp(row, m, s, row_dot, m_dot, s_dot):
    """The value of part_that_varies_in_a_sum, and its derivative in the direction
    row_dot, m_dot, s_dot.
    """
    fixed = np.ones((2, 3))
    if fixed.shape[1] != len(row):
        raise ValueError("fixed and row have different shapes")
    sum_result_dot = np.sum(np.zeros_like(fixed - row) - row_dot)
    sum_result = np.sum(fixed - row)
    sum_m_dot = np.sum(m_dot)
    sum_m = np.sum(m)
    total_dot = (
        sum_result_dot * sum_m
        + sum_result * sum_m_dot
        + np.mean(np.zeros_like(fixed * 2.0 + row) + row_dot)
    )
    total = sum_result * sum_m + np.mean(fixed * 2.0 + row)
    ones_result = np.ones(4)
    value = total + np.sum(ones_result * s + 1.0)
    return value, total_dot + np.sum(ones_result * s_dot)
