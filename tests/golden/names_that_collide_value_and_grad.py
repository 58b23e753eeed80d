import math

import numpy as np


def names_that_collide_value_and_grad(x):
    """The value of names_that_collide, and its gradient with respect to x."""
    # forward sweep: saves s and d
    x_bar = x[0] * 2.0
    x_dot = math.sin(x_bar)
    s_saved = x_dot * x[1]
    d = s_saved * x_bar
    d_saved = np.empty(2)
    for i in range(2):
        d_saved[i] = d
        d = d * x_dot + x[i]
    y_bar_0 = d * x_bar

    # reverse sweep
    x_bar_ = np.zeros_like(x)
    d_bar = y_bar_0 + x_bar * d
    x_bar_bar = d * d
    x_dot_bar = 0.0
    for i in range(1, -1, -1):
        x_dot_bar += d_saved[i] * d_bar
        x_bar_[i] += d_bar
        d_bar = x_dot * d_bar
    s_saved_bar = x_bar * d_bar
    x_dot_bar += x[1] * s_saved_bar
    x_bar_[1] += x_dot * s_saved_bar
    x_bar_bar += s_saved * d_bar + math.cos(x_bar) * x_dot_bar
    x_bar_[0] += 2.0 * x_bar_bar
    return y_bar_0 * d, x_bar_
