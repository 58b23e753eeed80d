import math

import numpy as np


def absolute_values_and_signs_value_and_grad(x, y):
    """The value of absolute_values_and_signs, and its gradient with respect to x and
    y.
    """
    # forward sweep
    a = abs(x) * y
    b = np.sign(y) * x * x
    c = math.fabs(x * y)
    abs_y = np.abs(y)

    # reverse sweep
    product_bar = (1.0 if x * y > 0.0 else -1.0 if x * y < 0.0 else 0.0) * b
    x_bar = y * product_bar + 2.0 * np.sign(y) * x * c
    y_bar = 1.5 * np.sign(y) * abs_y**0.5 + x * product_bar + abs(x)
    x_bar += (1.0 if x > 0.0 else -1.0 if x < 0.0 else 0.0) * y
    return a + b * c + abs_y**1.5, x_bar, y_bar
