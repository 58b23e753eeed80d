import math

import numpy as np


def boolean_mask_array_jvp(x, mask, x_dot):
    """The value of boolean_mask_array, and its derivative in the direction x_dot."""
    active = np.zeros(len(x), dtype=np.bool_)
    for i in range(len(x)):
        active[i] = mask[i] and x[i] > 0.0
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        if active[i]:
            s_dot += 3.0 * x[i] ** 2 * x_dot[i]
            s += x[i] ** 3
        elif mask[i]:
            s_dot -= -math.sin(x[i]) * x_dot[i]
            s -= math.cos(x[i])
    return s, s_dot
