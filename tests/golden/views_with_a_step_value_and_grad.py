import math

import numpy as np


def views_with_a_step_value_and_grad(x):
    """The value of views_with_a_step, and its gradient with respect to x."""
    # forward sweep: saves back and odd
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * 1.0
    even = y[::2]
    even[1] = even[0] * even[2]
    back = y[::-1]
    back_saved = back[0]
    back[0] = math.sin(back[1])
    odd = y[1::2]
    odd_saved = np.empty(len(odd))
    for i in range(len(odd)):
        odd_saved[i] = odd[i]
        odd[i] *= 0.5
    value = y[4] * y[2] + back[3] * odd[1]

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    back_bar = y_bar[::-1]
    odd_bar = y_bar[1::2]
    y_bar[4] += y[2]
    y_bar[2] += y[4]
    back_bar[3] += odd[1]
    odd_bar[1] += back[3]
    for i in range(len(odd)):
        odd[i] = odd_saved[i]
        odd_bar[i] = 0.5 * odd_bar[i]
    back[0] = back_saved
    back_part_bar = back_bar[0]
    back_bar[0] = 0.0
    back_bar[1] += math.cos(back[1]) * back_part_bar
    even_bar = y_bar[::2]
    even_part_bar = even_bar[1]
    even_bar[1] = 0.0
    even_bar[0] += even[2] * even_part_bar
    even_bar[2] += even[0] * even_part_bar
    for i in range(len(x)):
        x_bar[i] = y_bar[i]
    return value, x_bar
