import math

import numpy as np


def element_accumulated_then_read_value_and_grad(x):
    """The value of element_accumulated_then_read, and its gradient with respect to
    x.
    """
    # forward sweep: saves total
    total = 0.0
    s = 0.0
    total_saved = np.empty(len(x))
    for i in range(len(x)):
        total_saved[i] = total
        total += x[i] * x[i]
        s += math.sin(total) * x[i]
    value = s * total

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = total
    total_bar = s
    for i in range(len(x) - 1, -1, -1):
        sin_total = math.sin(total)
        total_bar += math.cos(total) * x[i] * s_bar
        total = total_saved[i]
        x_bar[i] += sin_total * s_bar + 2.0 * x[i] * total_bar
    return value, x_bar
