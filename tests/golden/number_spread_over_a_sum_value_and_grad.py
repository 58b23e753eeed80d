import numpy as np


def number_spread_over_a_sum_value_and_grad(s, row, m):
    """The value of number_spread_over_a_sum, and its gradient with respect to s, row
    and m.
    """
    # forward sweep
    if m.shape[1] != len(row):
        raise ValueError("m and row have different shapes")
    sum_result = np.sum(m + s)
    sum_result_2 = np.sum(m - row)

    # reverse sweep
    row_bar = np.zeros_like(row)
    m_bar = np.zeros_like(m)
    difference_bar = 1.0 / (s - row).size
    s_bar = difference_bar * row.shape[0]
    row_bar -= difference_bar
    m_bar += sum_result
    row_bar -= sum_result * m.shape[0]
    m_bar += sum_result_2
    s_bar += sum_result_2 * m.shape[0] * m.shape[1]
    return sum_result * sum_result_2 + np.mean(s - row), s_bar, row_bar, m_bar
