import math

import numpy as np


def rotate(x, y, angle):
    c = math.cos(angle)
    s = math.sin(angle)
    return c * x - s * y, s * x + c * y


def rotate_adjoint(x, y, angle, result_0_bar, result_1_bar):
    """The adjoints of x, y and angle in rotate."""
    # forward sweep
    c = math.cos(angle)
    s = math.sin(angle)

    # reverse sweep
    c_bar = y * result_1_bar + x * result_0_bar
    y_bar = c * result_1_bar - s * result_0_bar
    angle_bar = c * (x * result_1_bar - y * result_0_bar) - s * c_bar
    return s * result_1_bar + c * result_0_bar, y_bar, angle_bar


def helper_that_returns_a_tuple_value_and_grad(x, y, angle):
    """The value of helper_that_returns_a_tuple, and its gradient with respect to x,
    y and angle.
    """
    # forward sweep: saves x and y
    x_saved = np.empty(3)
    y_saved = np.empty(3)
    x_saved_2 = np.empty(3)
    for i in range(3):
        y_saved[i] = y
        x_2, y = rotate(x, y, angle * (i + 1))
        x_saved_2[i] = x_2
        x_saved[i] = x
        x = x_2 * (1.0 + 0.1 * y)
    value = x * x * y

    # reverse sweep
    x_bar = 2.0 * x * y
    y_bar = x * x
    angle_bar = 0.0
    for i in range(2, -1, -1):
        x = x_saved[i]
        x_2_bar = (1.0 + 0.1 * y) * x_bar
        y_bar += 0.1 * x_saved_2[i] * x_bar
        y = y_saved[i]
        x_bar, y_bar, angle_bar_part = rotate_adjoint(
            x, y, angle * (i + 1), x_2_bar, y_bar
        )
        angle_bar += (i + 1) * angle_bar_part
    return value, x_bar, y_bar, angle_bar
