import math

import numpy as np


def boolean_mask_array_value_and_grad(x, mask):
    """The value of boolean_mask_array, and its gradient with respect to x."""
    # forward sweep
    active = np.zeros(len(x), dtype=np.bool_)
    for i in range(len(x)):
        active[i] = mask[i] and x[i] > 0.0
    s = 0.0
    for i in range(len(x)):
        if active[i]:
            s += x[i] ** 3
        elif mask[i]:
            s -= math.cos(x[i])

    # reverse sweep
    x_bar = np.zeros_like(x)
    for i in range(len(x)):
        if active[i]:
            x_bar[i] += 3.0 * x[i] ** 2
        elif mask[i]:
            x_bar[i] += math.sin(x[i])
    return s, x_bar
