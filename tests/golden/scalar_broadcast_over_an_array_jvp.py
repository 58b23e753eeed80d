import numpy as np


def scalar_broadcast_over_an_array_jvp(x, c, x_dot, c_dot):
    """The value of scalar_broadcast_over_an_array, and its derivative in the
    direction x_dot, c_dot.
    """
    y_dot = np.zeros_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = c_dot * x[i] + c * x_dot[i]
        y[i] = c * x[i] + 1.0
    y_new_dot = np.zeros_like(y)
    y_new = np.empty_like(y)
    for i in range(len(y)):
        quotient = y[i] / c
        y_new_dot[i] = c_dot - (y_dot[i] - quotient * c_dot) / c
        y_new[i] = c - quotient
    y = y_new
    y_new_2_dot = np.zeros_like(y)
    y_new_2 = np.empty_like(y)
    for i in range(len(y)):
        quotient = c / (2.0 + y[i] * y[i])
        factor = c_dot - quotient * (y_new_dot[i] * y[i] + y[i] * y_new_dot[i])
        quotient_dot = factor / (2.0 + y[i] * y[i])
        y_new_2_dot[i] = quotient_dot
        y_new_2[i] = quotient
    y = y_new_2
    y_new_3_dot = np.zeros_like(y)
    y_new_3 = np.empty_like(y)
    for i in range(len(y)):
        y_new_3_dot[i] = 2.0 * y[i] * y_new_2_dot[i] - c_dot
        y_new_3[i] = y[i] ** 2 - c
    y = y_new_3
    total_dot = 0.0
    total = 0.0
    for i in range(len(y)):
        total_dot += y_new_3_dot[i]
        total += y[i]
    return total * c, total_dot * c + total * c_dot
