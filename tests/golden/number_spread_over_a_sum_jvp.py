import numpy as np


def number_spread_over_a_sum_jvp(s, row, m, s_dot, row_dot, m_dot):
    """The value of number_spread_over_a_sum, and its derivative in the direction
    s_dot, row_dot, m_dot.
    """
    if m.shape[1] != len(row):
        raise ValueError("m and row have different shapes")
    sum_result_dot = np.sum(m_dot + s_dot)
    sum_result = np.sum(m + s)
    sum_result_2_dot = np.sum(m_dot - row_dot)
    sum_result_2 = np.sum(m - row)
    value_dot = (
        sum_result_dot * sum_result_2
        + sum_result * sum_result_2_dot
        + np.mean(s_dot - row_dot)
    )
    return sum_result * sum_result_2 + np.mean(s - row), value_dot
