import math

import numpy as np


def chained_comparison_value_and_grad(x):
    """The value of chained_comparison, and its gradient with respect to x."""
    # forward sweep: saves s
    s = 0.0
    s_saved = np.empty(len(x))
    for i in range(len(x)):
        if -1.0 < x[i] <= 1.0:
            s += x[i] ** 3
        elif 1.0 < x[i] < 2.0 < x[i] + 1.0:
            s_saved[i] = s
            s += math.sin(x[i]) * s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(len(x) - 1, -1, -1):
        if -1.0 < x[i] <= 1.0:
            x_bar[i] += 3.0 * x[i] ** 2 * s_bar
        elif 1.0 < x[i] < 2.0 < x[i] + 1.0:
            x_bar[i] += math.cos(x[i]) * s_saved[i] * s_bar
            s_bar = (1.0 + math.sin(x[i])) * s_bar
    return s, x_bar
