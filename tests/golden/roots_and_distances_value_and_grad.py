import math

import numpy as np


def roots_and_distances_value_and_grad(x, y):
    """The value of roots_and_distances, and its gradient with respect to x and y."""
    # forward sweep
    r = math.hypot(x, y)
    root = math.sqrt(x * r)
    cbrt_result = np.cbrt(y - 3.0)
    sqrt_r = np.sqrt(r)
    hypot_result = np.hypot(x, 2.0)
    quotient = cbrt_result * sqrt_r / hypot_result

    # reverse sweep
    numerator_bar = 1.0 / hypot_result
    product_bar = 1.0 / (2.0 * root)
    x_bar = r * product_bar - x * quotient * numerator_bar / hypot_result
    r_bar = cbrt_result * numerator_bar / (2.0 * sqrt_r) + x * product_bar
    y_bar = sqrt_r * numerator_bar / (3.0 * cbrt_result**2) + y * r_bar / r
    return root + quotient, x_bar + x * r_bar / r, y_bar
