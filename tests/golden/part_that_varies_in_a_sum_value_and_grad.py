import numpy as np


def part_that_varies_in_a_sum_value_and_grad(row, m, s):
    """The value of part_that_varies_in_a_sum, and its gradient with respect to row,
    m and s.
    """
    # forward sweep
    fixed = np.ones((2, 3))
    if fixed.shape[1] != len(row):
        raise ValueError("fixed and row have different shapes")
    sum_result = np.sum(fixed - row)
    sum_m = np.sum(m)
    total = sum_result * sum_m + np.mean(fixed * 2.0 + row)
    ones_result = np.ones(4)

    # reverse sweep
    row_bar = np.zeros_like(row)
    m_bar = np.zeros_like(m)
    s_bar = np.sum(ones_result)
    row_bar += fixed.shape[0] / (2.0 * fixed + row).size
    m_bar += sum_result
    row_bar -= sum_m * fixed.shape[0]
    return total + np.sum(ones_result * s + 1.0), row_bar, m_bar, s_bar
