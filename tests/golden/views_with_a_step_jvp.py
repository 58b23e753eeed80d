import math

import numpy as np


def views_with_a_step_jvp(x, x_dot):
    """The value of views_with_a_step, and its derivative in the direction x_dot."""
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i]
        y[i] = x[i] * 1.0
    even_dot = y_dot[::2]
    even = y[::2]
    even_dot[1] = even_dot[0] * even[2] + even[0] * even_dot[2]
    even[1] = even[0] * even[2]
    back_dot = y_dot[::-1]
    back = y[::-1]
    back_dot[0] = math.cos(back[1]) * back_dot[1]
    back[0] = math.sin(back[1])
    odd_dot = y_dot[1::2]
    odd = y[1::2]
    for i in range(len(odd)):
        odd_dot[i] = 0.5 * odd_dot[i]
        odd[i] *= 0.5
    value_dot = (
        y_dot[4] * y[2]
        + y[4] * y_dot[2]
        + (back_dot[3] * odd[1] + back[3] * odd_dot[1])
    )
    return y[4] * y[2] + back[3] * odd[1], value_dot
