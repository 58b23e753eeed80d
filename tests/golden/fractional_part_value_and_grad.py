import math

import numpy as np


def fractional_part_value_and_grad(x):
    """The value of fractional_part, and its gradient with respect to x."""
    s = 0.0
    x_bar = np.empty_like(x)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        f = x[i] - math.floor(x[i])
        s += f * f * (1.0 - f)
        x_bar[i] = 2.0 * f * (1.0 - f) - f * f
    return s, x_bar
