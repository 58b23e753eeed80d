import math

import numpy as np


def powers_of_arrays_jvp(x, y, n, x_dot, y_dot):
    """The value of powers_of_arrays, and its derivative in the direction x_dot,
    y_dot.
    """
    power_dot = n * x ** (n - 1 if n != 0 else 0) * x_dot
    power = x**n
    power_2 = x**y
    term = power_2 * np.log(np.where(x == 0.0, 1.0, x)) * y_dot
    power_2_dot = y * x ** (y - 1.0 if y != 0.0 else 0.0) * x_dot + term
    power_3 = y**x
    term_2 = (
        power_3 * (math.log(y) if y > 0.0 else 0.0 if y == 0.0 else math.nan) * x_dot
    )
    power_3_dot = x * y ** np.where(x == 0.0, 1.0, x - 1.0) * y_dot + term_2
    power_4 = x**x
    term_3 = power_4 * np.log(np.where(x == 0.0, 1.0, x)) * x_dot
    power_4_dot = x * x ** np.where(x == 0.0, 1.0, x - 1.0) * x_dot + term_3
    value_dot = (
        np.sum(power_dot)
        + np.sum(power_2_dot)
        + np.sum(power_3_dot)
        + np.sum(power_4_dot)
    )
    value = np.sum(power) + np.sum(power_2) + np.sum(power_3) + np.sum(power_4)
    return value, value_dot
