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
    y_bar = 1.5 * np.sign(y) * abs_y**0.5
    product_bar = (1.0 if x * y > 0.0 else -1.0 if x * y < 0.0 else 0.0) * b
    x_bar = y * product_bar + np.sign(y) * x * c + np.sign(y) * x * c
    x_bar += (1.0 if x > 0.0 else -1.0 if x < 0.0 else 0.0) * y
    y_bar += x * product_bar + abs(x)
    return a + b * c + abs_y**1.5, x_bar, y_bar
