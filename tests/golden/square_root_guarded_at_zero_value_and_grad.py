import math

import numpy as np


def square_root_guarded_at_zero_value_and_grad(x):
    """The value of square_root_guarded_at_zero, and its gradient with respect to x."""
    # forward sweep
    r2 = x[0] * x[0] + x[1] * x[1]
    if r2 > 0.0:
        r = math.sqrt(r2)
    else:
        r = 0.0
    s = 0.0

    # reverse sweep
    x_bar = np.zeros_like(x)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        if x[i] > 0.0:
            sqrt_x = math.sqrt(x[i])
            s += sqrt_x
            x_bar[i] += 1.0 / (2.0 * sqrt_x)
        else:
            s += x[i]
            x_bar[i] += 1.0
    if r2 > 0.0:
        r2_bar = 1.0 / (2.0 * r)
        x_bar[0] += 2.0 * x[0] * r2_bar
        x_bar[1] += 2.0 * x[1] * r2_bar
    return s + r, x_bar
