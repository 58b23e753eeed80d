import math

import numpy as np


def continue_to_the_next_value_and_grad(x):
    """The value of continue_to_the_next, and its gradient with respect to x."""
    # forward sweep: saves s
    s = 1.0
    s_saved = np.empty(len(x))
    s_saved_2 = np.empty(len(x))
    for i in range(len(x)):
        if not x[i] < 0.0:
            s_2 = s * x[i]
            s_saved_2[i] = s_2
            s_saved[i] = s
            if s_2 > 1.5:
                s = s_2 - 1.0
            else:
                s = math.sin(s_2) + x[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(len(x) - 1, -1, -1):
        if not x[i] < 0.0:
            s_2 = s_saved_2[i]
            if s_2 > 1.5:
                s_2_bar = s_bar
                s_bar = 0.0
            else:
                s_2_bar = math.cos(s_2) * s_bar
                x_bar[i] += s_bar
                s_bar = 0.0
            s_bar += x[i] * s_2_bar
            x_bar[i] += s_saved[i] * s_2_bar
    return s, x_bar
