import math

import numpy as np


def array_of_expressions_value_and_grad(x, y):
    """The value of array_of_expressions, and its gradient with respect to x and y."""
    # forward sweep
    cos_x = math.cos(x)
    sin_x = math.sin(x)
    v = np.array([cos_x, sin_x, x * y])
    a = np.array([[1.0, y], [y * y, -x]])
    v[2] = v[0] * a[1, 0]

    # reverse sweep
    v_bar = np.zeros_like(v)
    a_bar = np.zeros_like(a)
    v_bar[2] += v[1]
    v_bar[1] += v[2]
    a_bar[0, 1] += a[1, 1]
    a_bar[1, 1] += a[0, 1]
    v_part_bar = v_bar[2]
    v_bar[2] = 0.0
    v_bar[0] += a[1, 0] * v_part_bar
    a_bar[1, 0] += v[0] * v_part_bar
    y_bar = a_bar[0, 1] + 2.0 * y * a_bar[1, 0] + x * v_bar[2]
    x_bar = cos_x * v_bar[1] - a_bar[1, 1] - sin_x * v_bar[0] + y * v_bar[2]
    return v[2] * v[1] + a[0, 1] * a[1, 1], x_bar, y_bar
