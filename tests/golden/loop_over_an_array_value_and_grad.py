import math

import numpy as np


def loop_over_an_array_value_and_grad(x):
    """The value of loop_over_an_array, and its gradient with respect to x."""
    # forward sweep: saves s
    s = 0.5
    s_saved = np.empty(len(x))
    for k in range(len(x)):
        value = x[k]
        s_saved[k] = s
        s = s * value + math.cos(value)

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for k in range(len(x) - 1, -1, -1):
        value = x[k]
        x_bar[k] += (s_saved[k] - math.sin(value)) * s_bar
        s_bar = value * s_bar
    return s, x_bar
