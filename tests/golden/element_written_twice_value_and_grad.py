import math

import numpy as np


def element_written_twice_value_and_grad(x):
    """The value of element_written_twice, and its gradient with respect to x."""
    # forward sweep: saves y
    y = np.empty(len(x))
    for i in range(len(x)):
        y[i] = math.exp(x[i])
    for i in range(len(x)):
        y[i] = x[i] * x[len(x) - 1 - i]
    y_saved = y[0]
    y[0] = math.sin(y[0])
    y_saved_2 = y[0]
    y[0] = y[0] * y[0]
    value = y[0] * y[1] + y[2]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_bar[0] += y[1]
    y_bar[1] += y[0]
    y_bar[2] += 1.0
    y[0] = y_saved_2
    y_bar[0] = 2.0 * y[0] * y_bar[0]
    y[0] = y_saved
    y_bar[0] = math.cos(y[0]) * y_bar[0]
    for i in range(len(x)):
        x_bar[i] += x[len(x) - 1 - i] * y_bar[i]
        x_bar[len(x) - 1 - i] += x[i] * y_bar[i]
        y_bar[i] = 0.0

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        x_bar[i] += math.exp(x[i]) * y_bar[i]
    return value, x_bar
