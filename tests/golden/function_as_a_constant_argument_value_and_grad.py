import math

import numpy as np


def function_as_a_constant_argument_value_and_grad(x):
    """The value of function_as_a_constant_argument, and its gradient with respect to
    x.
    """
    # forward sweep
    s = 0.0
    for i in range(len(x)):
        s = s * 0.5 + math.tanh(x[i]) * x[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(len(x) - 1, -1, -1):
        tanh_x = math.tanh(x[i])
        tanh_x_bar = x[i] * s_bar
        x_bar[i] += tanh_x * s_bar
        s_bar = 0.5 * s_bar
        x_bar[i] += (1.0 - tanh_x**2) * tanh_x_bar
    return s, x_bar
