import math

import numpy as np


def if_elif_else_chain_value_and_grad(x):
    """The value of if_elif_else_chain, and its gradient with respect to x."""
    # forward sweep: saves s
    s = 1.0
    s_saved = np.empty(len(x))
    s_saved_2 = np.empty(len(x))
    s_saved_3 = np.empty(len(x))
    for i in range(len(x)):
        if x[i] < -1.0:
            s += x[i] ** 2
        elif x[i] < 0.0:
            s_saved[i] = s
            s *= x[i]
        elif x[i] == 0.0:
            s -= 7.0
        elif x[i] < 1.0:
            s_saved_2[i] = s
            s = math.sin(s) + x[i]
        else:
            s_saved_3[i] = s
            s = s / x[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(len(x) - 1, -1, -1):
        if x[i] < -1.0:
            x_bar[i] += 2.0 * x[i] * s_bar
        elif x[i] < 0.0:
            x_bar[i] += s_saved[i] * s_bar
            s_bar = x[i] * s_bar
        elif x[i] != 0.0:
            if x[i] < 1.0:
                x_bar[i] += s_bar
                s_bar = math.cos(s_saved_2[i]) * s_bar
            else:
                s_bar = s_bar / x[i]
                x_bar[i] -= s_saved_3[i] * s_bar / x[i]
    return s, x_bar
