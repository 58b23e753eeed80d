import math

import numpy as np


def roots_and_distances_jvp(x, y, x_dot, y_dot):
    """The value of roots_and_distances, and its derivative in the direction x_dot,
    y_dot.
    """
    r = math.hypot(x, y)
    r_dot = (x * x_dot + y * y_dot) / r
    root = math.sqrt(x * r)
    cbrt_result = np.cbrt(y - 3.0)
    cbrt_result_dot = y_dot / (3.0 * cbrt_result**2)
    sqrt_r = np.sqrt(r)
    sqrt_r_dot = r_dot / (2.0 * sqrt_r)
    hypot_result = np.hypot(x, 2.0)
    hypot_result_dot = x * x_dot / hypot_result
    quotient = cbrt_result * sqrt_r / hypot_result
    factor = (
        cbrt_result_dot * sqrt_r
        + cbrt_result * sqrt_r_dot
        - quotient * hypot_result_dot
    )
    quotient_dot = factor / hypot_result
    value = root + quotient
    return value, (x_dot * r + x * r_dot) / (2.0 * root) + quotient_dot
