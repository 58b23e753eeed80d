import math

import numpy as np


def name_that_becomes_an_array_value_and_grad(x):
    """The value of name_that_becomes_an_array, and its gradient with respect to x."""
    # forward sweep
    t = 0
    for i in range(len(x)):
        t = t + x[i] * x[i]
    t_2 = np.empty_like(x)
    for i in range(len(x)):
        t_2[i] = t * x[i]
    t_3 = t_2[0] * t_2[1] - t_2[2]

    # reverse sweep
    x_bar = np.empty_like(x)
    t_3_bar = 0.1 * math.cos(0.1 * t_3)
    t_2_bar = np.zeros_like(t_2)
    t_2_bar[0] += t_2[1] * t_3_bar
    t_2_bar[1] += t_2[0] * t_3_bar
    t_2_bar[2] -= t_3_bar
    t_bar = 0.0
    for i in range(len(x)):
        t_bar += x[i] * t_2_bar[i]
        x_bar[i] = t * t_2_bar[i]
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * t_bar
    return math.sin(0.1 * t_3), x_bar
