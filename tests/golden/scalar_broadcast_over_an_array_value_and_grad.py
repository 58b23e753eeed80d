import numpy as np


def scalar_broadcast_over_an_array_value_and_grad(x, c):
    """The value of scalar_broadcast_over_an_array, and its gradient with respect to
    x and c.
    """
    # forward sweep
    y = c * x + 1.0
    quotient = y / c
    y = c - quotient
    y_2 = c / (2.0 + y * y)
    y_3 = y_2**2 - c
    sum_y = np.sum(y_3)

    # reverse sweep
    y_3_bar = np.full_like(y_3, c)
    y_2_bar = 2.0 * y_2 * y_3_bar
    c_bar = sum_y - np.sum(y_3_bar)
    sum_bar = -y_2 * y_2_bar / (2.0 + y * y)
    y_bar = 2.0 * y * sum_bar
    c_bar += np.sum(y_2_bar / (2.0 + y * y)) + np.sum(y_bar)
    quotient_bar = -y_bar
    y_bar = quotient_bar / c
    c_bar += np.sum(x * y_bar) - np.sum(quotient * quotient_bar / c)
    return sum_y * c, c * y_bar, c_bar
