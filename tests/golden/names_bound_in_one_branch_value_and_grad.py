import math

import numpy as np


def names_bound_in_one_branch_value_and_grad(x):
    """The value of names_bound_in_one_branch, and its gradient with respect to x."""
    # forward sweep: saves s and scale
    s = 0.0
    scale = 1.0
    s_saved = np.empty(len(x))
    scale_saved = np.empty(len(x))
    for i in range(len(x)):
        if x[i] > 0.0:
            scale_saved[i] = scale
            scale = x[i] * x[i]
            shift = math.cos(x[i])
        else:
            shift = x[i]
        s_saved[i] = s
        s += scale * x[i] + shift * s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    scale_bar = 0.0
    for i in range(len(x) - 1, -1, -1):
        if x[i] > 0.0:
            shift = math.cos(x[i])
        else:
            shift = x[i]
        scale_bar += x[i] * s_bar
        x_bar[i] += scale * s_bar
        shift_bar = s_saved[i] * s_bar
        s_bar = (1.0 + shift) * s_bar
        if x[i] > 0.0:
            scale = scale_saved[i]
            x_bar[i] += 2.0 * x[i] * scale_bar - math.sin(x[i]) * shift_bar
            scale_bar = 0.0
        else:
            x_bar[i] += shift_bar
    return s, x_bar
