import numpy as np


def scalar_broadcast_over_an_array_jvp(x, c, x_dot, c_dot):
    """The value of scalar_broadcast_over_an_array, and its derivative in the
    direction x_dot, c_dot.
    """
    y_dot = c_dot * x + c * x_dot
    y = c * x + 1.0
    quotient = y / c
    quotient_dot = (y_dot - quotient * c_dot) / c
    y_dot = c_dot - quotient_dot
    y = c - quotient
    quotient = c / (2.0 + y * y)
    quotient_dot = (c_dot - quotient * (y_dot * y + y * y_dot)) / (2.0 + y * y)
    y_dot = quotient_dot
    y = quotient
    y_dot = 2.0 * y * y_dot - c_dot
    y = y**2 - c
    sum_y = np.sum(y)
    return sum_y * c, np.sum(y_dot) * c + sum_y * c_dot
