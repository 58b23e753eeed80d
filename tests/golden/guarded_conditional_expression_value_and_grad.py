import math

import numpy as np


def guarded_conditional_expression_value_and_grad(x):
    """The value of guarded_conditional_expression, and its gradient with respect to
    x.
    """
    # forward sweep: saves s
    s = 0.0
    s_saved = np.empty(len(x))
    for i in range(len(x)):
        if x[i] > 0.0:
            choice = math.log(x[i])
        else:
            choice = x[i] * x[i]
        s += choice
        if x[i] == 0.0:
            choice = 1.5
        else:
            choice = 1.0 / (1.0 + x[i] * x[i])
        s_saved[i] = s
        s *= choice

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(len(x) - 1, -1, -1):
        if x[i] == 0.0:
            choice = 1.5
        else:
            choice = 1.0 / (1.0 + x[i] * x[i])
        choice_bar = s_saved[i] * s_bar
        s_bar = choice * s_bar
        if x[i] != 0.0:
            x_bar[i] -= 2.0 * x[i] * choice * choice_bar / (1.0 + x[i] * x[i])
        if x[i] > 0.0:
            x_bar[i] += s_bar / x[i]
        else:
            x_bar[i] += 2.0 * x[i] * s_bar
    return s, x_bar
