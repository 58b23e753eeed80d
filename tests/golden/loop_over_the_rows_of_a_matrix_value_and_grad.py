import numpy as np


def loop_over_the_rows_of_a_matrix_value_and_grad(a):
    """The value of loop_over_the_rows_of_a_matrix, and its gradient with respect to
    a.
    """
    # forward sweep
    s = 0.0
    for k in range(len(a)):
        row = a[k]
        p = 1.0
        for k_2 in range(len(row)):
            p *= row[k_2]
        s += p * p + row[0]

    # reverse sweep
    a_bar = np.zeros_like(a)

    # forward and reverse in one sweep: the iterations are independent
    for k in range(len(a)):
        row = a[k]
        p = 1.0
        p_saved = np.empty(len(row))
        for k_2 in range(len(row)):
            p_saved[k_2] = p
            p *= row[k_2]
        row_bar = a_bar[k]
        p_bar = 2.0 * p
        row_bar[0] += 1.0
        for k_2 in range(len(row) - 1, -1, -1):
            row_bar[k_2] += p_saved[k_2] * p_bar
            p_bar = row[k_2] * p_bar
    return s, a_bar
