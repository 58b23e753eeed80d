import math

import numpy as np


def one_name_in_two_branches_value_and_grad(x, y):
    """The value of one_name_in_two_branches, and its gradient with respect to x and
    y.
    """
    # forward sweep: saves s
    s = 0.5
    if x < 1.0:
        t = math.sin(x)
        s += t * t
    if y > 1.0:
        cos_x = math.cos(x)
        t_2 = cos_x * y
        s_saved = s
        s = s * t_2 * t_2
    s_saved_2 = np.empty(3)
    for i in range(3):
        t_3 = s * y + i
        s_saved_2[i] = s
        s = s + t_3 * t_3
    value = s

    # reverse sweep
    s_bar = 1.0
    y_bar = 0.0
    for i in range(2, -1, -1):
        s = s_saved_2[i]
        t_3_bar = 2.0 * (s * y + i) * s_bar
        s_bar += y * t_3_bar
        y_bar += s * t_3_bar
    x_bar = 0.0
    if y > 1.0:
        s = s_saved
        t_2_bar = 2.0 * s * t_2 * s_bar
        s_bar = t_2 * t_2 * s_bar
        y_bar += cos_x * t_2_bar
        x_bar -= math.sin(x) * y * t_2_bar
    if x < 1.0:
        x_bar += 2.0 * math.cos(x) * t * s_bar
    return value, x_bar, y_bar
