import numpy as np


def scalar_broadcast_over_an_array_value_and_grad(x, c):
    """The value of scalar_broadcast_over_an_array, and its gradient with respect to
    x and c.
    """
    # forward sweep
    y = c * x + 1.0
    quotient = y / c
    y_2 = c - quotient
    y = c / (2.0 + y_2 * y_2)
    y_3 = y**2 - c
    sum_y = np.sum(y_3)

    # reverse sweep
    c_bar = sum_y
    y_3_bar = np.zeros_like(y_3)
    y_3_bar += c
    y_bar = 2.0 * y * y_3_bar
    c_bar += np.sum(y_bar / (2.0 + y_2 * y_2)) - np.sum(y_3_bar)
    sum_bar = -y * y_bar / (2.0 + y_2 * y_2)
    y_2_bar = 2.0 * y_2 * sum_bar
    quotient_bar = -y_2_bar
    y_bar = quotient_bar / c
    c_bar += np.sum(y_2_bar) - np.sum(quotient * quotient_bar / c)
    c_bar += np.sum(x * y_bar)
    return sum_y * c, c * y_bar, c_bar
