import numpy as np


def array_and_its_view_in_one_sum_value_and_grad(x):
    """The value of array_and_its_view_in_one_sum, and its gradient with respect to
    x.
    """
    # forward sweep: saves p
    p = np.ones(4)
    q = p[1:]
    q[0] = x[2]
    p_saved = p[1]
    p[1] += p[2] * q[0] * (0.5 * q[0] - q[2] * x[0])
    value = p[1] * q[2] + p[3] + q[0] * x[1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    p_bar = np.zeros_like(p)
    q_bar = p_bar[1:]
    p_bar[1] += q[2]
    q_bar[2] += p[1]
    p_bar[3] += 1.0
    q_bar[0] += x[1]
    x_bar[1] += q[0]
    p[1] = p_saved
    p_part_bar = p_bar[1]
    product_bar = (0.5 * q[0] - q[2] * x[0]) * p_part_bar
    p_bar[2] += q[0] * product_bar
    difference_bar = p[2] * q[0] * p_part_bar
    q_bar[0] += p[2] * product_bar + 0.5 * difference_bar
    q_bar[2] -= x[0] * difference_bar
    x_bar[0] -= q[2] * difference_bar
    x_bar[2] += q_bar[0]
    return value, x_bar
