import math

import numpy as np


def independent_accumulations_value_and_grad(x):
    """The value of independent_accumulations, and its gradient with respect to x."""
    # forward sweep: saves c
    a = 0.0
    b = 0.0
    c = 1.0
    c_saved = np.empty(len(x))
    for i in range(len(x)):
        a += math.sin(x[i])
        b -= x[i] * math.exp(-x[i])
        c_saved[i] = c
        c *= 1.0 + x[i] * x[i]
    value = a * b / c

    # reverse sweep
    x_bar = np.zeros_like(x)
    numerator_bar = 1.0 / c
    a_bar = b * numerator_bar
    b_bar = a * numerator_bar
    c_bar = -value * numerator_bar
    for i in range(len(x) - 1, -1, -1):
        x_bar[i] += 2.0 * x[i] * c_saved[i] * c_bar
        c_bar = (1.0 + x[i] * x[i]) * c_bar
        exponential = math.exp(-x[i])
        x_bar[i] -= exponential * b_bar - exponential * x[i] * b_bar
        x_bar[i] += math.cos(x[i]) * a_bar
    return value, x_bar
