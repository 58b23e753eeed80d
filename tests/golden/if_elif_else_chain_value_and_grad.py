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
    value = s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(len(x) - 1, -1, -1):
        if x[i] < -1.0:
            x_bar[i] += 2.0 * x[i] * s_bar
        elif x[i] < 0.0:
            s = s_saved[i]
            x_bar[i] += s * s_bar
            s_bar = x[i] * s_bar
        elif x[i] != 0.0:
            if x[i] < 1.0:
                s = s_saved_2[i]
                x_bar[i] += s_bar
                s_bar = math.cos(s) * s_bar
            else:
                s = s_saved_3[i]
                numerator_bar = s_bar / x[i]
                s_bar = numerator_bar
                x_bar[i] -= s * numerator_bar / x[i]
    return value, x_bar
