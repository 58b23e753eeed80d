import math

import numpy as np


def view_of_a_view_value_and_grad(x):
    """The value of view_of_a_view, and its gradient with respect to x."""
    # forward sweep: saves inner, middle and y
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * 1.0
    middle = y[1:5]
    inner = middle[1:3]
    inner_saved = inner[0]
    inner[0] = inner[0] * inner[1]
    middle_saved = middle[0]
    middle[0] = math.sin(inner[0])
    y_0 = y[0]
    inner_saved_2 = np.empty(len(inner))
    for i in range(len(inner)):
        inner_saved_2[i] = inner[i]
        inner[i] = inner[i] * y_0
    y_saved = y[3]
    y[3] = y[3] * middle[3]
    value = y[1] * y[2] + inner[1] * y[4]

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    middle_bar = y_bar[1:5]
    inner_bar = middle_bar[1:3]
    y_bar[1] += y[2]
    y_bar[2] += y[1]
    inner_bar[1] += y[4]
    y_bar[4] += inner[1]
    y[3] = y_saved
    y_part_bar = y_bar[3]
    y_bar[3] = middle[3] * y_part_bar
    middle_bar[3] += y[3] * y_part_bar
    y_0_bar = 0.0
    for i in range(len(inner)):
        inner[i] = inner_saved_2[i]
        inner_i_bar = inner_bar[i]
        inner_bar[i] = y_0 * inner_i_bar
        y_0_bar += inner[i] * inner_i_bar
    y_bar[0] += y_0_bar
    middle[0] = middle_saved
    middle_part_bar = middle_bar[0]
    middle_bar[0] = 0.0
    inner_bar[0] += math.cos(inner[0]) * middle_part_bar
    inner[0] = inner_saved
    inner_part_bar = inner_bar[0]
    inner_bar[0] = inner[1] * inner_part_bar
    inner_bar[1] += inner[0] * inner_part_bar
    for i in range(len(x)):
        x_bar[i] = y_bar[i]
    return value, x_bar
