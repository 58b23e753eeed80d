import math

import numpy as np


def ranges_with_every_step_value_and_grad(x):
    """The value of ranges_with_every_step, and its gradient with respect to x."""
    # forward sweep: saves s
    n = len(x)
    s = 0.5
    s_saved = np.empty(n)
    for i in range(n - 1, -1, -1):
        s_saved[i] = s
        s = s * x[i] + 1.0
    s_saved_2 = np.empty(n)
    for i in range(1, n, 2):
        s_saved_2[i] = s
        s += math.sin(x[i] * s)
    for i in range(n - 1, 0, -3):
        s = s * 0.5 + x[i] * x[i - 1]
    value = s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(n - 1 + (len(range(n - 1, 0, -3)) - 1) * -3, n + 2, 3):
        x_bar[i] += x[i - 1] * s_bar
        x_bar[i - 1] += x[i] * s_bar
        s_bar = 0.5 * s_bar
    for i in range(1 + (len(range(1, n, 2)) - 1) * 2, -1, -2):
        s = s_saved_2[i]
        product_bar = math.cos(x[i] * s) * s_bar
        x_bar[i] += s * product_bar
        s_bar += x[i] * product_bar
    for i in range(n):
        x_bar[i] += s_saved[i] * s_bar
        s_bar = x[i] * s_bar
    return value, x_bar
