import math

import numpy as np


def loop_invariant_nonlinear_factor_value_and_grad(x, rate):
    """The value of loop_invariant_nonlinear_factor, and its gradient with respect to
    x and rate.
    """
    # forward sweep: saves s
    s = 0.0
    s_saved = np.empty(len(x))
    for i in range(len(x)):
        damping = math.exp(-rate * rate)
        s_saved[i] = s
        s += damping * x[i] * x[i]
        weight = damping * s
    value = weight * s

    # reverse sweep
    x_bar = np.zeros_like(x)
    weight_bar = s
    s_bar = weight
    rate_bar = 0.0
    for i in range(len(x) - 1, -1, -1):
        damping = math.exp(-rate * rate)
        damping_bar = s * weight_bar
        s_bar += damping * weight_bar
        weight_bar = 0.0
        s = s_saved[i]
        damping_bar += x[i] * x[i] * s_bar
        x_bar[i] += 2.0 * damping * x[i] * s_bar
        rate_bar -= 2.0 * rate * damping * damping_bar
    return value, x_bar, rate_bar
