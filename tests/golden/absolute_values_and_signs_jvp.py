import math

import numpy as np


def absolute_values_and_signs_jvp(x, y, x_dot, y_dot):
    """The value of absolute_values_and_signs, and its derivative in the direction
    x_dot, y_dot.
    """
    a_dot = (1.0 if x > 0.0 else -1.0 if x < 0.0 else 0.0) * x_dot * y + abs(x) * y_dot
    a = abs(x) * y
    b_dot = np.sign(y) * x_dot * x + np.sign(y) * x * x_dot
    b = np.sign(y) * x * x
    factor = 1.0 if x * y > 0.0 else -1.0 if x * y < 0.0 else 0.0
    c_dot = factor * (x_dot * y + x * y_dot)
    c = math.fabs(x * y)
    abs_y = np.abs(y)
    value_dot = a_dot + (b_dot * c + b * c_dot) + 1.5 * abs_y**0.5 * np.sign(y) * y_dot
    return a + b * c + abs_y**1.5, value_dot
