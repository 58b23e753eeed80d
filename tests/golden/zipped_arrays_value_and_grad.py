import math

import numpy as np


def zipped_arrays_value_and_grad(x, y, w):
    """The value of zipped_arrays, and its gradient with respect to x, y and w."""
    s = 0.0
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    w_bar = np.zeros_like(w)

    # forward and reverse in one sweep: the iterations are independent
    for k in range(min(min(len(x), len(y)), len(w))):
        a = x[k]
        b = y[k]
        c = w[k]
        exponential = math.exp(-a * b)
        s += c * (a - b) ** 2 * exponential
        difference_bar = 2.0 * (a - b) * c * exponential
        exponential_bar = c * (a - b) ** 2
        w_bar[k] += (a - b) ** 2 * exponential
        y_bar[k] += -difference_bar - a * exponential * exponential_bar
        x_bar[k] += difference_bar - b * exponential * exponential_bar
    return s, x_bar, y_bar, w_bar
