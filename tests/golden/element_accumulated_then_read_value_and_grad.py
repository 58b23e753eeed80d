import math

import numpy as np


def element_accumulated_then_read_value_and_grad(x):
    """The value of element_accumulated_then_read, and its gradient with respect to
    x.
    """
    # forward sweep: saves total
    total = np.zeros(1)
    s = 0.0
    total_saved = np.empty(len(x))
    for i in range(len(x)):
        total_saved[i] = total[0]
        total[0] += x[i] * x[i]
        s += math.sin(total[0]) * x[i]
    value = s * total[0]

    # reverse sweep
    x_bar = np.zeros_like(x)
    total_bar = np.zeros_like(total)
    s_bar = total[0]
    total_bar[0] += s
    for i in range(len(x) - 1, -1, -1):
        sin_total = math.sin(total[0])
        total_bar[0] += math.cos(total[0]) * x[i] * s_bar
        total[0] = total_saved[i]
        x_bar[i] += sin_total * s_bar + 2.0 * x[i] * total_bar[0]
    return value, x_bar
